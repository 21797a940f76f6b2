"""The day the board is compared with: by the reader's hand, by `since=` in the address, or the usual one."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard import address
from dashboard.drawing.markup import render
from dashboard.drawing.wording import Words
from dashboard.loading import store
from dashboard.views.changes import Clock, clock
from dashboard.views.request import Request

KEY = "since"


def choose(request: Request) -> date:
    """Draw the day to compare with, its quick choices and what has to be said about it; return the day.

    Like every choice it stands in the address unless it is the usual one, which moves with the board's day.
    """
    days = store().prepared(clock, request)
    state, words = st.session_state, request.words
    latest = max(days.last_day, date.today())
    usual = max(days.usual, address.EARLIEST)
    unusable = _settle(st.query_params.get(KEY), usual, latest)
    if unusable:
        st.warning(words("changes.unusable", day=words.day(state[KEY])), icon=":material/info:")
    with st.container(horizontal=True, vertical_alignment="bottom", key="comparing"):
        st.date_input(
            words("changes.since"),
            min_value=address.EARLIEST,
            max_value=latest,
            format="DD.MM.YYYY" if words.language == "de" else "DD/MM/YYYY",
            key=KEY,
            help=words("changes.since_help"),
            width=190,
        )
        before = date.fromordinal(request.day.toordinal() - 1)
        for name, target in (("story_day", days.story_day), ("day_before", before)):
            st.button(
                words(f"changes.{name}"),
                key=f"since_{name}",
                icon=":material/check:" if state[KEY] == target else None,
                on_click=_set,
                args=(target,),
                disabled=target == request.day or target < address.EARLIEST,
                help=words.day(target),
            )
    since = state[KEY]
    _keep(since, usual)
    if said := _said(since, days, request, words):
        st.html(said)
    return since


def _settle(written: str | None, usual: date, latest: date) -> bool:
    """Set the day's widget before it is drawn; return whether the address named no usable day and no other came since.

    What could not be used is taken out of the address at once, so the next run no longer sees it.
    """
    state = st.session_state
    asked, shown = address.read_day(written, latest), state.get("shown_since")
    kept = state.get("kept_since")  # on coming back to the page the reader's own choice stands again
    otherwise = kept if KEY not in state and kept is not None else usual
    state[KEY] = address.settle(state.get(KEY), shown, asked, otherwise)
    if written is not None and asked is None:
        state["since_unusable"] = True
    elif asked is not None or state[KEY] != shown:
        state["since_unusable"] = False
    return state["since_unusable"]


def _keep(since: date, usual: date) -> None:
    """Write the day into the address; the usual one is not written, but stays where a link named it."""
    state = st.session_state
    state["shown_since"], state["kept_since"] = since, None if since == usual else since
    if st.query_params.get(KEY) == since.isoformat():
        return
    if since == usual:
        st.query_params.pop(KEY, None)
    else:
        st.query_params[KEY] = since.isoformat()


def _said(since: date, days: Clock, request: Request, words: Words) -> str:
    """Return what a reader has to know about the two days; empty where they are simply in order."""
    if since == request.day:
        text = words("changes.same", day=words.day(since))
    elif since > request.day:
        text = words("changes.turned", day=words.day(request.day))
    elif since == days.usual != days.story_day:
        text = words("changes.before_story", day=words.day(since))
    else:
        return ""
    return render("hint", words, text=text)


def _set(day: date) -> None:
    st.session_state[KEY] = day
