"""Word documents (.docx, Office Open XML): the text of the main part, paragraph by paragraph, tables in their place.

Read from the XML itself, as python-docx leaves out what was inserted with tracked changes and what stands in content
controls, and a figure lost is worse than a line of code. Insertions count as accepted, deletions as gone.
Headers, footers, footnotes, comments and pictures are no part of the story.

The document's properties are not trusted: `created` is the day on which the template was made or the file first saved
(python-docx's template says 2013), `modified` that of the last opening, `title` and `language` are the template's. So a
.docx says nothing of itself, and the caller has to.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from dashboard.reading.inputs import blocks, encodings, limits, said, xml
from dashboard.reading.inputs.errors import InputError, shown
from dashboard.reading.inputs.received import Received

_LINKS = "_rels/.rels"
_MAIN = "word/document.xml"
_WAY_OUT = "save it again as .docx, or its text as .txt"
_OTHERS = (("xl/", "a spreadsheet"), ("ppt/", "a presentation"), ("content.xml", "an OpenDocument file"))
# What zipfile raises for archives that are broken: fields cut short, names that are no text, offsets before the start.
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError),
    *(NotImplementedError, RuntimeError),
)
# What the elements of WordprocessingML mean for a reader, in lower case; see blocks.Markup.
_WORD = blocks.Markup(
    blocks=frozenset({"body", "p", "tbl", "tr", "txbxcontent"}),
    cells=frozenset({"tc"}),
    breaks=frozenset({"br", "cr"}),
    left_out=frozenset({"del", "movefrom", "fallback", "ppr", "rpr", "sectpr"}),
    texts=frozenset({"t"}),
    signs={"tab": " ", "ptab": " ", "nobreakhyphen": "\u2011", "softhyphen": "\xad"},
)


def read(data: bytes) -> Received:
    """Return the text of a .docx; InputError for other packed files, broken ones, and those that unpack to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            root = xml.parse(_part(archive, _main(archive)))
    except InputError:
        raise
    except _DAMAGED as error:
        why = shown(str(error), 120) or "cut short"
        raise InputError(f"is a damaged or locked packed file ({why}); {_WAY_OUT}") from None
    return Received(text=said.story(None, blocks.blocks(root, _WORD)), format="docx")


def _main(archive: zipfile.ZipFile) -> str:
    """Return the name of the part that holds the text, as the package's own list of relations says."""
    names = archive.namelist()
    if len(names) > limits.MAX_PARTS:
        raise InputError(f"is a packed file of more than {limits.MAX_PARTS:,} parts; {_WAY_OUT}")
    for begins, what in _OTHERS:
        if any(name.startswith(begins) for name in names):
            raise InputError(f"is {what}; {_WAY_OUT}")
    main = _MAIN
    if _LINKS in names:
        for link in xml.parse(_part(archive, _LINKS)):
            if (link.get("Type") or "").endswith("/officeDocument"):
                main = (link.get("Target") or "").lstrip("/")
    if main not in names:
        raise InputError("is a packed file but no Word document; unpack it and send the story alone")
    return main


def _part(archive: zipfile.ZipFile, name: str) -> str:
    """Return one part unpacked, never more of it than allowed, whatever the archive says of its size."""
    info = archive.getinfo(name)
    most = limits.MAX_UNPACKED
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise InputError(f"is packed in a way that Word does not use; {_WAY_OUT}", shown(name))
    if info.file_size > most or info.file_size > limits.MAX_RATIO * max(info.compress_size, 1_000):
        raise InputError(f"unpacks to {info.file_size:,} bytes, far more than a story; {_WAY_OUT}", shown(name))
    with archive.open(info) as part:
        found = part.read(most + 1)
    if len(found) > most:
        raise InputError(f"unpacks to more than {most:,} bytes, far more than a story; {_WAY_OUT}", shown(name))
    return encodings.decoded(found)[0]
