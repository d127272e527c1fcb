"""The day's table as people read it: planned and real hours, durations, drifts, and ways to catch up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitation.console.running import lasting_words
from facilitation.hours import MINUTE, clock_time, local_date, seconds_of_day
from facilitation.typography import MINUS, NBSP, enumeration, long_date, lowered, plural
from facilitation.workshop.schedule import Share, Slot, late
from facilitation.workshop.workshop import Workshop

ON_TIME = 2  # minutes under which nobody is late
VERY_LATE = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table, ready to read; ``token`` is the ink of its drift, ``proposed`` is '' without a proposal."""

    key: str
    title: str
    state: str
    fixed: bool
    planned: str
    real: str
    lasting: str
    drift: str
    token: str
    proposed: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """How the day goes: a sign with its token, the state in words, and its consequences."""

    sign: str
    token: str
    state: str
    text: str = ""


class Timetable:
    """The hours of an open day as they stand."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.has_hours = any(sequence.start for sequence in workshop.day.sequences)
        today = local_date(workshop.now())
        self.is_rehearsal = today != workshop.day.date
        self.slots = workshop.slots()

    @property
    def follows_clock(self) -> bool:
        """Whether being late means something: the day has hours, and is today."""
        return self.has_hours and not self.is_rehearsal

    @property
    def begun(self) -> bool:
        """Whether anything was played."""
        return any(slot.state != "à venir" for slot in self.slots)

    @property
    def shares(self) -> tuple[Share, ...]:
        """The ways to catch up, none when nobody is late."""
        enough = self.follows_clock and late(self.slots) >= ON_TIME * MINUTE
        return self.workshop.shares() if enough else ()

    def lines(self, share: Share | None = None) -> list[Line]:
        """Return the rows of the table; with a share, as they would be once it is taken."""
        slots = projected(self.slots, share, self._clock) if share else self.slots
        return [self._line(slot, share) for slot in slots]

    @property
    def _clock(self) -> int:
        return seconds_of_day(self.workshop.now())

    def _line(self, slot: Slot, share: Share | None) -> Line:
        planned = clock_time(slot.planned) if self.has_hours else ""
        real = "" if slot.state == "à venir" else clock_time(slot.real)
        if slot.state == "à venir" and (self.follows_clock or (self.begun and not self.has_hours)):
            real = f"~{clock_time(slot.real)}"
        drift, token = drift_of(slot) if self.follows_clock else ("", "doux")
        proposed = ""
        if share is not None:
            proposed = lasting_words(share.seconds[slot.key]) if slot.key in share.seconds else "fixe" if slot.fixed else "—"
        return Line(
            slot.key, slot.title, slot.state, slot.fixed, planned, real, lasting_words(slot.seconds), drift, token, proposed
        )

    # --- in words ---

    def notice(self) -> Notice:
        """Return how the day goes."""
        if all(slot.state == "faite" for slot in self.slots):
            return Notice("✓", "ok", "Journée terminée", "Tout est gardé. E fabrique les documents.")
        if not self.has_hours:
            return Notice("○", "doux", "Journée sans horaires", "La console compte le temps de chaque étape.")
        if self.is_rehearsal:
            when = long_date(self.workshop.day.date)
            return Notice("◇", "doux", "Essai", f"La journée est prévue le {when}{NBSP}: ses heures ne comptent pas encore.")
        return self._clock_notice()

    def _clock_notice(self) -> Notice:
        minutes = round(late(self.slots) / MINUTE)
        if not self.begun and minutes < ON_TIME:
            return Notice("○", "doux", "Prête", f"Début à {clock_time(self.slots[0].planned)}, {self._end_words()}.")
        if minutes >= ON_TIME:
            sign, token = ("▲", "alerte") if minutes >= VERY_LATE else ("◐", "att")
            return Notice(sign, token, f"Retard {span(minutes)}", self._consequences())
        state = "À l’heure" if minutes > -ON_TIME else f"Avance {span(-minutes)}"
        return Notice("●", "ok", state, f"{_sentence(self._held())}.")

    def _end_words(self) -> str:
        last = self.slots[-1]
        return f"fin à {clock_time(last.planned + last.seconds)}"

    def _consequences(self) -> str:
        moved = [
            f"{_name(slot)} à {clock_time(slot.real)} au lieu de {clock_time(slot.planned)}"
            for slot in self._next_fixed()
            if slot.drift >= MINUTE
        ]
        last = self.slots[-1]
        ending, planned = last.real_end, last.planned + last.seconds
        if ending - planned >= MINUTE:
            moved.append(f"fin à {clock_time(ending)} au lieu de {clock_time(planned)}")
        return f"Sans rien changer{NBSP}: {', '.join(moved)}." if moved else f"La {self._end_words()} tient quand même."

    def _next_fixed(self) -> list[Slot]:
        return [slot for slot in self.slots if slot.fixed and slot.state == "à venir"][:1]

    def _held(self) -> str:
        return enumeration([*(f"{_name(slot)} à {clock_time(slot.planned)}" for slot in self._next_fixed()), self._end_words()])

    def proposal(self, share: Share) -> str:
        """Return a share in words: what it takes from what, and what it holds."""
        missing, won = round(late(self.slots) / MINUTE), round(share.won / MINUTE)
        gained = span(missing) if won >= missing else f"{span(won)} sur {span(missing)}"
        slots = {slot.key: slot for slot in self.slots}
        taken = ", ".join(_shortened(slots[key], seconds) for key, seconds in share.seconds.items())
        after = projected(self.slots, share, self._clock)
        return f"Pour rattraper {gained}{NBSP}: {taken}. {_sentence(_kept(after))}"


def projected(slots: Sequence[Slot], share: Share, clock: int) -> tuple[Slot, ...]:
    """Return the hours as they would be with the durations of a share; ``clock`` is the time of day in seconds."""
    found: list[Slot] = []
    free = 0
    for slot in slots:
        lasting = share.seconds.get(slot.key, slot.real_end - slot.real)
        if slot.state == "faite":
            found.append(slot)
        elif slot.state == "en cours":
            found.append(replace(slot, real_end=max(clock, slot.real + lasting)))
        else:
            real = max(slot.planned, free)
            found.append(replace(slot, real=real, real_end=real + lasting))
        free = found[-1].real_end
    return tuple(found)


def _kept(after: Sequence[Slot]) -> str:
    """Return what a share holds: the next fixed moment and the end of the day."""
    last = after[-1]
    ends = [(_name(slot), slot.planned, slot.real) for slot in after if slot.fixed and slot.state == "à venir"][:1]
    ends.append(("fin", last.planned + last.seconds, last.real_end))
    held = [f"{name} à {clock_time(planned)}" for name, planned, real in ends if real - planned < MINUTE]
    lost = [f"{name} à {clock_time(real)} au lieu de {clock_time(at)}" for name, at, real in ends if real - at >= MINUTE]
    told = [f"{enumeration(held)} tenu{'s' if len(held) > 1 else 'e' if held[0].startswith('fin') else ''}"] if held else []
    return f"{', '.join([*told, *lost])}."


def drift_of(slot: Slot) -> tuple[str, str]:
    """Return « +9 min », « à l’heure », with its token."""
    minutes = round(slot.drift / MINUTE)
    if abs(minutes) < ON_TIME:
        return "à l’heure", "ok"
    return (f"+{span(minutes)}", "att") if minutes > 0 else (f"{MINUS}{span(-minutes)}", "ok")


def span(minutes: int) -> str:
    """Return « 9 min », « 1 h 05 »."""
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02d}" if hours else f"{minutes} min"


def _shortened(slot: Slot, seconds: int) -> str:
    before = round((slot.real_end - slot.real) / MINUTE)
    return f"{_name(slot)} {round(seconds / MINUTE)} min au lieu de {before}"


def _name(slot: Slot) -> str:
    """Return a sequence's name as it stands in a sentence, short."""
    title = slot.title.split(f"{NBSP}:", maxsplit=1)[0].split(" :", maxsplit=1)[0].removeprefix("La ").removeprefix("Le ")
    small = title.split(",", maxsplit=1)[0]
    return lowered(small)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def kept_in_words(ideas: int, empty: int) -> str:
    """Return « 158 idées, 3 cases vides »."""
    told = plural(ideas, "idée")
    return f"{told}, {plural(empty, 'case vide', 'cases vides')}" if ideas and empty else told
