"""Brings a passage into view once the page is there: an address names it before its text has arrived."""

from __future__ import annotations

import streamlit as st

_JS = """
export default function (component) {
  const { at } = component.data
  const shown = component.parentElement.querySelector('span').dataset
  if (!at || shown.at === at) return
  shown.at = at
  let tries = 60
  const find = () => {
    const place = document.getElementById('at-' + at)
    if (place) place.scrollIntoView({ block: 'center' })
    else if (tries-- > 0) setTimeout(find, 50)
  }
  find()
}
"""

_SPOTLIGHT = st.components.v2.component("lagebild_spotlight", html="<span></span>\n", js=_JS)


def show(row_id: str) -> None:
    """Scroll to the words of the row with this id, once each time the address comes to name it; nothing if empty."""
    _SPOTLIGHT(key="spotlight", data={"at": row_id}, height=1)
