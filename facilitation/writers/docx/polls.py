"""A statement put to the room: its words, the answer, the bars and the same counts as a table."""

from __future__ import annotations

from facilitation.synthesis import Poll
from facilitation.typography import NBSP, lowered, quoted
from facilitation.writers import wording
from facilitation.writers.docx.charts import Chart, Drawable, frame, workbook_relation
from facilitation.writers.docx.draft import Draft
from facilitation.writers.docx.flow import Place
from facilitation.writers.docx.tables import counts_grid
from facilitation.writers.docx.xml import bold, run


def add_poll(draft: Draft, poll: Poll, level: int, *, titled: bool) -> None:
    """Add a statement and the room's answer; ``titled`` gives it a heading of its own, « Question n° 2/4 »."""
    if titled and poll.number:
        draft.heading(wording.question(poll), level)
    draft.flow.text("Citation", run(quoted(poll.statement)))
    answer = f"{wording.answer_title(poll)}{NBSP}: "
    draft.flow.text("CitationReponse", run(answer) + bold(wording.verdict(poll))).keep_next = poll.counted
    if changed := wording.change(poll):
        draft.flow.text("Normal", run(changed), place=Place.LEAD).keep_next = poll.counted
    if poll.counted:
        _add_counts(draft, poll)
    for remark in wording.remarks(poll):
        draft.note(remark)


def _add_counts(draft: Draft, poll: Poll) -> None:
    """Add the bars, then the same counts as a table, on one page."""
    which = wording.question(poll)
    which = f", {lowered(which)}" if which else ""
    message = wording.sentence(poll.message or f"La salle répond {wording.verdict(poll)}")
    chart = Chart(poll)
    draft.caption("Figure", f"{chart.title}{which}")
    number = draft.drawing()
    draft.flow.text("Figure", frame(number, add_chart(draft, chart, number), chart, message)).keep_next = True
    title = f"Les mêmes effectifs, en tableau{which}"
    draft.caption("Tableau", title)
    draft.flow.grid(counts_grid(poll, title), message)


def add_chart(draft: Draft, chart: Drawable, number: int) -> str:
    """Add the parts of a chart to the package and return the id of its relation."""
    package = draft.package
    package.add(f"word/charts/chart{number}.xml", chart.xml())
    package.add(f"word/charts/_rels/chart{number}.xml.rels", workbook_relation(number))
    package.add_bytes(f"word/embeddings/classeur{number}.xlsx", chart.workbook(draft.synthesis))
    return package.relate("chart", f"charts/chart{number}.xml")
