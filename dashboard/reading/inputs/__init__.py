"""Files as newsrooms get them to one text each: plain text, web pages, ninjs, NewsML-G2, Word.

    story = receive(Path("story.json"))
    story.text, story.language, story.published

What a file is, is seen in its content; its name is a hint at most. A file that cannot be read for certain is refused
with an `InputError`, one line that says where and what to do. Nothing is fetched, nothing is guessed, nothing replaced.
"""

from __future__ import annotations

from pathlib import Path

from dashboard.reading.inputs import encodings, kinds, limits
from dashboard.reading.inputs.errors import InputError
from dashboard.reading.inputs.received import Format, Received

__all__ = ["Format", "InputError", "Received", "receive", "received"]


def receive(path: Path) -> Received:
    """Read one file; InputError, with the path as given, if it is not there, too large, or not to be read."""
    try:
        if path.exists() and not path.is_file():
            raise InputError("is not a file; name the files in it one by one", name=str(path))
        with path.open("rb") as file:
            data = file.read(limits.MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        why = getattr(error, "strerror", None) or str(error)
        problem = f"cannot be opened ({why[:1].lower()}{why[1:]}); check its name and rights"
        raise InputError(problem, name=str(path)) from None
    return received(data, str(path))


def received(data: bytes, name: str) -> Received:
    """Read the bytes of one file, as of an upload, that is called `name`; InputError if they are not to be read."""
    try:
        limits.check_bytes(len(data))
        story = _story(data, name)
        limits.check_text(story.text)
    except InputError as error:
        raise error.of(name) from None
    return story


def _story(data: bytes, name: str) -> Received:
    kinds.refuse_binary(data)
    if data.startswith(kinds.ZIP):
        from dashboard.reading.inputs import docx

        return docx.read(data)
    text, encoding = encodings.decoded(data)
    limits.check_text(text)
    kind = kinds.kind(text, name)
    if kind == "json":
        from dashboard.reading.inputs import ninjs

        return ninjs.read(text, encoding)
    if kind == "xml":
        from dashboard.reading.inputs import newsml

        return newsml.read(text, encoding)
    if kind == "html":
        from dashboard.reading.inputs import html

        return html.read(text, encoding)
    return Received(text=text, format="text", encoding=encoding)
