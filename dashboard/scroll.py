"""Brings the part of a page that the address asks for into view, once for each time it is asked for."""

from __future__ import annotations

import streamlit as st

_JS = """
export default function (component) {
  const { part, asked } = component.data
  // Kept in the part itself: gone with the page, so that the same can be asked for anew.
  const done = component.parentElement.querySelector('span').dataset
  let tries = 60
  const seek = () => {
    const goal = document.querySelector(part)
    if (goal) goal.scrollIntoView({ block: 'center' })
    else if (tries-- > 0) setTimeout(seek, 50)  // drawn in the same run, perhaps a little later
  }
  if (asked && asked !== done.asked) seek()
  done.asked = asked
}
"""

_SCROLL = st.components.v2.component("lagebild_scroll", html="<span></span>\n", js=_JS)


def to(part: str, asked: str) -> None:
    """Scroll to the first element that fits the selector `part`, if something is `asked` for that was not before."""
    _SCROLL(key="scroll", data={"part": part, "asked": asked}, height=1)
