"""The placeholders of every layout, on the grid of the house style: 960 × 540 points, margins of 48."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from facilitation.writers.placing.frames import Box, Face, Holder, Tone
from facilitation.writers.style import BOTTOM, CONTENT_WIDTH, MARGIN, NOTE_TOP, TOP

Ground = Literal["papier", "fonce"]

TITLE = Face(30, bold=True, leading=0.9)
BODY = Face(24, after=9.5, mark="•")
NOTE = Face(18, tone="gris")


@dataclass(frozen=True, slots=True)
class Plan:
    """A layout: its name in French, its placeholders in reading order, its ground, the panel on its left (tone, width)."""

    name: str
    holders: tuple[Holder, ...]
    ground: Ground = "papier"
    panel: tuple[Tone | Literal["fonce"], float] | None = None
    head: bool = True  # whether the running head stands on it
    kind: str = ""  # what slide software calls it, for layouts that every template has

    def __getitem__(self, name: str) -> Holder:
        """Return a placeholder by its name."""
        return next(holder for holder in self.holders if holder.name == name)


def title_of(box: Box, face: Face = TITLE, anchor: Literal["top", "bottom"] = "top") -> Holder:
    """Return the title placeholder of a layout."""
    return Holder("Titre", 0, box, face, anchor)


def _note(x: float = MARGIN, width: float = CONTENT_WIDTH) -> Holder:
    return Holder("Note", 19, Box(x, NOTE_TOP, width, 24), NOTE, "bottom")


_HEAD = title_of(Box(MARGIN, 56, CONTENT_WIDTH, 66))
_WHOLE = Box(MARGIN, TOP, CONTENT_WIDTH, BOTTOM - TOP)
_CALLOUT = Face(18, after=2, mark="•")
_SHORT = Face(20, after=4, mark="•")

_COVER = Plan(
    "Couverture",
    (
        title_of(Box(MARGIN, 76, 790, 130), Face(48, bold=True, tone="blanc", leading=0.95), "bottom"),
        Holder("Date et lieu", 13, Box(MARGIN, 30, CONTENT_WIDTH, 24), Face(18, bold=True, tone="blanc")),
        Holder("Sous-titre", 14, Box(MARGIN, 218, 716, 110), Face(24, tone="creme")),
    ),
    ground="fonce",
    head=False,
    kind="title",
)
_OBJECTIVES = Plan(
    "Objectifs", (_HEAD, Holder("Objectifs", 13, Box(MARGIN, 160, 716, 250), Face(30, after=34, mark="1")), _note())
)
_LIST = Plan("Liste", (_HEAD, Holder("Liste", 13, _WHOLE, BODY), _note()), kind="obj")
_TABLE = Plan("Tableau", (_HEAD, _note()), kind="titleOnly")


def _opening(figure: str) -> Plan:
    return Plan(
        f"Ouverture, {figure}",
        (
            title_of(Box(MARGIN, 120, 568, 150), Face(60, bold=True, tone="blanc", leading=0.9), "bottom"),
            Holder("But", 14, Box(MARGIN, 286, 494, 112), Face(24, tone="creme")),
            Holder("Repères", 15, Box(MARGIN, 412, 568, 88), Face(20, after=3.5, tone="creme"), "bottom"),
        ),
        ground="fonce",
        kind="secHead" if figure == "salle" else "",
    )


def caption_boxes(count: int) -> tuple[Box, ...]:
    """Return the places of the captions under the gestures, 420 to 912, one a position."""
    step = 504 / max(count, 1)
    width = min(156.0, step - 12)
    return tuple(Box(round(420 + step * at + (step - 12 - width) / 2, 1), 402, width, 100) for at in range(count))


def stand_boxes(count: int) -> tuple[Box, ...]:
    """Return the places of the positions under a statement, beside their gestures, one a position."""
    step = {1: 296.0, 2: 296.0}.get(count, (CONTENT_WIDTH + 24) / max(count, 1))
    return tuple(Box(round(118 + step * at, 1), 408, round(step - 94, 1), 76) for at in range(count))


def _instructions(count: int) -> Plan:
    face = Face(20 if count <= 3 else 18, side="center")
    captions = tuple(Holder(f"Position {at}", 13 + at, box, face) for at, box in enumerate(caption_boxes(count), 1))
    steps = Holder("Étapes", 13, Box(MARGIN, TOP, 356, BOTTOM - TOP), Face(24, after=16, mark="1"))
    return Plan("Consignes" if count == 3 else f"Consignes, {count} positions", (_HEAD, steps, *captions))


def _statement(count: int) -> Plan:
    title = title_of(Box(MARGIN, 58, CONTENT_WIDTH, 316), Face(66, bold=True, leading=0.92))
    face = Face(20 if count <= 3 else 18)
    stands = tuple(Holder(f"Position {at}", 12 + at, box, face, "bottom") for at, box in enumerate(stand_boxes(count), 1))
    return Plan("Affirmation" if count == 3 else f"Affirmation, {count} positions", (title, *stands))


_WORD = Plan(
    "Grand mot",
    (title_of(Box(MARGIN, 50, CONTENT_WIDTH, 220), Face(130, bold=True, tone="blanc", leading=0.95)),),
    ground="fonce",
    head=False,
)
_RESPONSE = Plan(
    "Réponse de la salle",
    (
        title_of(Box(MARGIN, 60, 324, 246), Face(40, bold=True, tone="blanc")),
        Holder("Effectif", 13, Box(MARGIN, 316, 200, 176), Face(20, tone="blanc"), "bottom"),
        Holder("Affirmation", 14, Box(430, 60, 482, 96), Face(24, bold=True)),
        _note(430, 482),
    ),
    panel=("fonce", 396),
)
_BEFORE_AFTER = Plan(
    "Avant et après",
    (_HEAD, Holder("Affirmation", 13, Box(MARGIN, 130, CONTENT_WIDTH, 30), Face(20, tone="gris")), _note()),
)
_INSIGHT = Plan(
    "Éclairage",
    (
        title_of(Box(MARGIN, 60, 250, 236), Face(30, bold=True)),
        Holder("Rappel", 13, Box(MARGIN, 300, 250, 200), Face(18), "bottom"),
        Holder("Points", 14, Box(358, 62, 554, 388), Face(24, after=8.5, mark="•")),
        Holder("Source", 15, Box(358, 460, 554, 44), NOTE),
    ),
    panel=("clair", 322),
)
CALLOUTS = {
    "tête": Box(MARGIN, 142, 326, 184),
    "cœur": Box(586, 142, 326, 94),
    "mains": Box(586, 267, 326, 94),
    "jambe droite": Box(MARGIN, 392, 326, 112),
    "jambe gauche": Box(586, 392, 326, 112),
}  # in reading order
_PORTRAIT = Plan(
    "Silhouette",
    (_HEAD, *(Holder(zone.capitalize(), 13 + at, box, _CALLOUT) for at, (zone, box) in enumerate(CALLOUTS.items()))),
)
_COMMON = Plan(
    "Communs et propres",
    (
        _HEAD,
        Holder("Communs à tous", 13, Box(MARGIN, TOP, 272, 120), Face(20, after=3, mark="•"), pad=(16, 10), fill="clair"),
        Holder("Communs à quelques-uns", 14, Box(344, TOP, 568, 120), Face(20, after=3, mark="•"), pad=(16, 10), fill="sable"),
        *(Holder(f"Propres {at + 1}", 15 + at, Box(MARGIN + 296 * at, 270, 272, 234), _SHORT) for at in range(3)),
    ),
)
_ARROW = Face(20, bold=True, tone="papier")
_FACE = Plan(
    "Face à face",
    (
        _HEAD,
        Holder("De gauche à droite", 13, Box(66, TOP, 376, 46), _ARROW, "center"),
        Holder("Liste de gauche", 14, Box(MARGIN, 198, 416, 306), Face(20, after=7.5, mark="•")),
        Holder("De droite à gauche", 15, Box(533, TOP, 368, 46), _ARROW, "center"),
        Holder("Liste de droite", 16, Box(498, 198, 414, 306), Face(20, after=7.5, mark="•")),
    ),
    kind="twoObj",
)
_POLE = Face(18, bold=True)


def _map(name: str, width: float, side: float, *others: Holder) -> Plan:
    """Return the layout of a map of that width, ``side`` the room of the poles on the left and on the right."""
    middle, end = MARGIN + width / 2 + 12, MARGIN + width
    return Plan(
        name,
        (
            _HEAD,
            Holder("Pôle du haut", 13, Box(middle, 128, width / 2 - 12, 24), _POLE),
            Holder("Pôle de gauche", 14, Box(MARGIN, 252, side, 48), _POLE, "bottom"),
            Holder("Pôle de droite", 15, Box(end - side, 252, side, 48), replace(_POLE, side="right"), "bottom"),
            Holder("Pôle du bas", 16, Box(middle, 446, width / 2 - 12, 24), _POLE),
            *others,
        ),
    )


_WORDS = Face(18, after=4, mark="1")
_MAP = _map("Carte", CONTENT_WIDTH, 170, _note())
_MAP_LIST = _map(
    "Carte et liste",
    480,
    130,
    Holder("Mots", 17, Box(556, TOP, 356, BOTTOM - TOP), _WORDS),
    Holder("Mots, suite", 18, Box(742, TOP, 170, BOTTOM - TOP), _WORDS),
)
_QUESTION = Plan(
    "Question et réponse",
    (
        title_of(Box(MARGIN, 60, 324, 430), Face(34, bold=True)),
        Holder("Réponse", 13, Box(430, 62, 482, 436), Face(24, after=10)),
    ),
    panel=("sable", 396),
)
_END = Plan(
    "Fin",
    (
        title_of(Box(MARGIN, 40, 642, 70), Face(48, bold=True, tone="blanc", leading=0.95)),
        Holder("Suites", 13, Box(MARGIN, 124, 642, 190), Face(24, after=9.5, tone="blanc", mark="•")),
    ),
    ground="fonce",
    head=False,
)

PLANS: dict[str, Plan] = {
    plan.name: plan
    for plan in (
        _COVER,
        _OBJECTIVES,
        _LIST,
        _TABLE,
        *map(_opening, ("silhouette", "matrice", "positions", "salle")),
        _instructions(3),
        _instructions(4),
        _statement(3),
        _statement(4),
        _WORD,
        _RESPONSE,
        _BEFORE_AFTER,
        _INSIGHT,
        _PORTRAIT,
        _COMMON,
        _FACE,
        _MAP,
        _MAP_LIST,
        _QUESTION,
        _END,
    )
}
"""The layouts by name, in the order slide software shows them."""

OPENING_PART = Box(MARGIN, 22, 420, 20)
REPERE = Box(72, 22, 400, 20)
FOOTER = Box(480, 22, 395, 20)
FOLIO = Box(876, 22, 36, 20)
