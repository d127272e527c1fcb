"""A file of answers (CSV or workbook) → records with their line numbers; what cannot be read is said line by line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from facilitation.errors import FileProblemsError, Problem
from facilitation.library.sheets import WorkbookError
from facilitation.synthesis import UNKNOWN_GROUP, Record, unguarded
from facilitation.typography import NBSP, enumeration, folded, plural, quoted

NOT_SAID = "non précisé"  # what fills an empty cell of our workbooks
LARGEST_FILE = 50_000_000  # bytes
DELIMITERS = ";,\t"
COLUMNS = Record._fields
REQUIRED = ("sequence", "ligne", "colonne", "valeur")
# What polling services add about people: left out, and said so (RGPD-10, RGPD-11).
PERSONAL = frozenset(["ip", "uid", "username", "courriel", "email", "mail", "telephone", "refurl", "voter", "nom", "prenom"])
CODE = "code"  # of a paper sheet: it stands for the whole address, where a sequence is named
_NAMES = {folded(name): name for name in COLUMNS} | {CODE: "sequence"}
_EXAMPLE = ";".join(COLUMNS)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each column stands, from 0, how many cells the header has, and what separates them."""

    places: dict[str, int]
    width: int
    delimiter: str


@dataclass(slots=True)
class Answers:
    """What a file holds: its records, each with the line it starts on (from 1), the lines left out, and remarks to tell."""

    records: list[tuple[int, Record]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[tuple[int, Record]]:
        return iter(self.records)


def read(path: Path) -> Answers:
    """Return the answers of a file, values untouched.

    CSV in UTF-8 (or UTF-16 with its mark, else cp1252), separated by `;`, `,` or tabulations; or a workbook (.xlsx, .ods,
    .fods): its first sheet with our columns, « Réponses » in ``donnees.xlsx``.

    Raises:
        FileProblemsError: the file cannot be opened, is over 50 MB, or its header or quotes cannot be understood.
    """
    answers = Answers()
    raw = file_bytes(path)
    rows, delimiter = _workbook_rows(path, raw) if is_workbook(path, raw) else _text_rows(path, decoded(path, raw, answers))
    header = next(rows, None)
    if header is None:
        raise _problem(path, 0, f"fichier vide{NBSP}: la première ligne doit nommer les colonnes, {_EXAMPLE}")
    layout = Layout(_places(path, header, answers), len(header[1]), delimiter)
    for number, cells in rows:
        if any(cells):
            _take(path, number, cells, layout, answers)
    return answers


def is_workbook(path: Path, raw: bytes) -> bool:
    """Return whether a file is a workbook rather than a text; FileProblemsError when it is neither."""
    from facilitation.library import workbook  # noqa: PLC0415 (XML is only read when somebody brings a file)

    try:
        return workbook.is_workbook(raw)
    except WorkbookError as error:
        raise _problem(path, 0, str(error)) from error


def _workbook_rows(path: Path, raw: bytes) -> tuple[Iterator[tuple[int, list[str]]], str]:
    """Return the rows of a workbook as a CSV would hold them: without the words that fill its empty cells, formulas guarded."""
    from facilitation.library import workbook  # noqa: PLC0415 (as above)

    try:
        sheet = workbook.chosen(raw, _is_header)
    except WorkbookError as error:
        raise _problem(path, 0, str(error)) from error
    if sheet.formula:
        told = f"la case {sheet.formula} est une formule{NBSP}: remplacez les formules par leurs valeurs (collage spécial)"
        raise _problem(path, 0, told)
    found = sheet.rows
    names = [folded(name) for name in found[0][1]] if found else []
    value = names.index("valeur") if "valeur" in names else -1
    return ((number, _emptied(cells, value)) for number, cells in found), DELIMITERS[0]


def _emptied(cells: list[str], value: int) -> list[str]:
    """Return a row without the words that fill its empty cells; those very words may be an answer, unless it has no column."""
    plain = [cell if cell != NOT_SAID else "" for cell in cells]
    if 0 < value < len(cells) and plain[value - 1]:
        plain[value] = cells[value]
    return plain


def _is_header(names: list[str]) -> bool:
    return {folded(name) for name in names} >= set(_required(names))


def is_ours(names: list[str]) -> bool:
    """Return whether a header means to name our columns, be it with a slip."""
    meant = {folded(name) for name in names}
    near = {_nearest(name) for name in names}
    return not meant.isdisjoint((CODE, *REQUIRED)) or len(near & set(REQUIRED)) > 1


def _required(names: list[str]) -> tuple[str, ...]:
    """Return the columns that a header must have; a code says all of the address."""
    return (CODE, "valeur") if CODE in map(folded, names) else REQUIRED


def decoded(path: Path, raw: bytes, answers: Answers) -> str:
    """Return the text of a file in UTF-8, UTF-16 with its mark, else cp1252, which is told."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        answers.notices.append(
            f"{quoted(path.name)} n’est pas en UTF-8{NBSP}: lu comme un fichier Windows (cp1252). Vérifiez les accents."
        )
        return raw.decode("cp1252", errors="replace")


def file_bytes(path: Path) -> bytes:
    """Return what a file of at most 50 MB holds; FileProblemsError when it cannot be opened."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            limit = LARGEST_FILE // 1_000_000
            megabytes = f"{-(-size // 1_000_000)}{NBSP}Mo"
            raise _problem(path, 0, f"fichier de {megabytes}, {limit}{NBSP}Mo au plus. Coupez-le en plusieurs fichiers")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise _problem(path, 0, f"fichier introuvable{NBSP}: vérifiez son nom et son dossier") from error
    except OSError as error:
        if path.is_dir():
            raise _problem(path, 0, f"c’est un dossier{NBSP}: donnez le fichier CSV qu’il contient") from error
        raise _problem(path, 0, f"fichier illisible{NBSP}: fermez-le s’il est ouvert ailleurs, puis recommencez") from error


def _delimiter(header: str) -> str:
    """Return the separator under which the header names the most columns we know."""

    def known(delimiter: str) -> int:
        return sum(folded(cell.strip('"')) in _NAMES for cell in header.split(delimiter))

    return max(DELIMITERS, key=known)


def _text_rows(path: Path, text: str) -> tuple[Iterator[tuple[int, list[str]]], str]:
    """Return the rows of a CSV, and what separates its cells."""
    delimiter = _delimiter(text.split("\n", 1)[0].split("\r", 1)[0])
    return ((number, list(map(unguarded, cells))) for number, cells in split_rows(path, text, delimiter)), delimiter


def split_rows(path: Path, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line it starts on: a quoted value may run over several."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for cells in reader:
            yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        advice = "guillemets mal placés. Un guillemet ouvert doit être refermé, et doublé à l’intérieur d’une valeur"
        raise _problem(path, start, advice) from error


def _places(path: Path, header: tuple[int, list[str]], answers: Answers) -> dict[str, int]:
    """Return the place of each column; unknown ones are refused when they look like a slip, left out and said otherwise."""
    line, names = header
    places: dict[str, int] = {}
    problems: list[Problem] = []
    left: list[str] = []
    for place, name in enumerate(names):
        known = _NAMES.get(folded(name), "")
        near = "" if known else _nearest(name)
        if known in places:
            problems.append(Problem(path.name, line, place + 1, f"colonne {quoted(name)} nommée deux fois"))
        elif known:
            places[known] = place
        elif near:
            message = f"colonne inconnue {quoted(name)}, vouliez-vous dire {quoted(near)}{NBSP}?"
            problems.append(Problem(path.name, line, place + 1, message))
        elif name.strip():
            left.append(quoted(name.strip()))
    missing = [quoted(name) for name in _required(names) if _NAMES[name] not in places]
    if missing and not problems:
        words = f"{'colonnes absentes' if len(missing) > 1 else 'colonne absente'}{NBSP}: {enumeration(missing)}."
        problems.append(Problem(path.name, line, 1, f"{words} La première ligne doit les nommer{NBSP}: {_EXAMPLE}"))
    if problems:
        raise FileProblemsError(problems)
    answers.notices += _header_notices(left, places, is_coded=CODE in map(folded, names))
    return places


def _header_notices(left: list[str], places: dict[str, int], *, is_coded: bool) -> Iterator[str]:
    if left:
        yield f"{plural(len(left), 'colonne écartée', 'colonnes écartées')}{NBSP}: {enumeration(left)}."
    if "groupe" not in places and not is_coded:
        yield f"Pas de colonne {quoted('groupe')}{NBSP}: réponses notées {quoted(UNKNOWN_GROUP)}."


def _nearest(name: str) -> str:
    """Return the column a header was probably meant to be, '' when it is none of ours (or tells about a person)."""
    if folded(name) in PERSONAL:
        return ""
    near = get_close_matches(folded(name), _NAMES, n=1, cutoff=0.75)
    return _NAMES[near[0]] if near else ""


def _take(path: Path, number: int, cells: list[str], layout: Layout, answers: Answers) -> None:
    """Keep a line as a record, or say why it is left out."""
    if len(cells) <= layout.places["valeur"]:
        message = f"{plural(len(cells), 'cellule')} au lieu de {layout.width}{NBSP}: la valeur manque, ligne laissée de côté"
        answers.problems.append(Problem(path.name, number, 1, message))
    elif any(cells[layout.width :]):
        message = (
            f"{plural(len(cells), 'cellule')} au lieu de {layout.width}, ligne laissée de côté{NBSP}: "
            f"une valeur qui contient {quoted(layout.delimiter)} se met entre guillemets"
        )
        answers.problems.append(Problem(path.name, number, 1, message))
    else:
        named = {name: cells[place] for name, place in layout.places.items() if place < len(cells)}
        answers.records.append((number, Record(*(named.get(name, "") for name in COLUMNS))))


def _problem(path: Path, line: int, message: str) -> FileProblemsError:
    return FileProblemsError([Problem(path.name, line, 1 if line else 0, message)])
