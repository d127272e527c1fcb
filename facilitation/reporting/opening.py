"""What a document says before the sequences: context, running order, groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitation.day import OTHERS, Day, Group
from facilitation.reporting.telling import duration
from facilitation.synthesis import Block, Bullets, Heading, Item, Line, Section, Slot, Table
from facilitation.typography import hour_words, in_words, plural


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
        hour = Slot(text=hour_words(sequence.start) if sequence.start else "selon l’avancée")
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
    kinds = [(actor.key, Heading(actor.name, actor.short)) for actor in day.actors] + [(OTHERS, Heading("Autres"))]
    present = [(key, heading) for key, heading in kinds if any(group.composition.get(key) for group in groups)]
    lines = [_people(group.name, [group], present) for group in groups]
    if len(groups) > 1:
        lines.append(replace(_people("Ensemble", groups, present), total=True))
    return Table(
        "composition",
        "Composition des groupes",
        (*(heading for _, heading in present), Heading("Ensemble")),
        tuple(lines),
        rows_title="Groupe",
        figure="nombres",
        message=_composition_message([group.people for group in groups]),
    )


def _people(title: str, groups: list[Group], kinds: list[tuple[str, Heading]]) -> Line:
    counts = [sum(group.composition.get(key, 0) for group in groups) for key, _ in kinds]
    return Line(title, tuple(Slot(text=str(count)) for count in (*counts, sum(group.people for group in groups))))


def _composition_message(sizes: list[int]) -> str:
    """Return « 41 personnes en trois groupes de 9 à 19 »."""
    people = plural(sum(sizes), "personne")
    if len(sizes) == 1:
        return people
    span = f"{min(sizes)} à {max(sizes)}" if min(sizes) != max(sizes) else str(sizes[0])
    return f"{people} en {in_words(len(sizes))} groupes de {span}"
