"""The words every document uses for the same thing, and the reading order of what a table cannot show as it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from facilitation.synthesis import (
    UNKNOWN_GROUP,
    Insight,
    Item,
    Line,
    Picture,
    Poll,
    Position,
    Said,
    Section,
    Shared,
    Slot,
    Synthesis,
    Table,
    Tally,
)
from facilitation.typography import NBSP, capitalised, enumeration, percentage, plural, quoted, thousands

NOTHING_NOTED = "Aucune idée notée"
NOT_ASKED = "Sans objet"
NOT_PUT = "Non posé"
NOT_COUNTED = "non compté"
NOT_NOTED = "non notée"
EVERYONE = "Ensemble"
SMALLEST_BASE_FOR_SHARES = 30  # under it, heads before percentages (CHI-02)
LANDSCAPE_COLUMNS = 4
LONGEST_TITLE = 68  # characters


def duration(seconds: int) -> str:
    """Return « 5 min », « 1 h 30 », « 90 s » as « 1 min 30 »; empty for 0."""
    minutes, left = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}{NBSP}h" + (f"{NBSP}{minutes:02}" if minutes else "")
    if minutes:
        return f"{minutes}{NBSP}min" + (f"{NBSP}{left:02}" if left else "")
    return f"{left}{NBSP}s" if left else ""


def question(block: Poll | Insight) -> str:
    """Return « Question n° 2/4 »; empty when the block goes with no statement."""
    return f"Question n°{NBSP}{block.number}/{block.total}" if block.number else ""


def verdict(poll: Poll) -> str:
    """Return the room's answer in its own words between quotation marks, or « non notée »."""
    return quoted(poll.verdict) if poll.verdict else NOT_NOTED


def missing_picture(picture: Picture) -> str:
    """Return what stands in the place of a picture whose file is gone."""
    return f"Photo absente du dossier de la journée{NBSP}: {picture.caption}."


def insight_title(insight: Insight) -> str:
    """Return « Éclairage : les déterminants de la santé »."""
    return f"Éclairage{NBSP}: {insight.title}" if insight.title else "Éclairage"


def section_title(section: Section) -> str:
    """Return a section's title with the part of the day it belongs to: « 1re partie : La Silhouette »."""
    if not section.part or section.title.startswith(section.part):
        return section.title
    return f"{section.part} – {section.title}" if ":" in section.part else f"{section.part}{NBSP}: {section.title}"


def titles(synthesis: Synthesis) -> tuple[str, str]:
    """Return the document's title and subtitle; a long title without one gives it what follows its colon."""
    if synthesis.subtitle or len(synthesis.title) <= LONGEST_TITLE:
        return synthesis.title, synthesis.subtitle
    title, _, subtitle = (part.strip() for part in synthesis.title.partition(":"))
    return title, capitalised(subtitle)


def shared_title(shared: Shared) -> str:
    """Return « Valeurs : ce qui est commun, ce qui est propre »."""
    return f"{shared.title}{NBSP}: ce qui est commun, ce qui est propre"


def has_row_titles(table: Table) -> bool:
    """Return whether the rows' titles say something: the arguments of one statement stand right under it."""
    return table.figure != "positions" or len(table.lines) > 1


def ended(words: str) -> str:
    """Return ``words`` with a full stop when nothing closes them."""
    return words if not words or words[-1] in ".!?…" else f"{words}."


def sentence(words: str) -> str:
    """Return ``words`` as a sentence of ours: a capital and an end."""
    return capitalised(ended(words))


def slot_words(slot: Slot) -> str:
    """Return what a slot without ideas says: never empty (no empty cell in a table)."""
    return slot.text or slot.empty or (NOTHING_NOTED if slot.asked else NOT_ASKED)


def said_by(said: Said) -> str:
    """Return who said one thing: the group, then the organisation when it is known."""
    return f"{said.group or UNKNOWN_GROUP}, {said.author}" if said.author else said.group or UNKNOWN_GROUP


def groups_of(item: Item) -> str:
    """Return the groups that said an idea, each once, in order; « groupe non précisé » when nobody knows."""
    names = dict.fromkeys(said.group or UNKNOWN_GROUP for said in item.said)
    return enumeration(list(names)) or UNKNOWN_GROUP


def origin(item: Item) -> str:
    """Return an idea and who said it: « idée (groupe) », « idée (groupe, 2 fois) », or each wording when it was merged."""
    if not item.said:
        return f"{item.text} ({UNKNOWN_GROUP})"
    if all(said.wording == item.text for said in item.said):
        voices = Counter(map(said_by, item.said))
        told = (f"{who}, {times}{NBSP}fois" if times > 1 else who for who, times in voices.items())
        return f"{item.text} ({f'{NBSP}; '.join(told)})"
    return f"{item.text}{NBSP}: {f'{NBSP}; '.join(voice(said) for said in item.said)}"


def voice(said: Said) -> str:
    """Return one wording, letter for letter, and who said it; the wording alone when nobody knows."""
    who = said_by(said)
    return quoted(said.wording) if who == UNKNOWN_GROUP else f"{quoted(said.wording)} ({who})"


def origins(line: Line) -> tuple[str, ...]:
    """Return what a row of the annex says: the wordings alone when its title is already the idea kept."""
    items = [item for slot in line.slots for item in slot.items]
    if [item.text for item in items] == [line.title]:
        return tuple(map(voice, items[0].said)) or (UNKNOWN_GROUP,)
    return tuple(map(origin, items))


def sharing(shared: Shared) -> list[tuple[str, tuple[str, ...]]]:
    """Return who shares what in a column: common to all, to some (with their names), then each row's own."""
    lists: list[tuple[str, tuple[str, ...]]] = []
    if shared.everyone:
        lists.append(("Communes à tous", tuple(item.text for item in shared.everyone)))
    by_names: dict[str, list[str]] = {}
    for names, item in shared.some:
        by_names.setdefault(names, []).append(item.text)
    lists.extend((names, tuple(texts)) for names, texts in by_names.items())
    lists.extend((f"{name} seulement", tuple(item.text for item in items)) for name, items in shared.own)
    return lists


def is_numbers(table: Table) -> bool:
    """Return whether no cell of the table holds ideas: short texts or counts, fit for a plain grid."""
    return not any(slot.items for line in table.lines for slot in line.slots)


def is_wide(table: Table) -> bool:
    """Return whether a table of ideas needs a page in landscape."""
    return not is_numbers(table) and len(table.columns) >= LANDSCAPE_COLUMNS


def is_figure(text: str) -> bool:
    """Return whether a cell's text is a number, to align on the right."""
    return text.replace(NBSP, "").isdecimal()


# --- Head-counts -----------------------------------------------------------------------------------------------------------


def base(tally: Tally) -> int:
    """Return how many people were counted in this round."""
    return sum(count for count in tally.counts if count is not None)


def is_complete(tally: Tally) -> bool:
    """Return whether every position was counted: a missing count is not zero (CHI-08)."""
    return None not in tally.counts


def round_name(poll: Poll, tally: Tally) -> str:
    """Return the head of a round's column: « Personnes », or the round's name when the statement was played again."""
    return tally.title or "Personnes" if len(poll.tallies) > 1 else "Personnes"


def answer_title(poll: Poll) -> str:
    """Return what stands before the verdict; says when it comes from the counts and nobody worded it."""
    return "Réponse de la salle, calculée d’après les effectifs" if poll.computed else "Réponse de la salle"


def change(poll: Poll) -> str:
    """Return the sentence that tells what changed between the rounds; empty when it only repeats the verdict."""
    if len(poll.tallies) < 2 or (poll.verdict and poll.verdict in poll.message):
        return ""
    return sentence(poll.message)


def remarks(poll: Poll) -> tuple[str, ...]:
    """Return the sentences under the counts: people in the room, moves, how the verdict was found."""
    moved = f"Déplacements{NBSP}: {ended(poll.moves)}" if poll.moves else ""
    method = f"Calcul{NBSP}: {ended(poll.method)}" if poll.method else ""
    return tuple(filter(None, (room_words(poll), moved, method)))


def position_words(position: Position) -> str:
    """Return « Pas du tout d’accord (assis) »."""
    return f"{position.label} ({position.gesture})" if position.gesture else position.label


def count_words(tally: Tally, count: int | None) -> str:
    """Return « 14 », « 64 % (32 sur 50) » from 30 people on (CHI-01, CHI-02), « non compté » when nobody counted."""
    if count is None:
        return NOT_COUNTED
    whole = base(tally)
    if whole < SMALLEST_BASE_FOR_SHARES or not is_complete(tally):
        return thousands(count)
    return f"{percentage(count, whole)} ({thousands(count)} sur {thousands(whole)})"


def total_words(tally: Tally) -> str:
    """Return the sum of a round; « au moins 8 » when a position was not counted, « non compté » when none was."""
    if all(count is None for count in tally.counts):
        return NOT_COUNTED
    return thousands(base(tally)) if is_complete(tally) else f"au moins {thousands(base(tally))}"


def is_largest(tally: Tally, count: int) -> bool:
    """Return whether no position gathered more people in this round."""
    return count == max(known for known in tally.counts if known is not None)


def scale_name(poll: Poll, tally: Tally) -> str:
    """Return what a bar is drawn against: « Sur 22 », with the round's name when there are several."""
    against = f"sur{NBSP}{thousands(base(tally))}"
    return f"{tally.title}, {against}" if len(poll.tallies) > 1 and tally.title else capitalised(against)


def scale_words(tally: Tally) -> str:
    """Return what stands under the bars: whether every position was counted."""
    return "Comptage complet" if is_complete(tally) else "Comptage incomplet"


def room_words(poll: Poll) -> str:
    """Return « 24 personnes dans la salle », round by round when that changed; empty when nobody knows."""
    known = [(tally.title, tally.room) for tally in poll.tallies if tally.room is not None]
    people = {room for _, room in known}
    if len(people) == 1:
        return f"{plural(people.pop(), 'personne')} dans la salle."
    return " ".join(f"{plural(room, 'personne')} dans la salle ({title})." for title, room in known)


# --- What A can bring to B -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a matrix read aloud: its sentence as a title, and what it holds."""

    title: str
    slot: Slot


@dataclass(frozen=True, slots=True)
class Facing:
    """Two cells of a matrix that answer each other (A to B, B to A); one cell alone when there is nothing across."""

    title: str
    cells: tuple[Cell, ...]


def facings(table: Table) -> list[Facing]:
    """Return the asked cells of a matrix, each beside the one that answers it, in the order of the rows."""
    columns = {column.title: place for place, column in enumerate(table.columns)}
    rows = {line.title: place for place, line in enumerate(table.lines)}
    done: set[tuple[int, int]] = set()
    result: list[Facing] = []
    for at, line in enumerate(table.lines):
        for across, slot in enumerate(line.slots):
            if not slot.asked or (at, across) in done:
                continue
            mirror = (rows.get(table.columns[across].title), columns.get(line.title))
            result.append(_facing(table, (at, across), mirror))
            done.add((at, across))
            if mirror[0] is not None and mirror[1] is not None:
                done.add((mirror[0], mirror[1]))
    return result


def not_put(table: Table) -> tuple[str, ...]:
    """Return the sentences of the meetings that did not take place, so that silence is not taken for an answer."""
    return tuple(
        slot.sentence
        for line in table.lines
        for slot in line.slots
        if not slot.asked and slot.sentence and slot.empty == NOT_PUT
    )


def _facing(table: Table, there: tuple[int, int], back: tuple[int | None, int | None]) -> Facing:
    first = _cell(table, *there)
    row, column = back
    if row is None or column is None or (row, column) == there or not table.lines[row].slots[column].asked:
        return Facing(first.title, (first,))
    names = f"{table.lines[there[0]].label} et {table.lines[row].label}"
    return Facing(f"{names}{NBSP}: apports réciproques", (first, _cell(table, row, column)))


def _cell(table: Table, row: int, column: int) -> Cell:
    line: Line = table.lines[row]
    slot = line.slots[column]
    return Cell(slot.sentence or f"{line.title} → {table.columns[column].title}", slot)
