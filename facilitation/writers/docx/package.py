"""A Word package: its parts by name, then a zip whose bytes depend on them only."""

from __future__ import annotations

import zipfile
from pathlib import Path

from facilitation.writers.docx.xml import DECLARATION
from facilitation.writers.files import replacing, undated

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ROOT = [
    ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
    ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
]
_TYPES = {
    "word/document.xml": f"{_MAIN}.document.main+xml",
    "word/styles.xml": f"{_MAIN}.styles+xml",
    "word/numbering.xml": f"{_MAIN}.numbering+xml",
    "word/settings.xml": f"{_MAIN}.settings+xml",
    "word/fontTable.xml": f"{_MAIN}.fontTable+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_KINDS = {
    "header": f"{_MAIN}.header+xml",
    "footer": f"{_MAIN}.footer+xml",
    "chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
}
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "jpg": "image/jpeg",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "wdp": "image/vnd.ms-photo",
}


class Package:
    """The parts of one document, each by its path in the zip; relations of the main part get their ids in order."""

    def __init__(self) -> None:
        self._parts: dict[str, bytes] = {}
        self._relations: list[tuple[str, str, str]] = []

    def add(self, name: str, xml: str) -> None:
        """Keep an XML part at ``name`` (without its declaration)."""
        self._parts[name] = (DECLARATION + xml).encode("utf-8")

    def add_bytes(self, name: str, content: bytes) -> None:
        """Keep a part that is not XML: a workbook, a picture."""
        self._parts[name] = content

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts."""
        return tuple(self._parts)

    def part(self, name: str) -> bytes:
        """Return the bytes of a part."""
        return self._parts[name]

    def relate(self, kind: str, target: str, key: str = "") -> str:
        """Return the id by which the main part points at ``target`` (relative to ``word/``): ``key``, or the next one."""
        key = key or f"rId{len(self._relations) + 1}"
        self._relations.append((key, relation(kind), target))
        return key

    def save(self, path: Path) -> None:
        """Write the zip in ``path``: names sorted after the list of types, no date of the day.

        Raises:
            WriteError: the file cannot be written.
        """
        self.add("_rels/.rels", relations(_ROOT))
        self.add("word/_rels/document.xml.rels", relations(self._relations))
        names = ["[Content_Types].xml", *sorted(self._parts)]
        self.add(names[0], self._content_types())
        with replacing(path) as draft, zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
            for name in names:
                package.writestr(undated(name), self._parts[name])

    def _content_types(self) -> str:
        endings = {name.rpartition(".")[2] for name in self._parts} | {"rels", "xml"}
        defaults = [f'<Default Extension="{ending}" ContentType="{_DEFAULTS[ending]}"/>' for ending in sorted(endings)]
        overrides = [
            f'<Override PartName="/{name}" ContentType="{kind}"/>' for name in sorted(self._parts) if (kind := _type_of(name))
        ]
        return f'<Types xmlns="{_PACKAGE}/content-types">{"".join(defaults + overrides)}</Types>'


def relations(triples: list[tuple[str, str, str]]) -> str:
    """Return a relationships part: an id, a kind (whole address) and a target each."""
    rows = [f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in triples]
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def relation(kind: str) -> str:
    """Return the whole address of a kind of relation of the office formats."""
    return f"{_OFFICE}/{kind}"


def _type_of(name: str) -> str:
    if name in _TYPES:
        return _TYPES[name]
    stem = name.rpartition("/")[2].partition(".")[0].rstrip("0123456789")
    return _KINDS.get(stem, "") if name.endswith(".xml") else ""
