from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.cells.filled import Filled
from facilitation.cells.idees import as_printed, bullets, directory, shared, table
from facilitation.events import AnswerGiven, AnswerMoved, AnswerWithdrawn, IdeaSetAside, IdeasKeptApart, IdeasMerged
from facilitation.sheet import Address, Cell, Column, Figure, Row, Sheet, Source
from facilitation.synthesis import Said, Shared, Table
from facilitation.typography import folded
from tests.cells.sheets import ASV, BODIES, CPTS, GROUPS, PREVENTION, filled, nothing_said
from tests.rooms import Scribe

EXCHANGE = Sheet(
    "apports",
    "Ce que chaque démarche peut apporter aux autres",
    Cell.IDEAS,
    tuple(Column(row.key, row.title, row.short, phrase=f"les {row.title}") for row in (ASV, PREVENTION, CPTS)),
    (ASV, PREVENTION, CPTS),
    figure=Figure.MATRIX,
    rows_from=Source.ACTORS,
    columns_from=Source.ACTORS,
    phrase="Ce que {ligne} peuvent apporter {à colonne}",
)
LEADS = Sheet("pistes", "Autres pistes", Cell.IDEAS, (Column("pistes", "Pistes proposées"),), (Row("ensemble", "Ensemble"),))


def texts(given: Table, row: int = 0, column: int = 0) -> list[str]:
    return [item.text for item in given.lines[row].slots[column].items]


# --- The union of the copies -------------------------------------------------------------------------------------------------


def test_the_copies_are_laid_together_group_after_group_in_the_days_order() -> None:
    sheet = filled(
        BODIES,
        ("g83", "asv", "tete", "Diagnostic"),
        ("g13", "asv", "tete", "Réseau"),
        ("g83", "asv", "tete", "Veille"),
        ("g13", "asv", "tete", "Élus"),
    )
    assert texts(table(sheet)) == ["Réseau", "Élus", "Diagnostic", "Veille"]


def test_what_nobody_can_give_to_a_group_comes_last() -> None:
    sheet = filled(BODIES, ("", "asv", "tete", "Réseau"), ("g84", "asv", "tete", "Élus"))
    assert texts(table(sheet)) == ["Élus", "Réseau"]


def test_a_groups_rounds_follow_one_another() -> None:
    scribe = Scribe()
    for round_, group, idea in ((2, "g13", "ensuite"), (1, "g13", "d’abord"), (1, "g84", "ailleurs")):
        scribe.did(AnswerGiven(Address("seance", "portraits", round_, group, "asv", "tete"), idea))
    sheet = Filled(scribe.room(), "seance", replace(BODIES, rounds=2), GROUPS)
    assert texts(table(sheet)) == ["d’abord", "ensuite", "ailleurs"]


def test_an_idea_said_twice_in_a_cell_is_one_and_counts_twice() -> None:
    sheet = filled(BODIES, ("g13", "asv", "tete", "Équité"), ("g13", "asv", "tete", "équités"))
    assert texts(table(sheet)) == ["Équité"]
    assert table(sheet).ideas == 2
    assert texts(as_printed(table(sheet))) == ["Équité (dit 2\u00a0fois)"]


def test_an_idea_of_two_groups_says_so_and_keeps_the_letters_of_both() -> None:
    sheet = filled(BODIES, ("g13", "asv", "tete", "Le réseau"), ("g84", "asv", "tete", "réseau"))
    (item,) = as_printed(table(sheet)).lines[0].slots[0].items
    assert item.text == "Le réseau (2\u00a0groupes)"
    assert [voice.wording for voice in item.said] == ["Le réseau", "réseau"]


def test_what_a_person_merged_stands_in_their_words_and_what_they_kept_apart_stays_apart() -> None:
    scribe = Scribe()
    address = Address("seance", "portraits", 1, "g13", "asv", "tete")
    said = scribe.did(*(AnswerGiven(address, idea) for idea in ("Visio", "Téléphone", "Réseau", "réseau")))
    visio, phone, network, again = (event.key for event in said)
    scribe.did(IdeasMerged((visio, phone), "Se parler de loin"), IdeasKeptApart((network,), (again,)))
    sheet = Filled(scribe.room(), "seance", BODIES, GROUPS)
    assert texts(table(sheet)) == ["Se parler de loin", "Réseau", "réseau"]


def test_an_idea_set_aside_leaves_the_table() -> None:
    scribe = Scribe()
    address = Address("seance", "portraits", 1, "g13", "asv", "tete")
    visio, _phone = scribe.did(AnswerGiven(address, "Visio"), AnswerGiven(address, "Téléphone"))
    scribe.did(IdeaSetAside(visio.key, "hors sujet"))
    assert texts(table(Filled(scribe.room(), "seance", BODIES, GROUPS))) == ["Téléphone"]


def test_an_acronym_that_the_day_spells_out_is_its_words() -> None:
    sheet = replace(
        filled(BODIES, ("g13", "asv", "tete", "Le CLS"), ("g84", "asv", "tete", "Contrat local de santé")),
        acronyms={"CLS": "contrat local de santé"},
    )
    assert len(texts(table(sheet))) == 1


def test_each_idea_keeps_its_letters_and_who_said_it() -> None:
    scribe = Scribe()
    address = Address("seance", "portraits", 1, "g13", "asv", "tete")
    (known,) = scribe.did(AnswerGiven(address, "les participant·es d'abord !", "CLS de la Vallée"))
    (unknown,) = scribe.did(AnswerGiven(address._replace(group=""), "élu.e.s"))
    first, second = table(Filled(scribe.room(), "seance", BODIES, GROUPS)).lines[0].slots[0].items
    assert first.said == (Said(known.key, "les participant·es d'abord !", "Acteurs du 13", "CLS de la Vallée"),)
    assert second.said == (Said(unknown.key, "élu.e.s", "groupe non précisé"),)


def test_an_idea_of_a_group_that_the_day_no_longer_has_keeps_the_groups_key() -> None:
    ((item,),) = (table(filled(BODIES, ("g06", "asv", "tete", "Réseau"))).lines[0].slots[0].items,)
    assert item.said[0].group == "g06"


def test_a_moved_idea_is_told_where_it_went_and_a_withdrawn_one_nowhere() -> None:
    scribe = Scribe()
    head = Address("seance", "portraits", 1, "g13", "asv", "tete")
    moved, gone = scribe.did(AnswerGiven(head, "Partage"), AnswerGiven(head, "Veille"))
    scribe.did(AnswerMoved(moved.key, head._replace(column="coeur")))
    scribe.did(AnswerWithdrawn(gone.key))
    told = table(Filled(scribe.room(), "seance", BODIES, GROUPS))
    assert (texts(told), texts(told, column=1)) == ([], ["Partage"])


IDEAS = st.lists(
    st.tuples(
        st.sampled_from(["", *GROUPS]),
        st.sampled_from(["asv", "cpts"]),
        st.sampled_from(["tete", "coeur"]),
        st.text("ab", min_size=1),
    ),
    max_size=14,
)


@given(IDEAS)
def test_nothing_said_is_lost_and_nothing_is_added(said: list[tuple[str, str, str, str]]) -> None:
    told = table(filled(BODIES, *said))
    found = [
        (line.title, heading.title, voice.wording)
        for line in told.lines
        for heading, slot in zip(told.columns, line.slots, strict=True)
        for item in slot.items
        for voice in item.said
    ]
    titles = {"asv": "ASV/CLSM/CLS", "cpts": "CPTS", "tete": "Expertise", "coeur": "Valeurs"}
    assert sorted(found) == sorted((titles[row], titles[column], idea) for _, row, column, idea in said)


# --- What an empty cell says -------------------------------------------------------------------------------------------------


def test_an_empty_cell_says_that_no_idea_was_noted() -> None:
    assert {slot.empty for line in table(nothing_said(BODIES)).lines for slot in line.slots} == {"Aucune idée notée"}


def test_a_filled_cell_says_nothing_else() -> None:
    assert table(filled(BODIES, ("g13", "asv", "tete", "Réseau"))).lines[0].slots[0].empty == ""


def test_an_exchange_says_where_nothing_was_brought_and_where_one_would_meet_oneself() -> None:
    told = table(nothing_said(EXCHANGE))
    assert [[slot.empty for slot in line.slots] for line in told.lines] == [
        ["Sans objet", "Aucun apport noté", "Aucun apport noté"],
        ["Aucun apport noté", "Sans objet", "Aucun apport noté"],
        ["Aucun apport noté", "Aucun apport noté", "Sans objet"],
    ]


def test_a_meeting_that_the_day_left_out_is_said_not_to_have_been_put() -> None:
    """As in 2021: everyone met the CPTS, users spoke to all three at once."""
    rows = (
        replace(ASV, columns=("cpts",)),
        replace(PREVENTION, columns=("cpts",)),
        CPTS,
        Row("usagers", "Usagers", columns=("tous",)),
    )
    columns = (*EXCHANGE.columns, Column("tous", "Tous", rows=("usagers",)))
    told = table(nothing_said(replace(EXCHANGE, rows=rows, columns=columns)))
    assert [[slot.empty for slot in line.slots] for line in told.lines] == [
        ["Sans objet", "Non posé", "Aucun apport noté", "Sans objet"],
        ["Non posé", "Sans objet", "Aucun apport noté", "Sans objet"],
        ["Aucun apport noté", "Aucun apport noté", "Sans objet", "Sans objet"],
        ["Sans objet", "Sans objet", "Sans objet", "Aucun apport noté"],
    ]
    assert told.message == "0\u00a0apport noté, deux rencontres non posées"


def test_a_cell_outside_what_its_row_is_asked_was_not_put() -> None:
    told = table(nothing_said(replace(BODIES, rows=(replace(ASV, columns=("tete",)), CPTS))))
    assert [slot.asked for slot in told.lines[0].slots] == [True, False]
    assert told.lines[0].slots[1].empty == "Non posé"


def test_an_exchange_reads_each_cell_aloud() -> None:
    told = table(nothing_said(EXCHANGE))
    assert told.lines[0].slots[2].sentence == "Ce que les ASV/CLSM/CLS peuvent apporter aux CPTS"
    assert table(nothing_said(BODIES)).lines[0].slots[0].sentence == ""


@pytest.mark.parametrize(
    ("sheet", "ideas", "message"),
    [
        (BODIES, 0, "0\u00a0idée notée"),
        (BODIES, 1, "1\u00a0idée notée"),
        (BODIES, 3, "3\u00a0idées notées"),
        (EXCHANGE, 1, "1\u00a0apport noté"),
        (EXCHANGE, 2, "2\u00a0apports notés"),
    ],
)
def test_a_table_says_how_much_was_said(sheet: Sheet, ideas: int, message: str) -> None:
    column = "coeur" if sheet is BODIES else "cpts"
    assert table(filled(sheet, *[("g13", "asv", column, f"idée {number}") for number in range(ideas)])).message == message


def test_a_sheet_of_one_cell_is_a_plain_list() -> None:
    told = bullets(filled(LEADS, ("", "ensemble", "pistes", "Une lettre"), ("g13", "ensemble", "pistes", "Un annuaire")))
    assert [item.text for item in told.items] == ["Un annuaire", "Une lettre"]
    assert (told.title, told.message) == ("Autres pistes", "Deux pistes proposées")


def test_a_plain_list_of_one_or_no_idea_has_no_sentence_of_its_own() -> None:
    assert bullets(nothing_said(LEADS)).message == ""
    assert bullets(filled(LEADS, ("", "ensemble", "pistes", "Une lettre"))).message == ""


# --- What is common, what is one's own ---------------------------------------------------------------------------------------


def common(*said: tuple[str, str]) -> tuple[Shared, ...]:
    """Return what rows have in common once these values were said: row, idea."""
    return shared(table(filled(BODIES, *[("g13", row, "coeur", idea) for row, idea in said])))


def values(*said: tuple[str, str]) -> Shared:
    """Return what rows have in common among their values, when they have anything."""
    (found,) = common(*said)
    return found


def own(found: Shared) -> dict[str, list[str]]:
    return {name: [item.text for item in items] for name, items in found.own}


def test_what_all_rows_said_what_some_said_and_each_rows_own_are_told_apart() -> None:
    found = values(
        ("asv", "Partage"), ("asv", "Équité"), ("asv", "Patience"),
        ("prevention", "Partage"), ("prevention", "Équité"),
        ("cpts", "Partage"), ("cpts", "Entraide"),
    )  # fmt: skip
    assert [item.text for item in found.everyone] == ["Partage"]
    assert [(names, item.text) for names, item in found.some] == [("ASV/CLSM/CLS et Prévention", "Équité")]
    assert own(found) == {"ASV/CLSM/CLS": ["Patience"], "Prévention": [], "CPTS": ["Entraide"]}
    assert found.message == "Valeurs\u00a0: une idée commune aux trois, une commune à deux"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ([("asv", "a"), ("cpts", "a")], "une idée commune à deux"),
        ([("asv", "a"), ("cpts", "a"), ("asv", "b"), ("cpts", "b")], "deux idées communes à deux"),
        ([("asv", "a"), ("cpts", "a"), ("prevention", "a")], "une idée commune aux trois"),
        (
            [(row, idea) for idea in "ab" for row in ("asv", "cpts", "prevention")] + [("asv", "c"), ("cpts", "c")],
            "deux idées communes aux trois, une commune à deux",
        ),
    ],
)
def test_the_sentence_counts_what_is_common(said: list[tuple[str, str]], message: str) -> None:
    assert values(*said).message == f"Valeurs\u00a0: {message}"


def test_writings_that_differ_by_case_accents_apostrophes_and_spaces_are_one_idea_in_its_first_letters() -> None:
    found = values(("asv", "Travail d'équipe"), ("prevention", "travail d’equipe "), ("cpts", "Travail\u00a0d’équipe."))
    assert [item.text for item in found.everyone] == ["Travail d'équipe"]
    assert [voice.wording for voice in found.everyone[0].said] == [
        "Travail d'équipe",
        "travail d’equipe ",
        "Travail\u00a0d’équipe.",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Équité", "Équités"), ("Élus", "Élus et élues"), ("C+", "C-"), ("10 %", "10"), ("Réseau", "Réseau local")],
)
def test_only_exact_twins_are_brought_together(one: str, other: str) -> None:
    assert common(("asv", one), ("cpts", other)) == ()


def test_ideas_made_of_signs_alone_are_not_taken_for_one_another() -> None:
    assert common(("asv", "🙂"), ("cpts", "🙁")) == ()
    assert [item.text for _, item in values(("asv", "🙂"), ("cpts", "🙂")).some] == ["🙂"]


def test_an_idea_that_one_row_said_twice_is_its_own_once_with_both_voices() -> None:
    found = values(("asv", "Partage"), ("asv", "partage"), ("asv", "Équité"), ("cpts", "Équité"))
    assert own(found) == {"ASV/CLSM/CLS": ["Partage"], "Prévention": [], "CPTS": []}
    assert len(found.own[0][1][0].said) == 2


def test_nothing_is_said_in_common_where_fewer_than_two_rows_spoke() -> None:
    assert shared(table(filled(BODIES, ("g13", "asv", "tete", "Réseau"), ("g13", "asv", "coeur", "Équité")))) == ()


def test_a_column_where_nothing_is_shared_is_left_out() -> None:
    said = [("g13", row, "tete", "Réseau") for row in ("asv", "cpts")] + [("g13", "asv", "coeur", "Équité")]
    assert [column.title for column in shared(table(filled(BODIES, *said)))] == ["Expertise"]


def test_long_lists_of_ones_own_ideas_are_left_to_the_table_above() -> None:
    both = [("asv", "Partage"), ("cpts", "Partage")]
    assert len(own(values(*both, *[("asv", f"idée {number}") for number in range(14)]))["ASV/CLSM/CLS"]) == 14
    assert values(*both, *[("asv", f"idée {number}") for number in range(15)]).own == ()


@given(IDEAS)
def test_every_voice_is_found_once_in_what_is_common_or_ones_own(said: list[tuple[str, str, str, str]]) -> None:
    told = table(filled(BODIES, *said))
    for found in shared(told):
        column = [heading.title for heading in told.columns].index(found.title)
        voices = [voice.answer for line in told.lines for item in line.slots[column].items for voice in item.said]
        several = [*found.everyone, *(item for _, item in found.some)]
        together = [*several, *(item for _, items in found.own for item in items)]
        assert sorted(voice.answer for item in together for voice in item.said) == sorted(voices)
        assert len({folded(item.text) for item in several}) == len(several)


# --- The other way round ---------------------------------------------------------------------------------------------------


def test_a_crossed_column_says_for_each_idea_which_rows_said_it_from_a_to_z() -> None:
    told = filled(
        replace(BODIES, crossed=("tete",)),
        ("g13", "prevention", "tete", "Personnes âgées"),
        ("g13", "asv", "tete", "personnes agées"),
        ("g13", "cpts", "tete", "Jeunes"),
        ("g13", "cpts", "coeur", "Partage"),
    )
    whole, map_ = directory(told)
    assert [line.title for line in whole.lines] == ["Acteurs de la prévention", "ASV/CLSM/CLS", "CPTS"]
    assert [(line.title, line.slots[0].text) for line in map_.lines] == [
        ("Jeunes", "CPTS"),
        ("Personnes âgées", "Acteurs de la prévention, ASV/CLSM/CLS"),
    ]
    assert map_.message == "Un seul acteur pour 1\u00a0ligne sur 2"
    assert map_.ideas == 0


def test_a_crossed_column_where_nothing_was_said_gives_no_map() -> None:
    assert len(directory(filled(replace(BODIES, crossed=("coeur",)), ("g13", "asv", "tete", "Réseau")))) == 1
