"""What is wrong with a file, said in one line: which file, where in it, what, and the way out."""

from __future__ import annotations

SHOWN = 60  # characters of a file's own text that a message quotes


class InputError(ValueError):
    """A file that cannot be read. `str()` is one line without control characters, fit for a terminal or a page.

    `name` is the file (the door fills it in), `place` a line, column or field, `problem` ends with the way out.
    """

    def __init__(self, problem: str, place: str = "", name: str = "") -> None:
        """Keep what is known; modules that see only bytes leave `name` empty."""
        super().__init__(problem, place, name)
        self.problem = problem
        self.place = place
        self.name = name

    def __str__(self) -> str:
        """Return the line."""
        return ": ".join(part for part in (shown(self.name, 200), self.place, self.problem) if part)

    def of(self, name: str) -> InputError:
        """Return the same fault with the name of its file."""
        return InputError(self.problem, self.place, name)


def shown(text: str, most: int = SHOWN) -> str:
    """Return foreign text fit for a message: what cannot be printed is escaped, and it is cut at `most` characters."""
    cut = text if len(text) <= most else f"{text[:most]}…"
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in cut)


def at(line: int, column: int | None = None) -> str:
    """Return a place in a text, both counted from 1."""
    return f"line {line}" if column is None else f"line {line}, column {column}"
