"""Who goes where in the sequence under way: what was typed, the turn and the page shown, the gestures; no terminal."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.console.paint.row import SOFT, STRONG, Ink
from facilitation.console.paint.seats import NARROWEST, TableView, numbered
from facilitation.console.running import Running
from facilitation.console.session import Session
from facilitation.exercise import Exercise
from facilitation.typography import NBSP, enumeration, folded, plural, quoted
from facilitation.workshop.rotations import Dated, Mixed, Turn, roster, seating_of, turn_of
from facilitation.workshop.script import index_of

MOST = 2000  # people typed by hand


@dataclass(slots=True)
class Seats:
    """What the panel shows. ``chosen`` is the turn asked for, None to follow the sequence."""

    session: Session
    play: Running
    typed: str = ""
    message: str = ""
    page: int = 0
    chosen: int | None = None

    @property
    def exercise(self) -> Exercise:
        """The exercise under way."""
        found = self.play.sequence.exercise
        assert found is not None, "people change tables in an exercise"
        return found

    @property
    def seating(self) -> Mixed | Dated | None:
        """Who goes where, made once; None as long as nobody said how many people are there."""
        return seating(self.session, self.play)

    @property
    def live_turn(self) -> int:
        """The turn under way (1 is the first), 0 before the first one."""
        found = self.session.workshop.stops(self.play.key)
        return turn_of(self.exercise, found, index_of(found, self.play.stop.place))

    @property
    def turn(self) -> int:
        """The turn shown (1 is the first): the one under way, unless another one was asked for."""
        known = self.seating
        most = len(known.turns) if known else 1
        return max(1, min(self.chosen or self.live_turn, most))

    def step(self, *, forward: bool) -> bool:
        """Go to the next or the previous stop of the sequence; past its ends, leave it to the screen below."""
        workshop = self.session.workshop
        if (
            workshop.read_only
            or self.session.keeper.failure is not None
            or not workshop.neighbour(self.play.key, 1 if forward else -1)
        ):
            return False
        _ = self.play.forward() if forward else self.play.back()
        self.chosen, self.page, self.typed = None, 0, ""
        return True

    def clear(self) -> None:
        """Forget what was typed."""
        self.typed = ""

    def erase(self) -> None:
        """Erase the last letter."""
        self.typed = self.typed[:-1]

    def look(self, step: int) -> None:
        """Show another turn."""
        known = self.seating
        if known is not None:
            self.chosen, self.page = max(1, min(len(known.turns), self.turn + step)), 0

    def turn_page(self, step: int) -> None:
        """Show another page."""
        self.page = max(0, self.page + step)

    def enter_label(self, known: Mixed | Dated) -> str:
        """Return what Enter will do with what is typed."""
        names = matching(known, self.typed)
        if not names:
            return "ajouter" if isinstance(known, Mixed) else ""
        return "de retour" if all(name in known.gone for name in names) else "absent"

    def again(self) -> None:
        """Make all the turns anew, without the absent."""
        known = self.seating
        if known is not None:
            known.again()
            self.page = 0
            self.message = f"◆ Tous les tours sont refaits{NBSP}: les cartes déjà distribuées ne valent plus."

    def enter(self) -> None:
        """Take out or bring back who is found, add who is not, or take how many people are there."""
        typed, known = self.typed.strip(), self.seating
        if not typed:
            return
        if known is None:
            self._count(typed)
            return
        names = matching(known, typed)
        since = max(self.live_turn, 1)
        if names and (len(names) == 1 or names == kind(known, typed)):
            self._toggle(known, names, since)
        elif names:
            self._tell(f"◐ {len(names)} personnes trouvées{NBSP}: tapez la suite du nom.")
        elif isinstance(known, Mixed):
            name = typed if known.is_named else str(max(map(int, known.sitters)) + 1)
            known.late[name] = since - 1
            self._tell(f"✓ {name} arrive{NBSP}: table {known.turns[since - 1].table_of(name)} au tour {since}.")
        else:
            self._tell(
                f"◐ {quoted(typed)} n’est pas ici{NBSP}: une personne de plus rejoint un sous-groupe de son type d’acteur."
            )

    def _toggle(self, known: Mixed | Dated, names: tuple[str, ...], since: int) -> None:
        told = enumeration(list(names))
        if all(name in known.gone for name in names):
            for name in names:
                del known.gone[name]
            self._tell(f"✓ Noté{NBSP}: de nouveau avec {told}.")
            return
        for name in names:
            known.gone.setdefault(name, since - 1)
        self._tell(f"✓ Noté{NBSP}: sans {told}, dès le tour {since}. Les autres ne bougent pas.")

    def _count(self, typed: str) -> None:
        count = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 5 else 0
        if 2 <= count <= MOST:
            seating(self.session, self.play, count)
            self._tell("")
        else:
            self._tell(f"◐ Un nombre de 2 à {MOST} est attendu.")

    def _tell(self, message: str) -> None:
        self.typed, self.message = "", message


def seating(session: Session, play: Running, count: int = 0) -> Mixed | Dated | None:
    """Return who goes where in a sequence, made the first time it is asked for and kept as long as the day is open."""
    exercise, day = play.sequence.exercise, session.workshop.day
    group = day.group(session.group) if day.groups else None
    key = (play.key, "" if exercise and exercise.tables else session.group)
    if key not in session.seatings and exercise is not None:
        made = seating_of(exercise, day, group, roster(session.workshop.folder, day), count)
        if made is not None:
            session.seatings[key] = made
    return session.seatings.get(key)


def matching(known: Mixed | Dated, typed: str) -> tuple[str, ...]:
    """Return who a search finds: those of that very name or kind, else those whose name holds what is typed."""
    sought = folded(typed)
    exact = tuple(name for name in known.sitters if folded(name) == sought) or kind(known, typed)
    if exact or not known.is_named:
        return exact
    return tuple(name for name in known.sitters if sought in folded(whole(known, name)))


def kind(known: Mixed | Dated, typed: str) -> tuple[str, ...]:
    """Return every subgroup of the kind of actor that is typed."""
    kinds = known.kinds if isinstance(known, Dated) else {}
    signs = {sign for sign, name in kinds.items() if folded(name) == folded(typed)}
    return tuple(name for name in known.sitters if name[0] in signs)


def views(known: Mixed | Dated, turn: Turn) -> list[TableView]:
    """Return the tables of a turn."""
    if isinstance(known, Dated):
        found = []
        for number, table in enumerate(turn.tables, 1):
            words = " – ".join(table) if len(table) > 1 else f"{table[0]} attend" if table else ""
            found.append(TableView(number, words, tuple(person for name in table for person in known.members[name])))
        return found
    hosts = known.hosts or ("",) * len(turn.tables)
    if known.is_named:
        return [
            TableView(number, "", table, host) for number, (table, host) in enumerate(zip(turn.tables, hosts, strict=True), 1)
        ]
    return [
        numbered(number, table, host, NARROWEST) for number, (table, host) in enumerate(zip(turn.tables, hosts, strict=True), 1)
    ]


def whole(known: Mixed | Dated, name: str) -> str:
    """Return all that is known of a sitter."""
    if isinstance(known, Dated):
        people = ", ".join(known.members[name])
        return " · ".join(filter(None, (name, known.kinds[name[0]], people)))
    return name if known.is_named else f"Carte {name}"


def told_below(known: Mixed | Dated, turn: Turn) -> str:
    """Return who waits, and what the letters of subgroups mean."""
    if isinstance(known, Mixed):
        return ""
    waiting = f"Attendent et observent{NBSP}: {', '.join(turn.waiting)}.   " if turn.waiting else ""
    return waiting + "   ".join(f"{sign} = {name}" for sign, name in known.kinds.items())


def unknown(known: Mixed | Dated, typed: str) -> list[tuple[str, Ink]]:
    """Return what is said when a search finds nobody."""
    if isinstance(known, Dated):
        return [(f"{quoted(typed)} n’est pas ici.", STRONG)]
    if known.is_named:
        return [
            (f"{quoted(typed)} n’est pas ici.", STRONG),
            (f"Entrée{NBSP}: une personne de plus, placée sans déplacer les autres.", SOFT),
        ]
    following = max(map(int, known.sitters)) + 1
    return [(f"Pas de carte {quoted(typed)}.", STRONG), (f"Entrée{NBSP}: une personne de plus, la carte {following}.", SOFT)]


def changes(known: Mixed | Dated) -> str:
    """Return how many people are there, who is not, who came late."""
    late = known.late if isinstance(known, Mixed) else {}
    told = [f"sans {enumeration(list(known.gone))}"] if known.gone else []
    told += [f"avec {enumeration(list(late))}"] if late else []
    count = "" if isinstance(known, Dated) else plural(len(known.sitters) - len(known.gone), "personne")
    return ", ".join(filter(None, (count, *told)))
