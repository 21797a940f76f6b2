"""Learns from the browser what Python cannot know: how wide the window is and whether it is dark.

Text inside a chart cannot reflow and a chart cannot follow a stylesheet, so both have to be known when it is drawn.
"""

from __future__ import annotations

from typing import get_args

import streamlit as st

from dashboard.drawing.style import Screen, Theme

_JS = """
export default function (component) {
  const { setStateValue } = component
  const dark = () => {
    const page = document.querySelector('.stApp')
    const [r, g, b] = getComputedStyle(page).backgroundColor.match(/\\d+/g).map(Number)
    return r * 0.299 + g * 0.587 + b * 0.114 < 128
  }
  const report = () => {
    const width = window.innerWidth
    const classes = [[700, 'phone'], [1200, 'tablet'], [1680, 'desk'], [2560, 'wide'], [Infinity, 'wall']]
    const screen = classes.find(([below]) => width < below)[1]
    const seen = screen + ' ' + (dark() ? 'dark' : 'light')
    setStateValue('seen', seen)
    document.documentElement.dataset.seen = seen // reported: from now on the page is drawn for this window
  }
  let wait
  const later = () => { clearTimeout(wait); wait = setTimeout(report, 250) }
  window.addEventListener('resize', later)
  const scheme = window.matchMedia('(prefers-color-scheme: dark)')
  scheme.addEventListener('change', later)
  report()
  return () => {
    clearTimeout(wait)
    window.removeEventListener('resize', later)
    scheme.removeEventListener('change', later)
  }
}
"""

_PROBE = st.components.v2.component("lagebild_probe", html="<span></span>\n", js=_JS)


def seen() -> tuple[Theme, Screen]:
    """Return theme and screen class; before the browser has answered, what its headers suggest."""
    result = _PROBE(key="probe", on_seen_change=lambda: None, height=1)
    state = st.session_state
    state["probe_awaited"] = "probe_awaited" not in state and not result.seen
    screen, _, theme = str(result.seen or "").partition(" ")
    if screen in get_args(Screen) and theme in get_args(Theme):
        return ("dark" if theme == "dark" else "light"), _screen(screen)
    agent = st.context.headers.get("User-Agent", "")
    return ("dark" if st.context.theme.type == "dark" else "light"), "phone" if "Mobile" in agent else "desk"


def awaited() -> bool:
    """Whether this is a session's first run, before its browser has reported: the page will be drawn again soon."""
    return bool(st.session_state.get("probe_awaited"))


def _screen(name: str) -> Screen:
    return next(one for one in get_args(Screen) if one == name)
