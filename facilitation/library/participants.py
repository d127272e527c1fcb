"""A list of participants (CSV or workbook) → people, or every reason why not; never half a list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from facilitation.composition import Participant, Presence
from facilitation.errors import FileProblemsError, Problem
from facilitation.library.answers import DELIMITERS, NOT_SAID, file_bytes, is_workbook, split_rows
from facilitation.library.headings import Field, Headings, headings, is_header
from facilitation.library.names import full_name, same_person, several_people, without_civility
from facilitation.library.sheets import WorkbookError
from facilitation.synthesis import unguarded
from facilitation.typography import NBSP, enumeration, folded, plural, quoted

MOST_PEOPLE = 1_000
HEADER_WITHIN = 20  # rows: a title, a date and a place often stand above the header
EXAMPLE = "nom;prénom;structure;acteur;territoire"
_DAMAGED = re.compile(r"\ufffd|Ã[\u0080-\u00bf©ª«®´»¯¹]|(?<=[A-Za-z])[‚„‡†Ž]|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_PRESENCES = {
    Presence.REGISTERED: "inscrit inscrite inscrits preinscrit preinscrite confirme confirmee",
    Presence.PRESENT: "present presente presents presentes oui x p o 1",
    Presence.EXCUSED: "excuse excusee excuses excusees e",
    Presence.ABSENT: "absent absente absents absentes non a n 0",
    Presence.LATE: "arrive arrivee arrives arrivees",
}
_PRESENCE = {word: presence for presence, words in _PRESENCES.items() for word in words.split()}
_ROLES = {
    "participant": "participant",
    "participante": "participant",
    "animateur": "animateur",
    "animatrice": "animateur",
    "facilitatrice": "animateur",
    "facilitateur": "animateur",
    "observateur": "observateur",
    "observatrice": "observateur",
}
_WITHOUT = {
    Field.TERRITORY: "groupes composés sans territoire",
    Field.ORGANISATION: "structures non précisées",
}

Rows = list[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class Participants:
    """The people of a list, in its order, and what has to be said about how it was read."""

    people: tuple[Participant, ...]
    notices: tuple[str, ...] = ()


def read(path: Path) -> Participants:
    """Return the people of a list.

    CSV in UTF-8 (or UTF-16 with its mark, else cp1252) separated by `;`, `,` or tabulations, or a workbook (.xlsx, .ods).
    Columns are known by their names (see ``headings``); the personal ones that groups do not need are left out, and said so.

    Raises:
        FileProblemsError: everything that keeps the list from being taken; nothing of it is.
    """
    notices: list[str] = []
    rows, place = table(path, notices)
    columns = _columns(path, rows[place] if rows else None)
    lines = [(number, cells) for number, cells in rows[place + 1 :] if any(cell.strip() for cell in cells)]
    if not lines:
        raise _problem(
            path, rows[place][0], f"personne dans cette liste{NBSP}: une ligne par personne sous les noms de colonnes"
        )
    if len(lines) > MOST_PEOPLE:
        limit = f"{plural(len(lines), 'ligne')}, {plural(MOST_PEOPLE, 'personne')} au plus"
        doubt = f"ce n’est sans doute pas la liste de cette journée{NBSP}: gardez ceux qui y viennent. Rien n’a été pris"
        raise _problem(path, lines[MOST_PEOPLE][0], f"{limit}{NBSP}; {doubt}")
    people = _people(path, lines, columns)
    starred = [number for number, cells in lines if "*" in _written_name(_said(cells, columns))]
    return Participants(tuple(people.values()), (*notices, *_told(columns, people, starred)))


def table(path: Path, notices: list[str]) -> tuple[Rows, int]:
    """Return every row of a list with its number, and the place of the row that names the columns; ``notices`` gains some.

    Raises:
        FileProblemsError: the file is no table, or its letters are damaged.
    """
    raw = file_bytes(path)
    rows = _workbook_rows(path, raw) if is_workbook(path, raw) else _text_rows(path, raw, notices)
    return rows, next((place for place, (_, cells) in enumerate(rows[:HEADER_WITHIN]) if is_header(cells)), 0)


def _text_rows(path: Path, raw: bytes, notices: list[str]) -> Rows:
    """Return the rows of a CSV, once every letter of it is sure."""
    text = _text(path, raw, notices)
    damaged = _DAMAGED.search(text)
    if damaged:
        message = f"accents abîmés{NBSP}: enregistrez à nouveau la liste, au format CSV UTF-8"
        raise _problem(path, text.count("\n", 0, damaged.start()) + 1, message)
    rows = list(split_rows(path, text, _delimiter(text)))
    return [(number, list(map(unguarded, cells))) for number, cells in rows]


def _text(path: Path, raw: bytes, notices: list[str]) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        notices.append(
            f"{quoted(path.name)} n’est pas en UTF-8{NBSP}: lu comme un fichier Windows (cp1252). Vérifiez les accents."
        )
        return raw.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """Return the separator that cuts one of the first lines into the most columns we know."""

    def known(delimiter: str) -> int:
        lines = text.splitlines()[:HEADER_WITHIN]
        return max((len(headings([cell.strip('"') for cell in line.split(delimiter)]).places) for line in lines), default=0)

    return max(DELIMITERS, key=known)


def _workbook_rows(path: Path, raw: bytes) -> Rows:
    from facilitation.library import workbook  # noqa: PLC0415 (XML is only read when somebody brings a workbook)

    try:
        found = workbook.rows(raw, is_header)
    except WorkbookError as error:
        raise _problem(path, 0, str(error)) from error
    return [(number, ["" if cell == NOT_SAID else cell for cell in cells]) for number, cells in found]


def _columns(path: Path, header: tuple[int, list[str]] | None) -> Headings:
    if header is None:
        raise _problem(path, 0, f"fichier vide{NBSP}: la première ligne nomme les colonnes, par exemple {EXAMPLE}")
    columns = headings(header[1])
    absent = [] if columns.has_names else [quoted(Field.SURNAME)]
    absent += [] if Field.ACTOR in columns.places else [quoted(Field.ACTOR)]
    if absent:
        words = "colonnes absentes" if len(absent) > 1 else "colonne absente"
        advice = f"{words}{NBSP}: {enumeration(absent)}. Nommez-la ainsi, une colonne par renseignement{NBSP}: {EXAMPLE}"
        raise _problem(path, header[0], advice)
    if columns.twice:
        words = "colonnes en double" if len(columns.twice) > 1 else "colonne en double"
        names = enumeration([quoted(name) for name in columns.twice])
        raise _problem(path, header[0], f"{words}{NBSP}: {names}. Gardez-en une de chaque nom")
    return columns


def _people(path: Path, lines: Rows, columns: Headings) -> dict[int, Participant]:
    """Return the people by line; FileProblemsError with every line that cannot be taken."""
    problems: list[Problem] = []
    people: dict[int, Participant] = {}
    first: dict[str, int] = {}
    for number, cells in lines:
        said = _said(cells, columns)
        wrong = _wrong(cells, said, columns)
        if wrong:
            problems.append(Problem(path.name, number, 1, wrong))
            continue
        person = people[number] = _person(said, columns)
        before = first.setdefault(same_person(person.name), number)
        if before != number:
            message = (
                f"{quoted(person.name)} est déjà à la ligne {before}{NBSP}: retirez une ligne, ou distinguez les deux noms"
            )
            problems.append(Problem(path.name, number, 1, message))
    if problems:
        raise FileProblemsError(problems)
    return _written_alike(people)


def _said(cells: Sequence[str], columns: Headings) -> dict[Field, str]:
    return {field: cells[place].strip() for field, place in columns.places.items() if place < len(cells)}


def _written_name(said: dict[Field, str]) -> str:
    return said.get(Field.FULL_NAME) or said.get(Field.SURNAME, "")


def _wrong(cells: Sequence[str], said: dict[Field, str], columns: Headings) -> str:
    """Return what keeps a line from being taken, '' when nothing does."""
    name, presence = _written_name(said), said.get(Field.PRESENCE, "")
    if any(cells[columns.width :]):
        too_many = f"{plural(len(cells), 'cellule')} au lieu de {columns.width}"
        return f"{too_many}{NBSP}: une valeur qui contient le séparateur se met entre guillemets"
    if not without_civility(name.strip("* ")):
        return f"nom absent{NBSP}: écrivez-le, ou effacez cette ligne"
    if several_people(name):
        return f"plusieurs personnes dans la même case{NBSP}: une ligne par personne"
    if presence and folded(presence) not in _PRESENCE:
        return f"présence inconnue {quoted(presence)}{NBSP}: écrivez inscrit, présent, excusé ou absent"
    return ""


def _person(said: dict[Field, str], columns: Headings) -> Participant:
    written = _written_name(said)
    name, first = written.strip("* "), said.get(Field.FIRST_NAME, "")
    whole = not first or bool(said.get(Field.FULL_NAME))
    presence = _PRESENCE.get(folded(said.get(Field.PRESENCE, "")), Presence.REGISTERED)
    role = said.get(Field.ROLE, "")
    return Participant(
        name=full_name(name, surname_first=columns.surname_first) if whole else f"{first} {without_civility(name)}",
        organisation=said.get(Field.ORGANISATION, ""),
        actor=said.get(Field.ACTOR, ""),
        territory=said.get(Field.TERRITORY, ""),
        group=said.get(Field.GROUP, ""),
        presence=Presence.ABSENT if "*" in written else presence,
        role=_ROLES.get(folded(role), role),
        stays=_PRESENCE.get(folded(said.get(Field.STAYS, ""))) is Presence.PRESENT,  # « oui », « x »
        apart=tuple(filter(None, (name.strip() for name in re.split("[;,]", said.get(Field.APART, ""))))),
    )


def _written_alike(people: dict[int, Participant]) -> dict[int, Participant]:
    """Return the same people, each kind of actor, territory and group written as it is the first time."""
    writings: dict[tuple[str, str], str] = {}

    def alike(field: str, value: str) -> str:
        return writings.setdefault((field, folded(value)), value)

    return {
        line: replace(
            person,
            actor=alike("actor", person.actor),
            territory=alike("territory", person.territory),
            group=alike("group", person.group),
        )
        for line, person in people.items()
    }


def _told(columns: Headings, people: dict[int, Participant], starred: Sequence[int]) -> Iterator[str]:
    """Yield what to say about columns left out, and about what the list leaves open."""
    if columns.private:
        yield f"{_left_out(columns.private, 'personnelle')}. Les groupes n’en ont pas besoin."
    if columns.unused:
        yield f"{_left_out(columns.unused, '')}."
    for field, consequence in _WITHOUT.items():
        if field not in columns.places:
            yield f"Pas de colonne {quoted(field)}{NBSP}: {consequence}."
    unknown = [line for line, person in people.items() if not person.actor]
    if unknown:
        yield f"Acteur non précisé, {_at(unknown)}{NBSP}: compté parmi les autres."
    if starred:
        yield f"Absence dite par {quoted('*')}{NBSP}: {_at(starred)}."
    outside = Counter(person.role for person in people.values() if person.role in Participant.OUTSIDE)
    if outside:
        yield f"Hors des groupes{NBSP}: {enumeration([plural(count, role) for role, count in outside.items()])}."


def _at(lines: Sequence[int]) -> str:
    return f"{'lignes' if len(lines) > 1 else 'ligne'} {enumeration(list(map(str, lines)))}"


def _left_out(names: Sequence[str], kind: str) -> str:
    one, many = (f"colonne {kind} écartée", f"colonnes {kind}s écartées") if kind else ("colonne écartée", "colonnes écartées")
    return f"{plural(len(names), one, many)}{NBSP}: {enumeration([quoted(name) for name in names])}"


def _problem(path: Path, line: int, message: str) -> FileProblemsError:
    return FileProblemsError([Problem(path.name, line, 1 if line else 0, message)])
