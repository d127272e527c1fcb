"""The files that staff write, without people's names: the day's YAML with its comments and layout, lists with their columns."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from facilitation.library.headings import Field, Headings, headings
from facilitation.library.names import same_person
from facilitation.library.participants import read, table
from facilitation.typography import folded

Change = Callable[[str], str]
Cells = list[str]

_WISHES = ("separer", "fixer")  # people's names and nothing else: of no use once groups were made
# What these keys hold is no sentence: the day finds its own parts by them.
_NOT_WORDS = frozenset({"cle", "participants", "exercice", "logo", "modele", "couleur", "date", "debut", "usage"})
_COMMENT = re.compile(r"#[^\n\r]*")
_ANCHOR = re.compile(r"(?:[&!]\S*\s+)+")  # what stands before a value: « &nom », « !!str »
_PERSONAL = frozenset({"nom", "noms", "prenom", "prenoms", "participant", "participante", "personne"})


def words_changed(text: str, change: Change) -> str:
    """Return a YAML text whose words and comments are changed, nothing else: layout, keys and file names stay."""
    # The Python loader, whatever is installed: its marks count the characters of the text.
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    scalars = sorted({(node.start_mark.index, node.end_mark.index): (node, key) for node, key in _scalars(root)}.items())
    parts: list[str] = []
    at = 0
    for (start, end), (node, key) in scalars:
        parts.append(_comments_changed(text[at:start], change))
        parts.append(text[start:end] if key in _NOT_WORDS else _changed(text[start:end], node.value, change))
        at = end
    return "".join([*parts, _comments_changed(text[at:], change)])


def without_wishes(text: str) -> str:
    """Return a day's text whose ``repartition`` keeps nobody apart nor in a given group."""
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    sharing = next((value for key, value in _pairs(root) if key.value == "repartition"), None)
    spans = [
        (value.start_mark.index, _last_sign(value), "{}" if isinstance(value, yaml.MappingNode) else "[]")
        for key, value in _pairs(sharing)
        if key.value in _WISHES and isinstance(value, yaml.CollectionNode) and value.value
    ]
    for start, end, empty in sorted(spans, reverse=True):
        text = text[:start] + empty + text[end:]
    return text


def nameless(path: Path, codes: dict[str, str], change: Change) -> list[Cells]:
    """Return the rows of a list of participants: a code for each name, nothing in other personal columns, the rest changed.

    ``codes`` is by what writings of a name share (``same_person``).

    Raises:
        FileProblemsError: this is no list that we can read.
    """
    people = iter(read(path).people)
    rows, place = table(path, [])
    columns = headings(rows[place][1])
    told = [[change(cell) for cell in cells] for _, cells in rows[:place]]
    told.append(rows[place][1])
    for _, cells in rows[place + 1 :]:
        said = any(cell.strip() for cell in cells)
        told.append(_coded(cells, columns, rows[place][1], codes[same_person(next(people).name)], change) if said else cells)
    return told


def _coded(cells: Cells, columns: Headings, header: Cells, code: str, change: Change) -> Cells:
    named = columns.places.get(Field.FULL_NAME, columns.places.get(Field.SURNAME, -1))
    private = {place for place, name in enumerate(header) if name.strip() in columns.private or _is_personal(name)}
    read_as = {place: field for field, place in columns.places.items()}
    written = []
    for place, cell in enumerate(cells):
        field = read_as.get(place)
        if place == named:
            written.append(f"{code} *" if "*" in cell else code)  # « NOM * » is somebody who is absent
        elif field in {Field.FULL_NAME, Field.SURNAME, Field.FIRST_NAME, Field.APART} or (field is None and place in private):
            written.append("")
        else:
            written.append(change(cell))
    return written


def _is_personal(name: str) -> bool:
    return not _PERSONAL.isdisjoint(folded(name).split())


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return [(key, value) for key, value in pairs if isinstance(key, yaml.ScalarNode)]


def _scalars(root: yaml.Node | None) -> Iterator[tuple[yaml.ScalarNode, str]]:
    """Yield every scalar with the key it is under; keys themselves are under ``cle``: they stay."""
    todo: list[tuple[yaml.Node, str]] = [] if root is None else [(root, "")]
    seen: set[int] = set()
    while todo:
        node, under = todo.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        match node:
            case yaml.ScalarNode():
                yield node, under
            case yaml.SequenceNode():
                todo += ((item, under) for item in node.value)
            case yaml.MappingNode():
                for key, value in node.value:
                    todo += [(key, "cle"), (value, key.value if isinstance(key, yaml.ScalarNode) else "")]


def _changed(written: str, value: str, change: Change) -> str:
    new = change(value)
    if new == value:
        return written
    anchor = _ANCHOR.match(written)
    return (anchor[0] if anchor else "") + json.dumps(new, ensure_ascii=False) + ("\n" if written.endswith("\n") else "")


def _comments_changed(text: str, change: Change) -> str:
    return _COMMENT.sub(lambda comment: change(comment[0]), text)


def _last_sign(node: yaml.Node) -> int:
    """Return where what is written of a node ends: a block's own mark is after the comments that follow it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_sign(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)
