"""Rows and columns, as a card or a sequence lists them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from facilitation.library.entry import Entry
from facilitation.library.report import Report
from facilitation.sheet import Column, Insight, Row, Says


def row(entry: Entry) -> Row:
    """Return the row of an entry; its restrictions are checked elsewhere."""
    insight = entry.get("eclairage", Entry)
    return Row(
        key=entry.text("cle"),
        title=entry.text("titre"),
        short=entry.text("court"),
        phrase=entry.text("phrase"),
        columns=entry.texts("colonnes"),
        insight=Insight(insight.text("titre"), insight.texts("points"), insight.texts("sources")) if insight else None,
        answer=entry.text("reponse"),
        editions=entry.get("editions", dict) or {},
    )


def column(entry: Entry) -> Column:
    """Return the column of an entry; its restrictions are checked elsewhere."""
    weight = entry.get("poids", float)
    return Column(
        key=entry.text("cle"),
        title=entry.text("titre"),
        short=entry.text("court"),
        phrase=entry.text("phrase"),
        rows=entry.texts("lignes"),
        zone=entry.text("zone"),
        hint=entry.text("aide"),
        gesture=entry.text("geste"),
        weight=weight,
        says=entry.get("dit", Says),
    )


def restrict(entries: Iterable[Entry], restriction: str, what: str, known: Collection[str], report: Report) -> None:
    """Take out of ``lignes`` or ``colonnes`` each word that names no line of ``known``, and report it."""
    known = [word for word in known if word]
    for entry in entries:
        for word, place in entry.placed(restriction):
            if word not in known:
                report.unknown(place, what, word, known)
        if restriction in entry.values:
            entry.values[restriction] = tuple(word for word in entry.texts(restriction) if word in known)
