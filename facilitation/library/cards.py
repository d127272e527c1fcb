"""From a file of the library to an exercise and its variants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from facilitation.exercise import Ban, Exercise, Keeps, Moment, Shows, Step, Tables, Use
from facilitation.library.entry import Entry
from facilitation.library.examples import examples
from facilitation.library.files import MISSING, read_text
from facilitation.library.formats import EXERCISE
from facilitation.library.lines import column, restrict, row
from facilitation.library.nodes import Node, Pairs, Scalar, parse
from facilitation.library.report import WHOLE_FILE, Report
from facilitation.library.scales import axes, marks
from facilitation.sheet import Cell, Figure, Says, Sheet, Source


@dataclass(frozen=True, slots=True)
class Card:
    """An exercise and, by key, the same exercise as each variant makes it."""

    exercise: Exercise
    variants: dict[str, Exercise] = field(default_factory=dict)


def read_exercise(path: Path) -> Exercise:
    """Return the exercise of a file, without a variant.

    Raises:
        FileProblemsError: everything that is wrong in the file, at once.
    """
    return read_card(path).exercise


def read_card(path: Path) -> Card:
    """Return the exercise of a file and its variants.

    Raises:
        FileProblemsError: everything that is wrong in the file, at once.
    """
    report = Report(str(path))
    card = card_of(path, report)
    report.check()
    assert card is not None
    return card


def card_of(path: Path, report: Report) -> Card | None:
    """Return what is right in the file, its problems going to ``report``; None when too little is right."""
    root = root_of(path, report)
    return None if root is None else _card(root, report)


def root_of(path: Path, report: Report, missing: str = MISSING) -> Node | None:
    """Return the root node of a file; None once the problem that stops its reading is reported."""
    text = read_text(path, report, missing)
    return None if text is None else parse(text, report)


def has_key(root: Node, key: str) -> bool:
    """Return whether the file's first level holds that key."""
    return isinstance(root, Pairs) and any(isinstance(name, Scalar) and name.text == key for name, _ in root.pairs())


def _card(root: Node, report: Report) -> Card | None:
    if has_key(root, "journee") and not has_key(root, "exercice"):
        report.add(WHOLE_FILE, "c'est une journée, une fiche d'exercice est attendue : elle commence par la clé « exercice »")
        return None
    entry = EXERCISE.read(root, "exercice", report)
    if entry is None:
        return None
    declared = {sheet.letters("cle") for sheet in entry.entries("feuilles")}
    sheets = tuple(_sheets(entry.entries("feuilles"), report))
    steps = tuple(_steps(entry.entries("deroule"), sheets, declared, report))
    variants = {
        variant.text("cle"): (variant, tuple(_steps(variant.entries("deroule"), sheets, declared, report)))
        for variant in entry.entries("variantes")
    }
    tables = _tables(entry)
    for played in (entry, *entry.entries("variantes")):
        _check_tables(played.entries("deroule"), tables, report)
    if not entry.is_complete or not sheets:
        return None
    exercise = replace(
        _exercise(entry, sheets, steps),
        people=_people(entry, report),
        tables=tables,
        example=tuple(examples(entry.entries("exemple"), sheets, report)),
    )
    return Card(exercise, {key: _varied(exercise, *variant) for key, variant in variants.items()})


def _exercise(entry: Entry, sheets: tuple[Sheet, ...], steps: tuple[Step, ...]) -> Exercise:
    return Exercise(
        key=entry.text("exercice"),
        title=entry.text("titre"),
        aim=entry.text("but"),
        sheets=sheets,
        steps=steps,
        source=entry.text("source"),
        size=entry.text("effectif"),
        material=entry.texts("materiel"),
        traps=entry.texts("pieges"),
        never=tuple(item if isinstance(item, str) else item.text("raison") for item in _never(entry)),
        signal=entry.text("signal"),
        moment=entry.get("moment", Moment),
        use=entry.get("usage", Use),
        bans=tuple(_bans(entry)),
    )


def _never(entry: Entry) -> tuple[str | Entry, ...]:
    return tuple(item for item in entry.get("jamais", tuple) or () if isinstance(item, str | Entry))


def _bans(entry: Entry) -> Iterator[Ban]:
    for item in entry.entries("jamais"):
        keeps = item.get("quoi", Keeps)
        if keeps is not None:
            yield Ban(keeps, item.text("raison"))


def _people(entry: Entry, report: Report) -> tuple[int, int] | None:
    said = entry.get("personnes", Entry)
    if said is None or not said.is_complete:
        return None
    fewest, most = said.get("de", int) or 0, said.get("a", int) or 0
    if fewest > most:
        report.add(said.at("a"), f"personnes : « a » ({most}) est plus petit que « de » ({fewest})")
    return fewest, most


def _tables(entry: Entry) -> Tables | None:
    said = entry.get("melange", Entry)
    if said is None or not said.is_complete:
        return None
    return Tables(said.get("par_table", int) or 2, said.get("tours", int) or 1, said.get("hotes", bool) or False)


def _check_tables(steps: Iterable[Entry], tables: Tables | None, report: Report) -> None:
    """Report the steps that play a round of tables which the card does not have."""
    for step in steps:
        number = step.get("melange", int) or 0
        if number and tables is None:
            report.add(
                step.at("melange"),
                "melange : dites d'abord combien de personnes par table, avec la clé {} de la fiche",
                "melange",
            )
        elif tables is not None and number > tables.rounds:
            report.add(
                step.at("melange"),
                f"melange {number} : la fiche n'a que {tables.rounds} tour{'s' if tables.rounds > 1 else ''} de tables",
            )


def _varied(exercise: Exercise, entry: Entry, steps: tuple[Step, ...]) -> Exercise:
    """Return the exercise as a variant makes it: what the variant says replaces what the card says."""
    return replace(
        exercise,
        aim=entry.text("but") or exercise.aim,
        size=entry.text("effectif") or exercise.size,
        material=entry.texts("materiel") or exercise.material,
        steps=steps or exercise.steps,
        signal=entry.text("signal") or exercise.signal,
        traps=entry.texts("pieges") or exercise.traps,
        variant=entry.text("titre"),
    )


def _steps(entries: Iterable[Entry], sheets: tuple[Sheet, ...], declared: set[str], report: Report) -> Iterator[Step]:
    by_key = {sheet.key: sheet for sheet in sheets}
    for entry in entries:
        wanted, number = entry.text("saisie"), entry.get("tour", int) or 1
        if wanted and wanted not in declared:
            report.unknown(entry.at("saisie"), "feuille inconnue", wanted, sorted(declared - {""}))
        sheet = by_key.get(wanted)
        if sheet is not None and number > sheet.rounds:
            report.add(entry.at("tour"), f"tour {number} : la feuille {{}} n'en a que {sheet.rounds}", sheet.key)
        yield Step(
            title=entry.text("etape"),
            seconds=entry.get("duree", int) or 0,
            say=entry.text("dire"),
            sheet=sheet.key if sheet else "",
            round=min(number, sheet.rounds) if sheet else number,
            laps=entry.get("tours", int) or 1,
            shows=entry.get("montre", Shows),
            per_row=entry.get("par_ligne", bool) or False,
            seating=entry.get("melange", int) or 0,
        )


def _sheets(entries: Iterable[Entry], report: Report) -> Iterator[Sheet]:
    for entry in entries:
        sheet = _sheet(entry, report)
        if sheet is not None:
            yield sheet


def _sheet(entry: Entry, report: Report) -> Sheet | None:
    rows, columns = entry.entries("lignes"), entry.entries("colonnes")
    if "colonnes" not in entry.values or "lignes" not in entry.values:
        return None
    if entry.get("colonnes", Source) is None:
        restrict(rows, "colonnes", "colonne inconnue", [line.letters("cle") for line in columns], report)
    if entry.get("lignes", Source) is None:
        restrict(columns, "lignes", "ligne inconnue", [line.letters("cle") for line in rows], report)
    for restriction in ("croiser", "comparer", "sauf"):
        restrict([entry], restriction, "colonne inconnue", [line.letters("cle") for line in columns], report)
    cell = entry.get("case", Cell)
    if cell is None:
        return None
    scale, ends = marks(entry, cell, report), axes(entry, cell, report)
    if not entry.is_complete:
        return None
    names = entry.texts("tours")
    return Sheet(
        key=entry.text("cle"),
        title=entry.text("titre"),
        cell=cell,
        columns=tuple(column(line) for line in columns if line.is_complete),
        rows=tuple(row(line) for line in rows if line.is_complete),
        figure=entry.get("figure", Figure) or Figure.TABLE,
        rows_title=entry.text("titre_lignes"),
        rows_from=entry.get("lignes", Source),
        columns_from=entry.get("colonnes", Source),
        rounds=entry.get("tours", int) or len(names) or 1,
        round_titles=names,
        phrase=entry.text("phrase"),
        marks=scale,
        axes=ends,
        says=entry.get("dit", Says),
        compared=entry.texts("comparer"),
        beside=entry.texts("sauf"),
        crossed=entry.texts("croiser"),
        ranked=entry.get("classer", bool) or False,
    )
