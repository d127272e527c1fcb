"""Several days and their rooms → one Synthesis that lays their answers side by side: what is common, local, new or gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from facilitation.reporting.annex import annex
from facilitation.reporting.photos import OnDisk, photos
from facilitation.reporting.records import records_of
from facilitation.reporting.sequences import answers
from facilitation.reporting.telling import Telling, ideas_said
from facilitation.reporting.together import figures, ideas, marked
from facilitation.reporting.together.laying import Laid, Told, head_of, laid, only
from facilitation.reporting.together.pairing import Pair, Played, alone, paired_sequences, paired_sheets, played
from facilitation.reporting.together.statements import argues, statements
from facilitation.sheet import Cell
from facilitation.synthesis import Block, Bullets, Facts, Item, Note, Record, Section, Synthesis, Table
from facilitation.typography import NBSP, capitalised, enumeration, folded, french, in_words, long_date, plural, quoted

__all__ = ["Laid", "laid", "nothing_common", "records_together", "synthesis_together"]

LONGEST_TITLE = 68  # letters: beyond, each title goes without what follows its colon


def synthesis_together(side: Laid, key: str, files: Sequence[Mapping[str, OnDisk]] = ()) -> Synthesis:
    """Return the document of several days: the exercises that they share, side by side, then what each alone has, then annexes.

    ``files`` are the photos that are in each day's folder, by name, in the order of ``side.days``. Every answer is told as
    often as in the document of its own day.
    """
    days = [told.day for told in side.days]
    groups = paired_sequences(side)
    sections = [_opening(side)]
    sections += [_sequence(group, side) for group in groups]
    sections += _others(side, groups)
    shown = files or [{} for _ in days]
    for told, own in zip(side.days, shown, strict=True):
        sections += _annexes(told, own)
    places = list(dict.fromkeys(day.place for day in days))
    return Synthesis(
        key=key,
        title=_title([day.title for day in days]),
        kind=f"Synthèse de {in_words(len(days))} journées",
        date=max(day.date for day in days),
        sections=tuple(sections),
        overtitle=days[0].overtitle if len({day.overtitle for day in days}) == 1 else "",
        subtitle=f"{capitalised(side.names)}, côte à côte",
        place=places[0] if len(places) == 1 else "",
        organisation=enumeration(list(dict.fromkeys(day.organisation for day in days if day.organisation))),
        ideas=sum(ideas_said(told.day, told.room) for told in side.days),
        dates=enumeration([long_date(day.date) for day in days]),
    )


def records_together(side: Laid) -> Iterator[Record]:
    """Yield the answers of all the days as lines, the day before the sequence: « 2021, silhouettes »."""
    for told in side.days:
        for record in records_of(told.day, told.room):
            yield record._replace(sequence=f"{told.label}, {record.sequence}")


def nothing_common(side: Laid) -> str:
    """Return why these days cannot be laid side by side, '' when they can."""
    if paired_sequences(side):
        return ""
    known = (f"{told.label} : {enumeration(_tools(told)) or 'aucune réponse'}" for told in side.days)
    return french(f"Aucun exercice commun à ces journées n’a de réponse dans deux d’entre elles. {' ; '.join(known)}.")


def _tools(told: Told) -> list[str]:
    return list(dict.fromkeys(quoted(one.telling.exercise.title) for one in played(told)))


def _title(titles: Sequence[str]) -> str:
    """Return « Les rencontres du Rhône et Les rencontres de l’Ain »; a title that all bear stands once."""
    different = list(dict.fromkeys(titles))
    whole = enumeration(different)
    if len(whole) <= LONGEST_TITLE or len(different) == 1:
        return whole
    return enumeration(list(dict.fromkeys(map(head_of, different))))


# --- The days ----------------------------------------------------------------------------------------------------------------


def _opening(side: Laid) -> Section:
    days = Bullets("Les journées", tuple(Item(_day(told)) for told in side.days))
    reading = Bullets("Pour lire", tuple(map(Item, _reading(side))))
    return Section("Ce qui est mis côte à côte", (days, reading), kind="contexte")


def _day(told: Told) -> str:
    """Return one day in a line: « 2021 : Journée régionale, 16 novembre 2021, Aix, 41 personnes, 158 idées notées »."""
    day, said = told.day, ideas_said(told.day, told.room)
    people = plural(day.expected, "personne") if day.expected else ""
    noted = plural(said, "idée notée", "idées notées") if said else ""
    about = day.title if folded(day.title) != folded(told.label) else ""
    words = filter(None, (about, long_date(day.date), day.place, people, noted))
    return f"{told.label}{NBSP}: {', '.join(words)}"


def _reading(side: Laid) -> Iterator[str]:
    yield french(
        "Deux idées sont communes quand seule leur écriture change (casse, accents, pluriel, ordre des mots), ou quand une"
        " personne les a réunies dans l’une des journées. Des idées proches restent donc séparées."
    )
    if side.over_time:
        yield french(
            "« N’est plus dit » et « Nouveau » comparent ce qui a été noté : ni les personnes ni les groupes ne sont les mêmes."
        )
    yield french("Un pourcentage ne se lit qu’avec son effectif et sa base ; sous 30 personnes, il n’y a que des effectifs.")


# --- What several days have --------------------------------------------------------------------------------------------------


def _sequence(group: Sequence[Played], side: Laid) -> Section:
    last = group[-1].telling
    titles = dict.fromkeys(one.telling.sequence.title for one in group)
    name = last.sequence.title if len(titles) == 1 else last.exercise.title
    pairs = paired_sheets(group)
    blocks: list[Block] = [_facts(last)]
    if len(group) < len(side.days):
        blocks.append(Note(f"Journées comparées{NBSP}: {enumeration([one.told.label for one in group])}."))
    together = list(dict.fromkeys(words for pair in pairs for words in ideas.renamed(pair)))
    if together:
        blocks.append(Note(f"Lu ensemble{NBSP}: {f'{NBSP}; '.join(together)}."))
    blocks += _compared(pairs, last.exercise.source, side)
    for one in group:
        left = alone(one, pairs)
        if left is not None:
            blocks.append(_tagged(Section(only(one.told.label), tuple(answers(left)), kind="propre"), one.told.label))
    return Section(
        name,
        tuple(blocks),
        kind="sequence",
        key=last.sequence.key,
        figure=last.exercise.sheets[0].figure.value,
        aim=last.exercise.aim,
    )


def _facts(telling: Telling) -> Facts:
    pairs = (("But", telling.exercise.aim), ("Outil", telling.exercise.title))
    return Facts(tuple((name, capitalised(value)) for name, value in pairs if value))


def _compared(pairs: Sequence[Pair], source: str, side: Laid) -> Iterator[Block]:
    """Yield the sheets that several days filled, in the card's order: statements with their arguments first."""
    debated = [pair for pair in pairs if pair.sheet.debated]
    beside = [pair for pair in pairs if not pair.sheet.debated]
    for pair in debated:
        arguments = [other for other in beside if argues(pair, other)]
        beside = [other for other in beside if other not in arguments]
        yield from statements(pair, arguments, over_time=side.over_time)
    for pair in beside:
        match pair.sheet.cell:
            case Cell.COUNT:
                yield from figures.counted(pair)
            case Cell.IDEAS:
                yield from ideas.tables(pair, over_time=side.over_time)
            case Cell.MARK:
                yield from marked.marked(pair)
            case Cell.TEXT:
                yield from marked.written(pair)
            case Cell.PLACE:
                yield marked.mapped(pair)
    counts = [pair for pair in beside if pair.sheet.cell is Cell.COUNT]
    yield from figures.editions(counts, source, over_time=side.over_time)


# --- What one day alone has --------------------------------------------------------------------------------------------------


def _others(side: Laid, groups: Iterable[Sequence[Played]]) -> Iterator[Section]:
    """Yield the sequences that one day alone played, whole, under its name."""
    shared = {(one.told.label, one.telling.sequence.key) for group in groups for one in group}
    for told in side.days:
        for one in played(told):
            if (told.label, one.telling.sequence.key) not in shared:
                yield _own(told, one.telling)


def _own(told: Told, telling: Telling) -> Section:
    exercise = telling.exercise
    section = Section(
        f"{telling.sequence.title} ({only(told.label)})",
        (_facts(telling), *answers(telling)),
        kind="sequence",
        key=telling.sequence.key,
        figure=exercise.sheets[0].figure.value,
        aim=exercise.aim,
    )
    return _tagged(section, told.label)


def _annexes(told: Told, files: Mapping[str, OnDisk]) -> Iterator[Section]:
    """Yield the annexes of a day under its name."""
    for section in (*annex(told.day, told.room), *photos(told.day, told.room, files)):
        yield replace(_tagged(section, told.label), title=f"{section.title}, {told.label}")


def _tagged(section: Section, label: str) -> Section:
    """Return a section of one day whose tables and lists bear its name: no two titles of the document are alike."""
    blocks = chain.from_iterable(_with_day(block, label) for block in section.blocks)
    return replace(section, key=f"{label}-{section.key}", blocks=tuple(blocks))


def _with_day(block: Block, label: str) -> Iterator[Block]:
    match block:
        case Section() if block.kind == "question":  # a statement starts a page where statements are the document
            yield from _tagged(block, label).blocks
        case Section():
            yield _tagged(block, label)
        case Table():
            yield replace(block, key=f"{label}-{block.key}", title=f"{block.title}, {label}")
        case Bullets():
            yield replace(block, title=f"{block.title}, {label}")
        case _:
            yield block
