"""Streamlit's messages: what a browser sends to have a page drawn, and what is to be read from the answers.

The message classes are those of the installed Streamlit, so that a new release is measured with its own protocol.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qs

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

FINISHED = ForwardMsg.FINISHED_SUCCESSFULLY
STARTED_OVER = ForwardMsg.FINISHED_EARLY_FOR_RERUN  # the script asked for a rerun; another end will follow


def rerun(url: str, query: str, page_hash: str, cached: Iterable[str]) -> BackMsg:
    """Return the message that asks for a page by its hash; an empty hash asks for the start page."""
    message = BackMsg()
    wanted = message.rerun_script
    wanted.query_string = query
    wanted.page_script_hash = page_hash
    wanted.cached_message_hashes.extend(cached)
    context = wanted.context_info
    context.timezone, context.timezone_offset = "Europe/Berlin", -60
    context.locale, context.color_scheme = "de-DE", "light"
    context.url, context.is_embedded = url, False
    return message


def chart_bytes(message: ForwardMsg) -> int | None:
    """Return the size of a chart's JSON, or None if the message does not bring a chart."""
    if message.WhichOneof("type") != "delta" or message.delta.WhichOneof("type") != "new_element":
        return None
    element = message.delta.new_element
    if element.WhichOneof("type") != "plotly_chart":
        return None
    return len(element.plotly_chart.spec.encode())


def failure(message: ForwardMsg) -> str:
    """Return what an error box on the page says; empty if the message brings none."""
    if message.WhichOneof("type") != "delta" or message.delta.WhichOneof("type") != "new_element":
        return ""
    element = message.delta.new_element
    if element.WhichOneof("type") != "exception":
        return ""
    return f"{element.exception.type}: {element.exception.message}"


def parameter(query: str, name: str) -> str:
    """Return a parameter of a query string; empty if it is not there."""
    return parse_qs(query.removeprefix("?")).get(name, [""])[0]
