"""Text marked up for the page: statements, cautions, the treaty's path, lists and tables, from Jinja templates.

Autoescaping is on for every template: text from documents is hostile until shown as text.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dashboard.drawing.style import COLOURS
from dashboard.drawing.wording import Words

TEMPLATES = Path(__file__).parent / "templates"
# Signs that act instead of showing: controls (but tab), embeddings, overrides and isolates of direction, and the odd
# ones that end a line or mark the order of bytes.
_ACTING = re.compile("([\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ufff9-\\ufffb])")
_INNER = str.maketrans("„“”", "‚‘’")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["inner"] = inner
    return environment


def inner(text: str) -> str:
    """Return a text as it stands between quotation marks: its own become single ones."""
    return text.translate(_INNER)


def visible(text: str) -> list[tuple[str, str]]:
    """Return a document's text as runs that can be shown: signs as they are, or one sign that only acts, by its name.

    Control signs would be dropped or replaced by the browser, and signs that turn the direction of writing could make
    a text read as another one: each is shown by name instead. The second of a pair is that name, or empty.
    """
    runs: list[tuple[str, str]] = []
    for found in _ACTING.split(text):
        if found:
            acts = _ACTING.fullmatch(found)
            runs.append(("", f"U+{ord(found):04X}") if acts else (found, ""))
    return runs


def render(template: str, words: Words, **values: Any) -> str:
    """Return the HTML of `templates/<template>.html` filled with `values`; `t` is the board's voice.

    The outermost element carries the reader's language, because the page itself always says English.
    """
    body = _environment().get_template(f"{template}.html").render(t=words, **values)
    return f'<div class="lb" lang="{words.language}">{body}</div>'


@cache
def stylesheet() -> str:
    """Return the board's own rules, with every role as a variable that follows light and dark by itself."""
    roles = "\n".join(
        f"  --{role.replace('_', '-')}: light-dark({light}, {COLOURS['dark'][role]});"
        for role, light in COLOURS["light"].items()
    )
    css = (Path(__file__).parent / "board.css").read_text(encoding="utf-8")
    return f"<style>\n:root {{\n{roles}\n}}\n{css}</style>"
