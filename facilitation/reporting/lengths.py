"""A synthesis told shorter: without how it was run nor who said what, or on one page, from the answers only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from facilitation.sheet import Says
from facilitation.synthesis import (
    Block,
    Bullets,
    Facts,
    Insight,
    Item,
    Line,
    Note,
    Paragraph,
    Poll,
    Section,
    Shared,
    Steps,
    Synthesis,
    Table,
)
from facilitation.typography import NBSP, folded, french, lowered, plural

_TOLD = {"But", "Outil"}
_OWN_TITLE, _OFFERS_TITLE = "Ce qui est propre à chacun", "Ce que chacun peut apporter aux autres"
_OWN = 3  # ideas of one actor that nobody else has
_EACH = 1  # idea of one actor beside the others
_LINE = 88  # letters of a line of the page
_LINES = 31  # lines that the page holds under its title
_TITLE = 2  # lines that the title of a list takes
_FEWEST = 2  # ideas of a list, at least


class Length(StrEnum):
    """How much a synthesis tells, by the word typed after ``--version``."""

    LONG = "longue"
    SHORT = "courte"
    PAGE = "une-page"


def of_length(synthesis: Synthesis, length: Length) -> Synthesis:
    """Return the synthesis at a length; the long one is the synthesis itself."""
    match length:
        case Length.LONG:
            return synthesis
        case Length.SHORT:
            sections = tuple(_shortened(section) for section in synthesis.sections if section.kind not in {"annexe", "deroule"})
            return replace(synthesis, kind=f"{synthesis.kind}, version courte", sections=sections)
        case Length.PAGE:
            return replace(synthesis, kind=f"{synthesis.kind}, en une page", sections=tuple(_page(synthesis)))


def _shortened(section: Section) -> Section:
    """Return a section with its answers, without what people were told to do nor what an expert added."""
    blocks: list[Block] = []
    for block in section.blocks:
        match block:
            case Section():
                blocks.append(_shortened(block))
            case Facts():
                blocks.append(Facts(tuple(pair for pair in block.pairs if pair[0] in _TOLD)))
            case Steps() | Insight():
                pass
            case Bullets() if section.kind == "composition":
                pass
            case _:
                blocks.append(block)
    return replace(section, blocks=tuple(blocks))


# --- One page ----------------------------------------------------------------------------------------------------------------


def _page(synthesis: Synthesis) -> Iterator[Section]:
    """Yield the parts of the page that the answers have something for, cut so that they hold on it."""
    blocks = [block for section in synthesis.sections if section.kind == "sequence" for block in _walk(section.blocks)]
    tables = [block for block in blocks if isinstance(block, Table)]
    shared = [block for block in blocks if isinstance(block, Shared)]
    obstacles = {heading.title for table in tables for heading in table.columns if heading.says == Says.OBSTACLE}
    parts = [
        Bullets("Ce qui est commun", tuple(_common(shared, leaving=obstacles))),
        Bullets("Ce que la salle répond", tuple(_answered(blocks))),
        Bullets(_OWN_TITLE, tuple(_own(tables))),
        Bullets("Les obstacles partagés", tuple(_obstacles(shared, tables, obstacles))),
        Bullets(_OFFERS_TITLE, tuple(_offers(tables))),
        Bullets("La suite", tuple(_next(blocks))),
    ]
    said = plural(synthesis.ideas, "idée notée", "idées notées")
    more = Note(french(f"{said} en tout : la synthèse entière les dit toutes."))
    held = _held([part for part in parts if part.items])
    yield Section("L’essentiel", (*held, *_closing(synthesis, held), more), kind="page")


def _closing(synthesis: Synthesis, held: Sequence[Bullets]) -> Iterator[Section]:
    """Yield the first paragraph of staff's conclusion, where the page still has room for it."""
    written = next((section for section in synthesis.sections if section.kind == "conclusion"), None)
    opening = next((block for block in written.blocks if isinstance(block, Paragraph)), None) if written else None
    if written is None or opening is None:
        return
    taken = sum(map(_lines, held)) + _TITLE * len(held)
    if taken + _TITLE + sum(-(-len(line) // _LINE) for line in opening.text.splitlines()) <= _LINES:
        yield replace(written, blocks=(opening,))


def _walk(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Section):
            yield from _walk(block.blocks)
        else:
            yield block


def _common(shared: Sequence[Shared], *, leaving: set[str]) -> Iterator[Item]:
    """Yield what all said, then what several did, each with the part it belongs to."""
    kept = [each for each in shared if each.title not in leaving]
    for each in kept:
        for item in each.everyone:
            yield replace(item, text=french(f"{item.text} ({each.title}, commun à tous)"))
    for each in kept:
        for names, item in each.some:
            yield replace(item, text=french(f"{item.text} ({each.title}, {names})"))


def _answered(blocks: Sequence[Block]) -> Iterator[Item]:
    """Yield each statement with the room's answer, and what each table of marks shows."""
    for block in blocks:
        if isinstance(block, Poll) and block.verdict:
            yield Item(french(f"{block.statement.rstrip('. ')} : {block.verdict}"))
        elif isinstance(block, Table) and block.figure == "marques" and block.message:
            yield Item(french(f"{block.title} : {lowered(block.message)}"))


def _own(tables: Sequence[Table]) -> Iterator[Item]:
    """Yield, for each row of the first table between actors, what several groups said there, else what came first."""
    table = next((table for table in tables if table.figure == "silhouette"), None)
    if table is None:
        return
    elsewhere = [_texts(line) for line in table.lines]
    for at, line in enumerate(table.lines):
        others = set().union(*(texts for place, texts in enumerate(elsewhere) if place != at))
        cells = [slot for slot, heading in zip(line.slots, table.columns, strict=True) if heading.says != Says.OBSTACLE]
        own = [item for slot in cells for item in slot.items[:1] if not _said_by(item) & others]
        if own:
            yield _told(line.label, own, _OWN, sum(len(slot.items) for slot in cells))


def _said_by(item: Item) -> set[str]:
    return {folded(voice.wording) for voice in item.said}


def _texts(line: Line) -> set[str]:
    return {folded(voice.wording) for slot in line.slots for item in slot.items for voice in item.said}


def _obstacles(shared: Sequence[Shared], tables: Sequence[Table], titles: set[str]) -> Iterator[Item]:
    """Yield the obstacles that several actors told; where none is shared, what each told first."""
    common = [each for each in shared if each.title in titles]
    found = [replace(item, text=french(f"{item.text} (commun à tous)")) for each in common for item in each.everyone]
    found += [replace(item, text=french(f"{item.text} ({names})")) for each in common for names, item in each.some]
    if found:
        yield from found
        return
    for table in tables:
        for at, heading in enumerate(table.columns):
            if heading.says == Says.OBSTACLE:
                yield from _by_row(table, [at])


def _offers(tables: Sequence[Table]) -> Iterator[Item]:
    for table in tables:
        columns = [at for at, heading in enumerate(table.columns) if heading.says == Says.OFFER]
        if columns and table.figure == "matrice":
            for line in table.lines:
                for at in columns:
                    if line.slots[at].items:
                        between = f"{line.label} → {table.columns[at].label}"
                        yield _told(between, line.slots[at].items, _EACH, len(line.slots[at].items))
        elif columns:
            yield from _by_row(table, columns)


def _by_row(table: Table, columns: Sequence[int]) -> Iterator[Item]:
    for line in table.lines:
        items = [item for at in columns for item in line.slots[at].items]
        if items:
            yield _told(line.label, items, _EACH, len(items))


def _next(blocks: Sequence[Block]) -> Iterator[Item]:
    for block in blocks:
        if isinstance(block, Bullets) and block.says == Says.NEXT:
            yield from block.items
        elif isinstance(block, Table):
            columns = [at for at, heading in enumerate(block.columns) if heading.says == Says.NEXT]
            yield from (item for line in block.lines for at in columns for item in line.slots[at].items)


def _told(name: str, items: Sequence[Item], most: int, total: int) -> Item:
    """Return « CPTS : un annuaire ; une messagerie ; et 12 autres », with the answers behind the words that are there."""
    shown = items[:most]
    words = [item.text.rstrip(" .;") for item in shown]
    left = total - len(shown)
    more = [f"et {plural(left, 'autre')}"] if left > 0 else []
    joined = f"{NBSP}; ".join([*words, *more])
    return Item(f"{name}{NBSP}: {joined}", tuple(voice for item in shown for voice in item.said))


def _held(parts: Sequence[Bullets]) -> list[Bullets]:
    """Return the parts cut to what one page holds, and saying how many ideas they leave out.

    The longest list gives first; those that name each actor give last, so that nobody is left out while it can be helped.
    """
    kept = list(parts)
    while sum(map(_lines, kept)) > _LINES - _TITLE * len(kept):
        shorter = {at: cut for at, part in enumerate(kept) if (cut := _cut(parts[at], part)) is not None}
        if not shorter:
            break
        longest = max(shorter, key=lambda at: (kept[at].title not in {_OWN_TITLE, _OFFERS_TITLE}, _lines(kept[at])))
        kept[longest] = shorter[longest]
    return kept


def _cut(whole: Bullets, part: Bullets) -> Bullets | None:
    """Return the part with one line fewer, None when it says too little already; the line that says so takes one itself."""
    shown = [item for item in part.items if item in whole.items]
    shown = shown[: -1 if len(shown) < len(whole.items) else -2]
    if len(shown) < _FEWEST:
        return None
    left = len(whole.items) - len(shown)
    more = Item(french(f"Et {plural(left, 'autre')}, dans la synthèse entière."))
    return replace(part, items=(*shown, more))


def _lines(part: Bullets) -> int:
    return sum(-(-len(item.text) // _LINE) for item in part.items)
