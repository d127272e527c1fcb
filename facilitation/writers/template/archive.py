"""An organisation's own file, read without trust: nothing is unpacked on the disk, nothing runs, nothing is fetched."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, Self

from lxml import etree

from facilitation.errors import FileProblemsError, Problem
from facilitation.typography import french

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_LARGEST_FILE = 100_000_000  # bytes on the disk
_LARGEST_WHOLE = 400_000_000  # bytes once unpacked
_LARGEST_PART = 64_000_000
_MOST_PARTS = 10_000
_DENSEST = 200  # times smaller than what it holds: no office software presses a whole file that much
_FROM = 10_000_000  # bytes: a smaller file hurts nobody
_OLE = b"\xd0\xcf\x11\xe0"
_OUTSIDE = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|\\|^[A-Za-z]:|\x00")
_MACROS = re.compile(r"vbaProject|vbaData|activeX|/embeddings/.*\.bin$", re.IGNORECASE)
_DAMAGES = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
KINDS = {
    "pptx": "une présentation PowerPoint (.pptx ou .potx)",
    "docx": "un document Word (.docx ou .dotx)",
}


@dataclass(frozen=True, slots=True)
class Link:
    """What a part points at: the last word of the kind, the name of the part, whether it lies outside of the file."""

    key: str
    kind: str
    target: str
    outside: bool


def stamp(path: Path) -> tuple[int, int]:
    """Return what changes when a file does, zeros when there is none: one that was read is read again then."""
    facts = path.stat() if path.is_file() else None
    return (facts.st_mtime_ns, facts.st_size) if facts else (0, 0)


class Archive:
    """The parts of an office file, by name. Close it, or use it in a ``with`` block."""

    def __init__(self, path: Path, kind: str) -> None:
        """Open ``path``, ``kind`` being what is expected: « pptx » or « docx ».

        Raises:
            FileProblemsError: it is not there, not of that kind, damaged, locked, too large, or made to do harm.
        """
        self.path = path
        self._kind = kind
        try:
            if path.stat().st_size > _LARGEST_FILE:
                self.refuse("ce modèle pèse plus de 100 Mo. Enlevez-en les images et les diapositives, puis recommencez.")
            with path.open("rb") as file:
                start = file.read(4)
            if start == _OLE:
                self.refuse(
                    "ce modèle est protégé par un mot de passe, ou d’un format d’avant 2007. "
                    f"Enregistrez-le sans mot de passe, au format .{kind}."
                )
            self._zip = zipfile.ZipFile(path)
        except FileNotFoundError:
            self.refuse("ce modèle n’existe pas. Vérifiez son chemin.")
        except (OSError, *_DAMAGES):
            self.refuse(f"ce fichier n’est pas {KINDS[kind]}.")
        self.names = frozenset(self._zip.namelist())
        try:
            self._check()
        except FileProblemsError:
            self._zip.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._zip.close()

    @property
    def has_macros(self) -> bool:
        """Whether it holds something that runs; it is never taken."""
        return any(_MACROS.search(name) for name in self.names)

    def read(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            FileProblemsError: it is missing, damaged or too large.
        """
        try:
            if self._zip.getinfo(name).file_size > _LARGEST_PART:
                self.refuse(f"« {name} » est trop gros une fois déballé. Allégez le modèle, puis recommencez.")
            return self._zip.read(name)
        except (KeyError, OSError, *_DAMAGES):
            self.refuse(f"ce modèle est abîmé ou incomplet (« {name} »). Ouvrez-le, puis enregistrez-le de nouveau.")

    def tree(self, name: str) -> etree._Element:
        """Return an XML part as a tree, prefixes kept.

        Raises:
            FileProblemsError: see ``read``; or it declares entities.
        """
        content = self.read(name)
        if b"\x00" in content or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            self.refuse(
                f"ce modèle contient des déclarations qu’aucun logiciel de bureau n’écrit (« {name} ») : il est refusé."
            )
        try:
            return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
        except etree.XMLSyntaxError:
            self.refuse(f"ce modèle est abîmé (« {name} »). Ouvrez-le, puis enregistrez-le de nouveau.")

    def links(self, name: str) -> list[Link]:
        """Return what a part points at; nothing when it points at nothing."""
        folder, _, base = name.rpartition("/")
        listed = f"{folder}/_rels/{base}.rels" if folder else "_rels/.rels"
        if listed not in self.names:
            return []
        found = []
        for row in self.tree(listed).iterfind(f"{_PACKAGE}Relationship"):
            target, outside = row.get("Target", ""), row.get("TargetMode") == "External"
            whole = target if outside else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append(Link(row.get("Id", ""), row.get("Type", "").rpartition("/")[2], whole, outside))
        return found

    def main(self) -> str:
        """Return the name of the main part.

        Raises:
            FileProblemsError: there is none, or it is of another kind.
        """
        name = next((link.target for link in self.links("") if link.kind == "officeDocument"), "")
        expected = {"pptx": "ppt/", "docx": "word/"}[self._kind]
        if name not in self.names or not name.startswith(expected):
            self.refuse(f"ce fichier n’est pas {KINDS[self._kind]}.")
        return name

    def refuse(self, message: str) -> NoReturn:
        """Raise what is wrong with this file."""
        raise FileProblemsError([Problem(self.path.name, 0, 0, french(message))])

    def _check(self) -> None:
        entries = self._zip.infolist()
        whole, pressed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
        bad = next((name for name in self.names if _OUTSIDE.search(name)), "")
        if bad:
            self.refuse(f"ce modèle contient un chemin qui sort du fichier (« {bad[:60]} ») : il est refusé.")
        if len(entries) > _MOST_PARTS or whole > _LARGEST_WHOLE or (whole > _FROM and whole > _DENSEST * max(pressed, 1)):
            self.refuse("ce modèle devient énorme une fois déballé : il est refusé.")
        if any(entry.flag_bits & 1 for entry in entries):
            self.refuse(
                f"ce modèle est protégé par un mot de passe. Enregistrez-le sans mot de passe, au format .{self._kind}."
            )
        if "content.xml" in self.names:
            self.refuse(f"ce modèle est un fichier OpenDocument. Enregistrez-le au format .{self._kind}, puis recommencez.")
