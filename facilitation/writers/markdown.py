"""The plain twin of every rich document: the same content as text, which people and tests read alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import assert_never

from facilitation.synthesis import (
    Block,
    Bullets,
    Facts,
    Insight,
    Item,
    Note,
    Paragraph,
    Picture,
    Poll,
    Record,
    Section,
    Shared,
    Slot,
    Steps,
    Synthesis,
    Table,
)
from facilitation.typography import NBSP, quoted
from facilitation.writers import Progress, wording
from facilitation.writers.files import legible, write_bytes
from facilitation.writers.spread import as_counts
from facilitation.writers.style import Style

_DEEPEST = 6
# What CommonMark would read as a mark inside a line: code, emphasis, links, tags, entities, strike-through.
_INLINE = re.compile(r"\\(?=[!-/:-@\[-`{-~])|[`*\[\]]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=#?\w+;)|~(?=~)|(?<=~)~")
# What it would read as a mark at the start of a line: title, quote, bullet, number, rule, fence, underline.
_OPENING = re.compile(r"(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|=+\s*$|-+\s*$|(?=~~~))")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def write(
    synthesis: Synthesis,
    path: Path,
    style: Style,
    *,
    records: Iterable[Record] = (),
    on_progress: Progress | None = None,
) -> None:
    """Write the synthesis as CommonMark (with pipe tables) in ``path``: UTF-8, Unix line ends.

    Raises:
        WriteError: the file cannot be written.
    """
    del style, records  # plain text has no colours, and the answers have their own files
    write_bytes(path, legible(text(synthesis)).encode("utf-8"))
    if on_progress:
        on_progress(1, 1)


def text(synthesis: Synthesis) -> str:
    """Return the whole document as text."""
    parts = chain(_head(synthesis), *(_section(section, 2) for section in synthesis.sections))
    return "\n\n".join(part for part in parts if part) + "\n"


def escape(words: str) -> str:
    """Return ``words`` so that Markdown shows them letter for letter; a line break stays one."""
    lines = [_escaped_line(line) for line in re.split(r"\r\n|\r|\n", words)]
    return "\\\n".join(line for line in lines if line)


def _escaped_line(line: str) -> str:
    plain = _INLINE.sub(r"\\\g<0>", line.strip(" \t"))
    plain = _OPENING.sub(r"\\\g<0>", plain, count=1) if _OPENING.match(plain) else plain
    return _NUMBERED.sub(r"\1\\\2", plain, count=1) if _NUMBERED.match(plain) else plain


def _head(synthesis: Synthesis) -> Iterator[str]:
    title, subtitle = wording.titles(synthesis)
    yield f"# {_on_one_line(title)}"
    above = " – ".join(filter(None, (synthesis.overtitle, synthesis.kind)))
    where = ", ".join(filter(None, (synthesis.when, synthesis.place, synthesis.organisation)))
    for words in (above, subtitle, where):
        yield escape(words)


def _section(section: Section, level: int) -> Iterator[str]:
    yield _title(wording.section_title(section), level)
    for block in section.blocks:
        if isinstance(block, Poll) and wording.question(block) != section.title:
            yield _title(wording.question(block), level + 1)
        if isinstance(block, Table | Bullets) and block.title == section.title:
            yield from _block(replace(block, title=""), level + 1)
        else:
            yield from _block(block, level + 1)


def _block(block: Block, level: int) -> Iterator[str]:
    match block:
        case Section():
            yield from _section(block, level)
        case Paragraph() | Note():
            yield escape(block.text)
        case Picture():
            yield f"- {escape(block.caption)} ({block.path.name}, dans le dossier photos de la journée)"
        case Bullets():
            yield from _bullets(block, level)
        case Facts():
            yield "\n".join(f"- **{escape(name)}**{NBSP}: {_indented(escape(words))}" for name, words in block.pairs)
        case Steps():
            yield from _steps(block, level)
        case Table():
            yield from _table(block, level)
        case Poll():
            yield from _poll(block)
        case Insight():
            yield from _insight(block, level)
        case Shared():
            yield from _shared(block, level)
        case _:
            assert_never(block)


def _bullets(block: Bullets, level: int) -> Iterator[str]:
    items = _list((item.text for item in block.items), ordered=block.ordered) or wording.NOTHING_NOTED
    if block.boxed:
        title = f"**{escape(block.title)}**\n\n" if block.title else ""
        yield _quoted(title + items)
        return
    yield _title(block.title, level)
    yield items


def _steps(block: Steps, level: int) -> Iterator[str]:
    yield _title(block.title, level)
    lines = []
    for step in block.steps:
        length = wording.duration(step.seconds)
        said = f"{NBSP}: {quoted(step.say)}" if step.say else ""
        lines.append(f"{step.title}{f' ({length})' if length else ''}{said}")
    yield _list(lines, ordered=True)
    if block.positions:
        yield f"Pour répondre{NBSP}:"
        yield _list(map(wording.position_words, block.positions))


def _table(table: Table, level: int) -> Iterator[str]:
    """Yield a grid when cells are short, titles and lists when they hold ideas: a pipe table cannot hold lists."""
    table = as_counts(table)
    yield _title(table.title, level)
    inside = level + 1 if table.title else level
    if not table.lines:
        yield wording.NOTHING_NOTED
    elif table.figure == "matrice":
        yield from _matrix(table, inside)
    elif wording.is_numbers(table):
        heads = (table.rows_title or "Ligne", *(column.title for column in table.columns))
        rows = [(line.title, *map(wording.slot_words, line.slots)) for line in table.lines]
        yield _grid(heads, rows, totals=[line.total for line in table.lines])
    elif table.figure == "annexe":
        for line in table.lines:
            yield _title(line.title, inside)
            yield _list(wording.origins(line))
    else:
        yield from _cards(table, inside)


def _matrix(table: Table, level: int) -> Iterator[str]:
    for facing in wording.facings(table):
        for cell in facing.cells:
            yield _title(cell.title, level)
            yield _slot(cell.slot)
    if missing := wording.not_put(table):
        yield f"Non posé{NBSP}: {escape(f'{NBSP}; '.join(missing))}."


def _cards(table: Table, level: int) -> Iterator[str]:
    """Yield each row under its own title, then each column under its own; a title that says nothing is left out."""
    for line in table.lines:
        if wording.has_row_titles(table):
            yield _title(line.title, level)
        for column, slot in zip(table.columns, line.slots, strict=True):
            if len(table.columns) > 1:
                yield _title(column.title, level + wording.has_row_titles(table))
            yield _slot(slot)


def _slot(slot: Slot) -> str:
    return _ideas(slot.items) if slot.items else escape(wording.slot_words(slot))


def _poll(poll: Poll) -> Iterator[str]:
    yield _quoted(escape(poll.statement))
    yield f"{wording.answer_title(poll)}{NBSP}: **{escape(wording.verdict(poll))}**"
    yield escape(wording.change(poll))
    if poll.counted:
        heads = ("Position", *(wording.round_name(poll, tally) for tally in poll.tallies))
        rows = [
            (wording.position_words(position), *(wording.count_words(tally, tally.counts[at]) for tally in poll.tallies))
            for at, position in enumerate(poll.positions)
        ]
        rows.append((wording.EVERYONE, *map(wording.total_words, poll.tallies)))
        yield _grid(heads, rows, totals=[False] * len(poll.positions) + [True])
    yield from map(escape, wording.remarks(poll))


def _insight(insight: Insight, level: int) -> Iterator[str]:
    yield _title(wording.insight_title(insight), level)
    yield _list(insight.points)
    if insight.sources:
        label = "Sources" if len(insight.sources) > 1 else "Source"
        yield f"{label}{NBSP}: {escape(f'{NBSP}; '.join(insight.sources))}."


def _shared(shared: Shared, level: int) -> Iterator[str]:
    if not wording.sharing(shared):
        return
    yield _title(wording.shared_title(shared), level)
    yield escape(wording.sentence(shared.message))
    for name, lines in wording.sharing(shared):
        yield f"**{escape(name)}**"
        yield _list(lines) if lines else wording.NOTHING_NOTED


def _title(words: str, level: int) -> str:
    """Return a title; past the sixth level Markdown has none, and bold takes over."""
    if not words:
        return ""
    plain = _on_one_line(words)
    return f"{'#' * level} {plain}" if level <= _DEEPEST else f"**{plain}**"


def _on_one_line(words: str) -> str:
    return _INLINE.sub(r"\\\g<0>", " ".join(words.split("\n")).strip(" \t"))


def _ideas(items: Iterable[Item]) -> str:
    return _list(item.text for item in items)


def _list(lines: Iterable[str], *, ordered: bool = False) -> str:
    marks = (f"{number}. " if ordered else "- " for number, _ in enumerate(iter(int, 1), start=1))
    return "\n".join(mark + _indented(escape(line), len(mark)) for mark, line in zip(marks, lines, strict=False))


def _indented(words: str, by: int = 2) -> str:
    return words.replace("\n", "\n" + " " * by)


def _quoted(words: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in words.split("\n"))


def _grid(heads: Iterable[str], rows: list[tuple[str, ...]], *, totals: list[bool]) -> str:
    """Return a pipe table; columns of numbers are aligned on the right, sums are bold."""
    first, *others = heads
    numeric = [all(wording.is_figure(row[at]) for row in rows) for at in range(1, len(others) + 1)]
    ruler = "|".join(["---", *("--:" if right else "---" for right in numeric)])
    lines = [_row([first, *others]), f"|{ruler}|"]
    for row, total in zip(rows, totals, strict=True):
        lines.append(_row([f"**{cell}**" for cell in map(_in_cell, row)], raw=True) if total else _row(row))
    return "\n".join(lines)


def _row(cells: Iterable[str], *, raw: bool = False) -> str:
    return f"| {' | '.join(cells if raw else map(_in_cell, cells))} |"


def _in_cell(words: str) -> str:
    return _on_one_line(words).replace("|", "\\|")
