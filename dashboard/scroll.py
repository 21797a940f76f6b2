"""Brings the part of a page that the address asks for into view, once for each time it is asked for."""

from __future__ import annotations

import streamlit as st

_JS = """
let last = ''

export default function (component) {
  const { data } = component
  const seek = left => {
    const goal = document.querySelector(data.part)
    if (goal) goal.scrollIntoView({ block: 'center' })
    else if (left) requestAnimationFrame(() => seek(left - 1)) // drawn in the same run, perhaps a little later
  }
  if (data.asked && data.asked !== last) seek(60)
  last = data.asked
}
"""

_SCROLL = st.components.v2.component("lagebild_scroll", html="<span></span>\n", js=_JS)


def to(part: str, asked: str) -> None:
    """Scroll to the first element that fits the selector `part`, if something is `asked` for that was not before."""
    _SCROLL(key="scroll", data={"part": part, "asked": asked}, height=1)
