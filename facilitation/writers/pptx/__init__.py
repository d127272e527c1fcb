"""The slide writer: decks of native, editable, accessible slides, written as XML text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from facilitation.synthesis import Record, Synthesis
from facilitation.writers import Progress
from facilitation.writers.deck.titles import shortened
from facilitation.writers.placing.holders import FOOTER
from facilitation.writers.pptx.write import write_slides
from facilitation.writers.slides import Slide
from facilitation.writers.style import HEADER_SIZE, Style


def write_restitution(
    synthesis: Synthesis,
    path: Path,
    style: Style,
    *,
    records: Iterable[Record] = (),
    on_progress: Progress | None = None,
) -> None:
    """Write in ``path`` what the room said, to project back to it.

    Raises:
        WriteError: the file cannot be written; what was there is untouched.
    """
    from facilitation.writers.deck import restitution  # noqa: PLC0415  # a deck of slides already decided needs neither

    del records  # the notes of the slides say who said what
    _write(restitution(synthesis), synthesis, path, style, on_progress)


def write_support(
    synthesis: Synthesis,
    path: Path,
    style: Style,
    *,
    records: Iterable[Record] = (),
    on_progress: Progress | None = None,
) -> None:
    """Write in ``path`` what is projected during the day.

    Raises:
        WriteError: the file cannot be written; what was there is untouched.
    """
    from facilitation.writers.deck import support  # noqa: PLC0415  # see above

    del records  # nothing that was said is projected before it is
    _write(support(synthesis), synthesis, path, style, on_progress)


def _write(slides: list[Slide], synthesis: Synthesis, path: Path, style: Style, on_progress: Progress | None) -> None:
    ending = f"{', ' if synthesis.overtitle else ''}{synthesis.when}"
    write_slides(
        slides,
        path,
        style,
        title=synthesis.title,
        author=synthesis.organisation or style.organisation,
        created=synthesis.date,
        footer=shortened(synthesis.overtitle, FOOTER.w, HEADER_SIZE, bold=False, ending=ending),
        on_progress=on_progress,
    )
