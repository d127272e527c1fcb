"""From a text to its nodes: every scalar keeps its own letters and its place, so that a problem can be shown where it is.

Nodes are built from the parser's events rather than by ``yaml.compose``: it costs a third less, and no depth of nesting, no
alias and no recursion can exhaust the memory or the stack (``compose`` in C ends the process on 400,000 nested lists).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NoReturn

import yaml

from facilitation.library.report import WHOLE_FILE, Place, Report, bare
from facilitation.library.syntax import located

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # PyYAML was built without libyaml: slower, same events
    from yaml import BaseLoader as Loader  # type: ignore[assignment]

DEEPEST = 50
MOST_NODES = 100_000
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TEXT_TAGS = frozenset({None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"})


@dataclass(slots=True)
class Scalar:
    """One word or text, letter for letter; ``plain`` when it is written without quotes."""

    line: int
    column: int
    text: str
    plain: bool

    @property
    def is_null(self) -> bool:
        """Whether nothing is said: an empty value, ``~``, ``null`` or empty quotes."""
        return not self.text.strip() or (self.plain and self.text in NULLS)


@dataclass(slots=True)
class Items:
    """A list of nodes. ``size`` counts the nodes inside, aliases written out."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)
    size: int = 0


@dataclass(slots=True)
class Pairs:
    """Keys and their values, in the order of the file, duplicates kept."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)
    size: int = 0

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """Yield each key with its value."""
        halves = iter(self.items)
        return zip(halves, halves, strict=True)


Node = Scalar | Items | Pairs


class _RefusedError(Exception):
    """The file is refused at once, its problem already reported."""


def parse(text: str, report: Report) -> Node | None:
    """Return the root node of a YAML text; None once the problem that stops its reading is reported."""
    try:
        root = _Builder(report).build(yaml.parse(text, Loader=Loader))
    except yaml.MarkedYAMLError as error:
        place, sentence = located(error, text)
        report.add(place, bare(sentence))
        return None
    except (yaml.YAMLError, ValueError, OverflowError):
        report.add(WHOLE_FILE, "ce texte n'est pas du YAML")
        return None
    except _RefusedError:
        return None
    if root is None:
        report.add(WHOLE_FILE, "fichier vide")
    return root


class _Builder:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.open: list[Items | Pairs] = []
        self.anchors: dict[str, Node | None] = {}
        self.opened: list[str | None] = []
        self.count = 0
        self.root: Node | None = None

    def build(self, events: Iterable[yaml.Event]) -> Node | None:
        """Return the root of the only document, None when there is none."""
        for event in events:
            match event:
                case yaml.ScalarEvent():
                    self._scalar(event)
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._start(event)
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._end()
                case yaml.AliasEvent():
                    self._alias(event)
                case yaml.DocumentStartEvent() if self.root is not None:
                    self._refuse(event, "un second document commence ici : enlevez cette ligne « --- »")
                case _:
                    pass
        return self.root

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        line, column = _place(event)
        node = Scalar(line, column, event.value, event.implicit[0])
        if event.tag not in _TEXT_TAGS:
            self.report.add(node, "étiquette {} : effacez-la, elle n'est pas lue", str(event.tag))
        if event.anchor:
            self._name(event, event.anchor, node)
        self._add(event, node, 1)

    def _start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if len(self.open) >= DEEPEST:
            self._refuse(event, f"plus de {DEEPEST} niveaux emboîtés : ce n'est ni une fiche d'exercice ni une journée")
        line, column = _place(event)
        node = Pairs(line, column) if isinstance(event, yaml.MappingStartEvent) else Items(line, column)
        if event.tag not in _TEXT_TAGS:
            self.report.add(node, "étiquette {} : effacez-la, elle n'est pas lue", str(event.tag))
        if event.anchor:
            self._name(event, event.anchor, None)
        self._add(event, node, 1)
        node.size = self.count
        self.open.append(node)
        self.opened.append(event.anchor)

    def _end(self) -> None:
        node, anchor = self.open.pop(), self.opened.pop()
        node.size = self.count - node.size + 1
        if anchor:
            self.anchors[anchor] = node

    def _alias(self, event: yaml.AliasEvent) -> None:
        name = event.anchor or ""
        if name not in self.anchors:
            self._refuse(event, "l'ancre {} n'est définie nulle part avant cette ligne", f"*{name}")
        node = self.anchors[name]
        if node is None:
            self._refuse(event, "l'ancre {} se contient elle-même : recopiez les lignes voulues", f"*{name}")
        self._add(event, node, 1 if isinstance(node, Scalar) else node.size)

    def _name(self, event: yaml.Event, anchor: str, node: Node | None) -> None:
        if anchor in self.anchors:
            self._refuse(event, "l'ancre {} est définie deux fois", f"&{anchor}")
        self.anchors[anchor] = node

    def _add(self, event: yaml.Event, node: Node, size: int) -> None:
        self.count += size
        if self.count > MOST_NODES:
            self._refuse(event, "ce fichier se déplie en trop de lignes : recopiez les lignes voulues au lieu d'ancres")
        if self.open:
            self.open[-1].items.append(node)
        else:
            self.root = node

    def _refuse(self, event: yaml.Event, sentence: str, *words: str) -> NoReturn:
        self.report.add(_place(event), sentence, *words)
        raise _RefusedError


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    assert mark is not None  # only events made to be written have none
    return Place(mark.line + 1, mark.column + 1)
