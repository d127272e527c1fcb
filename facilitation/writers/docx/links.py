"""Ideas and lines of the annex as runs of Word, each with its way to the other when an idea was merged."""

from __future__ import annotations

import re

from facilitation.synthesis import Item
from facilitation.writers import tracing
from facilitation.writers.docx.xml import one_line, run
from facilitation.writers.tracing import Traces

_LOOK = '<w:rStyle w:val="Lienhypertexte"/><w:u w:val="single"/>'
_IDEAS, _SOURCES = 1_000_000, 2_000_000  # first numbers of bookmarks, beyond those of headings
_LONGEST = 200  # signs of a tooltip: Word shows 260 at most
_BOOKMARK = re.compile(r'<w:bookmarkStart w:id="(\d+)" w:name="[a-z]+_\d+"/>')


def idea(item: Item, traces: Traces) -> str:
    """Return the runs that tell an idea; « 2 groupes » leads to who said it."""
    number = traces.number(item)
    if not number:
        return run(item.text)
    before, shown, after = tracing.parted(item)
    link = _link(tracing.source(number), tracing.title(item), shown)
    return _named(_IDEAS + number, tracing.idea(number), run(before) + link + run(after))


def origin(words: str, item: Item | None, traces: Traces) -> str:
    """Return the runs of a line of the annex; one that tells of a merged idea leads back to it."""
    number = traces.number(item) if item else 0
    if item is None or not number:
        return run(words)
    link = _link(tracing.idea(number), tracing.back_title(item), tracing.BACK)
    return _named(_SOURCES + number, tracing.source(number), run(f"{words} ") + link)


def origin_words(words: str, item: Item | None, traces: Traces) -> str:
    """Return the letters of a line of the annex, its link too: what has to be measured."""
    return f"{words} {tracing.BACK}" if item and traces.number(item) else words


def once(body: str) -> str:
    """Return the body of a document where each idea is named where it stands first: a name is that of one bookmark."""
    seen: set[str] = set()
    cut: list[tuple[int, int]] = []
    for found in _BOOKMARK.finditer(body):
        if found[1] in seen:
            end = f'<w:bookmarkEnd w:id="{found[1]}"/>'
            closed = body.index(end, found.end())
            cut += [found.span(), (closed, closed + len(end))]
        seen.add(found[1])
    kept, at = [], 0
    for start, end_ in sorted(cut):
        kept.append(body[at:start])
        at = end_
    return "".join((*kept, body[at:]))


def _link(name: str, title: str, shown: str) -> str:
    told = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
    return f'<w:hyperlink w:anchor="{name}" w:tooltip="{one_line(told)}" w:history="1">{run(shown, _LOOK)}</w:hyperlink>'


def _named(number: int, name: str, runs: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'
