"""What only some cells need: the scale of a mark, the axes of a map."""

from __future__ import annotations

from facilitation.library.entry import Entry
from facilitation.library.report import Report
from facilitation.sheet import Axes, Cell, Figure, Mark

FEWEST, MOST = 2, 7  # one key of the top row for each mark


def marks(entry: Entry, cell: Cell, report: Report) -> tuple[Mark, ...]:
    """Return the marks of a sheet; a scale without its cell, or a cell without its scale, is reported."""
    listed = entry.entries("marques")
    if cell is not Cell.MARK:
        if "marques" in entry.values:
            report.add(entry.at("marques"), "marques ne va qu'avec « case: marque »")
        return ()
    if not FEWEST <= len(listed) <= MOST:
        report.add(entry.at("marques"), f"une case marque a besoin de {FEWEST} à {MOST} marques")
        entry.is_complete = False
    return tuple(
        Mark(mark.text("cle"), mark.text("titre"), mark.text("signe"), mark.get("poids", float))
        for mark in listed
        if mark.is_complete
    )


def axes(entry: Entry, cell: Cell, report: Report) -> Axes | None:
    """Return the axes of a map; a map has exactly one column."""
    said = entry.get("axes", Entry)
    if cell is not Cell.PLACE:
        if said is not None:
            report.add(entry.at("axes"), "axes ne va qu'avec « case: place »")
        return None
    if said is None or len(entry.entries("colonnes")) != 1 or entry.get("figure", Figure) is not Figure.MAP:
        report.add(entry.at("case"), "une case place a besoin de axes, d'une seule colonne et de « figure: carte »")
        entry.is_complete = False
        return None
    return Axes(said.text("gauche"), said.text("droite"), said.text("bas"), said.text("haut"))
