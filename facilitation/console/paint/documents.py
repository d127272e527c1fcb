"""The list of documents: what to make, how far each one is, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.console.paint.pages import entry, headed, titled
from facilitation.console.paint.row import EMPTY, PLAIN, SOFT, STRONG, Ink, Piece, Row, cut, justified, row, wrapped
from facilitation.typography import NBSP, plural

BAR = 20


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document: its name for people, its file, what it is for; ``share`` while it is made.

    ``outcome`` is what was made, and ``lasted`` how long it took, told where there is room.
    """

    label: str
    file_name: str
    description: str
    wanted: bool
    share: float | None = None
    outcome: str = ""
    lasted: str = ""
    failed: bool = False


def documents(lines: Sequence[DocumentLine], chosen: int, width: int, *, roomy: bool) -> list[Row]:
    """Return the list; what a document is for stands beside it, or below for the chosen one where there is no room.

    Once they are made, what came of it takes the place of file names in a narrow window.
    """
    named = max(len(line.label) for line in lines) + 2
    filed = max(len(line.file_name) for line in lines) + 2
    room = width - named - filed - 6
    if any(len(_outcome(line)) > room - 2 for line in lines):
        room, filed = room + filed, 0
    told = all(len(line.description) <= room for line in lines)
    rows: list[Row] = []
    for rank, line in enumerate(lines):
        sign = ("■ ", Ink("accent")) if line.wanted else ("□ ", SOFT)
        left = row(
            " ",
            sign,
            (f"{line.label:<{named}}", STRONG if line.wanted else PLAIN),
            (f"{line.file_name:<{filed}}"[:filed], SOFT),
        )
        state = _state(line, room, told=told)
        rows.append(entry((*left, *state), EMPTY, width, chosen=rank == chosen, click=f"screen.pick({rank})"))
        rows += [EMPTY] * roomy
    begun = any(line.share is not None or line.outcome or line.failed for line in lines)
    return rows if told or begun else [*rows, EMPTY, row("  ", (cut(lines[chosen].description, width - 4), SOFT))]


def _outcome(line: DocumentLine) -> str:
    return f"{line.outcome} en {line.lasted}" if line.outcome and line.lasted else line.outcome


def _state(line: DocumentLine, room: int, *, told: bool) -> Row:
    if line.failed:
        return row(("✗ non fabriqué", Ink("alerte", bold=True)))
    if line.outcome:
        whole = _outcome(line)
        return row(("✓ ", Ink("ok")), (whole if len(whole) <= room - 2 else cut(line.outcome, room - 2), SOFT))
    if line.share is not None:
        long = min(BAR, room - 7)
        full = round(line.share * long)
        percent = f"{round(100 * line.share):>4}{NBSP}%"
        return row((" " * full, Ink("texte", "accent")), (" " * (long - full), Ink("texte", "creux")), percent)
    return row((line.description if told else "", SOFT))


def remark(text: str, width: int, *, is_fine: bool) -> list[Row]:
    """Return one fact, its sign first."""
    sign = ("✓ ", Ink("ok", bold=True)) if is_fine else ("◐ ", Ink("att", bold=True))
    lines = wrapped(text, width - 6)
    return [row("  ", sign, lines[0]), *(row("    ", line) for line in lines[1:])]


@dataclass(frozen=True, slots=True)
class Contents:
    """The panel of a document: its name, its file, its sections, and paragraphs under their titles."""

    label: str
    file_name: str
    sections: Sequence[tuple[str, int]]
    facts: Sequence[tuple[str, str]]


def panel(view: Contents, width: int) -> list[Row]:
    """Return the panel."""
    rows = [EMPTY, *headed(view.label, width), row((view.file_name, SOFT))]
    if view.sections:
        rows += [EMPTY, row(("Ce qu’il contient", Ink("doux", bold=True)))]
    for title, ideas in view.sections:
        count = plural(ideas, "idée") if ideas else ""
        name = cut(title, width - len(count) - 4)
        rows.append(justified((Piece("· ", SOFT), Piece(name)), row((count, SOFT)), width))
    for title, text in view.facts:
        rows += titled(title, [text], width)
    return rows
