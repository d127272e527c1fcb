"""A new day: a model, and what one says of the day. No wizard: Enter creates, and the running order opens."""

from __future__ import annotations

import threading
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from facilitation.console import words
from facilitation.console.paint.pages import entry, window
from facilitation.console.paint.row import EMPTY, SOFT, STRONG, Row, cut, row
from facilitation.console.paint.welcome import heading
from facilitation.console.screens.page import PageScreen
from facilitation.console.widgets.line import Field
from facilitation.errors import FacilitationError
from facilitation.hours import clock_time, local_date
from facilitation.typography import NBSP, french
from facilitation.workshop.preparing import (
    Draft,
    Offer,
    folder_for,
    offers,
    prepare,
    read_clock,
    read_date,
    read_people,
)

FIELDS = (("title", "Nom de la journée"), ("date", "Date"), ("place", "Lieu"), ("start", "Début"), ("people", "Personnes"))
LABEL = 20


class ModelsScreen(PageScreen):
    """Models above, fields below; ↑ ↓ change the model from any field."""

    SIDE = (10_000, 1)  # no panel: the fields take the width
    CSS = f"""
    ModelsScreen #fields {{ height: auto; padding: 0 2; }}
    ModelsScreen #fields Horizontal {{ height: 1; }}
    ModelsScreen #fields Static {{ width: {LABEL}; height: 1; color: $soft; }}
    ModelsScreen #fields Field {{ width: 1fr; max-width: 70; height: 1; border: none; padding: 0 1; background: $field; }}
    ModelsScreen #fields .long {{ height: auto; }}
    ModelsScreen #fields .told {{ width: 1fr; height: auto; max-height: 2; padding: 0 1; }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "app.focus_next", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self.offers: tuple[Offer, ...] = ()
        self.fields = {key: Field() for key, _ in FIELDS}
        self.hours = Static("", classes="told", markup=False)
        self.place = Static("", classes="told", markup=False)
        self._trouble: words.Strip | None = None

    def below(self) -> ComposeResult:
        """Yield the fields."""
        with Vertical(id="fields"):
            for key, label in FIELDS:
                with Horizontal():
                    yield Static(label, markup=False)
                    yield self.fields[key]
            for label, told in (("", self.hours), ("Dossier", self.place)):
                with Horizontal(classes="long"):
                    yield Static(label, markup=False)
                    yield told

    def arrive(self) -> None:
        """Show the page, put today's date in, then read the models off the screen's thread."""
        today = local_date(self.console.now())
        self.fields["date"].value = f"{today:%d/%m/%Y}"
        self.fields["title"].placeholder = "par exemple : Rencontre des acteurs du territoire".replace(" :", f"{NBSP}:")
        self.fields["people"].placeholder = "combien sont attendues, si on le sait"
        self.fields["title"].focus()
        threading.Thread(target=self._read, name="modèles", daemon=True).start()

    def _read(self) -> None:
        self.console.later(partial(self._show, offers()))

    def _show(self, found: tuple[Offer, ...]) -> None:
        self.offers = found
        if self.is_roomy:
            self.main.styles.height = 3 * len(found) + 4
        self._fill_hours(None)
        self.refresh_all()

    # --- what is shown ---

    @property
    def offer(self) -> Offer | None:
        """The chosen model."""
        return self.offers[self.chosen] if self.offers else None

    def trail(self) -> tuple[str, ...]:
        """Return where one is."""
        return ("Journées d’animation", "Nouvelle journée")

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the models."""
        rows = [EMPTY, heading("De quoi avez-vous besoin ?"), EMPTY]
        tall = 3 if self.is_roomy or height >= 3 + 3 * len(self.offers) else 2
        for rank in window(len(self.offers), self.chosen, max(1, (height - 3) // tall)):
            rows += [*self._entry(rank, width), *[EMPTY] * (tall - 2)]
        return rows[:height]

    def _entry(self, rank: int, width: int) -> list[Row]:
        offer, on = self.offers[rank], rank == self.chosen
        facts = "  ·  ".join(part for part in (offer.duration, offer.people) if part)
        name = row(" ", (cut(offer.need, width - len(facts) - 5), STRONG))
        click = f"screen.pick({rank})"
        return [
            entry(name, row((facts, SOFT)), width, chosen=on, click=click),
            entry(row(" ", (cut(offer.runs, width - 4), SOFT)), EMPTY, width, chosen=on, click=click),
        ]

    def trouble_strip(self) -> words.Strip | None:
        """Return why the day could not be made."""
        return self._trouble

    def forward_words(self) -> str:
        """Return what F5 will do."""
        return "créer la journée et ouvrir son déroulé"

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told in the foot."""
        return (("↑↓", "modèle"), ("Tab", "champ suivant"), ("Entrée", "créer"), ("Échap", "laisser"))

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page for the help."""
        return (("↑ ↓", "choisir un modèle"), ("Tab", "champ suivant"), ("Entrée", "créer la journée"))

    # --- the hours that follow from the first one, and the folder ---

    def _fill_hours(self, before: Offer | None) -> None:
        """Put the model's first hour in its field, unless the person wrote another."""
        offer, field = self.offer, self.fields["start"]
        written = _clock(before.start) if before else ""
        if field.value in {"", written}:
            field.value = _clock(offer.start) if offer else ""
        field.disabled = offer is None or offer.start is None
        field.placeholder = "ce modèle n’a pas d’horaires" if field.disabled else "09:00"
        self._tell_hours()

    def _tell_hours(self) -> None:
        self.hours.update(self._hours_words())

    def _hours_words(self) -> str:
        offer = self.offer
        if offer is None or offer.start is None or offer.end is None:
            return ""
        try:
            start = read_clock(self.fields["start"].value)
        except FacilitationError:
            return ""
        shift = (offer.start if start is None else start) - offer.start
        ending = f"fin à {_clock(offer.end + shift)}"
        if offer.lunch is None:
            return f"{ending}, à ajuster ensuite dans journee.yaml"
        lunch = f"Déjeuner de {_clock(offer.lunch[0] + shift)} à {_clock(offer.lunch[1] + shift)}"
        return f"{lunch}, {ending}, à ajuster ensuite dans journee.yaml"

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what the hours become, and where the day will be."""
        event.stop()
        if event.input is self.fields["start"]:
            self._tell_hours()
        elif event.input is self.fields["title"]:
            self.place.update(str(folder_for(event.value)) if event.value.strip() else "")

    # --- keys ---

    def action_choose(self, step: int) -> None:
        """↑ ↓: the model before or after."""
        if self.offers:
            before = self.offer
            self.chosen = max(0, min(len(self.offers) - 1, self.chosen + step))
            self._fill_hours(before)
            self.refresh_all()

    def action_pick(self, rank: int) -> None:
        """A click chooses a model."""
        self.action_choose(rank - self.chosen)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter creates."""
        event.stop()
        self.action_forward()

    def action_enter(self) -> None:
        """Enter creates."""
        self.action_forward()

    def action_forward(self) -> None:
        """F5: make the day and open its running order."""
        offer = self.offer
        if offer is None:
            return
        try:
            draft = self._draft()
            folder = prepare(offer, draft, folder_for(draft.title))
        except FacilitationError as error:
            text = french(str(error).split("\n", maxsplit=1)[0])
            self._trouble = words.Strip(f"◐ {text[:1].upper()}{text[1:]}", "", "attention")
            self.refresh_all()
        else:
            self.console.enter_day(folder)

    def _draft(self) -> Draft:
        said = {key: field.value for key, field in self.fields.items()}
        return Draft(
            said["title"],
            read_date(said["date"]),
            said["place"],
            read_clock(said["start"]),
            read_people(said["people"]),
        )


def _clock(minutes: int | None) -> str:
    return "" if minutes is None else clock_time(minutes * 60)
