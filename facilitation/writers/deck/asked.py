"""What is projected before anybody answers: a scale and the rows to judge with it, an empty map, the fields of a form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitation.synthesis import Share, Table
from facilitation.typography import NBSP
from facilitation.writers import wording
from facilitation.writers.deck import titles
from facilitation.writers.deck.ideas import PANEL, QUESTION
from facilitation.writers.deck.lists import listed
from facilitation.writers.deck.pages import MOST, side_by_side
from facilitation.writers.placing.grids import LIST_PADDING
from facilitation.writers.placing.maps import drawn
from facilitation.writers.placing.tables import ZONE_HEAD, ZONE_SIZES, list_face, table_box
from facilitation.writers.slides import Cell, Column, Fill, MapSlide, QuestionAnswer, Slide, TableSlide, ZoneSlide
from facilitation.writers.style import CONTENT_WIDTH, SMALLEST

_RAMPS: dict[int, tuple[Fill, ...]] = {
    1: ("accent",),
    2: ("accent", "papier"),
    3: ("accent", "clair", "papier"),
    4: ("accent", "moyen", "clair", "papier"),
    5: ("accent", "moyen", "clair", "sable", "papier"),
    6: ("accent", "moyen", "moyen", "clair", "sable", "papier"),
    7: ("accent", "moyen", "moyen", "clair", "clair", "sable", "papier"),
}
_KEY, _SIGN = 124.0, 146.0  # widths, in points
_ASKS = ("?", "!", "…")
_COLUMNS = 3  # of the fields of a long form


def scale(shares: Sequence[Share], name: str, *, repere: str) -> Iterator[Slide]:
    """Yield the marks that a sheet takes: the key that gives each, its sign, its name, from full to blank by their weights.

    Answers without a sign have no slide of their own: they stand with what they answer.
    """
    if not _has_signs(shares):
        return
    title = titles.told(name, f"{titles.things(len(shares), 'réponse')} possible{'s' if len(shares) > 1 else ''}")
    yield TableSlide(
        title=titles.numbered(title),
        repere=repere,
        columns=(
            Column("Touche", _KEY, "center", 24, bold=True, tone="accent"),
            Column("Signe", _SIGN, "center", 28, bold=True),
            Column("Réponse", CONTENT_WIDTH - _KEY - _SIGN, size=26),
        ),
        rows=tuple(
            (Cell(str(key)), Cell(share.sign or "–", fill=fill, tone="papier" if fill == "accent" else None), Cell(share.title))
            for key, (share, fill) in enumerate(zip(shares, ramp(shares), strict=True), 1)
        ),
        row_height=66,
        head_size=16,
    )


def ramp(shares: Sequence[Share]) -> tuple[Fill, ...]:
    """Return the ground of each mark: from full to blank by its weight, none for one that has no weight."""
    weights = sorted({share.weight for share in shares if share.weight is not None}, reverse=True)
    tones = dict(zip(weights, _RAMPS.get(len(weights), ()), strict=False))
    return tuple(tones.get(share.weight, "") if share.weight is not None else "" for share in shares)


def _has_signs(shares: Sequence[Share]) -> bool:
    return any(share.sign for share in shares)


def rows(table: Table, *, repere: str) -> Iterator[Slide]:
    """Yield what is to be judged, as a list with what each row is asked; one question alone stands beside its answers."""
    answers = tuple(share.title for share in table.scale)
    counted = bool(answers) and not _has_signs(table.scale)
    if counted and len(table.lines) == 1:
        yield _question(table.lines[0].title, answers, repere)
    elif table.lines:
        note = ""
        if counted:
            note = f"Réponses possibles{NBSP}: {', '.join(answers)}."
        elif len(table.columns) > 1:
            note = f"Une réponse par ligne pour chaque colonne{NBSP}: {', '.join(column.label for column in table.columns)}."
        texts = [line.title for line in table.lines]
        title = titles.told(table.title, f"{_number_of(table)} à juger")
        yield from listed(title, texts, repere=repere, ordered=True, note=_on_a_line(note))


def _on_a_line(note: str) -> str:
    return titles.shortened(note, CONTENT_WIDTH, SMALLEST, bold=False) if note else ""


def _number_of(table: Table) -> str:
    """Return « trois affirmations », in the words of the table when they are a plural, else « trois lignes »."""
    words = table.rows_title.lower()
    many = len(table.lines) > 1 and words.endswith("s") and " " not in words
    return titles.things(len(table.lines), words[:-1] if many else "ligne")


def _question(question: str, answers: tuple[str, ...], repere: str) -> QuestionAnswer:
    width, size, lines = QUESTION
    title = titles.shortened(question, width, size, lines)
    notes = question if title != question else ""
    return QuestionAnswer(title=title, repere=titles.head(repere, panel=PANEL), answer=answers, notes=notes)


def word_map(table: Table, *, repere: str) -> Iterator[Slide]:
    """Yield an empty map between its poles, with the words to place beside it, or after it when they are too many."""
    if not table.poles:
        return
    left, right, bottom, top = table.poles
    words = tuple(line.title for line in table.lines)
    title = titles.told(table.title, f"{titles.things(len(words), 'mot', feminine=False)} à placer" if words else "à remplir")
    slide = MapSlide(
        title=titles.numbered(title),
        repere=repere,
        top=top,
        right=right,
        bottom=bottom,
        left=left,
        places=(),
        message=f"Carte vide, de {left} à {right}, de {bottom} à {top}.",
        words=words,
    )
    yield slide
    if words and not drawn(slide).beside:
        yield from listed(titles.told(table.title, "les mots"), words, repere=repere)


def form(table: Table, *, repere: str) -> Iterator[Slide]:
    """Yield the fields of a form, each with what the card says of it."""
    if len(table.columns) > 1:
        fields, hints = [column.title for column in table.columns], [column.hint for column in table.columns]
    else:
        fields, hints = [line.title for line in table.lines], [""] * len(table.lines)
    if not fields:
        return
    title = titles.told(table.title, f"{titles.things(len(fields), 'champ', feminine=False)} à remplir")
    columns = _columns(title, fields, repere) if MOST < len(fields) <= _COLUMNS * MOST and not any(hints) else None
    if columns:
        yield columns
    elif any(hints):
        leads = [
            f"{field}{NBSP}:" if hint and not field.endswith(_ASKS) else field
            for field, hint in zip(fields, hints, strict=True)
        ]
        texts = [wording.ended(hint) if hint else "" for hint in hints]
        yield from listed(title, texts, leads=leads, repere=repere, ordered=True)
    else:
        yield from listed(title, fields, repere=repere, ordered=True)


def _columns(title: str, fields: Sequence[str], repere: str) -> Slide | None:
    """Return the fields of a long form in three columns, all before the eyes of who fills it; None when they do not fit."""
    each = -(-len(fields) // _COLUMNS)
    lists = [tuple(fields[at : at + each]) for at in range(0, len(fields), each)]
    across, down = LIST_PADDING
    room = table_box("").h - ZONE_HEAD - 2 * down
    cut = side_by_side(lists, CONTENT_WIDTH / len(lists) - 2 * across, room, [list_face(size) for size in ZONE_SIZES])
    if cut.pages != (tuple(lists),):
        return None
    ends = [min(at + each, len(fields)) for at in range(0, len(fields), each)]
    return ZoneSlide(
        title=titles.numbered(title),
        repere=repere,
        heads=tuple(f"{end - len(run) + 1} à {end}" for run, end in zip(lists, ends, strict=True)),
        lists=tuple(lists),
        empties=("–",) * len(lists),
        size=cut.size,
        height=cut.tallest + 2 * down,
    )
