from dataclasses import replace
from typing import TypeVar

from facilitation.synthesis import Block, Bullets, Heading, Item, Line, Said, Section, Shared, Slot, Table
from facilitation.typography import NBSP
from facilitation.writers.deck import restitution, support
from facilitation.writers.deck.notes import NOT_KNOWN
from facilitation.writers.slides import (
    BigWord,
    CommonOwn,
    Cover,
    End,
    FaceToFace,
    InsightSlide,
    Instructions,
    ListSlide,
    Objectives,
    Opening,
    Portrait,
    QuestionAnswer,
    Response,
    Slide,
    Statement,
    TableSlide,
    ZoneSlide,
)
from tests.writers import samples

Kind = TypeVar("Kind", bound=Slide)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def titles(slides: list[Slide]) -> list[str]:
    return [plain(slide.title) for slide in slides]


def of_kind(slides: list[Slide], kind: type[Kind]) -> list[Kind]:
    return [slide for slide in slides if isinstance(slide, kind)]


def told(*blocks: Block) -> list[Slide]:
    """Return the slides of one sequence, between its opening and the end."""
    section = Section("Séquence", blocks, kind="sequence")
    return restitution(replace(samples.empty(), sections=(section,)))[2:-1]


def ideas(count: int, group: str = "Vallée") -> tuple[Item, ...]:
    return tuple(Item(f"idée {n}", (Said(f"r{n}", f"idée {n}", group),)) for n in range(1, count + 1))


def one_row(*slots: Slot) -> Table:
    heads = tuple(Heading(f"Colonne {at}") for at in range(1, len(slots) + 1))
    return Table("t", "Un tableau", heads, (Line("CPTS", slots),))


# --- The whole day ---------------------------------------------------------------------------------------------------------


def test_the_2021_day_is_told_in_order() -> None:
    slides = restitution(samples.day())
    kinds = [type(slide) for slide in slides]
    order = (Cover, Objectives, ListSlide, TableSlide, Opening, Portrait, ZoneSlide, CommonOwn, FaceToFace, End)
    places = [kinds.index(kind) for kind in order]
    assert places == sorted(places)
    assert kinds.count(ZoneSlide) == 18


def test_the_titles_of_the_2021_day_are_sentences_with_numbers() -> None:
    found = titles(restitution(samples.day()))
    assert "41 personnes en trois groupes de 9 à 19" in found
    assert "ASV/CLSM/CLS : 80 idées, dont 24 pour « Outils »" in found
    assert "Outils : 66 idées chez les trois démarches (1/4)" in found
    assert "Outils : 66 idées chez les trois démarches (4/4)" in found
    assert "Valeurs : une idée commune aux trois, trois communes à deux" in found
    assert "ASV/CLSM/CLS et CPTS : 7 apports dans un sens, 5 dans l’autre" in found
    assert "23 apports notés, deux rencontres non posées" in found
    assert "Huit autres pistes proposées (1/2)" in found


def test_a_long_title_of_cover_gives_its_end_to_the_subtitle() -> None:
    cover = restitution(replace(samples.day(), subtitle="", title=f"{samples.day().title} : {'une question ' * 8}?"))[0]
    assert isinstance(cover, Cover)
    assert cover.title == "De la promotion de la santé à l’accès aux soins"
    assert cover.subtitle.startswith("Une question")


def test_the_end_says_where_all_that_was_said_is() -> None:
    (end,) = of_kind(restitution(samples.day()), End)
    assert [plain(item) for item in end.items] == [
        "La synthèse reprend les 270 idées, lettre pour lettre.",
        "Sa partie « Annexe » dit quel groupe a dit quoi.",
        "Excel et CSV donnent une réponse par ligne.",
    ]


def test_the_same_title_twice_says_it_is_the_second_time() -> None:
    twice = Section("Débat mouvant", (), kind="sequence")
    slides = restitution(replace(samples.empty(), sections=(twice, twice)))
    assert titles(slides)[1:3] == ["Débat mouvant", "Débat mouvant (2e fois)"]


def test_a_title_of_two_hundred_signs_is_shortened_and_whole_in_the_notes() -> None:
    title = "Une séquence dont le nom n’en finit pas " * 5
    (opening,) = of_kind(restitution(replace(samples.empty(), sections=(Section(title, (), kind="sequence"),))), Opening)
    assert opening.title.endswith("…")
    assert title in opening.notes


# --- Lists and tables of ideas ---------------------------------------------------------------------------------------------


def test_lists_of_0_1_7_8_and_25_ideas_hold_seven_items_a_slide_at_most() -> None:
    sizes = {
        count: [len(slide.items) for slide in of_kind(told(Bullets("Pistes", ideas(count))), ListSlide)]
        for count in (0, 1, 7, 8, 25)
    }
    assert sizes == {0: [1], 1: [1], 7: [7], 8: [4, 4], 25: [7, 6, 6, 6]}


def test_a_list_without_ideas_says_so() -> None:
    (slide,) = of_kind(told(Bullets("Pistes", ())), ListSlide)
    assert slide.items == ("Aucune idée notée.",)


def test_an_idea_of_three_hundred_signs_is_told_whole() -> None:
    idea = ("Développer des partenariats pour lutter contre les inégalités sociales de santé, " * 4)[:300].strip()
    long = Slot((Item(idea),))
    (slide,) = of_kind(told(one_row(long, Slot(ideas(5)), Slot(ideas(3)))), ZoneSlide)
    assert slide.lists[0] == (idea,)


def test_one_actor_makes_plain_lists_and_five_are_told_three_by_three() -> None:
    zone = Heading("Valeurs", zone="cœur")
    lines = tuple(Line(f"Actrice {at}", (Slot(ideas(8)),)) for at in range(5))
    alone = told(Table("t", "Portraits", (zone,), lines[:1], figure="silhouette"))
    assert [type(slide) for slide in alone] == [Portrait, ListSlide, ListSlide]
    many = of_kind(told(Table("t", "Portraits", (zone,), lines, figure="silhouette")), ZoneSlide)
    assert [len(slide.heads) for slide in many] == [3, 3, 2, 2]
    assert [plain(slide.title)[-5:] for slide in many] == ["(1/4)", "(2/4)", "(3/4)", "(4/4)"]


def test_a_list_that_has_run_out_says_where_it_is_whole() -> None:
    slides = of_kind(told(one_row(Slot(ideas(20)), Slot(ideas(2)))), ZoneSlide)
    assert [slide.lists[1] for slide in slides] == [("idée 1", "idée 2"), (), ()]
    assert [slide.empties[1] for slide in slides[1:]] == [
        "Liste complète à la page précédente",
        "Liste complète aux pages précédentes",
    ]


def test_a_table_of_single_ideas_is_a_table() -> None:
    lines = tuple(Line(f"Ligne {at}", (Slot(ideas(1)), Slot(empty="Aucune idée notée"))) for at in range(3))
    (slide,) = told(Table("t", "Un tableau", (Heading("A"), Heading("B")), lines, rows_title="Lignes"))
    assert isinstance(slide, TableSlide)
    assert [cell.text for cell in slide.rows[0]] == ["Ligne 0", "idée 1", "Aucune idée notée"]


def test_short_lists_stand_in_one_table_rather_than_on_a_slide_each() -> None:
    lines = tuple(Line(f"Ligne {at}", (Slot(ideas(2)), Slot(ideas(1)))) for at in range(3))
    (slide,) = told(Table("t", "Un tableau", (Heading("A"), Heading("B")), lines, rows_title="Lignes"))
    assert isinstance(slide, TableSlide)
    assert slide.title == f"Un tableau{NBSP}: neuf idées"
    assert [(cell.text, cell.listed) for cell in slide.rows[0][1:]] == [("idée 1\nidée 2", True), ("idée 1", True)]


def test_seven_lists_are_told_four_then_three_so_that_none_is_alone() -> None:
    lines = tuple(Line(f"Acteur {at}", (Slot(ideas(6)),)) for at in range(7))
    slides = told(Table("t", "Un tableau", (Heading("A"),), lines))
    assert [len(slide.heads) for slide in slides if isinstance(slide, ZoneSlide)] == [4, 3]


def test_long_lists_are_laid_side_by_side() -> None:
    lines = tuple(Line(f"Ligne {at}", (Slot(ideas(6)), Slot(ideas(1)))) for at in range(3))
    slides = told(Table("t", "Un tableau", (Heading("A"), Heading("B")), lines, rows_title="Lignes"))
    assert all(isinstance(slide, ZoneSlide) for slide in slides)


def test_questions_whose_answers_are_short_stand_in_one_table() -> None:
    lines = tuple(Line(f"Question {at}\u00a0?", (Slot(ideas(1)),)) for at in range(3))
    (slide,) = told(Table("f", "Nos questions", (Heading("Réponse"),), lines, figure="fiche"))
    assert isinstance(slide, TableSlide)
    assert [cell.text for cell in slide.rows[2]] == [f"Question 2{NBSP}?", "idée 1"]


def test_columns_without_own_lists_share_one_table_of_what_is_common() -> None:
    first = Shared("Outils", (), (("A et B", Item("Réseau")), ("B et C", Item("Annuaire"))), ())
    second = Shared("Freins", (Item("Temps"),), (), ())
    (slide,) = told(first, second)
    assert isinstance(slide, TableSlide)
    assert slide.title == "Trois idées communes dans deux rubriques"
    assert [[cell.text for cell in row] for row in slide.rows] == [
        ["Outils", "Réseau", "A et B"],
        ["Outils", "Annuaire", "B et C"],
        ["Freins", "Temps", "Communes à tous"],
    ]


def test_a_question_is_the_title_and_a_missing_answer_is_said() -> None:
    lines = (Line("Qui finance ?", (Slot(ideas(2)),)), Line("Et après ?", (Slot(empty="Aucune idée notée"),)))
    slides = told(Table("q", "Questions", (Heading("Réponse"),), lines, figure="fiche"))
    assert [(slide.title, slide.answer) for slide in of_kind(slides, QuestionAnswer)] == [
        ("Qui finance ?", ("idée 1", "idée 2")),
        ("Et après ?", ("Réponse non notée.",)),
    ]


def test_a_card_of_several_fields_names_each_in_bold() -> None:
    fields = (Heading("Quoi"), Heading("Qui"))
    table = Table("f", "Fiches", fields, (Line("Un annuaire", (Slot(ideas(2)), Slot(ideas(1)))),), figure="fiche")
    (slide,) = told(table)
    assert isinstance(slide, ListSlide)
    assert [plain(lead) for lead in slide.leads] == ["Quoi :", "Quoi :", "Qui :"]
    assert slide.items == ("idée 1", "idée 2", "idée 1")


# --- Speed-dating ----------------------------------------------------------------------------------------------------------


def test_three_ideas_are_never_cut_face_to_face() -> None:
    slides = of_kind(restitution(samples.day()), FaceToFace)
    first, second = (slide for slide in slides if "Prévention" in slide.title)
    assert len(first.left.items) + len(second.left.items) == 9
    assert len(first.right.items) == 2
    assert plain(second.right.empty) == "2 apports, voir page (1/2)"


def test_arrows_say_who_brings_to_whom() -> None:
    first = of_kind(restitution(samples.day()), FaceToFace)[0]
    assert first.left.heading == "Des ASV/CLSM/CLS aux CPTS"
    assert first.right.heading == "Des CPTS aux ASV/CLSM/CLS"


def test_the_matrix_tells_silence_from_what_was_not_asked() -> None:
    matrix = next(slide for slide in of_kind(restitution(samples.day()), TableSlide) if "apports notés" in slide.title)
    assert [[cell.text for cell in row] for row in matrix.rows] == [
        ["ASV/CLSM/CLS", "Sans objet", "Non posé", "7"],
        ["Prévention", "Non posé", "Sans objet", "9"],
        ["CPTS", "5", "2", "Sans objet"],
    ]
    assert plain(matrix.note) == (
        "Nombre d’apports notés. Teinte : 7 et plus. « Non posé » : la rencontre n’était pas au programme."
    )


# --- Who was there, who said it --------------------------------------------------------------------------------------------


def composition(*detail: str) -> Section:
    table = Table(
        "c", "Composition", tuple(map(Heading, ("CPTS", "Autres", "Ensemble"))),
        (Line("Vallée", tuple(Slot(text=count) for count in ("10", "2", "12"))),),
        rows_title="Groupe", message="12 personnes",
    )  # fmt: skip
    return Section(
        "Composition", (table, Bullets("Composition du groupe : Vallée", tuple(map(Item, detail)))), kind="composition"
    )


def test_who_the_others_are_is_said_when_the_detail_says_it() -> None:
    known = restitution(
        replace(samples.empty(), sections=(composition("10 membres", "1 élue", "1 représentante de patients"),))
    )
    unknown = restitution(replace(samples.empty(), sections=(composition("10 membres", "des élus"),)))
    assert [plain(slide.note) for slide in of_kind(known, TableSlide)] == ["Autres : élue, représentante de patients."]
    assert [slide.note for slide in of_kind(unknown, TableSlide)] == [""]
    assert "1 élue" in of_kind(known, TableSlide)[0].notes


def test_the_notes_say_which_group_said_what() -> None:
    (slide,) = of_kind(told(Bullets("Pistes", ideas(3, "Haut-Pays"))), ListSlide)
    assert slide.notes.splitlines() == [f"idée {n} (Haut-Pays)" for n in (1, 2, 3)]


def test_the_notes_say_once_that_nobody_knows_which_group_spoke() -> None:
    (slide,) = of_kind(told(Bullets("Pistes", ideas(3, "groupe non précisé"))), ListSlide)
    assert slide.notes == NOT_KNOWN


# --- What is projected -----------------------------------------------------------------------------------------------------


def test_the_support_shows_gestures_then_one_statement_at_a_time_then_what_the_expert_adds() -> None:
    slides = support(samples.debate())
    kinds = [type(slide) for slide in slides[2:]]
    assert kinds == [Instructions, BigWord, Statement, Statement, InsightSlide, Statement, Statement]
    assert [plain(slide.kicker) for slide in of_kind(slides, Statement)] == [f"Question n° {n}/4" for n in (1, 2, 3, 4)]
    assert [stand.figure for stand in of_kind(slides, Instructions)[0].stands] == ["assis", "debout", "bras en l’air"]


def test_the_support_never_shows_a_result() -> None:
    slides = support(samples.debate())
    assert not of_kind(slides, Response)
    (insight,) = of_kind(slides, InsightSlide)
    assert plain(insight.recall_caption) == "Question n° 2/4"
    assert "contrastée" not in repr(slides)


def test_the_script_and_its_minutes_are_in_the_notes() -> None:
    (instructions,) = of_kind(support(samples.debate()), Instructions)
    assert plain(instructions.notes).splitlines() == [
        "Lire l’énoncé (30 s).",
        "Chacun se place (30 s).",
        "Échange d’arguments (5 min).",
    ]


def test_the_support_shows_what_goes_in_each_part_of_the_body() -> None:
    (portrait,) = of_kind(support(samples.day()), Portrait)
    assert plain(portrait.title) == "Mieux se connaître : cinq parties du corps"
    assert not any(callout.items for callout in portrait.callouts)


def test_the_support_gives_each_meeting_its_two_sentences() -> None:
    slides = of_kind(support(samples.day()), ListSlide)
    sentences = next(slide.items for slide in slides if slide.title.endswith("ce que chacun peut apporter"))
    assert sentences[:2] == (
        "Ce que les ASV/CLSM/CLS peuvent apporter aux CPTS",
        "Ce que les CPTS peuvent apporter aux ASV/CLSM/CLS",
    )


def test_the_slides_of_one_list_are_set_in_one_size() -> None:
    long = Item("Favoriser les synergies et les articulations entre les démarches du territoire " * 4)
    slides = of_kind(told(Bullets("Pistes", (long, long, long, *ideas(5)))), ListSlide)
    assert len(slides) > 1
    assert len({slide.size for slide in slides} - {0.0}) == 1
