"""What is projected during the day: what people do, one statement at a time, what the expert adds after it."""

from __future__ import annotations

import re
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
    Share,
    Shared,
    Step,
    Steps,
    Synthesis,
    Table,
)
from facilitation.typography import NBSP, capitalised, folded
from facilitation.writers import wording
from facilitation.writers.deck import asked as given
from facilitation.writers.deck import first, titles
from facilitation.writers.deck.ideas import callout_title, zones_of
from facilitation.writers.deck.lists import listed
from facilitation.writers.deck.meetings import asked
from facilitation.writers.deck.notes import script
from facilitation.writers.deck.pages import pages
from facilitation.writers.deck.polls import Debate, insights, stands
from facilitation.writers.deck.programme import programme
from facilitation.writers.deck.sections import opening, walk
from facilitation.writers.placing.holders import PLANS
from facilitation.writers.slides import BigWord, Callout, Instructions, Portrait, Slide, Stand, Statement

_STEP_SIZE = 20.0
_MOST_STEPS = 5
_STATEMENT = (864.0, 24.0, 10)  # width, smallest size, lines
_SENTENCES = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-ÖØ-Þ«])")
_BRIEFING, _INSIGHT = "consigne", "eclairage"  # what cards call these steps


def support(synthesis: Synthesis) -> list[Slide]:
    """Return the slides that are projected before anybody answers; their titles all differ."""
    return titles.distinct(_slides(synthesis))


def _slides(synthesis: Synthesis) -> Iterator[Slide]:
    yield first.cover(synthesis)
    for section in synthesis.sections:
        match section.kind:
            case "contexte":
                yield from _aims(section)
            case "deroule":
                for block in section.blocks:
                    yield from programme(block) if isinstance(block, Table) else ()
            case "composition" | "annexe":
                pass  # who came is told after the day
            case _:
                yield from _sequence(section)


def _aims(section: Section) -> Iterator[Slide]:
    """Yield the aims; why the day is held is in their notes."""
    lists = [block for block in section.blocks if isinstance(block, Bullets)]
    notes = "\n".join(item.text for block in lists if not block.boxed for item in block.items)
    for block in lists:
        if block.boxed:
            yield from first.aims(block, notes)


def _sequence(section: Section) -> Iterator[Slide]:
    blocks = list(walk(section.blocks))
    facts = dict(pair for block in blocks if isinstance(block, Facts) for pair in block.pairs)
    steps = next((block for block in blocks if isinstance(block, Steps)), Steps("", ()))
    polls = {block.number: block for block in blocks if isinstance(block, Poll)}
    marks = [wording.duration(section.seconds), *map(capitalised, facts.get("Matériel", "").split(f"{NBSP}; "))]
    yield opening(section, marks, script(steps.steps))
    name = titles.named(section.title, facts.get("Outil", ""))
    debate = Debate(name, polls=polls)
    yield from _instructions(steps, name, debate)
    if steps.signal:
        yield BigWord(title=steps.signal, kicker=titles.shortened(name, 864, 24), notes=script(_played(steps)))
    yield from _asked(section.blocks, steps, name, debate)


def _asked(blocks: Iterable[Block], steps: Steps, name: str, debate: Debate) -> Iterator[Slide]:
    repere = titles.head(debate.name)
    seen: list[tuple[Share, ...]] = []  # scales already shown
    for block in blocks:
        match block:
            case Section():
                yield from _asked(block.blocks, steps, name, debate)
            case Poll():
                yield _statement(block, steps, debate)
            case Insight():
                said = script([step for step in steps.steps if folded(step.title).startswith(_INSIGHT)])
                yield from insights(block, debate, projected=True, notes=said)
            case Table() if block.figure == "matrice":
                yield from asked(block, repere=repere, name=name)
            case Table() if block.figure == "marques":
                if block.scale not in seen:
                    yield from given.scale(block.scale, name, repere=repere)
                    yield from _hints(block, name, debate)
                    seen.append(block.scale)
                yield from given.rows(block, repere=repere)
            case Table() if block.figure == "carte":
                yield from given.word_map(block, repere=repere)
            case Table() if block.figure == "formulaire":
                yield from given.form(block, repere=repere)
            case Table():
                yield from _hints(block, name, debate)
            case Bullets() | Shared() | Facts() | Steps() | Note() | Paragraph() | Picture():
                pass  # told by the instructions
            case _:
                assert_never(block)


# --- Instructions ----------------------------------------------------------------------------------------------------------


def _instructions(steps: Steps, name: str, debate: Debate) -> Iterator[Slide]:
    """Yield what people do: the briefing and the gestures they answer with, or, without a briefing, the steps."""
    told = _briefing(steps)
    repere = titles.head(debate.name, "Consignes")
    notes = script(steps.steps)
    drawn = stands(steps.positions, captions=True)
    if drawn and steps.steps:
        yield from _gestures(told or [wording.ended(step.title) for step in steps.steps], drawn, name, repere, notes)
    elif told:
        yield from listed(f"{name}{NBSP}: la consigne", told, repere=repere, ordered=len(told) > 1, notes=notes)
    elif steps.steps:
        title = f"{name}{NBSP}: {titles.things(len(steps.steps), 'étape')}"
        leads = [f"{_timed(step)}." for step in steps.steps]
        yield from listed(title, [step.say for step in steps.steps], leads=leads, repere=repere, ordered=True, notes=notes)
    if steps.positions and not drawn:
        ways = [wording.position_words(position) for position in steps.positions]
        yield from listed(f"{name}{NBSP}: {titles.things(len(ways), 'position')}", ways, repere=repere)


def _gestures(told: Sequence[str], drawn: tuple[Stand, ...], name: str, repere: str, notes: str) -> Iterator[Instructions]:
    """Yield the steps beside the gestures: « Débat mouvant : trois étapes, trois gestes »."""
    title = f"{name}{NBSP}: {titles.things(len(told), 'étape')}, {titles.things(len(drawn), 'geste', feminine=False)}"
    holder = PLANS["Consignes"]["Étapes"]
    cut = pages(told, holder.box, holder.face.at(_STEP_SIZE), most=_MOST_STEPS)
    for at, page in enumerate(cut, start=1):
        yield Instructions(title=titles.numbered(title, at, len(cut)), repere=repere, steps=page, stands=drawn, notes=notes)


def _briefing(steps: Steps) -> list[str]:
    """Return the sentences of the briefing; none when the card has no such step."""
    told = next((step.say for step in steps.steps if folded(step.title).startswith(_BRIEFING) and step.say), "")
    return _SENTENCES.split(told) if told else []


def _timed(step: Step) -> str:
    return f"{step.title} ({wording.duration(step.seconds)})" if step.seconds else step.title


def _played(steps: Steps) -> list[Step]:
    """Return the steps that are played for each statement: neither the briefing nor the insight."""
    return [step for step in steps.steps if not folded(step.title).startswith((_BRIEFING, _INSIGHT))]


def _statement(poll: Poll, steps: Steps, debate: Debate) -> Statement:
    width, size, lines = _STATEMENT
    title = titles.shortened(poll.statement, width, size, lines)
    whole = poll.statement if title != poll.statement else ""
    return Statement(
        title=title,
        kicker=wording.question(poll),
        repere=titles.head(debate.name),
        stands=stands(poll.positions),
        notes="\n".join(filter(None, (whole, script(_played(steps))))),
    )


# --- What each part of a sheet asks ----------------------------------------------------------------------------------------


def _hints(table: Table, name: str, debate: Debate) -> Iterator[Slide]:
    """Yield what goes in each part of the body, or in each column when the card says it."""
    repere = titles.head(debate.name)
    drawn = zones_of(table) if table.figure == "silhouette" else {}
    if drawn:
        title = f"{name}{NBSP}: {titles.things(len(drawn), 'partie')} du corps"
        yield Portrait(
            title=titles.numbered(title),
            repere=repere,
            callouts=tuple(Callout(zone, callout_title(table.columns[at]), (), _hint(table, at)) for zone, at in drawn.items()),
            message=wording.ended(title),
            notes="\n".join(f"{column.title}{NBSP}: {wording.ended(column.hint)}" for column in table.columns if column.hint),
        )
    elif len(table.columns) > 1 and any(column.hint for column in table.columns):
        asked_for = [f"{column.title}{NBSP}: {wording.ended(column.hint)}" for column in table.columns if column.hint]
        yield from listed(f"{name}{NBSP}: {titles.things(len(asked_for), 'rubrique')}", asked_for, repere=repere)


def _hint(table: Table, at: int) -> str:
    column = table.columns[at]
    return wording.sentence(column.hint) if column.hint else capitalised(column.zone)
