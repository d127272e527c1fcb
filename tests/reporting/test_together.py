"""Several days side by side: what is common, what is local, what is new or gone, and nothing lost nor doubled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.day import Actor, Day, Sequence
from facilitation.events import AnswerGiven, IdeaSetAside, IdeasKeptApart, IdeasMerged, RowAdded, VerdictWorded
from facilitation.reporting import synthesis_of
from facilitation.reporting.together import laid, nothing_common, records_together, synthesis_together
from facilitation.reporting.together.figures import Part, told_parts
from facilitation.reporting.together.pairing import aligned
from facilitation.room import Room
from facilitation.sheet import Address, Cell, Column, Row
from facilitation.synthesis import Block, Bullets, Insight, Item, Note, Poll, Section, Shared, Synthesis, Table
from facilitation.typography import NBSP
from tests.rooms import Scribe
from tests.workshop.days import STATEMENTS, small_day

HEAD = Address("silhouettes", "portraits", 1, "g13", "asv", "tete")


def day(year: int = 2021, place: str = "Arles") -> Day:
    return replace(small_day(), date=date(year, 11, 16), place=place)


def scribe(year: int = 2021) -> Scribe:
    return Scribe(station=f"poste-{year}")


def ideas(year: int, *texts: str, at: Address = HEAD) -> Room:
    writer = scribe(year)
    for text in texts:
        writer.did(AnswerGiven(at, text))
    return writer.room()


def told(*days: tuple[Day, Room]) -> Synthesis:
    return synthesis_together(laid(days), "ensemble")


def blocks_of(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from blocks_of(block.blocks)


def tables_of(document: Synthesis) -> dict[str, Table]:
    every = (block for section in document.sections for block in blocks_of((section,)))
    return {block.title.replace(NBSP, " "): block for block in every if isinstance(block, Table)}


def lists_of(document: Synthesis) -> dict[str, list[str]]:
    every = (block for section in document.sections for block in blocks_of((section,)))
    return {
        block.title.replace(NBSP, " "): [item.text.replace(NBSP, " ") for item in block.items]
        for block in every
        if isinstance(block, Bullets)
    }


def row(table: Table, title: str) -> list[list[str]]:
    line = next(line for line in table.lines if line.title == title)
    return [[item.text for item in slot.items] or [slot.text or slot.empty] for slot in line.slots]


# --- Their names -------------------------------------------------------------------------------------------------------------


def test_years_of_one_place_are_told_from_the_oldest_by_their_year() -> None:
    side = laid([(day(2022), Room()), (day(2021), Room())])
    assert (side.labels, side.over_time) == (["2021", "2022"], True)


def test_days_of_different_places_keep_their_order_and_are_named_by_place() -> None:
    side = laid([(day(2022, "Lyon"), Room()), (day(2021, "Arles"), Room())])
    assert (side.labels, side.over_time) == (["Lyon", "Arles"], False)


def test_a_long_place_is_named_by_its_beginning() -> None:
    side = laid([(day(place="Lycée agricole de Pixérécourt, salle 12"), Room()), (day(place="Arles"), Room())])
    assert side.labels == ["Lycée agricole de Pixérécourt", "Arles"]


def test_two_days_of_one_place_and_one_year_are_named_by_their_title_else_by_their_date() -> None:
    other = replace(day(), title="Un forum : deuxième édition")
    assert laid([(day(), Room()), (other, Room())]).labels == ["Une journée d’essai", "Un forum"]
    later = replace(day(), date=date(2021, 12, 1))
    assert laid([(day(), Room()), (later, Room())]).labels == ["16 novembre 2021", "1er décembre 2021"]


def test_days_that_nothing_tells_apart_are_numbered() -> None:
    assert laid([(day(), Room()), (day(), Room())]).labels == [f"Journée n°{NBSP}1", f"Journée n°{NBSP}2"]


def test_the_document_bears_every_title_date_and_place() -> None:
    other = replace(day(2022, "Lyon"), title="Un forum")
    document = told((day(), ideas(2021, "Écouter")), (other, ideas(2022, "Écouter")))
    assert document.title == "Une journée d’essai et Un forum"
    assert document.when == "16 novembre 2021 et 16 novembre 2022"
    assert (document.subtitle, document.place) == ("Arles et Lyon, côte à côte", "")
    assert document.kind == "Synthèse de deux journées"
    assert document.ideas == 2


# --- Ideas -------------------------------------------------------------------------------------------------------------------


def test_over_time_an_idea_is_common_new_or_gone() -> None:
    document = told((day(2022), ideas(2022, "écouter", "Former")), (day(2021), ideas(2021, "Écouter", "Un annuaire")))
    table = tables_of(document)["Silhouettes : ASV/CLSM/CLS"]
    assert [column.title for column in table.columns] == [
        "Dit en 2021 et en 2022",
        "N’est plus dit en 2022",
        "Nouveau en 2022",
    ]
    assert row(table, "Expertise/savoir-faire") == [["Écouter"], ["Un annuaire"], ["Former"]]


def test_between_places_an_idea_is_common_or_local() -> None:
    document = told((day(), ideas(2021, "Écouter", "Un annuaire")), (day(place="Lyon"), ideas(2022, "Écouter")))
    table = tables_of(document)["Silhouettes : ASV/CLSM/CLS"]
    assert [column.title for column in table.columns] == ["Dit dans les deux", "Arles seulement", "Lyon seulement"]
    assert row(table, "Expertise/savoir-faire") == [["Écouter"], ["Un annuaire"], ["Rien d’autre"]]
    assert row(table, "Valeurs") == [["Rien en commun"], ["Aucune idée notée"], ["Aucune idée notée"]]


def test_of_three_days_each_idea_names_those_that_said_it() -> None:
    document = told(
        (day(), ideas(2021, "Écouter", "Former")),
        (day(place="Lyon"), ideas(2022, "Écouter", "Former", "former")),
        (day(place="Nice"), ideas(2023, "Écouter", "Un annuaire")),
    )
    table = tables_of(document)["Silhouettes : ASV/CLSM/CLS"]
    assert [column.title for column in table.columns] == ["Dit partout", "Dit à plusieurs endroits", "Dit à un seul endroit"]
    assert row(table, "Expertise/savoir-faire") == [
        ["Écouter"],
        [f"Former (Arles{NBSP}; Lyon, dit 2{NBSP}fois)"],
        ["Un annuaire (Nice)"],
    ]


def test_what_a_person_merged_in_one_day_is_one_idea_beside_the_other() -> None:
    writer = scribe()
    one, other = (writer.did(AnswerGiven(HEAD, text))[0].key for text in ("Le réseau", "Le carnet d’adresses"))
    writer.did(IdeasMerged((one, other), "Le réseau"))
    document = told((day(), writer.room()), (day(2022), ideas(2022, "Carnet d’adresses")))
    table = tables_of(document)["Silhouettes : ASV/CLSM/CLS"]
    assert row(table, "Expertise/savoir-faire")[0] == [f"Le réseau (2021{NBSP}: dit 2{NBSP}fois)"]


def test_what_a_person_kept_apart_in_one_day_stays_apart() -> None:
    writer = scribe()
    one, other = (writer.did(AnswerGiven(HEAD, text))[0].key for text in ("Écouter", "écouter"))
    writer.did(IdeasKeptApart((one,), (other,)))
    document = told((day(), writer.room()), (day(2022), ideas(2022, "ÉCOUTER")))
    assert row(tables_of(document)["Silhouettes : ASV/CLSM/CLS"], "Expertise/savoir-faire")[:2] == [["Écouter"], ["écouter"]]


def test_an_idea_set_aside_stands_in_the_annex_alone() -> None:
    writer = scribe()
    key = writer.did(AnswerGiven(HEAD, "Le café était froid"))[0].key
    writer.did(AnswerGiven(HEAD, "Écouter"), IdeaSetAside(key, "hors sujet"))
    document = told((day(), writer.room()), (day(2022), ideas(2022, "Le café était froid", "Écouter")))
    table = tables_of(document)["Silhouettes : ASV/CLSM/CLS"]
    assert row(table, "Expertise/savoir-faire") == [["Écouter"], ["Rien d’autre"], ["Le café était froid"]]
    assert row(tables_of(document)["Idées mises de côté, 2021"], "Hors sujet") == [["Le café était froid"]]


def test_an_acronym_that_two_days_spell_otherwise_merges_nothing() -> None:
    spelled = replace(day(), acronyms={"GT": "groupe de travail"})
    other = replace(day(2022), acronyms={"GT": "gestion territoriale"})
    document = told((spelled, ideas(2021, "Le GT")), (other, ideas(2022, "Le groupe de travail")))
    table = tables_of(document)["Silhouettes : ASV/CLSM/CLS"]
    assert row(table, "Expertise/savoir-faire")[0] == ["Rien en commun"]


def test_who_speaks_bears_the_name_of_the_day() -> None:
    document = told((day(), ideas(2021, "Écouter")), (day(2022), ideas(2022, "Écouter", at=HEAD._replace(group=""))))
    line = tables_of(document)["Silhouettes : ASV/CLSM/CLS"].lines[0]
    assert [said.group for said in line.slots[0].items[0].said] == ["Acteurs du 13 (2021)", "2022"]


# --- What is paired ----------------------------------------------------------------------------------------------------------


def test_a_row_whose_key_changed_is_paired_by_its_words() -> None:
    renamed = HEAD._replace(row="coordination")
    actors = (Actor("coordination", "asv/clsm/cls"), Actor("cpts", "CPTS"))
    other = replace(day(2022), actors=actors, sequences=tuple(map(_with_coordination, day().sequences)))
    document = told((day(), ideas(2021, "Écouter")), (other, ideas(2022, "Écouter", at=renamed)))
    assert "Silhouettes : asv/clsm/cls" in tables_of(document)


def _with_coordination(sequence: Sequence) -> Sequence:
    if sequence.exercise is None or sequence.key != "silhouettes":
        return sequence
    (sheet,) = sequence.exercise.sheets
    rows = (Row("coordination", "asv/clsm/cls"), *sheet.rows[1:])
    return replace(sequence, exercise=replace(sequence.exercise, sheets=(replace(sheet, rows=rows),)))


def test_a_row_that_two_days_call_otherwise_is_read_together_and_said_so() -> None:
    actors = (Actor("asv", "Coordinations locales"), Actor("cpts", "CPTS"))
    sequences = tuple(_renamed(sequence) for sequence in day().sequences)
    other = replace(day(2022), actors=actors, sequences=sequences)
    document = told((day(), ideas(2021, "Écouter")), (other, ideas(2022, "Écouter")))
    assert "Silhouettes : Coordinations locales" in tables_of(document)
    notes = [block.text for section in document.sections for block in section.blocks if isinstance(block, Note)]
    assert [words.replace(NBSP, " ") for words in notes] == [
        "Lu ensemble : « ASV/CLSM/CLS » (2021) et « Coordinations locales » (2022)."
    ]


def _renamed(sequence: Sequence) -> Sequence:
    if sequence.exercise is None or sequence.key != "silhouettes":
        return sequence
    (sheet,) = sequence.exercise.sheets
    rows = (Row("asv", "Coordinations locales"), *sheet.rows[1:])
    return replace(sequence, exercise=replace(sequence.exercise, sheets=(replace(sheet, rows=rows),)))


def test_a_row_of_one_day_alone_is_told_in_its_own_part() -> None:
    other = replace(day(2022), sequences=tuple(map(_with_patients, day().sequences)))
    writer = scribe(2022)
    writer.did(AnswerGiven(HEAD, "Écouter"))
    writer.did(AnswerGiven(HEAD._replace(row="patients"), "Notre expérience"))
    document = told((day(), ideas(2021, "Écouter")), (other, writer.room()))
    silhouettes = next(section for section in document.sections if section.key == "silhouettes")
    own = [block for block in silhouettes.blocks if isinstance(block, Section)]
    assert [section.title for section in own] == ["2022 seulement"]
    table = next(block for block in own[0].blocks if isinstance(block, Table))
    assert [line.title for line in table.lines] == ["Patients"]
    assert row(table, "Patients")[0] == ["Notre expérience"]


def _with_patients(sequence: Sequence) -> Sequence:
    if sequence.exercise is None or sequence.key != "silhouettes":
        return sequence
    (sheet,) = sequence.exercise.sheets
    rows = (*sheet.rows, Row("patients", "Patients"))
    return replace(sequence, exercise=replace(sequence.exercise, sheets=(replace(sheet, rows=rows),)))


def test_questions_of_the_room_are_paired_by_their_words() -> None:
    rooms = []
    for year, texts in ((2021, ("Qui paie ?", "Quand ?")), (2022, ("Qui paie ?", "Où ?"))):
        writer = scribe(year)
        for number, text in enumerate(texts):
            key = writer.did(RowAdded("questions", "questions", text))[0].key
            at = Address("questions", "questions", 1, "", key, "reponse")
            writer.did(AnswerGiven(at, f"Réponse {number}"))
        rooms.append((day(year), writer.room()))
    tables = tables_of(told(*rooms))
    assert [line.title for line in tables["Questions et réponses"].lines] == ["Qui paie ?"]
    assert [line.title for line in tables["Questions et réponses, 2021"].lines] == ["Quand ?"]
    assert [line.title for line in tables["Questions et réponses, 2022"].lines] == ["Où ?"]


def test_a_sequence_of_one_day_alone_is_told_under_its_name() -> None:
    writer = scribe(2022)
    writer.did(AnswerGiven(HEAD, "Écouter"), RowAdded("questions", "questions", "Qui paie ?"))
    document = told((day(), ideas(2021, "Écouter")), (day(2022), writer.room()))
    assert "Questions (2022 seulement)" in [section.title for section in document.sections]


def test_days_that_share_no_exercise_say_what_each_played() -> None:
    writer = scribe(2022)
    writer.did(RowAdded("questions", "questions", "Qui paie ?"))
    side = laid([(day(), ideas(2021, "Écouter")), (day(2022), writer.room())])
    assert nothing_common(side).replace(NBSP, " ") == (
        "Aucun exercice commun à ces journées n’a de réponse dans deux d’entre elles."
        " 2021 : « La Silhouette » ; 2022 : « Questions et réponses »."
    )
    assert nothing_common(laid([(day(), ideas(2021, "Écouter")), (day(2022), ideas(2022, "Former"))])) == ""


def test_a_thing_is_in_one_group_and_takes_the_surest_name_first() -> None:
    def names(thing: tuple[str, str]) -> tuple[str, str]:
        return thing

    groups = aligned([[("a", "1"), ("b", "2")], [("b", "1"), ("c", "9")]], names)
    assert groups == [(("a", "1"), None), (("b", "2"), ("b", "1")), (None, ("c", "9"))]


# --- Figures -----------------------------------------------------------------------------------------------------------------


def counted(year: int, against: int, favour: int, *, rounds: tuple[int, ...] = (1,)) -> Scribe:
    writer = scribe(year)
    for number in rounds:
        for column, count in (("contre", against), ("pour", favour)):
            writer.did(AnswerGiven(Address("debat", "positions", number, "", "gratuite", column), count))
    return writer


def test_a_statement_is_told_with_each_count_and_its_base() -> None:
    document = told((day(), counted(2021, 18, 12).room()), (day(2022), counted(2022, 8, 20).room()))
    table = tables_of(document)["« La gratuité suffit »"]
    assert [(line.title, line.slots[0].text) for line in table.lines] == [
        ("2021, avant", f"18{NBSP}pas d’accord, 12{NBSP}d’accord"),
        ("2022, avant", f"8{NBSP}pas d’accord, 20{NBSP}d’accord"),
    ]
    assert lists_of(document)["Réponses des salles, question n° 1/2"] == [
        "2021 : « plutôt pas d’accord », calculée d’après les effectifs.",
        "2022 : « plutôt d’accord », calculée d’après les effectifs.",
        "Du côté de l’accord, avant : de 12 sur 30 en 2021 à 20 sur 28 en 2022.",
    ]


def test_rounds_that_only_one_day_counted_are_not_compared_with_others() -> None:
    both, before = counted(2021, 18, 12, rounds=(1, 2)), counted(2022, 8, 20)
    document = told((day(), both.room()), (day(2022), before.room()))
    assert any("avant : de 12 sur 30" in words for words in lists_of(document)["Réponses des salles, question n° 1/2"])


def test_a_missing_count_is_no_zero_and_nothing_is_compared() -> None:
    writer = scribe()
    writer.did(AnswerGiven(Address("debat", "positions", 1, "", "gratuite", "pour"), 12))
    document = told((day(), writer.room()), (day(2022), counted(2022, 8, 20).room()))
    assert lists_of(document)["Réponses des salles, question n° 1/2"] == [
        "2021 : réponse de la salle non notée.",
        "2022 : « plutôt d’accord », calculée d’après les effectifs.",
    ]


def test_words_of_the_room_stand_side_by_side_where_nobody_counted() -> None:
    rooms = []
    for year, words in ((2021, "contrastée !"), (2022, "plutôt d’accord")):
        writer = scribe(year)
        writer.did(VerdictWorded("debat", "gratuite", words))
        rooms.append((day(year), writer.room()))
    document = told(*rooms)
    assert lists_of(document)["« La gratuité suffit »"] == ["2021 : « contrastée ! ».", "2022 : « plutôt d’accord »."]
    every = [block for section in document.sections for block in blocks_of((section,))]
    assert sum(isinstance(block, Insight) for block in every) == 1
    assert not any(isinstance(block, Poll | Shared) for block in every)


def test_statements_are_paired_by_their_words_whatever_their_keys() -> None:
    swapped = tuple(replace(one, key=two.key) for one, two in zip(STATEMENTS, reversed(STATEMENTS), strict=True))
    sequences = tuple(
        replace(
            sequence,
            exercise=replace(
                sequence.exercise, sheets=tuple(replace(sheet, rows=swapped) for sheet in sequence.exercise.sheets)
            ),
        )
        if sequence.exercise and sequence.key == "debat"
        else sequence
        for sequence in day().sequences
    )
    writer = scribe(2022)
    for column, count in (("contre", 8), ("pour", 20)):
        writer.did(AnswerGiven(Address("debat", "positions", 1, "", "logement", column), count))
    document = told((day(), counted(2021, 18, 12).room()), (replace(day(2022), sequences=sequences), writer.room()))
    assert len(tables_of(document)["« La gratuité suffit »"].lines) == 2


def test_positions_of_another_scale_are_not_compared() -> None:
    columns = (Column("contre", "Contre", weight=-1), Column("pour", "Pour", weight=1))
    sequences = tuple(
        replace(
            sequence,
            exercise=replace(
                sequence.exercise,
                sheets=tuple(
                    replace(sheet, columns=columns) if sheet.cell is Cell.COUNT else sheet for sheet in sequence.exercise.sheets
                ),
            ),
        )
        if sequence.exercise and sequence.key == "debat"
        else sequence
        for sequence in day().sequences
    )
    writer = counted(2022, 8, 20)
    writer.did(AnswerGiven(Address("debat", "arguments", 1, "", "gratuite", "pour"), "Le prix arrête"))
    before = counted(2021, 18, 12)
    before.did(AnswerGiven(Address("debat", "arguments", 1, "", "gratuite", "pour"), "Le prix arrête"))
    document = told((day(), before.room()), (replace(day(2022), sequences=sequences), writer.room()))
    polls = [block for section in document.sections for block in blocks_of((section,)) if isinstance(block, Poll)]
    assert [poll.statement for poll in polls if poll.counted] == ["La gratuité suffit"] * 2


@pytest.mark.parametrize(
    ("parts", "over_time", "words"),
    [
        ((Part("2021", 12, 25), Part("2022", 20, 28)), True, "de 12 sur 25 en 2021 à 20 sur 28 en 2022"),
        (
            (Part("2021", 12, 30), Part("2022", 28, 45)),
            True,
            "de 40 % (12 sur 30) en 2021 à 62 % (28 sur 45) en 2022, soit 22 points de plus",
        ),
        (
            (Part("2021", 30, 40), Part("2022", 30, 40)),
            True,
            "de 75 % (30 sur 40) en 2021 à 75 % (30 sur 40) en 2022, soit la même part",
        ),
        (
            (Part("2021", 12, 25), Part("2022", 2, 9), Part("2023", 3, 9)),
            True,
            "12 sur 25 en 2021, puis 2 sur 9 en 2022, puis 3 sur 9 en 2023",
        ),
        ((Part("Arles", 12, 25), Part("Lyon", 20, 28)), False, "Arles : 12 sur 25 ; Lyon : 20 sur 28"),
        ((Part("Arles", 12, 30), Part("Lyon", 15, 30)), False, "Arles : 12 sur 30, soit 40 % ; Lyon : 15 sur 30, soit 50 %"),
        ((Part("Arles", 12, 30), Part("Lyon", 9, 10)), False, "Arles : 12 sur 30 ; Lyon : 9 sur 10"),
    ],
)
def test_a_percentage_has_its_count_and_base_and_needs_thirty_people_everywhere(
    parts: tuple[Part, ...], words: str, *, over_time: bool
) -> None:
    assert told_parts(parts, over_time=over_time).replace(NBSP, " ") == words


# --- Nothing lost, nothing doubled -------------------------------------------------------------------------------------------

CELLS = [
    HEAD,
    HEAD._replace(column="coeur"),
    HEAD._replace(row="cpts", group="g84"),
    HEAD._replace(group=""),
    Address("debat", "arguments", 1, "", "gratuite", "pour"),
    Address("debat", "arguments", 1, "", "logement", "contre"),
    Address("silhouettes", "portraits", 1, "g13", "disparue", "tete"),
]
WORDS = st.sampled_from(
    [
        "Écouter",
        "écouter",
        "ÉCOUTER.",
        "Former",
        "Formations",
        "Les formations",
        "Un annuaire",
        "Pas de temps",
        "2 jours",
        "3 jours",
    ]
)
SAID = st.lists(st.tuples(st.sampled_from(CELLS), WORDS), min_size=1, max_size=12)


def room_of(year: int, said: list[tuple[Address, str]]) -> Room:
    writer = scribe(year)
    writer.did(AnswerGiven(HEAD, "Écouter"))  # an exercise in common, whatever the rest
    for at, text in said:
        writer.did(AnswerGiven(at, text))
    return writer.room()


def verbatims(document: Synthesis) -> Counter[tuple[bool, str, str]]:
    """Return each answer and its letters as often as the document tells it, its annex apart."""
    found: Counter[tuple[bool, str, str]] = Counter()
    for section in document.sections:
        for item in items_of(section):
            found.update((section.kind == "annexe", voice.answer, voice.wording) for voice in item.said)
    return found


def items_of(section: Section) -> Iterator[Item]:
    for block in blocks_of((section,)):
        if isinstance(block, Table):
            yield from (item for line in block.lines for slot in line.slots for item in slot.items)
        elif isinstance(block, Bullets):
            yield from block.items


def without_commons(document: Synthesis) -> Synthesis:
    """Return the document of one day without the lists that say again what its table said."""
    kept = tuple(
        replace(section, blocks=tuple(block for block in section.blocks if not isinstance(block, Shared)))
        for section in document.sections
    )
    return replace(document, sections=kept)


@given(SAID, SAID, st.booleans())
def test_each_answer_is_told_as_often_as_in_the_document_of_its_own_day(
    before: list[tuple[Address, str]], after: list[tuple[Address, str]], years: bool
) -> None:
    days = [(day(2021), room_of(2021, before)), (day(2022, "Arles" if years else "Lyon"), room_of(2022, after))]
    alone = sum((verbatims(without_commons(synthesis_of(one, room, ""))) for one, room in days), Counter())
    assert verbatims(told(*days)) == alone


@given(SAID, SAID)
def test_swapping_the_days_only_swaps_their_places(before: list[tuple[Address, str]], after: list[tuple[Address, str]]) -> None:
    one, other = (day(), room_of(2021, before)), (day(place="Lyon"), room_of(2022, after))
    here, there = told(one, other), told(other, one)
    assert verbatims(here) == verbatims(there)
    assert parts_of(here, (0, 1, 2)) == parts_of(there, (0, 2, 1))
    years = (day(2022), other[1])
    assert told(one, years) == told(years, one)


def parts_of(document: Synthesis, order: tuple[int, int, int]) -> Counter[tuple[str, str, int, frozenset[str]]]:
    """Return each idea as the set of answers behind it, with the row and the column where it stands."""
    found: Counter[tuple[str, str, int, frozenset[str]]] = Counter()
    for title, table in tables_of(document).items():
        if table.figure == "ensemble":
            for line in table.lines:
                for at, place in enumerate(order):
                    said = (frozenset(voice.answer for voice in item.said) for item in line.slots[place].items)
                    found.update((title, line.title, at, answers) for answers in said)
    return found


def test_the_lines_of_all_the_days_say_which_day_they_are_from() -> None:
    side = laid([(day(), ideas(2021, "Écouter")), (day(2022), ideas(2022, "Former"))])
    assert [(record.sequence, record.valeur) for record in records_together(side)] == [
        ("2021, silhouettes", "Écouter"),
        ("2022, silhouettes", "Former"),
    ]


def test_a_difference_between_two_rooms_is_said_to_be_no_move() -> None:
    document = told((day(), counted(2021, 18, 12).room()), (day(2022), counted(2022, 8, 20).room()))
    notes = [block.text for section in document.sections for block in blocks_of((section,)) if isinstance(block, Note)]
    assert any("une différence n’est pas un déplacement" in words for words in notes)
