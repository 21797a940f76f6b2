"""Plays the days of the board: a slider over the days on which something changed, with play and pause."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard import frame
from dashboard.views.request import Request

STEP = 1.5  # seconds a day is shown while playing


def slider(days: list[str], request: Request) -> None:
    """Draw the slider at the board's day; moving it, by hand or by playing, moves the whole board.

    P plays and pauses; with the slider in focus the arrow keys go day by day.
    """
    words, playing = request.words, frame.passing()
    st.session_state["player"] = request.day.isoformat()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.button(
            words("map.pause" if playing else "map.play"),
            icon=":material/pause:" if playing else ":material/play_arrow:",
            key="play",
            shortcut="p",
            on_click=_toggle,
            args=(days, request.day),
        )
        st.select_slider(
            words("map.slider"),
            days,
            key="player",
            on_change=_moved,
            format_func=lambda one: words.short_day(date.fromisoformat(one)),
        )
    if playing:
        _play(days, request.day.isoformat())


def after(days: list[str], day: str) -> str | None:
    """Return the first of `days` (ISO, ascending) after `day`, or None at the end."""
    return next((one for one in days if one > day), None)


def _toggle(days: list[str], day: date) -> None:
    """Pause, or play on from the day shown; from the last day play from the first."""
    playing = not frame.passing()
    st.session_state["played"] = None
    start = date.fromisoformat(days[0]) if playing and after(days, day.isoformat()) is None else day
    frame.move_to(start, passing=playing)


def _moved() -> None:
    frame.move_to(date.fromisoformat(st.session_state["player"]))


@st.fragment(run_every=STEP)
def _play(days: list[str], day: str) -> None:
    """Step to the next day each time the browser's clock reruns this fragment, but not while the page itself runs."""
    state = st.session_state
    if state.get("played") != day:
        state["played"] = day
        return
    following = after(days, day)
    frame.move_to(date.fromisoformat(following or day), passing=following is not None)
    st.rerun()
