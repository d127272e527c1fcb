from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from facilitation.day import Actor, Day, Group
from facilitation.events import AnswerCorrected, IdeaSetAside, IdeasKeptApart, ParagraphsWritten, Part, PhotoAttached
from facilitation.library import checked_day, library_folder
from facilitation.room import Room
from facilitation.sheet import Row
from facilitation.workshop.harmonising import proposals
from facilitation.workshop.proofreading import links
from facilitation.workshop.proofreading.finding import Finding, cut, gathered, path
from facilitation.workshop.proofreading.proofread import of_day
from facilitation.workshop.proofreading.told import By, Told
from tests.workshop.days import example, example_room, imported, small_day, stamper

TOO_FEW = "une ou deux personnes"


def said_of(day: Day, room: Room, folder: Path, about: str = "") -> list[str]:
    """Return the lines that tell of something, with plain spaces."""
    told = (finding.sentence.replace("\u00a0", " ") for finding in of_day(day, room, folder))
    return [line for line in told if about in line]


def room_of(day: Day, *records: tuple[str, ...]) -> Room:
    taken = imported(day, *records)
    assert not taken.refused
    return Room(taken.events)


def written(room: Room, text: str, part: Part = Part.INTRODUCTION, sequence: str = "") -> Room:
    room.take(stamper("z")([ParagraphsWritten(part, text, sequence)]))
    return room


def with_actors(day: Day, *actors: Actor) -> Day:
    return replace(day, actors=actors, sequences=())


# --- one line -------------------------------------------------------------------------------------


def test_a_finding_is_one_line_that_says_where_then_what() -> None:
    assert (
        Finding(path("La Silhouette", "CPTS", "", "Tête"), "case vide").sentence
        == "La Silhouette › CPTS › Tête\u00a0: case vide"
    )


def test_what_is_found_everywhere_is_told_once_with_the_first_places() -> None:
    told = gathered(
        [Finding(f"Bilan.pptx › Diapositive {number}", "sans titre") for number in range(1, 42)] + [Finding("Plan", "vide")]
    )

    assert [finding.sentence.replace("\u00a0", " ") for finding in told] == [
        "Bilan.pptx › Diapositive 1, Diapositive 2, Diapositive 3 et 38 autres : sans titre",
        "Plan : vide",
    ]


def test_a_long_text_is_cut_after_a_whole_word_and_on_one_line() -> None:
    assert cut("Un deux\ntrois quatre", 12) == "Un deux…"
    assert cut("Un deux\ntrois") == "Un deux trois"


# --- cells and ideas ------------------------------------------------------------------------------


def test_an_exercise_without_any_answer_is_told_once_and_its_cells_are_not(tmp_path: Path) -> None:
    told = said_of(small_day(), Room(), tmp_path, "aucune réponse")

    assert [line.partition(" : ")[0] for line in told] == ["Débat mouvant", "La Silhouette", "Questions"]
    assert not said_of(small_day(), Room(), tmp_path, "case vide")


def test_an_empty_cell_is_told_by_its_row_and_column(tmp_path: Path) -> None:
    day = small_day()
    room = room_of(
        day,
        ("silhouettes", "", "", "g13", "asv", "tete", "Réseau"),
        ("silhouettes", "", "", "g13", "asv", "coeur", "Écoute"),
        ("silhouettes", "", "", "g13", "cpts", "tete", "Soin"),
    )

    assert said_of(day, room, tmp_path, "case vide") == [
        "La Silhouette › CPTS › Valeurs : case vide ; complétez-la, ou laissez-la si personne n’a rien dit"
    ]


def test_a_statement_that_nobody_answered_is_told_by_its_number(tmp_path: Path) -> None:
    day = small_day()
    room = room_of(day, ("debat", "positions", "avant", "", "gratuite", "pour", "4"))

    assert [line.partition(" : ")[0] for line in said_of(day, room, tmp_path, "ni compte")] == [
        "Débat mouvant › Positions › n° 2, « Sans logement, rien ne tient »"
    ]


def test_words_left_by_the_model_are_told_where_they_are(tmp_path: Path) -> None:
    day = checked_day(library_folder() / "modeles" / "journee-inter-acteurs.yaml")
    told = said_of(day, written(Room(), "À compléter : nos remerciements"), tmp_path, "À compléter")

    places = ", ".join(line.partition(" : « À compléter")[0] for line in told)
    assert "journee.yaml › journee" in places


def test_near_ideas_are_told_until_somebody_decides(tmp_path: Path) -> None:
    day, room = example("paca-2021"), example_room("paca-2021")
    (before,) = said_of(day, room, tmp_path, "réunissez-les")
    assert before.startswith("La Silhouette : 7 familles d’idées proches à décider, d’abord « Connaissance du territoire »")

    left = [proposal for proposal in proposals(day, room) if not proposal.decision]
    room.take(stamper("z")([IdeasKeptApart(proposal.answers, proposal.answers) for proposal in left]))
    assert not said_of(day, room, tmp_path, "réunissez-les")


def test_ideas_of_unknown_groups_are_told_where_groups_work_but_not_where_the_whole_room_speaks(tmp_path: Path) -> None:
    day = small_day()
    room = room_of(
        day,
        ("silhouettes", "", "", "", "asv", "tete", "Réseau"),
        ("debat", "arguments", "", "", "gratuite", "pour", "C’est un droit"),
        ("questions", "", "", "", "Qui paie ?", "Réponse", "La ville"),
    )

    assert [line.partition(" : ")[0] for line in said_of(day, room, tmp_path, "sans groupe")] == ["La Silhouette"]


def test_answers_whose_cell_left_the_day_are_told(tmp_path: Path) -> None:
    day = small_day()
    room = room_of(day, ("silhouettes", "", "", "g13", "asv", "tete", "Réseau"))
    shorter = replace(day, sequences=tuple(known for known in day.sequences if known.key != "silhouettes"))

    assert said_of(shorter, room, tmp_path, "plus dans journee.yaml") == [
        "silhouettes › portraits : 1 réponse dont la case n’est plus dans journee.yaml : l’annexe seule les montre"
    ]


def test_an_idea_worded_by_two_people_is_told_until_somebody_chooses(tmp_path: Path) -> None:
    day = small_day()
    room = room_of(day, ("silhouettes", "", "", "g13", "asv", "tete", "Réseau"))
    key = next(room.said()).key
    for station, words in (("y", "Réseau local"), ("z", "Réseau d’élus")):
        room.take(stamper(station)([AnswerCorrected(key, words, after=key)]))

    assert said_of(day, room, tmp_path, "récrite") == [
        (
            "La Silhouette › ASV/CLSM/CLS › Expertise (Acteurs du 13) : récrite par deux personnes, « Réseau local » et"
            " « Réseau d’élus » ; corrigez l’idée dans la console pour choisir ses mots"
        )
    ]
    room.take(stamper("x")([AnswerCorrected(key, "Réseau local", settles=True)]))
    assert not said_of(day, room, tmp_path, "récrite")


# --- people ---------------------------------------------------------------------------------------


def test_a_name_after_a_civility_is_told_where_it_is(tmp_path: Path) -> None:
    day = small_day()
    room = room_of(day, ("silhouettes", "", "", "g13", "asv", "tete", "Le carnet de Mme Vautrin"))

    assert said_of(day, room, tmp_path, "nom de personne") == [
        (
            "La Silhouette › ASV/CLSM/CLS › Expertise (Acteurs du 13) : nom de personne « Vautrin » (après une civilité) ;"
            " remplacez-le par une fonction ou une structure"
        )
    ]


def test_a_name_of_the_list_is_told_in_an_idea_set_aside_and_in_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "liste.csv").write_text("Nom;Prénom;Acteur\nVautrin;Aline;CPTS\n", encoding="utf-8")
    day = replace(small_day(), participants="liste.csv")
    room = written(room_of(day, ("silhouettes", "", "", "g13", "asv", "tete", "Réseau")), "Merci à aline vautrin.")
    key = next(room.said()).key
    room.take(stamper("y")([IdeaSetAside(key, "dit par Aline Vautrin")]))

    places = {line.partition(" : ")[0] for line in said_of(day, room, tmp_path, "(de la liste)")}
    assert places == {"Introduction", "La Silhouette › ASV/CLSM/CLS › Expertise (Acteurs du 13) › mise de côté"}


def test_a_list_that_cannot_be_read_is_told_and_nothing_else_is_lost(tmp_path: Path) -> None:
    (tmp_path / "liste.csv").write_text("Couleur\nbleu\n", encoding="utf-8")
    told = said_of(replace(small_day(), participants="liste.csv"), Room(), tmp_path)

    assert [line for line in told if line.startswith("liste.csv : liste illisible, ses noms ne sont pas cherchés")]
    assert any("aucune réponse" in line for line in told)


@pytest.mark.parametrize("text", ["Écrire à a.vautrin@exemple.fr", "Appelez le 04 65 71 56 78", "Tél. +33 6 39 98 56 78"])
def test_what_reaches_somebody_is_told(tmp_path: Path, text: str) -> None:
    assert len(said_of(small_day(), written(Room(), text), tmp_path, "sans son accord")) == 1


@pytest.mark.parametrize("text", ["La file de 2021 à 2023", "Le code 13 000 12", "12 34 56 78 90 12"])
def test_other_numbers_are_no_telephone(tmp_path: Path, text: str) -> None:
    assert not said_of(small_day(), written(Room(), text), tmp_path, "sans son accord")


def test_kinds_that_one_or_two_people_are_of_are_told_in_the_composition_and_in_what_they_said(tmp_path: Path) -> None:
    groups = (Group("g13", "Acteurs du 13", {"asv": 1, "cpts": 11}), Group("g84", "Acteurs du 84", {"asv": 3, "cpts": 3}))
    day = replace(small_day(), groups=groups)
    room = room_of(
        day,
        ("silhouettes", "", "", "g13", "asv", "tete", "Réseau"),
        ("silhouettes", "", "", "g84", "cpts", "tete", "Soin"),
    )

    told = said_of(day, room, tmp_path, TOO_FEW)
    assert told[0].startswith(
        "Composition des groupes : une ou deux personnes d’un même type, Acteurs du 13 (1 ASV/CLSM/CLS) ;"
    )
    assert told[1].startswith(
        "La Silhouette : une ou deux personnes seulement de ce type dans le groupe, ASV/CLSM/CLS (Acteurs"
    )
    assert len(told) == 2
    assert not said_of(small_day(), room_of(small_day()), tmp_path, TOO_FEW)


def test_photos_are_to_be_looked_at_and_a_missing_file_is_told(tmp_path: Path) -> None:
    photo = PhotoAttached("silhouettes", "portraits", 1, "g13", "photo-0123456789abcdef.jpg", "Mme Vautrin")
    room = Room(stamper("z")([photo]))

    told = said_of(small_day(), room, tmp_path, "photo")
    assert [line.partition(" : ")[0] for line in told] == [
        "La Silhouette › légende d’une photo",
        "Annexe des photos (1 photo)",
        "Annexe des photos",
    ]


# --- figures --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "80 % des habitants sont loin d’un médecin",
        "80\u00a0% sont contents",
        "Neuf personnes sur dix reviendraient",
        "9 sur 10 sont contents",
        "Un habitant sur quatre n’a pas de médecin",
        "3 patients sur 4 sans médecin traitant",
        "quarante-cinq, soit 12,5 pour cent",
    ],
)
def test_a_share_without_the_number_of_people_is_told(tmp_path: Path, text: str) -> None:
    assert len(said_of(small_day(), written(Room(), text), tmp_path, "sans sa base")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "80 % des 45 participants",
        "53 sur 57, soit 93 %",
        "80 % (n = 45)",
        "36 personnes sur 45",
        "Un poste à 80 %",
        "Le dispositif 100 % santé",
        "Trois groupes sur quatre l’ont dit",
        "De 9 h à 10 h, sur deux sites",
    ],
)
def test_a_share_with_its_base_and_what_is_no_share_of_people_are_not_told(tmp_path: Path, text: str) -> None:
    assert not said_of(small_day(), written(Room(), text), tmp_path, "sans sa base")


def test_a_count_whose_whole_is_unknown_is_told_and_one_that_is_whole_is_not(tmp_path: Path) -> None:
    day = small_day()
    half = room_of(day, ("debat", "positions", "avant", "", "gratuite", "pour", "12"))
    whole = room_of(
        day,
        ("debat", "positions", "avant", "", "gratuite", "pour", "12"),
        ("debat", "positions", "avant", "", "gratuite", "contre", "0"),
    )

    assert said_of(day, half, tmp_path, "total de la salle") == [
        (
            "Débat mouvant › Positions › La gratuité suffit › Avant : 12 personnes comptées sans le total de la salle,"
            " et rien pour « Pas d’accord » ; comptez-les, ou dites le total"
        )
    ]
    assert not said_of(day, whole, tmp_path, "total de la salle")


# --- acronyms -------------------------------------------------------------------------------------


def acronyms_told(day: Day, text: str, folder: Path) -> str:
    return " ".join(said_of(day, written(Room(), text), folder, "sigles :"))


@pytest.mark.parametrize("said", ["Le CCAS aide", "la PMI", "(URPS)", "nos CoDES", "PTA/DAC"])
def test_an_acronym_that_nothing_spells_out_is_told(tmp_path: Path, said: str) -> None:
    assert "en toutes lettres" in acronyms_told(with_actors(small_day()), said, tmp_path)


@pytest.mark.parametrize(
    "said",
    [
        "Le contrat local de santé (CLS) du pays",
        "CCAS : centre communal d’action sociale",
        "Une plateforme territoriale d’appui. La PTA répond",
        "Les Comités d’éducation pour la santé (CoDES)",
        "IL FAUT QUE TOUT LE MONDE PARLE",
        "Ce n’est PAS vrai, XIV, OK, un PDF",
        "G20 et A4",
    ],
)
def test_what_is_spelled_out_or_no_acronym_is_not_told(tmp_path: Path, said: str) -> None:
    day = replace(with_actors(small_day()), place="", acronyms={"pta": "plateforme territoriale d’appui"})
    assert acronyms_told(day, said, tmp_path) == ""


def test_words_of_the_day_spell_acronyms_out(tmp_path: Path) -> None:
    day = replace(with_actors(small_day()), place="")
    long_name = Actor("cpts", "Communautés professionnelles territoriales de santé", "CPTS")

    assert "CPTS" in acronyms_told(day, "Les CPTS et le CLS", tmp_path)
    spelled = replace(day, actors=(long_name,), acronyms={"CLS": "contrat local de santé"})
    assert acronyms_told(spelled, "Les CPTS et le CLS", tmp_path) == ""


def test_a_chance_of_initials_spells_nothing_out(tmp_path: Path) -> None:
    day = replace(with_actors(small_day()), place="")
    told = acronyms_told(
        day, "Le carnet d’adresses des services de la ville.\n\nUne ASV. Conseil local de santé mentale.\n\nCLS", tmp_path
    )
    assert "ASV" in told
    assert "CLS" in told


# --- links ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "link",
    [
        "www.exemple.fr",
        "https://",
        "http:/exemple.fr",
        "htp://exemple.fr",
        "https://exemple",
        "https://exemple.fr/a(b",
        "file:///C:/a.docx",
        "https://exemple.fr:99999/a",
        "http://[::1/a",
    ],
)
def test_a_link_that_leads_nowhere_says_why(link: str) -> None:
    assert links.malformed(link)


@pytest.mark.parametrize(
    "text",
    ["(voir https://exemple.fr/a).", "https://exemple.fr/a_(b)", "« https://santé.exemple.fr »", "http://10.0.0.1/x", "14:30"],
)
def test_a_well_written_link_is_not_told(text: str) -> None:
    assert not list(links.wrong([Told("Introduction", text, By.STAFF)]))


def test_links_are_tried_only_when_asked(tmp_path: Path) -> None:
    room = written(Room(), "Voir https://exemple.fr/absente et www.exemple.fr")
    tried: list[str] = []

    def answers(link: str) -> str:
        tried.append(link)
        return "le site ne répond pas"

    assert len(said_of(small_day(), room, tmp_path, "lien «")) == 1
    found = [each.sentence for each in of_day(small_day(), room, tmp_path, answers) if "lien «" in each.sentence]
    assert tried == ["https://exemple.fr/absente"]
    assert len(found) == 2


def test_nothing_is_told_of_a_day_where_all_is_well(tmp_path: Path) -> None:
    day = replace(with_actors(small_day()), place="Salle des fêtes", groups=(), organisations=())
    assert said_of(day, Room(), tmp_path) == []


@pytest.mark.parametrize("name", ["paca-2021", "rhone-2023", "exemple-fictif"])
def test_each_line_about_an_example_day_says_where_and_is_one_line(name: str, tmp_path: Path) -> None:
    told = said_of(example(name), example_room(name), tmp_path)

    assert 0 < len(told) < 10
    assert all(" : " in line and "\n" not in line and len(line) < 400 for line in told)


def test_percentages_published_by_earlier_editions_are_told_once_for_an_exercise(tmp_path: Path) -> None:
    day = small_day()
    row = Row("gratuite", "La gratuité suffit", editions={"2021": "88 %", "2022": "96 % (48 sur 50)"})
    sequences = tuple(
        replace(
            sequence,
            exercise=replace(
                sequence.exercise, sheets=(replace(sequence.exercise.sheets[0], rows=(row,)), *sequence.exercise.sheets[1:])
            ),
        )
        if sequence.exercise is not None and sequence.key == "debat"
        else sequence
        for sequence in day.sequences
    )
    told = said_of(replace(day, sequences=sequences), Room(), tmp_path, "pourcentage")
    assert told == ["Débat mouvant : 1 pourcentage de 2021 sans sa base ; ajoutez-la si vous l’avez, sinon dites-le"]
