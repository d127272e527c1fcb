"""Each page to print → what Word writes of it, on the paper it is meant for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from facilitation.typography import NBSP
from facilitation.writers.docx.drawings import silhouette
from facilitation.writers.docx.xml import bold, paragraph, run, shade
from facilitation.writers.paper.pages import Attendance, Body, Box, Card, Grid, Line, Page, Plane, Sign
from facilitation.writers.paper.parts import SIZES, Sheet, cell, para, row, table, words
from facilitation.writers.style import Style

TITLES = 3.2  # centimetres: the title of a sheet and who fills it
BODY = 19.0  # centimetres: the height of the body on an A3 sheet
BODY_COLUMN = 9.0
POLE, WORDS_COLUMN = 3.6, 7.0  # centimetres
WORDS_IN_COLUMN = 16
CARDS = 2  # side by side
CARD_HEIGHT = 6.4  # centimetres
TITLES_COLUMN = 12.0  # centimetres: the titles of rows, at most
SHORTEST = 2.4  # centimetres: a row where one can write
LONG = 240  # letters below a sign: more are set smaller
WIDE_SIGN = 0.72  # of its size: how wide a bold letter may be
SIGN_SIZES = ((14, 120), (40, 88), (90, 60), (180, 46), (10_000, 30))  # signs up to which a size in points is used


def drawn(pages: Sequence[Page], size: str, style: Style) -> str:
    """Return the paragraphs and tables of all pages, each on a sheet of its own; cards share theirs."""
    paper = SIZES[size]
    cards = [page for page in pages if isinstance(page, Card)]
    parts = [_drawn(page, at, paper, style) for at, page in enumerate(page for page in pages if not isinstance(page, Card))]
    if cards:
        parts.append(_cards(cards, paper, len(parts) > 0))
    return "".join(parts)


def _drawn(page: Page, at: int, paper: Sheet, style: Style) -> str:
    match page:
        case Body():
            return _headed(page.title, page.owner, at) + _body(page, at, paper)
        case Grid():
            return _headed(page.title, page.owner, at) + _grid(page, paper, style)
        case Plane():
            return _headed(page.title, page.owner, at) + _plane(page, paper)
        case Sign():
            return _sign(page, at, paper)
        case Attendance():
            return _attendance(page, at, paper)
        case Card():
            return ""
        case _:
            assert_never(page)


def _headed(title: str, owner: str, at: int) -> str:
    return para(words(title, 26, strong=True), "Titre1", after=2, new_page=at > 0) + para(words(owner, 16), after=8)


def _body(page: Body, at: int, paper: Sheet) -> str:
    """Draw the body between two columns of boxes, one a zone."""
    side = (paper.across - BODY_COLUMN) / 2
    height = paper.down - TITLES - 0.8
    shown = f"{NBSP}; ".join(f"{box.title} ({box.code})" for box in (*page.left, *page.right))
    body = para(silhouette(at + 2, f"Silhouette debout, de face{NBSP}: {shown}.", BODY), centred=True)
    cells = [
        cell(_stack(page.left, side, height) + para(""), side),
        cell(body, BODY_COLUMN, centred=True),
        cell(_stack(page.right, side, height) + para(""), side),
    ]
    return table((side, BODY_COLUMN, side), [row(cells)], page.title, lined=False, heads=False) + _end()


def _stack(boxes: Sequence[Box], width: float, height: float) -> str:
    if not boxes:
        return ""
    inner = width - 0.4
    rows = [row([cell(_box(box), inner)], height / len(boxes) - 0.1) for box in boxes]
    return table((inner,), rows, boxes[0].title, heads=False)


def _box(box: Box) -> str:
    """Draw what stands at the top of a box: its code, its title, its hint."""
    title = words(f"{box.title}   " if box.title else "", 18, strong=True) + words(box.code, 14)
    hint = para(words(box.hint, 14), after=2) if box.hint else ""
    ready = para(words(box.ready, 24), before=4) if box.ready else ""
    return para(title, before=2, after=2) + hint + ready


def _grid(page: Grid, paper: Sheet, style: Style) -> str:
    first = min(TITLES_COLUMN, paper.across / (len(page.heads) + 1) * 1.2)
    width = (paper.across - first) / len(page.heads)
    heads = [cell(para(words(page.corner, 16, strong=True)), first)]
    for head in page.heads:
        code = para(words(head.code, 14)) if head.code else ""
        hint = para(words(head.hint, 12)) if head.hint else ""
        heads.append(cell(para(words(head.title, 16, strong=True)) + hint + code, width))
    room = paper.down - TITLES - 3.4
    height = max(SHORTEST, room / max(len(page.lines), 1)) if len(page.lines) <= room / SHORTEST else SHORTEST
    rows = [row(heads, head=True), *(_line(line, first, width, height, style) for line in page.lines)]
    return table((first, *[width] * len(page.heads)), rows, page.title) + _end()


def _plane(page: Plane, paper: Sheet) -> str:
    """Draw two axes as the middle lines of a square in four, its ends in words, the words to place at its right."""
    columns = -(-len(page.words) // WORDS_IN_COLUMN)
    list_width = min(WORDS_COLUMN * columns, paper.across / 2.5)
    inner = paper.across - list_width - 2 * POLE
    height = paper.down - TITLES - 4.4
    quarter = [row([cell(para(""), inner / 2), cell(para(""), inner / 2)], height / 2)] * 2
    square = table((inner / 2, inner / 2), quarter, f"{page.left}, {page.right}, {page.bottom}, {page.top}", heads=False)

    def pole(words_: str, width: float) -> str:
        return cell(para(words(words_, 15, strong=True), centred=True), width, centred=True)

    middle = [pole(page.left, POLE), cell(square + para(""), inner), pole(page.right, POLE)]
    drawn_map = table(
        (POLE, inner, POLE),
        [
            row([cell(para(""), POLE), pole(page.top, inner), cell(para(""), POLE)]),
            row(middle),
            row([cell(para(""), POLE), pole(page.bottom, inner), cell(para(""), POLE)]),
        ],
        page.title,
        lined=False,
        heads=False,
    )
    each = list_width / columns if columns else list_width
    runs = [page.words[at * WORDS_IN_COLUMN : (at + 1) * WORDS_IN_COLUMN] for at in range(columns)]
    lists = [cell("".join(map(_placed, run_)), each) for run_ in runs]
    sides = [cell(drawn_map + para(""), paper.across - list_width), *lists]
    widths = (paper.across - list_width, *[each] * columns)
    return table(widths, [row(sides)], page.title, lined=False, heads=False) + _end()


def _placed(box: Box) -> str:
    """Draw a word to place: its code, and where to note its place once it is there."""
    return para(words(f"{box.code}   ", 12) + words(box.title, 14, strong=True), before=3) + para(words(box.ready, 13), after=2)


def _line(line: Line, first: float, width: float, height: float, style: Style) -> str:
    cells = [cell(para(words(line.title, 16, strong=True)), first)]
    for box in line.boxes:
        ground = shade(style, "sable") if box is None else ""
        cells.append(cell(para("") if box is None else _box(box), width, ground=ground))
    return row(cells, height)


def _sign(page: Sign, at: int, paper: Sheet) -> str:
    """Draw words as large as they can be, in the middle of a page."""
    longest = max(map(len, page.words.split()), default=1)
    widest = paper.across / 2.54 * 72 / longest / WIDE_SIGN
    size = min(next(size for most, size in SIGN_SIZES if len(page.words) <= most), int(widest))
    content = para(words(page.above, 18), after=18, centred=True) if page.above else ""
    content += para(words(page.words, size, strong=True), "Titre", centred=True)
    for rank, line in enumerate(page.below.splitlines()):
        content += para(words(line, 24 if len(page.below) < LONG else 16), before=6 if rank else 18, centred=True)
    start = para("", "Note", new_page=True) if at else ""
    only = row([cell(content, paper.across, centred=True)], paper.down - 1.4, exact=True)
    return start + table((paper.across,), [only], page.words, lined=False, heads=False) + _end()


def _cards(cards: Sequence[Card], paper: Sheet, after: bool) -> str:
    """Lay cards side by side, with lines to cut along."""
    width = paper.across / CARDS
    rows = []
    for start in range(0, len(cards), CARDS):
        filled = [cell(_card(card), width) for card in cards[start : start + CARDS]]
        filled += [cell(para(""), width)] * (CARDS - len(filled))
        rows.append(row(filled, CARD_HEIGHT))
    opening = para("", "Note", new_page=True) if after else ""
    return opening + table((width,) * CARDS, rows, "Cartes à découper", heads=False) + _end()


def _card(card: Card) -> str:
    return (
        para(words(card.name, 30, strong=True), before=4)
        + para(words(card.owner, 12), after=6)
        + "".join(para(words(line, 13), after=2) for line in card.lines)
    )


def _attendance(page: Attendance, at: int, paper: Sheet) -> str:
    opening = _headed(page.title, page.when, at) + para(run("Vos informations"), "Titre2", after=4)
    told = "".join(para(bold(f"{name}{NBSP}: ") + run(text), "Normal", after=2) for name, text in page.information)
    share = paper.across / (len(page.heads) + 1)
    widths = [*[share] * (len(page.heads) - 1), share * 2]  # the last column is signed
    heads = row([cell(para(bold(head)), width) for head, width in zip(page.heads, widths, strict=True)], head=True)
    title = para(run("Signatures"), "Titre2", before=10, after=4)
    lines = [(*known, *[""] * (len(widths) - len(known))) for known in (*page.listed, *[()] * page.blank)]
    rows = [row([cell(para(run(text)), width) for text, width in zip(line, widths, strict=True)], 1.0) for line in lines]
    return opening + told + title + table(widths, [heads, *rows], "Présents") + _end()


def _end() -> str:
    """Return the paragraph that must follow a table, too small to be seen."""
    return paragraph("TableauTexte", "", '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>')
