"""What pages put on the screen: exhibits with their rows, choices in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard.drawing.picture import Picture
from dashboard.drawing.wording import Words
from dashboard.views.exhibits import Exhibit


class Ready(go.Figure):
    """A finished chart: hands out the same plain dictionary each time Streamlit asks for it.

    Streamlit encodes a chart on every rerun; validating and copying a Plotly object costs ten times what sending does.
    """

    def __init__(self, spec: dict[str, Any]) -> None:
        """Take a chart as Plotly's JSON schema has it."""
        super().__init__()
        self._ready = spec

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
    st.plotly_chart(
        ready(exhibit.picture),
        theme=None,
        height=exhibit.picture.height,
        key=f"chart_{key}",
        alt=exhibit.picture.alt,
        config={
            "displaylogo": False,
            "displayModeBar": True,
            "modeBarButtons": [["toImage"]],
            "locale": words.language,
            "toImageButtonOptions": {"format": "png", "scale": 2, "filename": exhibit.name},
        },
    )
    if not exhibit.table:  # the page itself lists the rows
        _download(exhibit, words, key)
        return
    rows = st.expander(words("chart.rows"), key=f"rows_{key}", on_change="rerun")
    if rows.open:
        with rows:
            st.html(exhibit.table)
            _download(exhibit, words, key)


def _download(exhibit: Exhibit, words: Words, key: str) -> None:
    name = f"{exhibit.name}.csv"
    st.download_button(words("chart.csv"), exhibit.csv.encode(), name, "text/csv", key=f"csv_{key}", on_click="ignore")


def choose(label: str, options: Mapping[str, str], key: str) -> str:
    """Let the reader choose one of a few options, kept in the address; returns the chosen key."""
    chosen = st.segmented_control(
        label,
        list(options),
        default=next(iter(options)),
        required=True,
        format_func=lambda one: options.get(one, one),
        key=key,
        bind="query-params",
    )
    return chosen or next(iter(options))


def choose_from_list(label: str, options: Mapping[str, str], key: str) -> str:
    """Let the reader choose one of many options, kept in the address; returns the chosen key."""
    return st.selectbox(
        label, list(options), format_func=lambda one: options.get(one, one), key=key, bind="query-params"
    )
