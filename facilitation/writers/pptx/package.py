"""The zip of a deck, written part after part: dates fixed, types and relations known beforehand, same parts, same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from xml.sax.saxutils import quoteattr

from facilitation.writers.files import undated
from facilitation.writers.pptx.words import DECLARATION

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml"
_LEVEL = 6
_DEFAULTS = {
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}
_TYPES = {
    "docProps/app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "docProps/core": "application/vnd.openxmlformats-package.core-properties+xml",
    "ppt/charts/chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "ppt/notesMasters/notesMaster": f"{_MAIN}.notesMaster+xml",
    "ppt/notesSlides/notesSlide": f"{_MAIN}.notesSlide+xml",
    "ppt/presProps": f"{_MAIN}.presProps+xml",
    "ppt/presentation": f"{_MAIN}.presentation.main+xml",
    "ppt/slideLayouts/slideLayout": f"{_MAIN}.slideLayout+xml",
    "ppt/slideMasters/slideMaster": f"{_MAIN}.slideMaster+xml",
    "ppt/slides/slide": f"{_MAIN}.slide+xml",
    "ppt/tableStyles": f"{_MAIN}.tableStyles+xml",
    "ppt/theme/theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "ppt/viewProps": f"{_MAIN}.viewProps+xml",
}  # by the part's name without its number

Relation = tuple[str, str]  # kind (slideLayout, chart…), target


class Package:
    """A zip being written; each part goes to the disk as it comes."""

    def __init__(self, target: zipfile.ZipFile) -> None:
        self._zip = target

    def add(self, name: str, xml: str) -> None:
        """Write an XML part (without its declaration)."""
        self.add_bytes(name, (DECLARATION + xml).encode())

    def add_bytes(self, name: str, content: bytes) -> None:
        """Write a part that is not XML: a workbook, a picture."""
        self._zip.writestr(undated(name), content, compresslevel=_LEVEL)

    def relate(self, name: str, relations: Iterable[Relation]) -> None:
        """Write the relations of the part ``name``: rId1, rId2… in their order."""
        folder, _, base = name.rpartition("/")
        self.add(f"{folder}/_rels/{base}.rels" if folder else "_rels/.rels", relationships(relations))


def relationships(relations: Iterable[Relation]) -> str:
    """Return a relationships part; a kind is the last word of its address, or a whole address."""
    rows = (
        f'<Relationship Id="rId{at}" Type="{kind if ":" in kind else f"{OFFICE}/{kind}"}" Target="{target}"/>'
        for at, (kind, target) in enumerate(relations, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def content_types(
    names: Iterable[str], others: Mapping[str, str] = MappingProxyType({}), endings: Mapping[str, str] = MappingProxyType({})
) -> str:
    """Return the list of the types of the parts ``names``; ``others`` and ``endings`` are told with their types."""
    usual = {**endings, **_DEFAULTS}
    defaults = "".join(f"<Default Extension={quoteattr(end)} ContentType={quoteattr(kind)}/>" for end, kind in usual.items())
    own = {**others, **{name: _type_of(name) for name in names}}
    overrides = "".join(
        f"<Override PartName={quoteattr(f'/{name}')} ContentType={quoteattr(kind)}/>" for name, kind in own.items()
    )
    return f'<Types xmlns="{PACKAGE}/content-types">{defaults}{overrides}</Types>'


def _type_of(name: str) -> str:
    return _TYPES[name.removesuffix(".xml").rstrip("0123456789")]
