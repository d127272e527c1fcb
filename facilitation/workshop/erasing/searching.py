"""Whether a file holds a name, whatever it is: every byte is looked at, inside the parts of a package too."""

from __future__ import annotations

import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from facilitation.workshop.people import Names, found_in

DEEPEST = 3  # packages inside packages
LARGEST = 64_000_000  # bytes of one part once unpacked
SHORTEST = 5  # letters of a name that noise between letters cannot be taken for
SEALED = frozenset({".pdf"})  # its letters are drawn, compressed: nobody can say by its bytes what it holds
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".heic", ".gif", ".webp", ".tif", ".tiff"})
# Where a text begins in a page, a table or a note: what follows may have a capital without being a name.
_EDGES = re.compile(r"[<>\":=;\t|*_`#{}\[\]]+")
_TAGS = re.compile(r"<[^<>]*>")
_ENDS = re.compile(r"</(?:\w+:)?(?:p|h|h\d|td|th|li|dt|dd|div|si|c|title|text|tspan|figcaption)>|<(?:\w+:)?br\b[^<>]*>")
_LETTERS = re.compile(r"[\x20-\x7e\xa0-\u024f\u0300-\u036f\u1e00-\u1eff\u2010-\u202f]{3,}")
_CODES = re.compile(r"\\u([0-9a-fA-F]{4})")
_UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, KeyError, ValueError)


class Search(NamedTuple):
    """What is looked for: the day's names, those after a civility, or only what can be nothing else than a name.

    ``surely`` is for files that we wrote: whether « Petit » alone is a name was judged where its sentence is whole.
    """

    names: Names
    after_civility: bool = False
    surely: bool = False

    def names_in(self, text: str) -> Iterator[str]:
        """Yield the names in a text; in small letters, a word that can be one is none."""
        if self.names or self.after_civility:
            text = text.lower() if self.surely else text
            for span in found_in(text, self.names, after_civility=self.after_civility):
                yield text[span.start : span.end]


def name_in(path: Path, search: Search) -> str:
    """Return the first name that a file holds, '' when it holds none.

    Raises:
        OSError: it cannot be read.
    """
    return next(_found(path.read_bytes(), search, DEEPEST), "")


def _found(content: bytes, search: Search, deepest: int) -> Iterator[str]:
    if content.startswith(b"PK\x03\x04") and deepest:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                for entry in package.infolist():
                    yield from search.names_in(entry.filename)
                    yield from _found(_part(package, entry), search, deepest - 1)
        except _UNREADABLE:
            pass  # a damaged package: its bytes are looked at below
        else:
            return
    is_text = b"\x00" not in content
    for text in _texts(content) if is_text else _letters(content):
        for name in search.names_in(text):
            if is_text or len(name) >= SHORTEST:
                yield name


def _part(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with package.open(entry) as part:
        return part.read(LARGEST)


def _texts(content: bytes) -> Iterator[str]:
    """Yield the readings of a text: its own letters, without what XML, HTML, JSON and addresses put instead of some."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    plain = html.unescape(_CODES.sub(lambda code: chr(int(code[1], 16)), text))
    yield _EDGES.sub("\n", plain)
    if "<" in text:  # letters of one word in several runs; in small letters, a word is only a name when it can be nothing else
        yield html.unescape(_TAGS.sub("", _ENDS.sub("\n", text))).lower()
    if "%" in text:
        yield _EDGES.sub("\n", unquote(text))


def _letters(content: bytes) -> Iterator[str]:
    """Yield the runs of letters of a file that is no text, read as each encoding would."""
    for text in (
        content.decode("utf-8", errors="replace"),
        content.decode("cp1252", errors="replace"),
        content.decode("utf-16-le", errors="replace"),
        content[1:].decode("utf-16-le", errors="replace"),
        content.decode("utf-16-be", errors="replace"),
        content[1:].decode("utf-16-be", errors="replace"),
    ):
        joined = unicodedata.normalize("NFC", "\n".join(_LETTERS.findall(text)))
        yield _EDGES.sub("\n", _CODES.sub(lambda code: chr(int(code[1], 16)), joined))
