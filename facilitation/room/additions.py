"""What staff add to the answers: their own paragraphs, and the photos of paperboards."""

from __future__ import annotations

from typing import NamedTuple

from facilitation.events import Event, ParagraphsWritten, Part, PhotoAttached, PhotoWithdrawn


class Photo(NamedTuple):
    """A photo of the paperboard of a group: the event's key, where it goes, its name in the ``photos`` folder, its caption."""

    key: str
    sequence: str
    sheet: str
    round: int
    group: str
    file: str
    caption: str


class Additions:
    """The paragraphs and photos that stand."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, str], str] = {}
        self._written: dict[tuple[str, str], str] = {}
        self._photos: dict[str, Photo] = {}

    def text(self, part: Part, sequence: str = "") -> str:
        """Return what staff wrote there, blank lines between paragraphs; '' when they wrote nothing."""
        return self._texts.get((part, sequence), "")

    def written(self, part: Part, sequence: str = "") -> bool:
        """Return whether staff wrote there, be it to leave nothing: then their word wins over the day's."""
        return (part, sequence) in self._texts

    @property
    def written_in(self) -> dict[tuple[str, str], str]:
        """The key of the event whose words stand in each place: part and sequence."""
        return dict(self._written)

    @property
    def sequences(self) -> tuple[str, ...]:
        """The keys of the sequences that staff wrote on, be they in the day or not."""
        return tuple(sequence for (part, sequence), text in self._texts.items() if part == Part.SEQUENCE and text)

    @property
    def photos(self) -> tuple[Photo, ...]:
        """The photos, in the order they were attached."""
        return tuple(self._photos.values())

    def apply(self, event: Event, body: ParagraphsWritten | PhotoAttached | PhotoWithdrawn) -> None:
        """Bring one addition in."""
        match body:
            case ParagraphsWritten():
                self._texts[body.part, body.sequence] = body.text
                self._written[body.part, body.sequence] = event.key
            case PhotoAttached():
                self._photos[event.key] = Photo(event.key, *body)
            case PhotoWithdrawn():
                self._photos.pop(body.photo, None)
