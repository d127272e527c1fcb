"""Each block of a synthesis → what the page shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from facilitation.synthesis import (
    Block,
    Bullets,
    Facts,
    Heading,
    Insight,
    Line,
    Note,
    Paragraph,
    Picture,
    Poll,
    Section,
    Shared,
    Steps,
    Table,
)
from facilitation.typography import NBSP, capitalised, lowered, plural, quoted
from facilitation.writers import wording
from facilitation.writers.docx.charts import frame
from facilitation.writers.docx.draft import Draft
from facilitation.writers.docx.drawings import silhouette
from facilitation.writers.docx.flow import Place, Text, together
from facilitation.writers.docx.links import idea
from facilitation.writers.docx.maps import MapChart
from facilitation.writers.docx.pictures import photo
from facilitation.writers.docx.polls import add_chart, add_poll
from facilitation.writers.docx.tables import LANDSCAPE_FROM, drawn_tables, facing_grid, shared_grid, side_by_side
from facilitation.writers.docx.xml import bold, run
from facilitation.writers.mapping import with_numbers
from facilitation.writers.spread import as_counts

SHARED = "Ce qui est commun, ce qui est propre"
HELD = {"tableau", "fiche", "matrice", "silhouette", "ensemble"}  # tables that a short opening stays with
STAFF = {"sequence", "commentaire"}  # where a paragraph is what staff wrote
SHORT_BOX = 9  # paragraphs
SHORT_COMMENT = 4  # paragraphs: one of them would be alone on the page before a question
SHORT_OPENING = 18  # paragraphs: half a page or so


def add_section(draft: Draft, section: Section, level: int = 1) -> None:
    """Add a section: its title, then its blocks, whose own titles are one level deeper."""
    draft.heading(wording.section_title(section), level, kind=section.kind, new_page=_fills_a_page(section))
    start = len(draft.flow.elements) - 1
    shared = [block for block in section.blocks if isinstance(block, Shared)]
    opening = Steps if any(isinstance(block, Steps) for block in section.blocks) else Facts
    for at, block in enumerate(section.blocks):
        if len(shared) > 1 and block is shared[0]:
            draft.heading(SHARED, level + 1)
        _add(draft, block, level + 1, section)
        if isinstance(block, opening):
            _hold(draft, start, section.blocks[at + 1 :])
    if section.kind == "commentaire" and len(section.blocks) <= SHORT_COMMENT:
        together([element for element in draft.flow.elements[start:] if isinstance(element, Text)])


def _hold(draft: Draft, start: int, after: Sequence[Block]) -> None:
    """Hold a short opening (title, facts, script) on one page: alone before pages of their own, else with the first table."""
    texts = [element for element in draft.flow.elements[start:] if isinstance(element, Text)]
    if len(texts) > SHORT_OPENING:
        return
    if any(isinstance(block, Section) and _fills_a_page(block) for block in after):
        together(texts)
    elif after and isinstance(after[0], Table) and after[0].figure in HELD:
        together([*texts, texts[-1]])


def _fills_a_page(section: Section) -> bool:
    """Return whether a section starts a page: an annex with tables, a counted statement with its arguments or its insight."""
    if section.kind == "annexe":
        return not all(isinstance(block, Paragraph | Note) for block in section.blocks)
    return (
        section.kind == "question"
        and len(section.blocks) > 1
        and any(isinstance(block, Poll) and block.counted for block in section.blocks)
    )


def _add(draft: Draft, block: Block, level: int, parent: Section) -> None:
    match block:
        case Section():
            add_section(draft, block, level)
        case Paragraph():
            # what staff write on a sequence stays upright; elsewhere a paragraph opens the table under it
            draft.flow.text("Normal", run(block.text), place=Place.TEXT if parent.kind in STAFF else Place.LEAD)
        case Bullets():
            _add_bullets(draft, block, level)
        case Facts():
            together([draft.flow.text("Faits", bold(name) + run(f"{NBSP}: {words}")) for name, words in block.pairs])
        case Steps():
            _add_steps(draft, block, level)
        case Table():
            _add_table(draft, block, level)
        case Poll():
            add_poll(draft, block, level, titled=parent.kind != "question")
        case Insight():
            _add_insight(draft, block, numbered=parent.kind != "question")
        case Shared():
            _add_shared(draft, block)
        case Note():
            draft.note(block.text)
        case Picture():
            _add_picture(draft, block)
        case _:
            assert_never(block)


def _add_bullets(draft: Draft, block: Bullets, level: int) -> None:
    if block.boxed:
        _add_box(draft, block.title, [item.text for item in block.items])
        return
    if block.title:
        draft.heading(block.title, level)
    if not block.items:
        draft.note(f"{wording.NOTHING_NOTED}.")
    draft.list(
        [item.text for item in block.items], ordered=block.ordered, runs=[idea(item, draft.traces) for item in block.items]
    )


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
    gestures = [f"{position.label}{NBSP}: {position.gesture}" for position in block.positions if position.gesture]
    if gestures:
        draft.flow.text("Normal", run(f"Pour répondre{NBSP}:"), place=Place.LEAD).keep_next = True
    draft.list(gestures)


def _add_table(draft: Draft, table: Table, level: int) -> None:
    """Add a table of the synthesis: whole, pair by pair for a matrix of ideas, after its drawing for a Silhouette."""
    table = as_counts(table)
    if not table.lines or not table.columns:
        draft.note(f"{table.title}{NBSP}: {lowered(wording.NOTHING_NOTED)}.")
        return
    if table.figure == "matrice" and not wording.is_numbers(table):
        _add_facings(draft, table)
        return
    if not wording.has_row_titles(table) and len(table.columns) < LANDSCAPE_FROM:
        draft.caption("Tableau", table.title)
        heads = [column.title for column in table.columns]
        draft.flow.grid(side_by_side(heads, table.lines[0].slots, table.title, draft.traces), _closing(table))
        return
    if table.figure == "silhouette":
        _add_silhouette(draft, table)
    if table.figure == "formulaire" and len(table.columns) > 1:
        _add_forms(draft, table, level)
        return
    if table.figure == "carte" and any(line.slots[0].point for line in table.lines):
        table = _add_map(draft, table)
    for title, drawn in drawn_tables(table, draft.traces):
        draft.caption("Tableau", title)
        draft.flow.grid(drawn.xml(title, draft.flow.above()), _closing(table), wide=drawn.wide)
        if table.figure == "marques" and table.columns[0].short and table.columns[0].short in drawn.heads:
            draft.note(f"{f'{NBSP}; '.join(f'{column.short}{NBSP}: {_scale_word(column)}' for column in table.columns)}.")


def _add_forms(draft: Draft, table: Table, level: int) -> None:
    """Add a form for each row, on a page of its own once there are several: what each field asks, and what is written there."""
    draft.heading(table.title, level)
    for at, line in enumerate(table.lines):
        draft.heading(line.title, level + 1, new_page=at > 0)
        fields = tuple(Line(column.title, (slot,)) for column, slot in zip(table.columns, line.slots, strict=True))
        form = replace(table, title=line.title, columns=(Heading("Réponse"),), lines=fields, rows_title="Rubrique")
        for title, drawn in drawn_tables(form, draft.traces):
            draft.caption("Tableau", title)
            draft.flow.grid(drawn.xml(title, draft.flow.above()), f"Fin de la fiche {quoted(line.title)}.")


def _add_map(draft: Draft, table: Table) -> Table:
    """Add the map as a chart of points; return its table, under the numbers that the map bears when words have no room."""
    chart = MapChart(table)
    draft.caption("Figure", chart.title)
    number = draft.drawing()
    left, right, bottom, top = table.poles or ("", "", "", "")
    message = f"{table.message or table.title}, de {left} à {right} et de {bottom} à {top}."
    draft.flow.text("Figure", frame(number, add_chart(draft, chart, number), chart, message)).keep_next = not chart.map.numbers
    if chart.map.numbers:
        draft.note("Les numéros renvoient au tableau qui suit.")
    return replace(with_numbers(table, chart.map), title=f"{table.title}{NBSP}: où chaque mot est placé")


def _add_picture(draft: Draft, picture: Picture) -> None:
    """Add a photo under its caption; its caption alone, and that it is missing, when its file is gone."""
    shown = photo(draft.package, picture, draft.drawing())
    if not shown:
        draft.note(wording.missing_picture(picture))
        return
    draft.caption("Figure", picture.caption)
    draft.flow.text("Figure", shown)


def _scale_word(column: Heading) -> str:
    return lowered(column.title.removeprefix(column.short).strip())


def _add_facings(draft: Draft, table: Table) -> None:
    """Add the cells of a matrix two by two, each beside the one that answers it."""
    for facing in wording.facings(table):
        draft.caption("Tableau", facing.title)
        draft.flow.grid(facing_grid(facing, draft.traces), _closing(table))
    if table.message:
        draft.note(wording.sentence(table.message))
    if missing := wording.not_put(table):
        draft.note(f"{wording.NOT_PUT}{NBSP}: {f'{NBSP}; '.join(missing)}.")


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
    label = "Sources" if len(insight.sources) > 1 else "Source"
    source = f"{label}{NBSP}: {f'{NBSP}; '.join(insight.sources)}" if insight.sources else ""
    _add_box(draft, f"{title} ({lowered(which)})" if which else title, insight.points, source)


def _add_box(draft: Draft, title: str, points: Sequence[str], source: str = "") -> None:
    """Add a box; a short one is not cut between two pages."""
    box = [draft.flow.text("EncadreTitre", run(title))] if title else []
    box += [draft.flow.text("EncadreListe", run(point)) for point in points]
    if source:
        box.append(draft.flow.text("EncadreSource", run(source)))
    if len(box) <= SHORT_BOX:
        together(box)


def _add_shared(draft: Draft, shared: Shared) -> None:
    """Add what is common and what is each one's own."""
    title = wording.shared_title(shared)
    if not wording.sharing(shared):
        draft.note(f"{title}{NBSP}: {lowered(wording.NOTHING_NOTED)}.")
        return
    draft.caption("Tableau", title)
    draft.flow.grid(shared_grid(shared, title), wording.sentence(shared.message or title))


def _closing(table: Table) -> str:
    """Return the sentence under a table that ends a section: its message, how many ideas it holds, or that it ends here."""
    counted = f"{plural(table.ideas, 'idée')} dans ce tableau" if table.ideas else f"Fin du tableau {quoted(table.title)}"
    return wording.sentence(table.message or counted)
