from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.errors import FileProblemsError
from facilitation.exercise import Shows, Step, Tables
from facilitation.library import read_card, read_exercise
from facilitation.sheet import Cell, Column, Figure, Insight, Row, Source
from facilitation.typography import NBSP
from tests.library.written import CARD, DEBATE, said_of, write

MANY_MISTAKES = """\
exercice: tri
titre: [Le, tri]
deroule:
  - {etape: Consigne, duree: 5}
  - {etape: Tri, saisie: carte, montre: verdit}
  - {duree: 5 mn}
feuilles:
  - cle: cartes
    titre: Cartes
    cass: idees
    lignes: acteur
    colonnes:
      - {cle: oui, titre: Oui, poids: 2, zone: bras}
      - {cle: oui, titre: Non}
"""
ZONES = "« tête », « cœur », « mains », « jambe droite », « jambe gauche »"
A_LIST = "une liste est attendue, [a, b] ou une ligne « - … » par élément"
MARKS = "écrivez {ligne}, {colonne} ou {à colonne}"


def test_a_card_gives_its_exercise(tmp_path: Path) -> None:
    exercise = read_exercise(write(tmp_path, CARD))
    assert (exercise.key, exercise.title, exercise.aim, exercise.variant) == ("tri", "Le tri", "Trier", "")
    assert exercise.steps == (Step("Consigne", 300, "Triez."), Step("Tri", 5400, sheet="cartes", laps=3))
    sheet = exercise.sheet("cartes")
    assert (sheet.cell, sheet.figure, sheet.rounds) == (Cell.IDEAS, Figure.TABLE, 1)
    assert sheet.rows == (Row("rouge", "Rouge", columns=("oui",)), Row("vert", "Vert"))
    assert sheet.columns == (Column("oui", "Oui", weight=1.0), Column("non", "Non", rows=("vert",), weight=-0.5))


def test_a_variant_replaces_what_it_says_and_keeps_the_rest(tmp_path: Path) -> None:
    variant = read_card(write(tmp_path, CARD)).variants["courte"]
    assert (variant.key, variant.title, variant.aim, variant.variant) == ("tri", "Le tri", "Trier vite", "En bref")
    assert variant.steps == (Step("Tri", 600, sheet="cartes"),)


def test_rows_and_columns_may_come_from_the_day(tmp_path: Path) -> None:
    text = DEBATE.replace("    lignes: journee\n", "    lignes: journee\n    tours: [avant, après]\n")
    sheet = read_exercise(write(tmp_path, text)).sheet("positions")
    assert (sheet.rows_from, sheet.columns_from, sheet.rows) == (Source.DAY, None, ())
    assert (sheet.rounds, sheet.round_titles) == (2, ("avant", "après"))


def test_a_row_carries_its_insight(tmp_path: Path) -> None:
    row = "{cle: vert, titre: Vert, reponse: contrastée, eclairage: {titre: La couleur, points: [un, deux], sources: [OMS]}}"
    sheet = read_exercise(write(tmp_path, CARD.replace("{cle: vert, titre: Vert}", row))).sheet("cartes")
    assert sheet.rows[1] == Row("vert", "Vert", insight=Insight("La couleur", ("un", "deux"), ("OMS",)), answer="contrastée")


def test_words_are_kept_letter_for_letter_whatever_yaml_makes_of_them(tmp_path: Path) -> None:
    text = CARD.replace("Le tri", "2021-11-16").replace(
        "but: Trier\n", "but: no\neffectif: 010\nmateriel: [1, 1.50, 0x1F, ~x]\n"
    )
    exercise = read_exercise(write(tmp_path, text))
    assert (exercise.title, exercise.aim, exercise.size) == ("2021-11-16", "no", "010")
    assert exercise.material == ("1", "1.50", "0x1F", "~x")


def test_words_of_closed_lists_are_read_without_their_accents(tmp_path: Path) -> None:
    text = CARD.replace("poids: 1}", 'zone: Coeur, geste: "debout, bras en l\'air"}').replace(
        "duree: 5 min", "montre: Éclairage"
    )
    exercise = read_exercise(write(tmp_path, text))
    column = exercise.sheet("cartes").columns[0]
    assert (column.zone, column.gesture) == ("cœur", "debout, bras en l’air")
    assert exercise.steps[0].shows is Shows.INSIGHT


def test_a_weight_may_be_written_as_french_writes_numbers(tmp_path: Path) -> None:
    text = CARD.replace("poids: -0.5", 'poids: "−0,25"')
    assert read_exercise(write(tmp_path, text)).sheet("cartes").columns[1].weight == -0.25


def test_all_the_mistakes_of_a_card_are_said_at_once_in_order(tmp_path: Path) -> None:
    assert said_of(tmp_path, MANY_MISTAKES) == [
        "tri.yaml:1:1 : il manque la clé « but » (à quoi il sert)",
        "tri.yaml:2:8 : « titre » : un texte est attendu ; un texte qui contient « : » se met entre guillemets",
        "tri.yaml:4:30 : durée sans unité « 5 » : écrivez par exemple « 5 min »",
        "tri.yaml:5:26 : feuille inconnue « carte », vouliez-vous dire « cartes » ?",
        "tri.yaml:5:41 : montre : mot inconnu « verdit », vouliez-vous dire « verdict » ?",
        "tri.yaml:6:5 : il manque la clé « etape » (nom de l'étape)",
        "tri.yaml:10:5 : clé inconnue « cass », vouliez-vous dire « case » ?",
        "tri.yaml:11:13 : lignes : mot inconnu « acteur », vouliez-vous dire « acteurs » ?",
        "tri.yaml:13:39 : « poids » : un nombre de −1 à 1 est attendu",
        f"tri.yaml:13:48 : zone : mot inconnu « bras » ; attendu : {ZONES}",
        "tri.yaml:14:15 : cle « oui » déjà donnée ligne 13 : changez l'une des deux",
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    [
        ("    colonnes:", "    colones:", "14:5 : clé inconnue « colones », vouliez-vous dire « colonnes » ?"),
        ("but: Trier", "buts: Trier", "3:1 : clé inconnue « buts », vouliez-vous dire « but » ?"),
        ("but: Trier", "but: Trier\nbut: Ranger", "4:1 : la clé « but » est déjà écrite ligne 3 : gardez l'une des deux"),
        ("but: Trier", "but:", "3:1 : la clé « but » est vide (à quoi il sert)"),
        ("but: Trier", 'but: "a\\0b"', "3:6 : signe invisible U+0000 : effacez-le"),
        ("exercice: tri", "exercice: le tri", "1:11 : « le tri » : une clé est un mot sans espace, par exemple « le-tri »"),
        ("colonnes: [oui]", "colonnes: [ouii]", "12:47 : colonne inconnue « ouii », vouliez-vous dire « oui » ?"),
        ("lignes: [vert]", "lignes: [bleu]", "16:54 : ligne inconnue « bleu » ; attendu : « rouge », « vert »"),
        ("duree: 1 h 30", "tour: 2", "6:24 : tour 2 : la feuille « cartes » n'en a que 1"),
        ("tours: 3", "tours: 0", "6:56 : « tours » : un nombre entier de 1 à 100 est attendu"),
        ("tours: 3", "tours: trois", "6:56 : « tours » : un nombre entier de 1 à 100 est attendu"),
        ("poids: 1}", "poids: 1e0}", "15:39 : « poids » : un nombre de −1 à 1 est attendu"),
        ("dire: Triez.}", "dire: Triez., par_ligne: 1}", "5:62 : « 1 » : écrivez oui ou non"),
        ("but: Trier", "but: T\nmateriel: feutres", f"4:11 : « materiel » : {A_LIST}"),
        ("but: Trier", "but: T\nmateriel: [x, ~]", "4:15 : « materiel » : élément vide, complétez-le ou effacez son tiret"),
        ("but: Trier", "but: Trier\n? [a]\n: b", "4:3 : clé illisible : un mot suivi de « : » est attendu"),
        ("case: idees", "case: [idees]", "10:11 : « case » : un seul mot est attendu"),
        ("case: idees", "case: idees\n    phrase: Ce que {lignes} font", f"11:13 : repère inconnu « lignes » : {MARKS}"),
    ],
)
def test_one_mistake_gives_one_sentence_at_its_place(tmp_path: Path, right: str, wrong: str, sentence: str) -> None:
    assert said_of(tmp_path, CARD.replace(right, wrong, 1)) == [f"tri.yaml:{sentence}"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("- a\n- b", "1:1 : « exercice » : des clés sont attendues ici (exercice, titre, but, feuilles)"),
        ("bonjour", "1:1 : « exercice » : des clés sont attendues ici (exercice, titre, but, feuilles)"),
        ("journee: x", "0:0 : c'est une journée, une fiche d'exercice est attendue : elle commence par la clé « exercice »"),
    ],
)
def test_what_is_no_card_is_said_in_one_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    assert said_of(tmp_path, text) == [f"tri.yaml:{sentence}"]


def test_a_list_that_must_hold_something_is_not_empty(tmp_path: Path) -> None:
    said = said_of(tmp_path, "exercice: tri\ntitre: T\nbut: B\nfeuilles: []\n")
    assert said == ["tri.yaml:4:1 : la clé « feuilles » est vide (ce qui se remplit : lignes, colonnes et cases)"]


def test_a_very_wrong_file_stops_at_a_hundred_problems(tmp_path: Path) -> None:
    said = said_of(tmp_path, CARD + "".join(f"inconnu{number}: 1\n" for number in range(5000)))
    assert len(said) == 101
    assert said[-1].endswith("trop de problèmes : corrigez d'abord ceux qui précèdent")


def test_problems_are_written_with_french_spaces_and_the_path_given(tmp_path: Path) -> None:
    path = write(tmp_path, CARD.replace("colonnes:\n", "colones:\n"))
    with pytest.raises(FileProblemsError) as error:
        read_exercise(path)
    wanted = f"clé inconnue «{NBSP}colones{NBSP}», vouliez-vous dire «{NBSP}colonnes{NBSP}»{NBSP}?"
    assert error.value.problems[-1].message == wanted
    assert error.value.problems[-1].file == str(path)


def test_a_long_or_broken_word_is_shown_on_one_short_line(tmp_path: Path) -> None:
    said = said_of(tmp_path, CARD + f'"{"mot " * 50}\\nfin": 1\n')
    assert len(said) == 1
    assert "\n" not in said[0]
    assert "mot mot…" in said[0]


def test_a_card_says_how_it_mixes_the_room(tmp_path: Path) -> None:
    said = CARD.replace("tours: 3}", "tours: 3, melange: 2}", 1)
    said = said.replace("feuilles:", "melange: {par_table: 5, tours: 3, hotes: oui}\nfeuilles:", 1)
    exercise = read_exercise(write(tmp_path, said))
    assert exercise.tables == Tables(5, 3, hosts=True)
    assert [step.seating for step in exercise.steps] == [0, 2]


@pytest.mark.parametrize(
    ("melange", "sentence"),
    [
        ("melange: {tours: 3}\n", "il manque la clé « par_table »"),
        ("melange: {par_table: 1}\n", "un nombre entier de 2 à 20 est attendu"),
        ("melange: {par_table: 4}\n", "melange 2 : la fiche n’a que 1 tour de tables"),
        ("", "melange : dites d’abord combien de personnes par table"),
    ],
)
def test_a_card_that_mixes_the_room_wrongly_is_told_what_to_do(tmp_path: Path, melange: str, sentence: str) -> None:
    said = CARD.replace("tours: 3}", "tours: 3, melange: 2}", 1).replace("feuilles:", f"{melange}feuilles:", 1)
    with pytest.raises(FileProblemsError) as caught:
        read_exercise(write(tmp_path, said))
    assert sentence in str(caught.value).replace(NBSP, " ")
