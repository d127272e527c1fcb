"""What the list of days shows: each day in two rows, one of them in detail, and the first screen of all when there is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from facilitation.console.keys import Key
from facilitation.console.paint.figures import FRAME_HEIGHT, FRAME_WIDTH, TORSO, zone_at
from facilitation.console.paint.pages import entry, headed, titled, window
from facilitation.console.paint.pixels import painted
from facilitation.console.paint.row import CHIP, EMPTY, PLAIN, SOFT, STRONG, Ink, Row, beside, cut, row, wrapped
from facilitation.typography import NBSP, french, plural
from facilitation.workshop.glance import BEGUN, FILLED, OVER, UNDER_WAY, Glance

SIGNS = {UNDER_WAY: ("▶", "accent"), BEGUN: ("◐", "att"), OVER: ("✓", "ok"), FILLED: ("✓", "ok")}
MOMENTS = {"faite": ("✓", "ok"), "en cours": ("▶", "accent"), "à venir": ("·", "doux")}
MONTHS = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
ZONES = {"tête": "accent", "cœur": "p1", "mains": "p3", "jambe droite": "plein", "jambe gauche": "vide", TORSO: "corps"}
TALLEST = 22
WELCOME = french(
    "Cette console vous accompagne toute la journée : le déroulé, l’heure, ce que disent les groupes, puis la synthèse"
    " avant la fin de la pause."
)


def short_date(day: date) -> str:
    """Return « 16 nov. 2021 »."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {MONTHS[day.month - 1]} {day.year}"


def listed_days(days: Sequence[Glance], chosen: int, width: int, height: int, *, roomy: bool) -> list[Row]:
    """Return the days, two rows each, those around the chosen one when they do not all fit."""
    tall = 3 if roomy else 2
    shown = window(len(days), chosen, max(1, height // tall))
    rows: list[Row] = []
    for rank in shown:
        rows += _day(days[rank], width, chosen=rank == chosen, click=f"screen.pick({rank})")
        rows += [EMPTY] * (tall - 2)
    return rows[:height]


def _day(day: Glance, width: int, *, chosen: bool, click: str) -> list[Row]:
    sign, token = ("▲", "alerte") if day.problem else SIGNS.get(day.state, ("○", "doux"))
    when = short_date(day.date) if day.date else ""
    title = cut(day.title, width - len(when) - 9)
    state = ("à corriger", Ink("alerte")) if day.problem else (day.state, Ink(token, bold=day.state == UNDER_WAY))
    place = cut(day.place or (str(day.folder) if day.problem else ""), width - len(state[0]) - 9)
    return [
        entry(row((f" {sign} ", Ink(token, bold=True)), (title, STRONG)), row((when, SOFT)), width, chosen=chosen, click=click),
        entry(row("   ", (place, SOFT)), row(state), width, chosen=chosen, click=click),
    ]


def detail(day: Glance, width: int) -> list[Row]:
    """Return a day in detail, for the panel."""
    rows = [EMPTY, *headed(day.title, width)]
    if day.problem:
        return [*rows, *titled("À corriger", [day.problem], width), *titled("Dossier", [folder_name(day)], width)]
    facts = [plural(day.people, "personne")] if day.people else []
    facts += [plural(day.groups, "groupe")] if day.groups else []
    rows += [row((short_date(day.date), SOFT))] if day.date else []
    rows += [EMPTY, *(row((line, PLAIN)) for line in wrapped(" · ".join(facts), width) if line)]
    rows.append(row(f"{plural(day.ideas, 'idée')} déjà gardée{'s' if day.ideas > 1 else ''}"))
    rows += [EMPTY, row(("Déroulé", Ink("doux", bold=True)))]
    for moment in day.moments:
        sign, token = MOMENTS[moment.state]
        ink = SOFT if moment.state == "faite" else PLAIN
        hour = f"{moment.hour}  " if moment.hour else ""
        rows.append(row((f"{sign} ", Ink(token)), (hour, SOFT), (cut(moment.title, width - 2 - len(hour)), ink)))
    return [*rows, *titled("Dossier", [folder_name(day)], width)]


def folder_name(day: Glance) -> str:
    """Return the end of a folder's path, as one says where it is."""
    parts = day.folder.resolve().parts
    return "/".join(parts[-3:])


def welcome(keys: Iterable[tuple[Key, str, str]], width: int, height: int) -> list[Row]:
    """Return the first screen of all: the body when there is room for it, and what one can do."""
    tall = min(TALLEST, height - 2) if width >= 100 else 0
    left = 44 if tall else 2
    room = width - left - 2
    words = [row(("Bienvenue.", STRONG)), EMPTY, *(row(line) for line in wrapped(WELCOME, min(room, 72))), EMPTY]
    for key, title, about in keys:
        chip = CHIP._replace(click=f"screen.{key.action}")
        words += [row((f" {key.shown} ", chip), (f"  {title:<26}", STRONG), (cut(about, room - 31), SOFT))]
        words += [EMPTY] * (height >= 17)
    words += [EMPTY] * (height < 17) + [row(("Tout reste sur cet ordinateur. Rien n’est envoyé.", SOFT))]
    above = [EMPTY] * max(0, (height - len(words)) // 2)
    drawn = [EMPTY] * max(0, (height - tall) // 2) + [row(" " * 9, *line) for line in body(tall)] if tall else []
    return beside((drawn, left), ([*above, *words], width - left))[:height]


def body(height: int) -> list[Row]:
    """Return the body, each part in a colour of its own."""
    width, step = round(FRAME_WIDTH * height * 2 / FRAME_HEIGHT), FRAME_HEIGHT / (height * 2)
    return painted(
        [
            [ZONES.get(zone_at((column + 0.5) * FRAME_WIDTH / width, (line + 0.5) * step), "") for column in range(width)]
            for line in range(height * 2)
        ]
    )


def heading(text: str) -> Row:
    """Return the title of a page."""
    return row("  ", (text.replace(" ?", f"{NBSP}?"), STRONG))
