"""Synthesis → one HTML file."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from facilitation.synthesis import (
    Block,
    Bullets,
    Facts,
    Insight,
    Note,
    Paragraph,
    Picture,
    Poll,
    Record,
    Section,
    Shared,
    Steps,
    Synthesis,
    Table,
)
from facilitation.typography import folded, lowered
from facilitation.writers import Progress, wording
from facilitation.writers.files import legible, write_bytes
from facilitation.writers.html import drawings
from facilitation.writers.html.links import Links, lines
from facilitation.writers.html.maps import ENDS, HEIGHT, SIZE, WIDTH, drawn_map
from facilitation.writers.html.widths import TALLEST, column_widths, is_tall
from facilitation.writers.mapping import mapped, with_numbers
from facilitation.writers.photos import photo_bytes
from facilitation.writers.spread import as_counts
from facilitation.writers.style import INK, PAPER, SAND, Style, style_of
from facilitation.writers.tracing import Traces

HERE = Path(__file__).parent
_PICTURES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the page and how the contents list reaches it."""

    section: Section
    title: str
    anchor: str


class Ids:
    """The identifiers of one page: words of a title, a number when they are taken; the same page, the same identifiers."""

    def __init__(self) -> None:
        self._taken = {"contenu": 1}

    def of(self, title: str) -> str:
        """Return an identifier that nothing else on the page has."""
        plain = re.sub(r"[^a-z0-9]+", "-", folded(title)).strip("-") or "partie"
        number = self._taken.get(plain, 0) + 1
        self._taken[plain] = number
        return plain if number == 1 else self.of(f"{plain}-{number}")


def write(
    synthesis: Synthesis,
    path: Path,
    style: Style,
    *,
    records: Iterable[Record] = (),
    on_progress: Progress | None = None,
) -> None:
    """Write the page in ``path``: one file, nothing to fetch; same synthesis and style, same bytes.

    Raises:
        WriteError: the file cannot be written.
    """
    del records  # the page tells the synthesis; the answers have their own files
    write_bytes(path, page(synthesis, style).encode("utf-8"))
    if on_progress:
        on_progress(1, 1)


def page(synthesis: Synthesis, style: Style) -> str:
    """Return the whole page as text."""
    ids, links = Ids(), Links(Traces(synthesis))
    title, subtitle = wording.titles(synthesis)
    titled = [(section, wording.section_title(section)) for section in synthesis.sections]
    sections = [Part(section, name, ids.of(name)) for section, name in titled]
    return (
        _environment(ids, links)
        .get_template("page.html.j2")
        .render(
            synthesis=synthesis,
            title=title,
            subtitle=subtitle,
            sections=sections,
            style=style,
            date=synthesis.when,
            tokens=Markup(tokens(style)),  # noqa: S704 (colours that style_of has computed)
            css=Markup((HERE / "page.css").read_text(encoding="utf-8")),  # noqa: S704 (our own stylesheet)
            frieze=drawings.frieze(),
            logo=_logo(style),
        )
    )


def _environment(ids: Ids, links: Links) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: legible(value) if type(value) is str else value,
    )
    environment.filters["lines"] = lines
    environment.filters["lower_first"] = lowered
    environment.globals |= {
        "ids": ids,
        "idea": links.idea,
        "traced": links.traced,
        "kind_of": kind_of,
        "wording": wording,
        "column_widths": column_widths,
        "is_tall": is_tall,
        "tallest": TALLEST,
        "share": share,
        "silhouette": _silhouette,
        "map_of": _map_of,
        "as_counts": as_counts,
        "photo": _photo,
        "is_column_of_figures": _is_column_of_figures,
    }
    return environment


def kind_of(block: Block) -> str:  # noqa: PLR0911 (one word for each block: the union is closed)
    """Return the name under which the template draws a block."""
    match block:
        case Section():
            return "section"
        case Paragraph():
            return "paragraph"
        case Bullets():
            return "bullets"
        case Facts():
            return "facts"
        case Steps():
            return "steps"
        case Table():
            return "table"
        case Poll():
            return "poll"
        case Insight():
            return "insight"
        case Shared():
            return "shared"
        case Note():
            return "note"
        case Picture():
            return "picture"
        case _:
            assert_never(block)


def share(count: int, whole: int) -> str:
    """Return the width of a bar in percent, a tenth at most in detail."""
    return f"{100 * count / whole:.1f}".removesuffix(".0") if whole else "0"


def tokens(style: Style) -> str:
    """Return the colours of both schemes as custom properties; paper is always light."""
    light = style_of(style.accent, organisation=style.organisation) if style.dark else style
    dark = style if style.dark else style_of(style.accent, dark=True)
    fixed = {
        "fonce": light.fonce,
        "sur-fonce": PAPER,
        "sable-clair": SAND,
        "accent-fonce": light.accent,
        "moyen-fonce": light.moyen,
    }
    day = fixed | {"encre": INK, "papier": PAPER, "sable": SAND} | _tones(light)
    night = {"encre": PAPER, "papier": INK, "sable": light.fonce} | _tones(dark)
    return f":root {{ {_declared(day)} }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {_declared(night)} }} }}"


def _tones(style: Style) -> dict[str, str]:
    names = ("accent", "clair", "moyen", "trait", "gris", "filet")
    return {name: getattr(style, name) for name in names}


def _declared(values: dict[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in values.items())


def _map_of(table: Table) -> tuple[Markup, Table]:
    """Return the drawing of a map and its table, under the numbers that the drawing bears when words have no room."""
    found = mapped(table, WIDTH, HEIGHT, SIZE, ENDS)
    return drawn_map(table, found), with_numbers(table, found)


def _silhouette(section: Section) -> Markup | str:
    """Return the body beside the section that fills it, '' elsewhere."""
    if section.figure != "silhouette":
        return ""
    table = next((table for table in _tables(section) if table.figure == "silhouette"), None)
    return drawings.silhouette(table) if table else ""


def _tables(section: Section) -> Iterator[Table]:
    for block in section.blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Section):
            yield from _tables(block)


def _is_column_of_figures(table: Table, at: int) -> bool:
    return all(wording.is_figure(wording.slot_words(line.slots[at])) for line in table.lines)


def _logo(style: Style) -> str:
    """Return the logo as a data address, '' when there is none or it cannot be read: a page without it still says all."""
    if style.logo is None or style.logo.suffix.lower() not in _PICTURES:
        return ""
    try:
        return _data(style.logo.read_bytes(), _PICTURES[style.logo.suffix.lower()])
    except OSError:
        return ""


def _photo(picture: Picture) -> str:
    """Return a photo as a data address, '' when its file is not there any more."""
    content = photo_bytes(picture)
    return _data(content, "image/jpeg") if content else ""


def _data(content: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"
