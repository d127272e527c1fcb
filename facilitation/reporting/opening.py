"""What a document says before the sequences: context, running order, groups."""

from __future__ import annotations

from collections.abc import Iterator

from facilitation.day import Day, Group
from facilitation.reporting.telling import duration
from facilitation.synthesis import Block, Bullets, Heading, Item, Line, Section, Slot, Table
from facilitation.typography import in_words, plural


def opening(day: Day) -> Iterator[Section]:
    """Yield the sections that come first, those the day has something for."""
    context: list[Block] = []
    if day.objectives:
        context.append(Bullets("Objectifs", tuple(map(Item, day.objectives)), boxed=True))
    if day.context:
        context.append(Bullets("Contexte", tuple(map(Item, day.context))))
    if context:
        yield Section("Rappel du contexte et des objectifs", tuple(context), kind="contexte")
    if len(day.sequences) > 1:
        yield Section("Déroulé de la journée", (_programme(day),), kind="deroule")
    if day.groups:
        yield Section("Composition des groupes", tuple(_composition(day)), kind="composition")


def _programme(day: Day) -> Table:
    """Return the running order; hours are there only when the day gives them."""
    timed = any(sequence.start for sequence in day.sequences)
    columns = (Heading("Heure"), Heading("Durée")) if timed else (Heading("Durée"),)
    lines = []
    for sequence in day.sequences:
        hour = Slot(text=f"{sequence.start:%H:%M}" if sequence.start else "selon l’avancée")
        lasting = Slot(text=duration(sequence.seconds) if sequence.seconds else "non précisée")
        lines.append(Line(sequence.title, (hour, lasting) if timed else (lasting,)))
    return Table("deroule", "Déroulé de la journée", columns, tuple(lines), rows_title="Séquence", figure="deroule")


def _composition(day: Day) -> Iterator[Block]:
    counted = [group for group in day.groups if group.composition]
    if counted:
        yield _composition_table(day, counted)
    for group in day.groups:
        if group.detail:
            yield Bullets(f"Composition du groupe : {group.name}".replace(" :", "\u00a0:"), tuple(map(Item, group.detail)))


def _composition_table(day: Day, groups: list[Group]) -> Table:
    kinds = [actor for actor in day.actors if any(actor.key in group.composition for group in groups)]
    others = [key for group in groups for key in group.composition if key not in {actor.key for actor in kinds}]
    lines = [
        Line(group.name, _numbers([*(group.composition.get(actor.key, 0) for actor in kinds), group.people]))
        for group in groups
    ]
    sums = [sum(group.composition.get(actor.key, 0) for group in groups) for actor in kinds]
    people = sum(group.people for group in groups)
    if len(groups) > 1:
        lines.append(Line("Ensemble", _numbers([*sums, people]), total=True))
    assert not others, "the library refuses a composition with an unknown actor"
    sizes = sorted(group.people for group in groups)
    message = plural(people, "personne")
    if len(groups) > 1:
        message += (
            f" en {in_words(len(groups))} groupes de {sizes[0]} à {sizes[-1]}"
            if sizes[0] != sizes[-1]
            else (f" en {in_words(len(groups))} groupes de {sizes[0]}")
        )
    columns = (*(Heading(actor.name, actor.short) for actor in kinds), Heading("Ensemble"))
    return Table(
        "composition", "Composition des groupes", columns, tuple(lines), rows_title="Groupe", figure="nombres", message=message
    )


def _numbers(counts: list[int]) -> tuple[Slot, ...]:
    return tuple(Slot(text=str(count)) for count in counts)
