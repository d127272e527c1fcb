"""The day's table and its two ribbons: what was planned above what happens."""

from __future__ import annotations

from collections.abc import Sequence as Seq

from facilitation.console.paint.pages import TITLE, entry, headed, titled, told, window
from facilitation.console.paint.row import ACCENT, EMPTY, PLAIN, SOFT, STRONG, Ink, Piece, Row, cut, fitted, row
from facilitation.console.running import lasting_words
from facilitation.console.timetable import Line, Notice
from facilitation.day import Day, Sequence
from facilitation.hours import clock_time
from facilitation.typography import NBSP
from facilitation.workshop.schedule import Slot

SIGNS = {"faite": ("✓", "ok"), "en cours": ("▶", "accent"), "à venir": ("·", "doux")}
RIBBONS = 4  # rows of the ribbons
HOUR = 3600
MARGIN = 10


def table(lines: Seq[Line], chosen: int, width: int, height: int, *, roomy: bool) -> list[Row]:
    """Return the head of the table and its rows, those around the chosen one when they do not all fit."""
    with_hours, with_proposal = any(line.planned for line in lines), any(line.proposed for line in lines)
    tall = 2 if roomy and len(lines) * 2 <= height else 1
    room = max(3, width - (32 if with_proposal else 22) - (19 if with_hours else 12))
    drift = "      écart" if any(line.drift for line in lines) else ""
    rows = [_head(width, room, drift, with_hours=with_hours, with_proposal=with_proposal)]
    for rank in window(len(lines), chosen, max(1, (height - 1) // tall)):
        rows.append(_line(lines[rank], width, room, with_hours=with_hours, chosen=rank == chosen, rank=rank))
        rows += [EMPTY] * (tall - 1)
    return rows[:height]


def _head(width: int, room: int, drift: str, *, with_hours: bool, with_proposal: bool) -> Row:
    hours = "prévu   réel    " if with_hours else "  réel   "
    named = f"{'séquence':<{room}}"
    proposed = (Piece("   proposé", ACCENT),) if with_proposal else ()
    return fitted(row("   ", (f"{hours}{named}   durée{drift}", TITLE), *proposed), width)


def _line(line: Line, width: int, room: int, *, with_hours: bool, chosen: bool, rank: int) -> Row:
    sign, token = SIGNS[line.state]
    name = SOFT if line.state == "faite" else STRONG if line.state == "en cours" or chosen else PLAIN
    real = PLAIN if line.state != "à venir" else SOFT
    if line.state == "en cours":
        real = STRONG
    hours = ((f"{line.planned:<5}", SOFT), (f"{line.real:>9}", real)) if with_hours else ((f"{line.real:>7}", real),)
    ink = SOFT if line.proposed in {"—", "fixe"} else ACCENT
    proposed = (f"   {line.proposed:<8}", ink) if line.proposed else ""
    drawn = row(
        (f"{sign} ", Ink(token, bold=True)),
        *hours,
        "  ",
        ("■ " if line.fixed else "  ", Ink("accent")),
        (f"{cut(line.title, room - 2):<{room - 2}}", name),
        (f"{line.lasting:>8}", SOFT),
        (f"{line.drift:>11}", Ink(line.token)),
        proposed,
    )
    return entry(drawn, EMPTY, width, chosen=chosen, click=f"screen.pick({rank})")


def ribbons(slots: Seq[Slot], clock: int, width: int) -> list[Row]:
    """Return four rows: the hours, what was planned, what happens (hatched when it is a forecast), and where one is now."""
    start = min(slot.planned for slot in slots)
    end = max(max(slot.planned + slot.seconds, slot.real_end) for slot in slots)
    room = width - MARGIN - 2
    if end <= start or room < 20:
        return []

    def at(seconds: int) -> int:
        return round((seconds - start) * room / (end - start))

    planned = [(at(slot.planned), at(slot.planned + slot.seconds), *_planned_ink(slot)) for slot in slots]
    real = [(at(slot.real), at(slot.real_end), *_real_ink(slot)) for slot in slots]
    now = at(clock)
    marker = row(" " * (MARGIN + now), (f"▲ {clock_time(clock)}", ACCENT)) if 0 <= now <= room - 7 else EMPTY
    return [
        row(" " * MARGIN, (_hours(start, end, room), SOFT)),
        row(f"{'  prévu':<{MARGIN}}", *_ribbon(planned, room)),
        row(f"{'  réel':<{MARGIN}}", *_ribbon(real, room)),
        marker,
    ]


def _planned_ink(slot: Slot) -> tuple[str, Ink]:
    return (" ", Ink("texte", "ligne")) if slot.fixed else ("▂", Ink("vide"))


def _real_ink(slot: Slot) -> tuple[str, Ink]:
    if slot.state == "faite":
        return " ", Ink("texte", "ok")
    if slot.state == "en cours":
        return " ", Ink("texte", "accent")
    return (" ", Ink("texte", "ligne")) if slot.fixed else ("░", Ink("plein"))


def _ribbon(segments: Seq[tuple[int, int, str, Ink]], room: int) -> list[Piece]:
    """Return segments end to end, one column left between two of them."""
    pieces: list[Piece] = []
    reached = 0
    for first, last, sign, ink in segments:
        begin, stop = max(first, reached), min(last, room)
        if stop <= begin:
            continue
        pieces += [Piece(" " * (begin - reached)), Piece(sign * max(1, stop - begin - 1), ink)]
        reached = begin + max(1, stop - begin - 1)
    return pieces


def _hours(start: int, end: int, room: int) -> str:
    line = ""
    for hour in range(-(-start // HOUR), end // HOUR + 1):
        place = round((hour * HOUR - start) * room / (end - start))
        label = f"{hour} h"
        if place + len(label) <= room and (not line or place > len(line)):
            line = f"{line:<{place}}{label}"
    return line


def notice(said: Notice, width: int, *, can_catch_up: bool) -> list[Row]:
    """Return how the day goes, what follows from it, and how to catch up."""
    rows = [EMPTY, row("  ", (f"{said.sign} {said.state}", Ink(said.token, bold=True)))]
    rows += [row("    ", *line) for line in told(said.text, width - 6)]
    catch_up = row("    ", ("R", STRONG), (f" rattraper{NBSP}: la console propose, vous choisissez", SOFT))
    return [*rows, catch_up] if can_catch_up else rows


def proposal(text: str, rank: int, count: int, width: int) -> list[Row]:
    """Return a way to catch up in words, and what one can do of it."""
    first, *others = told(text, width - 6, STRONG)
    rows = [EMPTY, row("  ", ("◆ ", Ink("accent", bold=True)), *first), *(row("    ", *line) for line in others)]
    pieces = (("Entrée", STRONG), (" prendre   ", SOFT), ("Échap", STRONG), (" laisser", SOFT))
    other = (("   ← →", STRONG), (f" une autre répartition ({rank % count + 1}/{count})", SOFT))
    return [*rows, row("    ", *pieces, *(other if count > 1 else ()))]


def detail(day: Day, sequence: Sequence, kept: str, width: int) -> list[Row]:
    """Return a sequence in detail, for the panel."""
    rows, exercise = [EMPTY, *headed(sequence.title, width)], sequence.exercise
    if exercise is None:
        facts = [("Durée", lasting_words(sequence.seconds, long=True)), ("Partie", sequence.part)]
    else:
        groups = " · ".join(f"{group.name} ({group.people})" if group.people else group.name for group in day.groups)
        steps = " · ".join(f"{step.title} {lasting_words(step.seconds)}".strip() for step in exercise.steps)
        facts = [
            ("But", exercise.aim),
            ("Matériel", ", ".join(exercise.material)),
            ("Groupes", groups),
            ("Étapes", steps),
            ("Déjà saisi", kept),
            ("Source", exercise.source),
        ]
    return [*rows, *(line for title, text in facts for line in titled(title, [text], width))]
