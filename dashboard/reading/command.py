"""`python -m dashboard read`: files in, figures out, as JSON for machines or marked in the text for people."""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboard.reading import LANGUAGES

if TYPE_CHECKING:
    from dashboard.reading.candidates import Candidate
    from dashboard.reading.inputs import Received
    from dashboard.reading.reader import Reading
    from dashboard.reading.registers import Register


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options of `read` to its parser."""
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="a story: plain text, HTML, ninjs, NewsML-G2, .docx"
    )
    parser.add_argument(
        "--published",
        type=_day,
        metavar="DAY",
        help="the day the story was published (2024-11-06), from which “Monday” or “last month” are counted; "
        "needed unless the file says it itself, and goes before what the file says",
    )
    parser.add_argument(
        "--language", choices=LANGUAGES, help="language of the story (default: the file's, or the text's)"
    )
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="print a JSON object for each file, one a line")
    forms.add_argument(
        "--candidates",
        action="store_true",
        help="print a CSV row for each figure, in the columns of data/figures.csv, with ids suggested by name",
    )
    forms.add_argument(
        "--misses", action="store_true", help="as --bench, and list what was missed or wrong in the development stories"
    )
    forms.add_argument(
        "--bench", action="store_true", help="measure the reader on the annotated stories, and its speed"
    )


def run(arguments: argparse.Namespace, register: Callable[[], Register]) -> int:
    """Read the files named, print what was found; return 1 if one of them could not be read, 2 if none was named.

    `register` gives the names to look candidates up by; it is asked only if somebody wants candidates.
    """
    from dashboard.reading.inputs import InputError
    from dashboard.reading.reader import UnreadableError

    if not arguments.files:
        print("read: name at least one file, or --bench", file=sys.stderr)
        return 2
    if isinstance(sys.stdout, io.TextIOWrapper):  # a pipe of an old console knows no narrow spaces
        sys.stdout.reconfigure(encoding="utf-8")
    failed = headed = False
    rows = csv.writer(sys.stdout, lineterminator="\n")
    known = register() if arguments.candidates else None
    for path in arguments.files:
        try:
            received, reading = _read(path, arguments.published, arguments.language)
        except (InputError, UnreadableError) as error:
            message = str(error) if isinstance(error, InputError) else f"{path}: {error}"
            print(f"read: {message}", file=sys.stderr)
            failed = True
            continue
        if other := _other_language(reading):
            print(f"read: {path}: {other}", file=sys.stderr)
        if arguments.json:
            print(json.dumps(_answer(received, reading, path), ensure_ascii=False))
        elif known is not None:
            _print_candidates(rows, path, reading, known, heading=not headed)
            headed = True
        else:
            from dashboard.reading import display

            display.show(path.name, received, reading)
    return int(failed)


def _read(path: Path, published: date | None, language: str | None) -> tuple[Received, Reading]:
    """Return what a file holds and what was read in it.

    Raises:
        InputError, UnreadableError: it cannot be read, or nobody says when it was published.
    """
    from dashboard.reading.inputs import receive
    from dashboard.reading.reader import UnreadableError, read

    received = receive(path)
    day = published or received.published
    if day is None:
        raise UnreadableError("says no day of publication; give it with --published, as in --published 2024-11-06")
    said = (received.language or "").partition("-")[0].lower()
    return received, read(received.text, day, language or (said if said in LANGUAGES else None))


def _other_language(reading: Reading) -> str | None:
    """Return a warning if a text was read in a language that its words do not seem to be in; None if all is well."""
    from dashboard.reading.reader import language_told
    from dashboard.reading.text.languages import name_of

    told = language_told(reading.text)
    if told in (None, reading.language):
        return None
    return f"read as {name_of(reading.language)}, but it looks like {name_of(told)}; if it is, say --language {told}"


def _answer(received: Received, reading: Reading, path: Path) -> dict[str, Any]:
    """Return the JSON object of a file; text that is not the file's own bytes comes with it, as offsets count in it."""
    from dashboard.reading.reader import as_json

    answer = as_json(reading, path.stem)
    if received.format != "text":
        answer["text"] = received.text
    return answer


def _print_candidates(rows: Any, path: Path, reading: Reading, register: Register, *, heading: bool) -> None:
    from dashboard.reading.candidates import Candidate, candidates

    if heading:
        rows.writerow(["file", *Candidate.__dataclass_fields__])
    for candidate in candidates(reading, register):
        rows.writerow([path.name, *_cells(candidate)])


def _cells(candidate: Candidate) -> Iterator[str]:
    for value in asdict(candidate).values():
        if isinstance(value, bool):
            yield str(value).lower()
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield " ".join(value)
        else:
            yield "" if value is None else str(value)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2024-11-06") from None
