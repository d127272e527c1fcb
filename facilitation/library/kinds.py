"""The kinds of value a file may hold. Each is declared once and gives both the reading of a node and its JSON schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from facilitation.library.entry import Entry, keys_of
from facilitation.library.nodes import Items, Node, Pairs, Scalar
from facilitation.library.report import Placed, Report
from facilitation.library.scalars import UnreadableError
from facilitation.typography import folded

Schema = dict[str, object]
_WHOLE = re.compile("-?[0-9]{1,9}")
_DECIMAL = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?")


class Kind(Protocol):
    """A kind of value. ``read`` returns None once it has reported why the node is not one; ``name`` is its key."""

    def read(self, node: Node, name: str, report: Report) -> object | None:
        """Return the value of the node."""

    def schema(self, definitions: Schema) -> Schema:
        """Return its JSON schema; shared parts go into ``definitions``."""


@dataclass(frozen=True, slots=True)
class Word:
    """One scalar, read from its letters. ``blank`` is what to say when nothing follows the colon."""

    parse: Callable[[str], object]
    form: Schema
    blank: str = ""

    def read(self, node: Node, name: str, report: Report) -> object | None:
        """Return what the letters mean."""
        if not isinstance(node, Scalar):
            report.add(node, "{} : un texte est attendu ; un texte qui contient « : » se met entre guillemets", name)
            return None
        try:
            return self.parse(node.text)
        except UnreadableError as error:
            report.add(node, error.sentence, *error.words)
            return None

    def schema(self, definitions: Schema) -> Schema:  # noqa: ARG002 - a word shares nothing
        """Return the form given."""
        return dict(self.form)


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a closed list; case, accents and kind of apostrophe do not count."""

    words: Mapping[str, object]

    def read(self, node: Node, name: str, report: Report) -> object | None:
        """Return the value of the word."""
        if not isinstance(node, Scalar):
            report.add(node, "{} : un seul mot est attendu", name)
            return None
        values = {folded(word): value for word, value in self.words.items()}
        if folded(node.text) not in values:
            report.unknown(node, f"{name} : mot inconnu", node.text, self.words)
            return None
        return values[folded(node.text)]

    def schema(self, definitions: Schema) -> Schema:  # noqa: ARG002 - a word shares nothing
        """Return the words, with either apostrophe."""
        return {"enum": list(dict.fromkeys(form for word in self.words for form in (word, word.replace("’", "'"))))}


@dataclass(frozen=True, slots=True)
class Number:
    """A number between two others; whole unless ``decimal``."""

    low: int
    high: int
    decimal: bool = False

    def read(self, node: Node, name: str, report: Report) -> float | int | None:
        """Return the number; a comma may stand for the point, a true minus for the hyphen."""
        letters = node.text.strip().replace("−", "-").replace(",", ".") if isinstance(node, Scalar) else ""
        form = _DECIMAL if self.decimal else _WHOLE
        value = float(letters) if form.fullmatch(letters) else None
        if value is None or not self.low <= value <= self.high:
            whole = "un nombre" if self.decimal else "un nombre entier"
            report.add(node, f"{{}} : {whole} de {self.low} à {self.high} est attendu".replace("-", "−"), name)
            return None
        return value if self.decimal else int(value)

    def schema(self, definitions: Schema) -> Schema:  # noqa: ARG002 - a word shares nothing
        """Return the bounds."""
        return {"type": "number" if self.decimal else "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one kind. The ``cle`` of its records are all different."""

    kind: Kind

    def read(self, node: Node, name: str, report: Report) -> tuple[object, ...] | None:
        """Return the items that can be read."""
        if not isinstance(node, Items):
            report.add(node, "{} : une liste est attendue, [a, b] ou une ligne « - … » par élément", name)
            return None
        found: list[object] = []
        for item in node.items:
            if isinstance(item, Scalar) and item.is_null:
                report.add(item, "{} : élément vide, complétez-le ou effacez son tiret", name)
                continue
            value = self.kind.read(item, name, report)
            if value is not None:
                found.append(value)
        _report_twins([item for item in found if isinstance(item, Entry)], report)
        return tuple(found)

    def schema(self, definitions: Schema) -> Schema:
        """Return an array."""
        return {"type": "array", "items": self.kind.schema(definitions)}


@dataclass(frozen=True, slots=True)
class Either:
    """A word of a closed list, or something else (a list, mostly)."""

    word: Kind
    other: Kind

    def read(self, node: Node, name: str, report: Report) -> object | None:
        """Return what the shape of the node announces."""
        return (self.word if isinstance(node, Scalar) else self.other).read(node, name, report)

    def schema(self, definitions: Schema) -> Schema:
        """Return both."""
        return {"anyOf": [self.word.schema(definitions), self.other.schema(definitions)]}


@dataclass(frozen=True, slots=True)
class Counts:
    """A number for each key (a group's people by actor)."""

    number: Number

    def read(self, node: Node, name: str, report: Report) -> dict[str, int] | None:
        """Return the numbers that can be read, by key."""
        if not isinstance(node, Pairs):
            report.add(node, "{} : un nombre est attendu pour chaque cle d'acteur", name)
            return None
        counts: dict[str, int] = {}
        for key, key_node, value in keys_of(node, report):
            number = self.number.read(value, f"{name}, {key}", report)
            if number is not None:
                counts[key_node.text.strip()] = int(number)
        return counts

    def schema(self, definitions: Schema) -> Schema:
        """Return an object of numbers."""
        return {"type": "object", "additionalProperties": self.number.schema(definitions)}


@dataclass(frozen=True, slots=True)
class Words:
    """Words for each word (the acronyms of a day, spelled out)."""

    word: Word

    def read(self, node: Node, name: str, report: Report) -> dict[str, str] | None:
        """Return the words that can be read, by word."""
        if not isinstance(node, Pairs):
            report.add(node, "{} : « mot: ses mots » est attendu, un par ligne", name)
            return None
        found: dict[str, str] = {}
        for _key, key_node, value in keys_of(node, report):
            text = self.word.read(value, f"{name}, {key_node.text}", report)
            if text is not None:
                found[key_node.text.strip()] = str(text)
        return found

    def schema(self, definitions: Schema) -> Schema:
        """Return an object of words."""
        return {"type": "object", "additionalProperties": self.word.schema(definitions)}


def _report_twins(entries: Iterable[Entry], report: Report) -> None:
    seen: dict[str, Placed] = {}
    for entry in entries:
        key = entry.text("cle")
        if key in seen:
            report.add(entry.at("cle"), f"cle {{}} déjà donnée ligne {seen[key].line} : changez l'une des deux", key)
        elif key:
            seen[key] = entry.at("cle")
