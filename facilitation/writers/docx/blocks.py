"""Each block of a synthesis → what the page shows of it."""

from __future__ import annotations

from typing import assert_never

from facilitation.synthesis import (
    Block,
    Bullets,
    Facts,
    Heading,
    Insight,
    Note,
    Paragraph,
    Poll,
    Section,
    Shared,
    Steps,
    Table,
)
from facilitation.typography import NBSP, capitalised, plural, quoted
from facilitation.writers import wording
from facilitation.writers.docx.draft import Draft, sentence
from facilitation.writers.docx.drawings import silhouette
from facilitation.writers.docx.flow import Place
from facilitation.writers.docx.polls import add_poll
from facilitation.writers.docx.tables import drawn_tables, facing_grid, shared_grid
from facilitation.writers.docx.xml import bold, run

NOTHING = "Aucune idée notée."


def add_section(draft: Draft, section: Section, level: int = 1) -> None:
    """Add a section: its title, then its blocks, whose own titles are one level deeper."""
    title = section.title
    if section.part and not title.lower().startswith(section.part.lower()):
        title = f"{section.part} – {title}"
    draft.heading(title, level, kind=section.kind)
    for block in section.blocks:
        _add(draft, block, level + 1, section)


def _add(draft: Draft, block: Block, level: int, parent: Section) -> None:
    match block:
        case Section():
            add_section(draft, block, level)
        case Paragraph():
            draft.flow.text("Normal", run(block.text), place=Place.LEAD)
        case Bullets():
            _add_bullets(draft, block, level)
        case Facts():
            for name, words in block.pairs:
                draft.flow.text("Faits", bold(name) + run(f"{NBSP}: {words}"))
        case Steps():
            _add_steps(draft, block, level)
        case Table():
            _add_table(draft, block)
        case Poll():
            add_poll(draft, block, level, titled=parent.kind != "question")
        case Insight():
            _add_insight(draft, block, numbered=parent.kind != "question")
        case Shared():
            _add_shared(draft, block)
        case Note():
            draft.note(block.text)
        case _:
            assert_never(block)


def _add_bullets(draft: Draft, block: Bullets, level: int) -> None:
    if block.boxed:
        if block.title:
            draft.flow.text("EncadreTitre", run(block.title))
        for item in block.items:
            draft.flow.text("EncadreListe", run(item.text))
        return
    if block.title:
        draft.heading(block.title, level)
    if not block.items:
        draft.note(NOTHING)
    draft.list((item.text for item in block.items), ordered=block.ordered)


def _add_steps(draft: Draft, block: Steps, level: int) -> None:
    """Add the script, then the gestures people answer with."""
    if block.title:
        draft.heading(block.title, level)
    told = []
    for step in block.steps:
        lasting = wording.duration(step.seconds)
        said = f"{NBSP}: {quoted(step.say)}" if step.say else ""
        told.append(f"{step.title}{f' ({lasting})' if lasting else ''}{said}")
    draft.list(told, ordered=True)
    draft.list(f"{position.label}{NBSP}: {position.gesture}" for position in block.positions if position.gesture)


def _add_table(draft: Draft, table: Table) -> None:
    """Add a table of the synthesis: whole, pair by pair for a matrix of ideas, after its drawing for a Silhouette."""
    if not table.lines or not table.columns:
        draft.note(f"{table.title}{NBSP}: {wording.NOTHING_NOTED}.")
        return
    if table.figure == "matrice" and not wording.is_numbers(table):
        _add_facings(draft, table)
        return
    if table.figure == "silhouette":
        _add_silhouette(draft, table)
    for title, drawn in drawn_tables(table):
        draft.caption("Tableau", title)
        draft.flow.grid(drawn.xml(title), _closing(table), wide=drawn.wide)


def _add_facings(draft: Draft, table: Table) -> None:
    """Add the cells of a matrix two by two, each beside the one that answers it."""
    for facing in wording.facings(table):
        draft.caption("Tableau", facing.title)
        draft.flow.grid(facing_grid(facing), _closing(table))
    if table.message:
        draft.note(sentence(table.message))


def _add_silhouette(draft: Draft, table: Table) -> None:
    """Add the drawing of a Silhouette, beside what each part of the body says."""
    zones = [column for column in table.columns if column.zone]
    shown = f"{NBSP}; ".join(f"{column.zone}, {column.title}" for column in zones)
    draft.caption("Figure", "Ce que dit chaque partie du corps")
    drawn = silhouette(
        draft.drawing(), f"Silhouette debout, de face{NBSP}: {shown}." if shown else "Silhouette debout, de face."
    )
    draft.flow.beside(drawn, [_zone(column) for column in zones])


def _zone(column: Heading) -> str:
    hint = f" ({column.hint})" if column.hint and column.hint != column.title else ""
    return bold(capitalised(column.zone)) + run(f"{NBSP}: {column.title}{hint}")


def _add_insight(draft: Draft, insight: Insight, *, numbered: bool) -> None:
    """Add what the expert says, in a box, with its sources."""
    title = wording.insight_title(insight)
    which = wording.question(insight) if numbered else ""
    draft.flow.text("EncadreTitre", run(f"{title} ({which[:1].lower()}{which[1:]})" if which else title))
    for point in insight.points:
        draft.flow.text("EncadreListe", run(point))
    if insight.sources:
        label = "Sources" if len(insight.sources) > 1 else "Source"
        draft.flow.text("EncadreSource", run(f"{label}{NBSP}: {f'{NBSP}; '.join(insight.sources)}"))


def _add_shared(draft: Draft, shared: Shared) -> None:
    """Add what is common and what is each one's own."""
    title = f"{shared.title}{NBSP}: ce qui est commun, ce qui est propre"
    if not wording.sharing(shared):
        draft.note(f"{title}{NBSP}: {wording.NOTHING_NOTED}.")
        return
    draft.caption("Tableau", title)
    draft.flow.grid(shared_grid(shared, title), sentence(shared.message or title))


def _closing(table: Table) -> str:
    """Return the sentence under a table that ends a page: its message, or how many ideas it holds."""
    return sentence(table.message or f"{plural(table.ideas, 'idée')} dans ce tableau")
