"""What was read of a record, and where each part of it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from facilitation.library.nodes import Items, Node, Pairs, Scalar
from facilitation.library.report import Placed, Report

T = TypeVar("T")


@dataclass(slots=True)
class Entry:
    """What was read of a record: ``values`` by key, and where each key and value stands.

    Not complete when a required key is missing or wrong, which is already reported.
    """

    place: Placed
    values: dict[str, object] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    is_complete: bool = True

    def get(self, key: str, kind: type[T]) -> T | None:
        """Return the value of that key when it is of that type, else None."""
        value = self.values.get(key)
        return value if isinstance(value, kind) else None

    def text(self, key: str) -> str:
        """Return the text of that key, empty when there is none."""
        return self.get(key, str) or ""

    def letters(self, key: str) -> str:
        """Return what is written under that key, even when it could not be read."""
        node = self.nodes.get(key)
        return node.text.strip() if isinstance(node, Scalar) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts listed under that key."""
        return tuple(item for item in self.get(key, tuple) or () if isinstance(item, str))

    def paragraphs(self, key: str) -> str:
        """Return the text of that key, or the texts listed under it, blank lines between them."""
        return self.text(key) or "\n\n".join(self.texts(key))

    def entries(self, key: str) -> tuple[Entry, ...]:
        """Return the records listed under that key."""
        return tuple(item for item in self.get(key, tuple) or () if isinstance(item, Entry))

    def at(self, key: str) -> Placed:
        """Return where the value of that key stands, the record itself when it is not there."""
        return self.nodes.get(key) or self.keys.get(key) or self.place

    def placed(self, key: str) -> Iterator[tuple[str, Placed]]:
        """Yield the words listed under that key, each with its place."""
        node = self.nodes.get(key)
        for item in node.items if isinstance(node, Items) else ():
            if isinstance(item, Scalar) and not item.is_null:
                yield item.text.strip(), item


def keys_of(node: Pairs, report: Report) -> Iterator[tuple[str, Scalar, Node]]:
    """Yield each key, its node and its value; a key that is no word, or that comes twice, is reported instead."""
    seen: dict[str, Scalar] = {}
    for key_node, value in node.pairs():
        if not isinstance(key_node, Scalar) or key_node.is_null:
            report.add(key_node, "clé illisible : un mot suivi de « : » est attendu")
            continue
        key = key_node.text.strip()
        if key in seen:
            report.add(key_node, f"la clé {{}} est déjà écrite ligne {seen[key].line} : gardez l'une des deux", key)
            continue
        seen[key] = key_node
        yield key, key_node, value
