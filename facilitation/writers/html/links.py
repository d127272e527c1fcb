"""Ideas and lines of the annex as HTML, each with its way to the other when an idea was merged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from facilitation.synthesis import Item, Line
from facilitation.writers import tracing
from facilitation.writers.files import legible
from facilitation.writers.tracing import Traces

_LINK = Markup('<a href="#{}" aria-label="{}">{}</a>')


class Links:
    """The links of one page, asked in reading order: an idea told twice is reached where it stands first."""

    def __init__(self, traces: Traces) -> None:
        self._traces = traces
        self._named: set[str] = set()

    def idea(self, item: Item) -> Markup:
        """Return the line of a list that tells an idea; « 2 groupes » leads to who said it."""
        number = self._traces.number(item)
        if not number:
            return Markup("<li>{}</li>").format(lines(item.text))
        before, shown, after = tracing.parted(item)
        link = _LINK.format(tracing.source(number), legible(tracing.title(item)), shown)
        return Markup("<li{}>{}{}{}</li>").format(self._name(tracing.idea(number)), lines(before), link, after)

    def traced(self, line: Line) -> Iterator[Markup]:
        """Yield the lines of a row of the annex; one that tells of a merged idea leads back to it."""
        for words, item in tracing.origins(line):
            number = self._traces.number(item) if item else 0
            if item is None or not number:
                yield Markup("<li>{}</li>").format(lines(words))
                continue
            link = _LINK.format(tracing.idea(number), legible(tracing.back_title(item)), tracing.BACK)
            name = self._name(tracing.source(number))
            yield Markup('<li{}>{} <span class="retour">{}</span></li>').format(name, lines(words), link)

    def _name(self, name: str) -> Markup:
        """Return the attribute that names an element; nothing once the name is taken."""
        if name in self._named:
            return Markup("")
        self._named.add(name)
        return Markup(' id="{}"').format(name)


def lines(words: str) -> Markup:
    """Return ``words`` escaped, its line breaks kept; a line may be cut after a slash between two letters."""
    parts = (re.split(r"(?<=\w/)(?=\w)", line) for line in re.split(r"\r\n|\r|\n", legible(words)))
    return Markup("<br>").join(Markup("<wbr>").join(map(escape, part)) for part in parts)
