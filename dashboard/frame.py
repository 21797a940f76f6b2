"""The frame around every page: as-of day, language, what the browser is, and the watch over the data."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard import address, doors
from dashboard.drawing.markup import render, stylesheet
from dashboard.drawing.wording import LANGUAGES, Words
from dashboard.ledger.tables import Ledger
from dashboard.loading import Board, store
from dashboard.probe import seen
from dashboard.views.request import Request

WATCH_EVERY = 6  # seconds between an open session's looks at the data


def arrive(board: Board) -> Words:
    """Settle day and language between the reader's hand, the address and the browser, and write them into the address.

    Both always and in full, so that a shared link shows the same board next month; and before the navigation is drawn:
    a browser that learns of the new page first and of its parameters later keeps two entries for it, and the back
    button then stays on the page.
    """
    state = st.session_state
    ledger = board.ledger
    latest = max(ledger.last_day, date.today()) if ledger else date.max
    asked = address.read(st.query_params.get("as_of"), st.query_params.get("lang"), latest)
    shown = state.get("shown_lang")
    state["lang"] = address.settle(
        state.get("lang"), shown, asked.language, shown or address.preferred(st.context.locale)
    )
    if ledger:
        state["as_of"] = _day(asked.day, ledger.story_day)
        _remember_unusable(asked)
        wanted = {"as_of": state["as_of"].isoformat(), "lang": state["lang"]}
        if not passing() and any(st.query_params.get(key) != one for key, one in wanted.items()):
            st.query_params.update(wanted)
        state["shown_as_of"] = state["as_of"]
    state["shown_lang"] = state["lang"]
    return Words(state["lang"])


def _day(asked: date | None, otherwise: date) -> date:
    """Return the day to show: where a page has moved the board, else what the reader's hand and the address say."""
    state = st.session_state
    shown = state.get("shown_as_of")
    if asked is None:  # the reader has come to another page
        state["passing"] = False
    if "next_as_of" in state:
        return state.pop("next_as_of")
    return address.settle(state.get("as_of"), shown, None if passing() else asked, shown or otherwise)


def passing() -> bool:
    """Whether days only pass by, as when the map plays: then the address is neither read nor written for each."""
    return bool(st.session_state.get("passing"))


def open_frame(board: Board, words: Words) -> Request | None:
    """Draw the frame around a page and return what the reader asks for.

    None, with the reasons on screen, if there are no data.
    """
    st.html(stylesheet())
    theme, screen = seen()
    doors.listen()
    _watch(board.version, hash(board.faults))
    if board.ledger is None:
        _faults(board, words)
        return None
    day = _controls(board.ledger, words)
    if board.faults:
        with st.expander(words.count("faults.warning", len(board.faults)), icon=":material/warning:"):
            _faults(board, words)
    request = Request(day, words.language, theme, screen)
    st.session_state["request"] = request
    return request


def here() -> Request:
    """Return what the reader of this session asks for; pages call it after the frame has been opened."""
    return st.session_state["request"]


def _controls(ledger: Ledger, words: Words) -> date:
    """Draw the as-of day with its quick choices, and the language."""
    state = st.session_state
    with st.container(horizontal=True, vertical_alignment="bottom", key="frame"):
        day = st.date_input(
            words("frame.as_of"),
            min_value=address.EARLIEST,
            max_value=max(ledger.last_day, date.today()),
            format="DD.MM.YYYY" if words.language == "de" else "DD/MM/YYYY",
            key="as_of",
            help=words("frame.as_of_help"),
            on_change=_stop,
            width=190,
        )
        for name, target in (("story_day", ledger.story_day), ("latest", ledger.last_day)):
            st.button(
                words(f"frame.{name}"),
                key=name,
                icon=":material/check:" if state["as_of"] == target else None,
                on_click=_set_day,
                args=(target,),
                help=words.day(target),
            )
        st.html(render("hint", words, text=words("frame.receipts")), width="stretch")
        st.segmented_control(
            words("frame.language"),
            LANGUAGES,
            format_func=lambda one: words(f"frame.{one}"),
            key="lang",
            required=True,
            label_visibility="collapsed",
        )
    if state["unusable"]:
        st.warning(
            words("frame.unusable", names=", ".join(state["unusable"]), day=words.day(state["as_of"])),
            icon=":material/info:",
        )
    return day if isinstance(day, date) else ledger.story_day


def _remember_unusable(asked: address.Asked) -> None:
    """Remember what of the address could not be used, to be said until the reader goes to another day or language.

    The address is corrected at once, so the next run no longer sees what was wrong with it.
    """
    state = st.session_state
    moved = any(state[name] != state.get(f"shown_{name}") for name in ("as_of", "lang"))
    if asked.unusable or moved:
        state["unusable"] = asked.unusable


def _set_day(day: date) -> None:
    st.session_state["as_of"] = day
    _stop()


def _stop() -> None:
    """End the passing of days: the reader has taken the day into his own hand."""
    st.session_state["passing"] = False


def move_to(day: date, *, passing: bool = False) -> None:
    """Move the board to a day: for pages, whose run comes after the day's own field has been drawn.

    With `passing`, days pass by from now on, until the board is moved without it or the page is left.
    """
    st.session_state["next_as_of"], st.session_state["passing"] = day, passing


@st.fragment(run_every=WATCH_EVERY)
def _watch(version: int, faults: int) -> None:
    """Rerun the whole page when the data have changed or have been mended since it was drawn."""
    board = store().board()
    if (board.version, hash(board.faults)) != (version, faults):
        st.rerun()


def _faults(board: Board, words: Words) -> None:
    st.html(
        render(
            "faults",
            words,
            kept=board.ledger is not None,
            title=words("faults.title" if board.ledger is None else "faults.kept_title"),
            lead=words.count("faults.lead", len(board.faults)),
            faults=[str(fault) for fault in board.faults],
            way_out=words("faults.way_out" if board.ledger is None else "faults.way_out_kept"),
        )
    )
