"""Follows the board's own links without loading the page anew: receipts, passages, other pages; and prints.

A link made by `dashboard.views.links` carries the class `lb-go`; a chart's mark carries its address as custom data (or
as the legend group of its trace), a chart's text as its name. The browser enters the address into its history and
tells Streamlit of it as it does of the back button; Python only ever sees the address. Where the script does not run,
or a reader opens a link in a new tab, it is an ordinary link.

Streamlit's own ways are not used: a mark selected on a chart would have to be deselected before it can be opened
again, texts in a chart cannot be selected at all, and `st.switch_page` leaves an entry for the page left with the
parameters of the page entered.
"""

from __future__ import annotations

import streamlit as st

_JS = """
const opens = points => points.map(one => one.customdata || one.data.legendgroup).find(one => one)

// An address that starts with a question mark changes only what it names; `receipts` counts those opened in a row.
const go = address => {
  const goal = new URL(address, location.href)
  if (address.startsWith('?')) {
    const kept = new URLSearchParams(location.search)
    new URLSearchParams(address).forEach((value, key) => value ? kept.set(key, value) : kept.delete(key))
    goal.search = kept
  }
  if (goal.href === location.href) return
  const here = new URLSearchParams(location.search)
  const lit = goal.pathname === location.pathname && goal.searchParams.get('at') === here.get('at')
  const before = (history.state || {}).receipts || 0
  history.replaceState({ ...history.state, top: scrolled().scrollTop }, '')
  history.pushState({ receipts: goal.searchParams.has('figure') ? before + 1 : 0 }, '', goal)
  tell()
  // The passage asked for is lit already: nothing will be drawn anew that could bring it into view.
  if (lit && here.get('at')) document.querySelector('.lb-here')?.scrollIntoView({ block: 'center' })
}

const tell = () => dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
const scrolled = () => document.querySelector('.stMain') || document.documentElement

// Back where the reader was on a page left by a door, as soon as it is long enough again, unless he moves himself.
let returning = 0
const stay = () => { returning += 1 }
const back = () => {
  const { top } = history.state || {}
  const mine = returning += 1
  let left = 60
  const seek = () => {
    if (mine !== returning || left-- === 0) return
    if (scrolled().scrollTop !== top) scrolled().scrollTop = top
    setTimeout(seek, 50)
  }
  if (top !== undefined) seek()
}
const MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown']

// Back to before the first receipt; where the board was entered by a receipt's address there is nothing before it.
const close = () => {
  const { receipts } = history.state || {}
  if (receipts) history.go(-receipts)
  else {
    const bare = new URL(location.href)
    bare.searchParams.delete('figure')
    history.replaceState({}, '', bare)
    tell()
  }
}

const listen = event => {
  const chart = event.target.closest ? event.target.closest('.js-plotly-plot') : null
  if (!chart || !chart.on || chart.lagebild) return
  chart.lagebild = true
  chart.on('plotly_click', ({ points }) => opens(points) && go(opens(points)))
  chart.on('plotly_clickannotation', ({ annotation }) => annotation.name && go(annotation.name))
  chart.on('plotly_hover', ({ points }) => chart.classList.toggle('lb-opens', Boolean(opens(points))))
  chart.on('plotly_unhover', () => chart.classList.remove('lb-opens'))
}

const follow = event => {
  const door = event.target.closest ? event.target.closest('a.lb-go, button.lb-print') : null
  if (!door || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  if (door.matches('button')) print()
  else go(door.getAttribute('href'))
}

let closed = 0

export default function (component) {
  const { data } = component
  if (data.closed > closed) close()
  closed = data.closed
  document.addEventListener('pointerover', listen)
  document.addEventListener('click', follow)
  window.addEventListener('popstate', back)
  MOVES.forEach(move => document.addEventListener(move, stay, { passive: true }))
  return () => {
    document.removeEventListener('pointerover', listen)
    document.removeEventListener('click', follow)
    window.removeEventListener('popstate', back)
    MOVES.forEach(move => document.removeEventListener(move, stay))
  }
}
"""

_DOORS = st.components.v2.component("lagebild_doors", html="<span></span>\n", js=_JS)


def listen() -> None:
    """Draw what listens for clicks on the board's own links, and hand on that a receipt was closed."""
    _DOORS(key="doors", data={"closed": st.session_state.get("closed", 0)}, height=1)


def receipt_asked() -> str:
    """Return the id of the figure whose receipt the address asks for; empty if none, or if the reader has closed it."""
    state = st.session_state
    asked = st.query_params.get("figure", "")
    if state.get("closing") != asked:
        state["closing"] = None
    return "" if state.get("closing") else asked


def close_receipt() -> None:
    """Close the receipt: the browser goes back to where it was opened, and until it has, the address still asks."""
    state = st.session_state
    state["closing"] = st.query_params.get("figure")
    state["closed"] = state.get("closed", 0) + 1
