"""What pages put on the screen: exhibits with their rows, choices in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard import citing
from dashboard.address import settle
from dashboard.drawing.picture import Picture
from dashboard.drawing.wording import Words
from dashboard.frame import here
from dashboard.loading import store
from dashboard.views import citations
from dashboard.views.exhibits import Exhibit

ZOOM = ["zoomIn2d", "zoomOut2d", "resetScale2d"]
# Plotly's own words for its buttons, and ours.
MODEBAR = {
    "Download plot as a PNG": "chart.png",
    "Zoom in": "chart.zoom_in",
    "Zoom out": "chart.zoom_out",
    "Reset axes": "chart.zoom_reset",
}
NONE = "-"  # what the address says where nothing is chosen and that is not the default


class Ready(go.Figure):
    """A finished chart: hands out the same plain dictionary each time Streamlit asks for it.

    Streamlit encodes a chart on every rerun; validating and copying a Plotly object costs ten times what sending does.
    """

    _ready: dict[str, Any]

    def __init__(self, spec: dict[str, Any]) -> None:
        """Take a chart as Plotly's JSON schema has it; Plotly's own set-up, which builds an empty one, is left out."""
        object.__setattr__(self, "_ready", spec)

    def to_dict(self) -> dict[str, Any]:
        """Return what was encoded."""
        return self._ready


@lru_cache(maxsize=512)
def ready(picture: Picture) -> Ready:
    """Return the encoded chart of a picture, made once."""
    return Ready(picture.chart.spec())


def show(exhibit: Exhibit, words: Words, key: str) -> None:
    """Show an exhibit: the chart (or why there is none), and its rows as a table and as CSV on demand."""
    if exhibit.picture is None:
        st.html(exhibit.table)
        return
    movable = exhibit.picture.chart.layout["dragmode"] == "pan"
    st.plotly_chart(
        ready(exhibit.picture),
        theme=None,
        height=exhibit.picture.height,
        key=f"chart_{key}",
        alt=exhibit.picture.alt,
        config={
            "displaylogo": False,
            "displayModeBar": True,
            "modeBarButtons": [*([ZOOM] if movable else []), ["toImage"]],
            "locale": words.language,
            "locales": {"de": {"dictionary": {said: words(key) for said, key in MODEBAR.items()}}},
            "toImageButtonOptions": {"format": "png", "scale": 2, "filename": exhibit.name},
        },
    )
    if not len(exhibit.rows):
        return
    with st.container(horizontal=True):
        if exhibit.written:
            listing(exhibit, words("chart.rows"), words, key)
        else:  # the page itself lists the rows
            _download(exhibit, words, key)
        if exhibit.of_figures:
            _cite(exhibit, exhibit.picture.title, words, key)


def listing(exhibit: Exhibit, label: str, words: Words, key: str) -> None:
    """Show an exhibit's rows behind a label, as a table and as CSV."""
    rows = st.expander(label, key=f"rows_{key}", on_change="rerun")
    if rows.open:
        with rows:
            st.html(exhibit.table)
            _download(exhibit, words, key)


def _cite(exhibit: Exhibit, title: str, words: Words, key: str) -> None:
    """Offer the citation of a chart; it is made when asked for."""
    offered = st.popover(words("cite.button"), icon=":material/format_quote:", key=f"cite_{key}", on_change="rerun")
    if offered.open:
        with offered:
            citation = store().passing(citations.chart, here(), title, exhibit.rows)
            citing.show(citation, words, exhibit.name, f"cite_{key}")


def _download(exhibit: Exhibit, words: Words, key: str) -> None:
    name = f"{exhibit.name}.csv"
    st.download_button(words("chart.csv"), exhibit.csv.encode(), name, "text/csv", key=f"csv_{key}", on_click="ignore")


def choose(label: str, options: Mapping[str, str], key: str) -> str:
    """Let the reader choose one of a few options, kept in the address; returns the chosen key."""
    _settle(options, key)
    st.segmented_control(label, list(options), required=True, format_func=lambda one: options.get(one, one), key=key)
    return _remember(options, key)


def choose_from_list(label: str, options: Mapping[str, str], key: str) -> str:
    """Let the reader choose one of many options, kept in the address; returns the chosen key."""
    _settle(options, key)
    st.selectbox(label, list(options), format_func=lambda one: options.get(one, one), key=key)
    return _remember(options, key)


def choose_several(label: str, options: Mapping[str, str], key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Let the reader choose any of some options, kept in the address; returns the chosen keys, none included."""
    state = st.session_state
    written = st.query_params.get(key)
    asked = None if written is None else tuple(one for one in options if one in written.split(","))
    chosen = None if state.get(key) is None else tuple(one for one in options if one in state[key])
    shown = state.get(f"shown_{key}")
    otherwise = shown if key not in state and shown is not None else default
    state[key] = list(settle(chosen, shown, asked, otherwise))
    st.pills(label, list(options), selection_mode="multi", format_func=lambda one: options.get(one, one), key=key)
    picked = tuple(one for one in options if one in state[key])
    _write(key, "" if picked == default else ",".join(picked) or NONE)
    state[f"shown_{key}"] = picked
    return picked


@dataclass(frozen=True)
class Picked:
    """What a reader picked out of many: the keys to use, those there is no option for, and those beyond the most."""

    chosen: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    over: tuple[str, ...] = ()


def choose_many(label: str, options: Mapping[str, str], key: str, most: int, placeholder: str) -> Picked:
    """Let the reader pick up to `most` of very many options, kept in the address in the order picked.

    What the address asks for and cannot be had stays in the address, and is handed back, until the reader picks anew:
    on another day it may be there.
    """
    state = st.session_state
    written = st.query_params.get(key)
    asked = None if written is None else tuple(dict.fromkeys(one for one in written.split(",") if one))
    held, shown = state.get(f"held_{key}"), state.get(f"shown_{key}")
    chosen = tuple(state[key]) if key in state else None
    wanted = settle(chosen, held, asked, shown if key not in state and shown is not None else ())
    known = tuple(one for one in wanted if one in options)
    state[key] = list(known[:most])
    st.multiselect(
        label, list(options), format_func=lambda one: options.get(one, one), key=key, placeholder=placeholder
    )
    _write(key, ",".join(wanted))
    state[f"held_{key}"], state[f"shown_{key}"] = known[:most], wanted
    return Picked(known[:most], tuple(one for one in wanted if one not in options), known[most:])


def _settle(options: Mapping[str, str], key: str) -> None:
    """Set a widget, before it is drawn, to what the reader or the address chose; the first option is the default.

    On coming back to a page, where Streamlit has dropped the widget and the parameter, the last choice stands again.
    Streamlit can bind a widget to the address by itself, but writes the option's label: a link would not survive a
    change of language.
    """
    state = st.session_state
    asked = st.query_params.get(key)
    shown = state.get(f"shown_{key}")
    otherwise = shown if key not in state and shown in options else next(iter(options))
    chosen = state.get(key) if state.get(key) in options else None
    state[key] = settle(chosen, shown, asked if asked in options else None, otherwise)


def _remember(options: Mapping[str, str], key: str) -> str:
    chosen = st.session_state[key] if st.session_state[key] in options else next(iter(options))
    if st.query_params.get(key) != chosen:  # a link that names the default keeps it: another day's may be another
        _write(key, "" if chosen == next(iter(options)) else chosen)
    st.session_state[f"shown_{key}"] = chosen
    return chosen


def _write(key: str, value: str) -> None:
    """Write a choice into the address, or take it out where it is the default."""
    if value and st.query_params.get(key) != value:
        st.query_params[key] = value
    elif not value and key in st.query_params:
        del st.query_params[key]
