"""What a document tells, and in what order: that of the synthesis published after 16 November 2021."""

from dataclasses import replace

import pytest

from facilitation.day import Day, Group
from facilitation.events import AnswerGiven, AnswerWithdrawn, RowAdded, RowWithdrawn, VerdictWorded
from facilitation.reporting import duration, support_of, synthesis_of
from facilitation.room import Room
from facilitation.sheet import Address, Row
from facilitation.synthesis import (
    Bullets,
    Facts,
    Insight,
    Note,
    Paragraph,
    Poll,
    Section,
    Shared,
    Slot,
    Steps,
    Synthesis,
    Table,
)
from tests.rooms import Scribe
from tests.workshop.days import bare_day, example, example_room, small_day

HEAD = Address("silhouettes", "portraits", 1, "g13", "asv", "tete")
SITTING = Address("debat", "positions", 1, "", "gratuite", "contre")
ANSWER = Address("questions", "questions", 1, "", "", "reponse")


def section(document: Synthesis, key: str) -> Section:
    """Return a section by its key or its title."""
    return next(found for found in document.sections if key in {found.key, found.title})


def kinds(given: Section) -> list[str]:
    return [type(block).__name__ for block in given.blocks]


def table_of(given: Section) -> Table:
    return next(block for block in given.blocks if isinstance(block, Table))


def words_of(slots: tuple[Slot, ...]) -> list[str]:
    return [slot.text for slot in slots]


# --- The order of 2021 -------------------------------------------------------------------------------------------------------


def test_the_document_of_2021_has_its_order() -> None:
    told = synthesis_of(example("paca-2021"), example_room("paca-2021"), "paca-2021")
    assert [found.title for found in told.sections] == [
        "Rappel du contexte et des objectifs",
        "Déroulé de la journée",
        "Composition des groupes",
        "La Silhouette",
        "Speed dating avec les CPTS",
        "Autres pistes/actions proposées",
        "Annexe\u00a0: qui a dit quoi",
    ]
    assert told.title.startswith("De la promotion de la santé à l'accès aux soins")
    assert (told.kind, told.place, told.date.isoformat()) == (
        "Synthèse des ateliers",
        "IFSI du GCSPA – CH Montperrin",
        "2021-11-16",
    )
    assert told.ideas == 270


def test_a_sequence_tells_its_aim_its_tool_its_material_its_instructions_then_its_answers() -> None:
    told = section(synthesis_of(example("paca-2021"), example_room("paca-2021"), "paca-2021"), "silhouettes")
    assert kinds(told)[:3] == ["Facts", "Steps", "Table"]
    assert set(kinds(told)[3:]) <= {"Shared"}
    facts = told.blocks[0]
    assert isinstance(facts, Facts)
    assert facts.pairs == (
        ("But", "Mieux se connaître et susciter l’envie de travailler ensemble"),
        ("Outil", "La Silhouette"),
        ("Matériel", "1 feuille de paperboard par sous-groupe\u00a0; feutres"),
        ("Durée", "1\u00a0h"),
    )
    assert told.part == "1re partie\u00a0: mieux se connaître"


def test_every_published_idea_of_2021_is_in_its_cell() -> None:
    told = synthesis_of(example("paca-2021"), example_room("paca-2021"), "paca-2021")
    bodies = table_of(section(told, "silhouettes"))
    said = [[sum(len(item.said) for item in slot.items) for slot in line.slots] for line in bodies.lines]
    assert said == [
        [13, 7, 24, 22, 14],
        [17, 13, 22, 10, 10],
        [17, 15, 20, 7, 25],
    ]
    meetings = table_of(section(told, "dating"))
    assert (meetings.ideas, meetings.message) == (26, "26\u00a0apports notés, deux rencontres non posées")


def test_the_objectives_come_boxed_before_the_context() -> None:
    (objectives, context) = section(synthesis_of(small_day(), Room(), "j"), "Rappel du contexte et des objectifs").blocks
    assert isinstance(objectives, Bullets)
    assert isinstance(context, Bullets)
    assert (objectives.title, objectives.boxed, context.title, context.boxed) == ("Objectifs", True, "Contexte", False)


# --- The running order -------------------------------------------------------------------------------------------------------


def test_the_running_order_has_hours_and_lengths() -> None:
    programme = table_of(section(synthesis_of(small_day(), Room(), "j"), "Déroulé de la journée"))
    assert [heading.title for heading in programme.columns] == ["Heure", "Durée"]
    assert [(line.title, *words_of(line.slots)) for line in programme.lines] == [
        ("Accueil", "10\u00a0h", "15\u00a0min"),
        ("Débat mouvant", "10\u00a0h\u00a015", "25\u00a0min"),
        ("La Silhouette", "10\u00a0h\u00a040", "1\u00a0h"),
        ("Questions", "11\u00a0h\u00a040", "20\u00a0min"),
    ]


def test_a_day_without_hours_has_a_running_order_of_lengths_alone() -> None:
    programme = table_of(section(synthesis_of(bare_day(), Room(), "j"), "Déroulé de la journée"))
    assert [heading.title for heading in programme.columns] == ["Durée"]


def test_a_sequence_without_an_hour_or_a_length_says_so_rather_than_nothing() -> None:
    day = small_day()
    last = replace(day.sequences[-1], start=None, seconds=0)
    programme = table_of(
        section(synthesis_of(replace(day, sequences=(*day.sequences[:-1], last)), Room(), "j"), "Déroulé de la journée")
    )
    assert words_of(programme.lines[-1].slots) == ["selon l’avancée", "non précisée"]


def test_a_day_of_one_sequence_has_no_running_order() -> None:
    day = replace(small_day(), sequences=small_day().sequences[1:2])
    assert "Déroulé de la journée" not in [found.title for found in synthesis_of(day, Room(), "j").sections]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (30, "30\u00a0s"),
        (60, "1\u00a0min"),
        (2400, "40\u00a0min"),
        (3600, "1\u00a0h"),
        (5400, "1\u00a0h\u00a030"),
        (3900, "1\u00a0h\u00a005"),
    ],
)
def test_lengths_are_told_in_hours_and_minutes(seconds: int, words: str) -> None:
    assert duration(seconds) == words


# --- The groups --------------------------------------------------------------------------------------------------------------


def composition(*groups: Group) -> Table:
    return table_of(section(synthesis_of(replace(small_day(), groups=groups), Room(), "j"), "Composition des groupes"))


def test_groups_are_counted_by_kind_of_actor_with_sums_both_ways() -> None:
    told = composition(Group("a", "Nord", {"asv": 4, "cpts": 11}), Group("b", "Sud", {"cpts": 3, "autres": 2}))
    assert [heading.title for heading in told.columns] == ["ASV/CLSM/CLS", "CPTS", "Autres", "Ensemble"]
    assert [(line.title, line.total, *words_of(line.slots)) for line in told.lines] == [
        ("Nord", False, "4", "11", "0", "15"),
        ("Sud", False, "0", "3", "2", "5"),
        ("Ensemble", True, "4", "14", "2", "20"),
    ]
    assert told.message == "20\u00a0personnes en deux groupes de 5 à 15"


def test_kinds_of_actor_that_nobody_belongs_to_have_no_column() -> None:
    assert [heading.title for heading in composition(Group("a", "Nord", {"cpts": 4})).columns] == ["CPTS", "Ensemble"]


def test_one_group_has_no_sum_and_groups_of_one_size_no_span() -> None:
    alone = composition(Group("a", "Nord", {"cpts": 4}))
    assert ([line.total for line in alone.lines], alone.message) == ([False], "4\u00a0personnes")
    same = composition(*(Group(key, key, {"cpts": 6}) for key in "abc"))
    assert same.message == "18\u00a0personnes en trois groupes de 6"


def test_a_group_is_told_as_published_when_the_day_says_how() -> None:
    told = section(synthesis_of(example("paca-2021"), Room(), "p"), "Composition des groupes")
    assert table_of(told).message == "41\u00a0personnes en trois groupes de 9 à 19"
    lists = [block for block in told.blocks if isinstance(block, Bullets)]
    assert [found.title for found in lists] == [
        f"Composition du groupe\u00a0: {name}" for name in ("Acteurs du 13", "Acteurs du 84+04+05", "Acteurs du 83+06")
    ]
    assert lists[0].items[0].text == "3 coordinateurs d'ASV + 1 coordinateurs CLS"


def test_a_group_whose_people_nobody_counted_is_not_counted_as_zero() -> None:
    told = section(synthesis_of(replace(small_day(), groups=(Group("a", "Nord"),)), Room(), "j"), "Composition des groupes")
    assert not any(isinstance(block, Table) for block in told.blocks)


# --- A day with almost nothing -----------------------------------------------------------------------------------------------


def test_a_day_without_groups_actors_or_context_is_told_all_the_same() -> None:
    told = synthesis_of(bare_day(), Room(), "j")
    assert [found.title for found in told.sections] == ["Déroulé de la journée", "Débat mouvant", "La Silhouette", "Questions"]


def test_a_day_without_any_exercise_is_a_running_order() -> None:
    day = small_day()
    moments = replace(
        day,
        sequences=tuple(replace(sequence, exercise=None) for sequence in day.sequences),
        groups=(),
        context=(),
        objectives=(),
    )
    assert [found.kind for found in synthesis_of(moments, Room(), "j").sections] == ["deroule"]
    assert synthesis_of(moments, Room(), "j").ideas == 0


# --- What was played, what was not -------------------------------------------------------------------------------------------


def has_note(room: Room, key: str, day: Day | None = None) -> bool:
    found = section(synthesis_of(day or small_day(), room, "j"), key)
    return any(isinstance(block, Note) and "n’a pas été jouée" in block.text for block in found.blocks)


def test_a_sequence_with_no_answer_says_so_and_shows_no_empty_table() -> None:
    told = section(synthesis_of(small_day(), Room(), "j"), "silhouettes")
    assert kinds(told) == ["Facts", "Steps", "Note"]
    assert has_note(Room(), "silhouettes")


def test_one_answer_is_enough_for_a_sequence_to_be_told_whole() -> None:
    scribe = Scribe()
    scribe.did(AnswerGiven(HEAD, "Réseau"))
    told = section(synthesis_of(small_day(), scribe.room(), "j"), "silhouettes")
    assert "Note" not in kinds(told)
    assert [[len(slot.items) for slot in line.slots] for line in table_of(told).lines] == [[1, 0], [0, 0]]


def test_a_sequence_whose_answers_were_all_withdrawn_is_as_if_it_had_not_been_played() -> None:
    scribe = Scribe()
    (given,) = scribe.did(AnswerGiven(HEAD, "Réseau"))
    scribe.did(AnswerWithdrawn(given.key))
    assert has_note(scribe.room(), "silhouettes")
    assert synthesis_of(small_day(), scribe.room(), "j") == synthesis_of(small_day(), Room(), "j")


def test_a_verdict_worded_without_any_count_is_an_answer() -> None:
    scribe = Scribe()
    scribe.did(VerdictWorded("debat", "gratuite", "contrastée !"))
    assert not has_note(scribe.room(), "debat")


def test_an_answer_that_the_day_gives_is_an_answer() -> None:
    day = _with_published_answer(small_day())
    assert not has_note(Room(), "debat", day)
    (poll, *_) = _polls(synthesis_of(day, Room(), "j"))
    assert poll.verdict == "plutôt pas d’accord"


# --- A debate ----------------------------------------------------------------------------------------------------------------


def test_each_statement_is_a_question_with_its_counts_its_arguments_and_what_the_expert_adds() -> None:
    scribe = Scribe()
    scribe.did(AnswerGiven(SITTING, 12), AnswerGiven(SITTING._replace(column="pour"), 3))
    scribe.did(AnswerGiven(Address("debat", "arguments", 1, "", "gratuite", "contre"), "Il y a la route"))
    told = section(synthesis_of(small_day(), scribe.room(), "j"), "debat")
    first, second = (block for block in told.blocks if isinstance(block, Section))
    assert (first.title, kinds(first)) == ("Question n°\u00a01/2", ["Poll", "Table", "Insight"])
    assert (second.title, kinds(second)) == ("Question n°\u00a02/2", ["Poll"])
    arguments, insight = first.blocks[1:]
    assert isinstance(arguments, Table)
    assert isinstance(insight, Insight)
    assert arguments.title == "Arguments, question n°\u00a01"
    assert [line.title for line in arguments.lines] == ["La gratuité suffit"]
    assert (insight.number, insight.total) == (1, 2)


def test_the_published_words_of_2023_are_the_verdicts() -> None:
    polls = _polls(synthesis_of(example("rhone-2023"), example_room("rhone-2023"), "r"))
    assert [poll.verdict for poll in polls] == ["", "plutôt pas d’accord", "plutôt pas d’accord", "contrastée !"]
    assert not any(poll.counted or poll.computed or poll.method for poll in polls)


# --- Questions ---------------------------------------------------------------------------------------------------------------


def test_one_question_alone_is_told_with_its_words() -> None:
    scribe = Scribe()
    (question,) = scribe.did(RowAdded("questions", "questions", "Qui paie ?"))
    scribe.did(AnswerGiven(ANSWER._replace(row=question.key), "L’assurance maladie"))
    told = table_of(section(synthesis_of(small_day(), scribe.room(), "j"), "questions"))
    assert [(line.title, line.slots[0].items[0].text) for line in told.lines] == [("Qui paie ?", "L’assurance maladie")]


def test_a_question_without_an_answer_stays_and_says_so() -> None:
    scribe = Scribe()
    scribe.did(RowAdded("questions", "questions", "Qui paie ?"))
    told = table_of(section(synthesis_of(small_day(), scribe.room(), "j"), "questions"))
    assert [(line.title, line.slots[0].empty) for line in told.lines] == [("Qui paie ?", "Aucune idée notée")]


def test_a_withdrawn_question_goes_with_its_answers_and_they_are_counted_nowhere() -> None:
    scribe = Scribe()
    (question,) = scribe.did(RowAdded("questions", "questions", "Qui paie ?"))
    scribe.did(AnswerGiven(ANSWER._replace(row=question.key), "L’assurance maladie"))
    scribe.did(RowWithdrawn(question.key))
    assert synthesis_of(small_day(), scribe.room(), "j") == synthesis_of(small_day(), Room(), "j")


def test_a_plain_list_keeps_no_name_of_row_but_an_actors_list_does() -> None:
    leads = section(synthesis_of(example("paca-2021"), example_room("paca-2021"), "p"), "pistes")
    assert kinds(leads) == ["Facts", "Steps", "Bullets"]


# --- The annex ---------------------------------------------------------------------------------------------------------------


def test_the_annex_gives_every_idea_with_the_group_that_said_it() -> None:
    scribe = Scribe()
    scribe.did(AnswerGiven(HEAD, "Réseau", "CLS de la Vallée"), AnswerGiven(HEAD._replace(group=""), "Élus"))
    intro, told = section(synthesis_of(small_day(), scribe.room(), "j"), "Annexe\u00a0: qui a dit quoi").blocks
    assert isinstance(intro, Paragraph)
    assert isinstance(told, Table)
    assert intro.text == "2\u00a0idées gardées, lettre pour lettre, dans l’ordre où elles ont été dites."
    assert told.title == "Silhouettes\u00a0: qui a dit quoi"
    (line,) = told.lines
    assert line.title == "ASV/CLSM/CLS, Expertise/savoir-faire"
    assert [(item.text, item.said[0].group, item.said[0].author) for item in line.slots[0].items] == [
        ("Réseau", "Acteurs du 13", "CLS de la Vallée"),
        ("Élus", "groupe non précisé", ""),
    ]


def test_the_annex_says_once_that_no_group_is_known_rather_than_everywhere() -> None:
    (intro,) = section(
        synthesis_of(example("paca-2021"), example_room("paca-2021"), "p"), "Annexe\u00a0: qui a dit quoi"
    ).blocks
    assert isinstance(intro, Paragraph)
    assert intro.text == (
        "270\u00a0idées gardées, lettre pour lettre, dans l’ordre où elles ont été dites."
        " Les réponses ne disent pas de quel groupe elles viennent («\u00a0groupe non précisé\u00a0»)."
    )


def test_one_idea_is_kept_in_the_singular() -> None:
    scribe = Scribe()
    scribe.did(AnswerGiven(HEAD, "Réseau"))
    intro = section(synthesis_of(small_day(), scribe.room(), "j"), "Annexe\u00a0: qui a dit quoi").blocks[0]
    assert isinstance(intro, Paragraph)
    assert intro.text == "1\u00a0idée gardée, lettre pour lettre, dans l’ordre où elle a été dite."


def test_a_day_where_nothing_was_said_has_no_annex() -> None:
    assert "annexe" not in [found.kind for found in synthesis_of(small_day(), Room(), "j").sections]


def test_ideas_whose_cell_the_day_no_longer_has_are_in_the_annex_under_its_old_keys() -> None:
    scribe = Scribe()
    scribe.did(AnswerGiven(HEAD._replace(row="clsm"), "Réseau", "CLS"), AnswerGiven(HEAD._replace(sequence="partie"), "Élus"))
    scribe.did(AnswerGiven(HEAD, "Veille"))
    blocks = section(synthesis_of(small_day(), scribe.room(), "j"), "Annexe\u00a0: qui a dit quoi").blocks
    told = blocks[-1]
    assert isinstance(told, Table)
    assert told.title == "Idées dont la case n’est plus dans journee.yaml"
    assert [(line.title, line.slots[0].items[0].text) for line in told.lines] == [
        ("silhouettes, clsm, tete", "Réseau"),
        ("partie, asv, tete", "Élus"),
    ]
    assert told.lines[0].slots[0].items[0].said[0].group == "Acteurs du 13"


def test_no_voice_of_a_document_is_a_persons_name() -> None:
    """A quotation is signed by a group or an organisation of the day, never by a person (RGPD-44)."""
    day = example("exemple-fictif")
    told = synthesis_of(day, example_room("exemple-fictif"), "e")
    groups = {group.name for group in day.groups} | {"groupe non précisé"}
    voices = [
        voice
        for block in told.sections[-1].blocks
        if isinstance(block, Table)
        for line in block.lines
        for item in line.slots[0].items
        for voice in item.said
    ]
    assert voices
    assert {voice.group for voice in voices} <= groups
    assert {voice.author for voice in voices} <= {*day.organisations, ""}


# --- The support -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["paca-2021", "rhone-2023", "exemple-fictif"])
def test_the_support_has_nothing_that_was_said(name: str) -> None:
    support = support_of(_with_published_answer(example(name)), name)
    blocks = list(_blocks(support))
    assert support.kind == "Support d’animation"
    assert support.ideas == 0
    assert not any(slot.items for block in blocks if isinstance(block, Table) for line in block.lines for slot in line.slots)
    assert not any(isinstance(block, Note | Shared) for block in blocks)
    assert all((poll.verdict, poll.tallies, poll.moves) == ("", (), "") for poll in blocks if isinstance(poll, Poll))


def test_the_support_asks_everything_that_the_day_asks() -> None:
    support = support_of(example("exemple-fictif"), "e")
    assert [found.key for found in support.sections if found.kind == "sequence"] == [
        "debat",
        "silhouettes",
        "dating",
        "pistes",
        "questions",
    ]
    assert next(poll.statement for poll in _polls(support)) == "La prévention est d’abord l’affaire des professionnels de santé"
    assert len(_polls(support)) == 4
    (steps,) = (block for block in section(support, "debat").blocks if isinstance(block, Steps))
    assert (steps.signal, [position.gesture for position in steps.positions]) == (
        "Prêts\u00a0?",
        ["assis", "debout", "debout, bras en l’air"],
    )


# --- Size --------------------------------------------------------------------------------------------------------------------


def test_ten_thousand_ideas_are_all_told() -> None:
    scribe = Scribe()
    cells = [(row, column) for row in ("asv", "cpts") for column in ("tete", "coeur")]
    for number in range(10_000):
        row, column = cells[number % 4]
        scribe.did(AnswerGiven(HEAD._replace(row=row, column=column, group=("g13", "g84")[number % 2]), f"idée {number}"))
    told = synthesis_of(small_day(), scribe.room(), "j")
    assert told.ideas == 10_000
    assert table_of(section(told, "silhouettes")).ideas == 10_000


def _blocks(document: Synthesis) -> list[object]:
    found: list[object] = []
    for part in document.sections:
        for block in part.blocks:
            found += block.blocks if isinstance(block, Section) else [block]
    return found


def _polls(document: Synthesis) -> list[Poll]:
    return [block for block in _blocks(document) if isinstance(block, Poll)]


def _with_published_answer(day: Day) -> Day:
    """Return the day whose statements already have the room's answer in its own file."""

    def answered(row: Row) -> Row:
        return replace(row, answer="plutôt pas d’accord")

    return replace(
        day,
        sequences=tuple(
            replace(
                sequence,
                exercise=replace(
                    sequence.exercise,
                    sheets=tuple(replace(sheet, rows=tuple(map(answered, sheet.rows))) for sheet in sequence.exercise.sheets),
                ),
            )
            if sequence.exercise
            else sequence
            for sequence in day.sequences
        ),
    )
