"""Bytes to text, strictly: what is not certain is refused, and nothing is ever replaced by a question mark.

In this order: a byte order mark; UTF-8; what an XML declaration or an HTML `<meta>` says; UTF-16 without a mark; the
old Western encodings, by whether they make words of the signs above ASCII (charset-normalizer, which counts letters,
takes short German for Czech); charset-normalizer for the others, where all its readings of the file agree.
"""

from __future__ import annotations

import re
from itertools import islice

from dashboard.reading.inputs.errors import InputError, at

# Byte order marks; that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# What files declare, and the codec the web reads it by: Latin 1 has been windows-1252 in practice since the 1990s.
_DECLARED = {
    **dict.fromkeys(
        ("ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "windows-1252", "cp1252"), "windows-1252"
    ),
    **dict.fromkeys(("iso-8859-15", "iso8859-15", "latin9", "latin-9"), "iso-8859-15"),
    **{f"iso-8859-{number}": f"iso-8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 16)},
    **{f"windows-{number}": f"windows-{number}" for number in (1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258)},
    **{name: name for name in ("koi8-r", "koi8-u", "gb18030", "shift_jis", "euc-jp", "euc-kr", "big5")},
    "iso-8859-9": "windows-1254",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "macintosh": "macintosh",
    "ibm850": "ibm850",
}
_SAYS = re.compile(rb"""(?:<\?xml[^>]*?encoding|<meta[^>]*?charset)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.I)
_HEAD = 4096  # bytes in which a file declares its encoding

_WESTERN = (("windows-1252", "iso-8859-15"), ("macintosh", "ibm850"))  # the likelier two first; of two the better
_LETTERS = frozenset("ÄÖÜäöüßÀÂÆÇÈÉÊËÎÏÔŒÙÛàâæçèéêëîïôœùûÿ")
_SIGNS = frozenset("„“”‚‘’«»‹›–—…•·€£§°²³½¼¾×±©®™\xa0\xad")
_NAMES = frozenset("ŠšŽž")  # letters of names from the Balkans, which wires write
_RARER_LETTERS = frozenset("áíóúñÁÍÓÚÑìòÌÒãõÃÕåÅøØðýŸª")
_RARER_SIGNS = frozenset("¡¿†‡‰ˆ˜ƒ¢¥µ¶÷¹º´¨¯¦¬")
_FRACTIONS = frozenset("½¼¾")
_LONE = frozenset("àÀôÔ")  # letters that are a word
# What a reading may cost: that of one rare letter, and of one more in every four signs above ASCII.
_SLACK, _STRANGE = 1.0, 0.25
_JUDGED = 5_000  # signs above ASCII that are looked at

_OTHERS = ("cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "iso8859_2", "iso8859_5", "koi8_r", "koi8_u")
_SAMPLE = 60_000  # bytes that charset-normalizer gets to see
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_WAY_OUT = "save it again as UTF-8"


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text of `data` without its byte order mark, and the name of its encoding; InputError if uncertain."""
    text, encoding = _decoded(data)
    if (nul := text.find("\0")) >= 0:
        raise InputError(f"holds a NUL byte, which no text has; {_WAY_OUT}", at(*_place(text, nul)))
    if len(_CONTROLS.findall(text)) > max(min(10, len(text) // 4), len(text) // 20):
        raise InputError("is not text: too many control characters; export the story as .txt or .docx")
    return text, encoding


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, len(mark), encoding), encoding.removesuffix("-le").removesuffix("-be")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        broken = error.start
    if said := _declared(data):
        try:
            return data.decode(said), said
        except UnicodeDecodeError:
            pass  # the declaration is wrong, as it often is after a conversion: the bytes decide
    _refuse_broken_utf8(data, broken)
    return _wide(data) or _western(data) or _other(data)


def _marked(data: bytes, mark: int, encoding: str) -> str:
    try:
        return data[mark:].decode(encoding)
    except UnicodeDecodeError as error:
        broken = f"byte {mark + error.start + 1}"
        raise InputError(f"begins as {encoding.upper()}, but goes on as something else; {_WAY_OUT}", broken) from None


def _declared(data: bytes) -> str | None:
    found = _SAYS.search(data[:_HEAD])
    return _DECLARED.get(found[1].decode("ascii").lower()) if found else None


def _refuse_broken_utf8(data: bytes, broken: int) -> None:
    """Refuse UTF-8 with a few bad bytes: read as anything else, all its umlauts would be wrong."""
    whole = data.decode("utf-8", "replace")
    bad = whole.count("\ufffd") - data.count("\ufffd".encode())
    good = sum(1 for _ in islice(re.finditer(r"[^\x00-\x7f\ufffd]", whole), bad + 2))
    if good >= bad + 2:
        line = data.count(b"\n", 0, broken) + 1
        raise InputError(f"is UTF-8, but not byte 0x{data[broken]:02X}; {_WAY_OUT}", at(line))


def _wide(data: bytes) -> tuple[str, str] | None:
    """Read UTF-16 without a mark: Western text has a NUL at every other byte."""
    if len(data) % 2 or data.count(0) * 3 < len(data):
        return None
    odd = data[1::2].count(0)
    encoding = "utf-16-le" if odd * 2 > data.count(0) else "utf-16-be"
    try:
        return data.decode(encoding), "utf-16"
    except UnicodeDecodeError:
        return None


def _western(data: bytes) -> tuple[str, str] | None:
    for encodings in _WESTERN:
        costs = []
        for encoding in encodings:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            cost, signs = _strangeness(text)
            if cost <= _SLACK + _STRANGE * signs:
                costs.append((cost, len(costs), text, encoding))
        if costs:
            return min(costs)[2:]
    return None


def _strangeness(text: str) -> tuple[float, int]:
    """Return how unlike German, English or French the signs above ASCII are, and how many were looked at.

    Usual signs in usual places cost nothing.
    """
    signs = list(islice(re.finditer(r"[^\x00-\x7f]", text), _JUDGED))
    around = ((one[0], text[max(one.start() - 1, 0) : one.start()], text[one.end() : one.end() + 1]) for one in signs)
    return sum(_cost(*one) for one in around), len(signs)


def _cost(sign: str, before: str, after: str) -> float:
    """Return what one sign costs between its neighbours ("" at the ends of the text)."""
    if sign in _LETTERS or sign in _RARER_LETTERS or sign in _NAMES:
        cost = 0.5 if sign in _NAMES else float(sign in _RARER_LETTERS)
        capital_inside = before.islower() and sign.isupper()
        alone = not before.isalpha() and not after.isalpha() and sign not in _LONE
        in_a_row = before > "\x7f" and before.isalpha() and after > "\x7f" and after.isalpha()
        return cost + 2 * (capital_inside or alone) + in_a_row
    if sign in _SIGNS or sign in _RARER_SIGNS:
        misplaced = before.isalpha() and after.isalpha() and sign not in "’\xad·–—…"
        if sign in _FRACTIONS:
            misplaced = before.isalpha() or after.isalpha()
        return (sign in _RARER_SIGNS) + 2 * misplaced
    return 3


def _other(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    lines = (line for line in data.splitlines(keepends=True) if not line.isascii())
    sample = b"".join(islice(lines, 500))[:_SAMPLE]
    fitting = [one for one in from_bytes(sample, cp_isolation=list(_OTHERS)) if not one.chaos and one.coherence]
    if fitting and len({str(one) for one in fitting}) == 1:
        encoding = fitting[0].encoding
        try:
            return data.decode(encoding), _registered(encoding)
        except UnicodeDecodeError:
            pass  # the sample was not the whole file
    raise InputError(f"is in an encoding that cannot be told for certain; {_WAY_OUT}")


def _registered(codec: str) -> str:
    """Return the name in the IANA register of one of `_OTHERS`."""
    return codec.replace("cp12", "windows-12").replace("iso8859_", "iso-8859-").replace("_", "-")


def _place(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of an offset, from 1; lines end with a line feed."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
