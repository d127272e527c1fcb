"""What the room said, told back to it: a message a slide, nothing lost, who said what in the notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from facilitation.synthesis import (
    Block,
    Bullets,
    Facts,
    Insight,
    Note,
    Paragraph,
    Picture,
    Poll,
    Section,
    Shared,
    Steps,
    Synthesis,
    Table,
)
from facilitation.typography import NBSP, plural, quoted
from facilitation.writers import wording
from facilitation.writers.deck import first, ideas, titles
from facilitation.writers.deck.commons import commons
from facilitation.writers.deck.lists import listed
from facilitation.writers.deck.maps import word_map
from facilitation.writers.deck.marks import marks
from facilitation.writers.deck.meetings import meetings
from facilitation.writers.deck.notes import script
from facilitation.writers.deck.polls import Debate, answered, insights
from facilitation.writers.deck.programme import programme
from facilitation.writers.deck.recap import recap
from facilitation.writers.deck.sections import opening, walk
from facilitation.writers.deck.zones import arguments, compared, grid
from facilitation.writers.slides import End, Slide

_KINDS = {"positions": "argument noté", "matrice": "apport noté", "marques": "marque posée", "carte": "mot placé"}


def restitution(synthesis: Synthesis) -> list[Slide]:
    """Return the slides that tell a synthesis to the room; their titles all differ."""
    return titles.distinct(_slides(synthesis))


def _slides(synthesis: Synthesis) -> Iterator[Slide]:
    yield first.cover(synthesis)
    for section in synthesis.sections:
        match section.kind:
            case "contexte":
                yield from _context(section)
            case "deroule":
                for block in section.blocks:
                    yield from programme(block) if isinstance(block, Table) else ()
            case "theme":
                yield from ideas.theme(section)
            case "composition":
                yield from first.composition(section)
            case "introduction" | "conclusion":
                yield from _written(section)
            case "annexe":
                pass  # the notes of each slide say who said what
            case _:
                yield from _sequence(section)
    yield _end(synthesis)


def _context(section: Section) -> Iterator[Slide]:
    for block in section.blocks:
        if isinstance(block, Bullets):
            yield from first.aims(block) if block.boxed else first.context(block)


def _written(section: Section) -> Iterator[Slide]:
    """Yield what staff wrote, cut between two paragraphs when it takes several slides."""
    yield from listed(section.title, [block.text for block in section.blocks if isinstance(block, Paragraph)])


def _sequence(section: Section) -> Iterator[Slide]:
    """Yield the opening of a sequence, then all that was answered in it; what staff wrote on it is in the notes.

    A moment without an exercise has nothing but what staff wrote: it is shown.
    """
    if section.blocks and all(isinstance(block, Paragraph) for block in section.blocks):
        yield from _written(section)
        return
    blocks = list(walk(section.blocks))
    polls = [block for block in blocks if isinstance(block, Poll)]
    remarks = [block.text for block in section.blocks if isinstance(block, Note)]
    marks = [wording.duration(section.seconds), *_said(blocks), *(() if polls else remarks)]
    steps = [block for block in blocks if isinstance(block, Steps)]
    told = [block.text for block in blocks if isinstance(block, Paragraph)]
    notes = "\n".join((*told, *(() if not polls else remarks), *(script(block.steps) for block in steps)))
    yield opening(section, marks, notes)
    tool = next((value for block in blocks if isinstance(block, Facts) for name, value in block.pairs if name == "Outil"), "")
    debate = Debate(titles.named(section.title, tool), " ".join(remarks), {poll.number: poll for poll in polls})
    yield from _told(section.blocks, debate)
    if polls:
        yield from recap(polls, debate)


def _said(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield how much was said in a sequence, kind by kind: « 4 affirmations », « 26 apports notés »."""
    counts: Counter[str] = Counter()
    for block in blocks:
        match block:
            case Poll():
                counts["affirmation"] += 1
            case Table() if block.figure == "fiche":
                counts["question"] += len(block.lines)
            case Table() if block.figure in {"marques", "carte"}:
                counts[_KINDS[block.figure]] += sum(len(slot.voices) for line in block.lines for slot in line.slots)
            case Table() if block.figure != "annexe":
                counts[_KINDS.get(block.figure, "idée notée")] += block.ideas
            case Bullets():
                counts["idée notée"] += sum(bool(item.said) for item in block.items)
            case _:
                pass
    for kind, count in counts.items():
        if count:
            yield plural(count, kind, kind.replace(" ", "s ") + "s")


def _told(blocks: Sequence[Block], debate: Debate, place: str = "") -> Iterator[Slide]:
    repere = titles.head(debate.name, place)
    for block in blocks:
        match block:
            case Section():
                yield from _told(block.blocks, debate, block.title)
            case Poll():
                yield from answered(block, debate)
            case Insight():
                yield from insights(block, debate)
            case Table():
                yield from _table(block, place, repere)
            case Bullets():
                yield from ideas.bullets(block, repere=repere)
            case Facts() | Steps() | Note() | Paragraph() | Shared() | Picture():
                pass  # told by the opening and the notes, or all together below
            case _:
                assert_never(block)
    together = [block for block in blocks if isinstance(block, Shared)]
    yield from commons(together, repere=titles.head(debate.name, "Ce qui est commun"))


def _table(table: Table, place: str, repere: str) -> Iterator[Slide]:
    match table.figure:
        case "silhouette":
            yield from ideas.silhouette(table, repere=repere)
        case "matrice":
            yield from meetings(table, repere=repere)
        case "positions":
            yield from arguments(table, place, repere=titles.head(repere, "Arguments"))
        case "fiche":
            yield from ideas.cards(table, repere=repere)
        case "marques":
            yield from marks(table, repere=repere)
        case "carte":
            yield from word_map(table, repere=repere)
        case "formulaire":
            yield from ideas.forms(table, repere=repere)
        case "annexe":
            pass
        case "deroule":
            yield from programme(table)
        case _ if wording.is_numbers(table) and any(slot.text for line in table.lines for slot in line.slots):
            yield from grid(table, repere=repere)
        case _:
            yield from compared(table, repere=repere)


def _end(synthesis: Synthesis) -> End:
    """Return the last slide: where to find all that was said."""
    items = []
    if synthesis.ideas:
        kept = "l’idée gardée" if synthesis.ideas == 1 else f"les {titles.things(synthesis.ideas, 'idée')}"
        items.append(f"La synthèse reprend {kept}, lettre pour lettre.")
    else:
        items.append("La synthèse écrite reprend le tout.")
    annexes = [section for section in synthesis.sections if section.kind == "annexe"]
    if any(isinstance(block, Table) for section in annexes for block in section.blocks):
        name = annexes[0].title.split(f"{NBSP}:")[0]
        items.append(f"Sa partie {quoted(name)} dit quel groupe a dit quoi.")
    items.append("Excel et CSV donnent une réponse par ligne.")
    return End(title="Merci. Et maintenant\u00a0?", items=tuple(items))
