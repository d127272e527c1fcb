"""How the day wants its groups made (``repartition``): within territories, people apart or in a given group, a seed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

from facilitation.day import Group, Sharing
from facilitation.errors import FileProblemsError
from facilitation.library.entry import Entry, keys_of
from facilitation.library.names import same_person
from facilitation.library.nodes import Items, Pairs, Scalar
from facilitation.library.participants import read
from facilitation.library.report import Report, nearest
from facilitation.library.seating import group_keys
from facilitation.typography import folded, plural


def groups_shared(entry: Entry | None, groups: tuple[Group, ...], report: Report) -> tuple[Group, ...]:
    """Return the groups of the day, those that ``repartition`` only counts when the day names none."""
    wanted = entry.get("groupes", int) if entry else None
    if entry is None or wanted is None:
        return groups
    if groups and len(groups) != wanted:
        report.add(
            entry.at("groupes"), f"la journée nomme {plural(len(groups), 'groupe')} : écrivez ce nombre, ou retirez cette clé"
        )
    return groups or tuple(Group(f"g{number}", f"Groupe {number}") for number in range(1, wanted + 1))


def sharing_of(entry: Entry | None, groups: tuple[Group, ...], path: Path | None, report: Report) -> Sharing:
    """Return what the day asks of its groups; a name that the list at ``path`` does not have is reported, with the nearest."""
    if entry is None:
        return Sharing()
    if path is None:
        report.add(entry.place, "répartition sans liste : nommez le fichier des participants avec la clé {}", "participants")
    listed = _listed(path)
    return Sharing(
        by_territory=bool(entry.text("par")),
        apart=tuple(_apart(entry, listed, report)),
        pins=_pins(entry, groups, listed, report),
        seed=entry.get("graine", int) or 0,
    )


def _listed(path: Path | None) -> dict[str, str] | None:
    """Return the names of the list by what their writings share; None when there is no list to check them with."""
    try:
        if path is None or not path.is_file():
            return None
        return {same_person(person.name): person.name for person in read(path).people}
    except (FileProblemsError, OSError, ValueError):
        return None  # what is wrong in the list is said under its own name


def _apart(entry: Entry, listed: Mapping[str, str] | None, report: Report) -> Iterator[tuple[str, str]]:
    """Yield every two people that a line of ``separer`` keeps apart."""
    node = entry.nodes.get("separer")
    for line in node.items if isinstance(node, Items) else ():
        if not isinstance(line, Items):
            continue  # already reported
        written = [item for item in line.items if isinstance(item, Scalar) and not item.is_null]
        if len(written) < 2:
            report.add(line, "{} : deux noms au moins sont attendus, [NOM Prénom, NOM Prénom]", "separer")
        names = [name for item in written if (name := _name(item, listed, report))]
        for one, other in combinations(names, 2):
            if one == other:
                report.add(line, "{} ne peut pas être séparé de son propre nom : retirez-en un", one)
            else:
                yield one, other


def _pins(entry: Entry, groups: tuple[Group, ...], listed: Mapping[str, str] | None, report: Report) -> dict[str, str]:
    node, known = entry.nodes.get("fixer"), group_keys(groups)
    pins: dict[str, str] = {}
    for _, key_node, value in keys_of(node, Report(report.file)) if isinstance(node, Pairs) else ():
        name = _name(key_node, listed, report)
        if not isinstance(value, Scalar) or value.is_null:
            continue
        if folded(value.text) not in known:
            report.unknown(value, "groupe inconnu", value.text, [group.key for group in groups])
        elif name in pins:
            report.add(key_node, "{} est déjà fixé dans un groupe : gardez une seule ligne", name)
        elif name:
            pins[name] = known[folded(value.text)]
    return pins


def _name(node: Scalar, listed: Mapping[str, str] | None, report: Report) -> str:
    """Return the name as the list writes it, whichever of surname and first name comes first; '' once it is reported."""
    written = " ".join(node.text.split())
    if listed is None:
        return written
    found = listed.get(same_person(written), "")
    if not found:
        near = nearest(written, (form for name in listed.values() for form in _forms(name)))
        advice = ", vouliez-vous dire {} ?" if near else " : ajoutez-le à la liste, ou corrigez ce nom"
        report.add(node, "nom absent de la liste {}" + advice, *filter(None, (written, near)))
    return found


def _forms(name: str) -> tuple[str, str]:
    """Return « Prénom NOM » and « NOM Prénom », as both are written."""
    first, _, surname = name.partition(" ")
    return name, f"{surname} {first}".strip()
