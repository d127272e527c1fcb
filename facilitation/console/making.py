"""Documents made while the console goes on: the work of a thread, read by whoever shows it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from facilitation.console.words import capital
from facilitation.errors import FacilitationError
from facilitation.typography import decimal, plural
from facilitation.workshop.access import Now, Write
from facilitation.workshop.compiling import Made, Output, Preview, make, preview, slug
from facilitation.workshop.sparing import told
from facilitation.workshop.workshop import Workshop

Later = Callable[[Callable[[], None]], None]


class Making:
    """One run: some documents of a day, one after the other. It reads the journal itself: what is told is what is kept.

    ``later`` runs ``over`` on the screen's thread once everything is made. A document that cannot be written is told, and the
    others are made all the same.
    """

    def __init__(self, folder: Path, chosen: Sequence[Output], now: Now, to: Path | None = None) -> None:
        self.folder = folder
        self.to = to or Path("outputs") / slug(folder)
        self.chosen = tuple(chosen)
        self.shares: dict[str, float] = {}
        self.made: dict[str, Made] = {}
        self.troubles: dict[str, str] = {}
        self.seen: Preview | None = None
        self.seconds = 0.0
        self.is_over = False
        self._now = now

    def start(self, later: Later, over: Callable[[], None]) -> None:
        """Begin, off the screen's thread."""

        def work() -> None:
            began = time.perf_counter()
            try:
                self._work()
            except FacilitationError as error:
                self.troubles[""] = str(error)
            except Exception as error:  # noqa: BLE001  # a mistake in one document must not leave the others half said
                self.troubles[""] = f"La fabrication s’est arrêtée ({error})."
            self.seconds = time.perf_counter() - began
            self.is_over = True
            later(over)

        threading.Thread(target=work, name="documents", daemon=True).start()

    def _work(self) -> None:
        workshop = Workshop.open(self.folder, write=Write.NOTHING, now=self._now)
        try:
            self.seen = preview(workshop.day, workshop.room, self.folder)
            for output in self.chosen:
                self._make(workshop, output)
        finally:
            workshop.close()

    def _make(self, workshop: Workshop, output: Output) -> None:
        try:
            for made in make(
                workshop.day,
                workshop.room,
                self.folder,
                self.to,
                [output],
                spare=True,
                on_progress=lambda _output, *done: self._told(output, *done),
            ):
                self.made[output.file_name] = made
        except FacilitationError as error:
            self.troubles[output.file_name] = str(error)

    def _told(self, output: Output, done: int, total: int) -> None:
        self.shares[output.file_name] = done / total if total else 0.0

    def sentence(self) -> str:
        """Return what is said once all is made."""
        count = len(self.made)
        if self.troubles:
            missing = f"{plural(len(self.troubles), 'document')} non fabriqué{'s' if len(self.troubles) > 1 else ''}"
            return f"◐ {missing}. L’écran des documents dit pourquoi."
        made = f"{plural(count, 'document')} fabriqué{'s' if count > 1 else ''}"
        return f"✓ {made} en {lasting(self.seconds)}."

    def spared(self) -> list[str]:
        """Return one sentence for each document that had changed since it was made, and was kept under another name."""
        return [told(made.path.name, made.spared) for made in self.made.values() if made.spared is not None]

    def trouble(self) -> str:
        """Return the first thing that went wrong, in a sentence; '' when all went well."""
        return capital(next(iter(self.troubles.values()), ""))


def lasting(seconds: float) -> str:
    """Return « 3,8 secondes »; a tenth at least, nothing is made in no time."""
    seconds = max(seconds, 0.1)
    return f"{decimal(seconds, 1)} seconde{'s' if seconds >= 2 else ''}"


def look(folder: Path, now: Now) -> Preview | None:
    """Return what the documents of a day will hold, None when its journal cannot be read now."""
    try:
        workshop = Workshop.open(folder, write=Write.NOTHING, now=now)
    except FacilitationError:
        return None
    try:
        return preview(workshop.day, workshop.room, folder)
    finally:
        workshop.close()
