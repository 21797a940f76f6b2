"""How much a file may hold. A long wire story has 20 kB; what is far beyond that is a mistake or an attack."""

from __future__ import annotations

from dashboard.reading.inputs.errors import InputError

MAX_BYTES = 10_000_000  # of one file as received
MAX_CHARACTERS = 5_000_000  # of the text in it
MAX_ELEMENTS = 20_000  # of a web page; the largest news pages have 10,000, and finding the article takes 50 µs for each
MAX_XML_ELEMENTS = 300_000  # of an XML document; a long report in Word has 100,000
MAX_ATTRIBUTES = 1_000  # of one of its tags; HTML parsers compare each with each
MAX_UNPACKED = 20_000_000  # bytes of one part of a .docx
MAX_RATIO = 200  # unpacked to packed bytes of such a part; Word's own XML packs to about a tenth
MAX_PARTS = 5_000  # of a .docx


def check_bytes(size: int) -> None:
    """Refuse a file of more than `MAX_BYTES`, and an empty one."""
    if not size:
        raise InputError("is empty (0 bytes); get the file again")
    if size > MAX_BYTES:
        raise InputError(f"has more than {MAX_BYTES // 1_000_000} MB; save the story alone, without pictures")


def check_text(text: str) -> None:
    """Refuse a text without a word, one of more than `MAX_CHARACTERS`, and one that cannot be written down again."""
    if not text.strip():
        raise InputError("holds no text; open the file and see whether the story is in it")
    if len(text) > MAX_CHARACTERS:
        raise InputError(f"has {len(text):,} characters, {MAX_CHARACTERS:,} at most; save the story alone")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            "holds half of a surrogate pair, which is no character; export the file again",
            f"character {error.start + 1} of the text",
        ) from None
