from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from facilitation.day import Actor, Charter, Group
from facilitation.errors import FileProblemsError
from facilitation.library import checked_day, problems_of, read_day
from facilitation.sheet import Column, Row
from tests.library.written import CARD, DAY, said, said_of_day, write, write_day

STATEMENTS = """\
  - cle: debats
    exercice: debat
    lignes:
      - {cle: a, titre: Il faut marcher}
      - {cle: b, titre: Il faut courir, colonnes: [pour]}
"""
OFFERS = """\
  - cle: offres
    exercice: apports
    lignes:
      - {cle: asv, colonnes: [tous]}
      - {cle: usagers, titre: Usagers, colonnes: [cpts, tous]}
    colonnes:
      - {cle: tous, titre: Tous, lignes: [usagers, asv]}
"""


def test_a_day_gives_what_it_says(tmp_path: Path) -> None:
    text = DAY + (
        "surtitre: Rencontres\nsoustitre: du printemps\nlieu: Gap\norganisme: CoDES\ncontexte: [Un, Deux]\nobjectifs: [Trois]\n"
        "structures: [CPTS du Lac]\npersonnes: 12\nparticipants: participants.csv\nconservation: {noms: 2 mois}\n"
        'charte: {couleur: "#0b6e6e", logo: null}\nmodele: {besoin: essayer}\n'
    )
    day = checked_day(write_day(tmp_path, text))
    assert (day.title, day.date, day.people) == ("Une journée", date(2024, 3, 1), 12)
    assert (day.overtitle, day.subtitle, day.place, day.organisation) == ("Rencontres", "du printemps", "Gap", "CoDES")
    assert (day.context, day.objectives, day.organisations) == (("Un", "Deux"), ("Trois",), ("CPTS du Lac",))
    assert (day.participants, day.retention, day.charter) == ("participants.csv", {"noms": "2 mois"}, Charter("#0B6E6E"))
    assert day.actors == (Actor("cpts", "CPTS", phrase="les CPTS"), Actor("asv", "ASV"))
    assert day.groups == (Group("g1", "Groupe 1", {"cpts": 3, "asv": 4}),)


def test_a_moment_has_an_hour_and_no_exercise(tmp_path: Path) -> None:
    moment = checked_day(write_day(tmp_path)).sequence("accueil")
    assert (moment.title, moment.exercise, moment.start) == ("Accueil", None, time(9, 30))
    assert (moment.seconds, moment.fixed) == (900, True)


@pytest.mark.parametrize("hour", ["10:15", '"10:15"', "10h15", "10 h 15"])
def test_an_hour_is_an_hour_with_or_without_quotes(tmp_path: Path, hour: str) -> None:
    day = checked_day(write_day(tmp_path, DAY.replace("9:30", hour)))
    assert day.sequence("accueil").start == time(10, 15)


@pytest.mark.parametrize("written", ["2024-03-01", "'2024-03-01'"])
def test_a_date_is_a_date_with_or_without_quotes(tmp_path: Path, written: str) -> None:
    assert checked_day(write_day(tmp_path, DAY.replace("2024-03-01", written))).date == date(2024, 3, 1)


def test_a_sequence_takes_the_title_and_the_length_of_its_exercise(tmp_path: Path) -> None:
    sequence = checked_day(write_day(tmp_path)).sequence("tri")
    assert (sequence.title, sequence.seconds) == ("Le tri", 95 * 60)


def test_what_a_sequence_says_wins_over_its_exercise(tmp_path: Path) -> None:
    text = DAY.replace("exercice: tri}", "exercice: tri, variante: courte, titre: Tri final, duree: 20 min, partie: Fin}")
    sequence = checked_day(write_day(tmp_path, text)).sequence("tri")
    assert (sequence.title, sequence.seconds, sequence.part) == ("Tri final", 1200, "Fin")
    assert sequence.exercise is not None
    assert sequence.exercise.variant == "En bref"


def test_a_step_played_for_each_statement_counts_once_a_statement(tmp_path: Path) -> None:
    sequence = checked_day(write_day(tmp_path, DAY + STATEMENTS)).sequence("debats")
    assert sequence.seconds == (2 + 2 * 3) * 60
    assert sequence.exercise is not None
    assert sequence.exercise.sheet("positions").rows == (
        Row("a", "Il faut marcher"),
        Row("b", "Il faut courir", columns=("pour",)),
    )


def test_a_sequence_adds_to_the_actors_and_restricts_them(tmp_path: Path) -> None:
    exercise = checked_day(write_day(tmp_path, DAY + OFFERS)).sequence("offres").exercise
    assert exercise is not None
    sheet = exercise.sheet("apports")
    assert sheet.rows == (
        Row("cpts", "CPTS", phrase="les CPTS"),
        Row("asv", "ASV", columns=("tous",)),
        Row("usagers", "Usagers", columns=("cpts", "tous")),
    )
    assert sheet.columns[2] == Column("tous", "Tous", rows=("usagers", "asv"))
    assert [(row.key, column.key) for row, column in sheet.cells()] == [
        ("cpts", "asv"),
        ("asv", "tous"),
        ("usagers", "cpts"),
        ("usagers", "tous"),
    ]


def test_a_day_is_read_from_its_folder_or_its_file(tmp_path: Path) -> None:
    folder = write_day(tmp_path)
    assert read_day(folder) == read_day(folder / "journee.yaml")
    assert read_day(folder).problems == []


def test_a_folder_without_a_day_says_how_to_make_one(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("rien", encoding="utf-8")
    day, problems = read_day(tmp_path)
    assert day is None
    assert said(problems) == [
        "journee.yaml:0:0 : il n'y a pas de journee.yaml dans ce dossier : « facilitation nouvelle DOSSIER » en crée un"
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    [
        (
            "date: 2024-03-01",
            "date: 01/03/2024",
            "2:7 : date illisible « 01/03/2024 » : écrivez l'année, le mois et le jour, « 2024-03-01 »",
        ),
        ("date: 2024-03-01", "date: 2024-02-30", "2:7 : cette date n'existe pas « 2024-02-30 » : vérifiez le jour et le mois"),
        ("debut: 9:30", "debut: 25:30", "9:43 : heure illisible « 25:30 » : écrivez par exemple « 10:15 »"),
        ("debut: 9:30", "debut: 570", "9:43 : heure illisible « 570 » : écrivez par exemple « 10:15 »"),
        ("duree: 15 min", "duree: 15", "9:56 : durée sans unité « 15 » : écrivez par exemple « 15 min »"),
        ("fixe: oui", "fixe: peut-être", "9:70 : « peut-être » : écrivez oui ou non"),
        ("{cpts: 3, asv: 4}", "{cpts: 3, avs: 4}", "7:53 : acteur inconnu « avs », vouliez-vous dire « asv » ?"),
        (
            "{cpts: 3, asv: 4}",
            "{cpts: 3, asv: quatre}",
            "7:58 : « composition, asv » : un nombre entier de 0 à 10000 est attendu",
        ),
        ("{cpts: 3, asv: 4}", "[cpts, asv]", "7:43 : « composition » : un nombre est attendu pour chaque cle d'acteur"),
        ("{cpts: 3, asv: 4}", "{cpts: 3, cpts: 4}", "7:53 : la clé « cpts » est déjà écrite ligne 7 : gardez l'une des deux"),
        ("exercice: tri", "exercice: trie", "10:26 : exercice inconnu « trie », vouliez-vous dire « tri » ?"),
        ("exercice: tri", "exercice: tri, variante: longue", "10:41 : variante inconnue « longue » ; attendu : « courte »"),
        (
            "exercice: tri",
            "exercice: debat",
            "10:26 : « debat » attend ses affirmations : ajoutez la clé « lignes » à cette séquence",
        ),
        (
            "exercice: tri",
            "exercice: tri, lignes: [{cle: a, titre: A}]",
            "10:31 : « lignes » : la fiche « tri » les fixe déjà, retirez cette clé",
        ),
        ("titre: Accueil, ", "", "9:5 : il manque la clé « titre » à cette séquence sans exercice"),
        (
            "titre: Accueil, ",
            "titre: Accueil, variante: courte, ",
            "9:36 : « variante » ne sert qu'à un exercice : nommez-le avec la clé « exercice »",
        ),
        ("cle: tri", "cle: accueil", "10:11 : cle « accueil » déjà donnée ligne 9 : changez l'une des deux"),
        ("cle: g1", "cle: g 1", "7:11 : « g 1 » : une clé est un mot sans espace, par exemple « g-1 »"),
        ("date:", "personnes: -3\ndate:", "2:12 : « personnes » : un nombre entier de 1 à 10000 est attendu"),
        (
            "date:",
            "charte: {couleur: vert}\ndate:",
            "2:19 : couleur illisible « vert » : écrivez-la entre guillemets, comme « #0B6E6E »",
        ),
        (
            "date:",
            "charte:\n  couleur: #0B6E6E\ndate:",
            '3:3 : couleur absente : « # » commence un commentaire, mettez la couleur entre guillemets, "#0B6E6E"',
        ),
        (
            "date:",
            "charte: {logo: logo.png}\ndate:",
            "2:16 : fichier introuvable « logo.png » : posez-le dans le dossier de la journée",
        ),
        (
            "date:",
            "charte: {logo: journee.yml}\ndate:",
            "2:16 : fichier introuvable « journee.yml », vouliez-vous dire « journee.yaml » ?",
        ),
        (
            "date:",
            "contexte: Un\ndate:",
            "2:11 : « contexte » : une liste est attendue, [a, b] ou une ligne « - … » par élément",
        ),
        (
            "date:",
            "contexte:\n  - Note : ceci\ndate:",
            "3:5 : « contexte » : un texte est attendu ; un texte qui contient « : » se met entre guillemets",
        ),
    ],
)
def test_one_mistake_gives_one_sentence_at_its_place(tmp_path: Path, right: str, wrong: str, sentence: str) -> None:
    assert said_of_day(tmp_path, DAY.replace(right, wrong, 1)) == [f"journee.yaml:{sentence}"]


@pytest.mark.parametrize(
    ("text", "right", "wrong", "sentence"),
    [
        (STATEMENTS, "colonnes: [pour]", "colonnes: [pourr]", "colonne inconnue « pourr », vouliez-vous dire « pour » ?"),
        (STATEMENTS, ", titre: Il faut marcher", "", "il manque la clé « titre » (titre de la ligne)"),
        (OFFERS, ", titre: Usagers", "", "« usagers » n'est pas un acteur de la journée : donnez-lui la clé « titre »"),
        (OFFERS, "[cpts, tous]", "[cpts, tout]", "colonne inconnue « tout », vouliez-vous dire « tous » ?"),
        (
            OFFERS,
            "lignes: [usagers, asv]",
            "lignes: [patients]",
            "ligne inconnue « patients » ; attendu : « cpts », « asv », « usagers »",
        ),
    ],
)
def test_a_line_of_a_sequence_is_checked_against_its_exercise(
    tmp_path: Path, text: str, right: str, wrong: str, sentence: str
) -> None:
    assert [line.partition(" : ")[2] for line in said_of_day(tmp_path, DAY + text.replace(right, wrong))] == [sentence]


def test_an_exercise_that_draws_on_the_day_says_what_the_day_lacks(tmp_path: Path) -> None:
    text = "journee: J\ndate: 2024-03-01\nsequences:\n  - {cle: o, exercice: apports}\n"
    assert said_of_day(tmp_path, text) == [
        "journee.yaml:4:24 : « apports » se remplit selon la journée : ajoutez-lui la clé « acteurs »"
    ]


def test_people_of_no_declared_actor_are_the_others(tmp_path: Path) -> None:
    text = (
        "journee: J\ndate: 2024-03-01\ngroupes: [{cle: g, nom: G, composition: {cpts: 2}}]\nsequences: [{cle: a, titre: A}]\n"
    )
    assert said_of_day(tmp_path, text) == ["journee.yaml:3:42 : acteur inconnu « cpts » ; attendu : « autres »"]


def test_a_wrong_day_opens_with_what_is_right(tmp_path: Path) -> None:
    text = DAY.replace("exercice: tri", "exercice: trie, titre: Tri").replace("9:30", "matin") + STATEMENTS
    text = text.replace("{cle: asv, nom: ASV}", "{cle: asv}").replace("lieu:", "lieux:")
    day, problems = read_day(write_day(tmp_path, text))
    assert len(problems) == 3
    assert day is not None
    assert [(s.key, s.title, s.start, s.exercise is None) for s in day.sequences] == [
        ("accueil", "Accueil", None, True),
        ("tri", "Tri", None, True),
        ("debats", "Débat", None, False),
    ]
    assert [actor.key for actor in day.actors] == ["cpts"]
    assert day.groups[0].people == 7


@pytest.mark.parametrize("missing", ["journee: Une journée\n", "date: 2024-03-01\n"])
def test_a_day_without_a_title_or_a_date_does_not_open(tmp_path: Path, missing: str) -> None:
    folder = write_day(tmp_path, DAY.replace(missing, ""))
    assert read_day(folder).day is None
    with pytest.raises(FileProblemsError, match="il manque la clé"):
        checked_day(folder)


def test_the_mistakes_of_a_card_are_said_under_its_own_name_once(tmp_path: Path) -> None:
    folder = write_day(tmp_path, DAY + "  - {cle: encore, exercice: tri}\n")
    write(folder / "exercices", CARD.replace("duree: 5 min", "duree: 5"), "tri.yaml")
    day, problems = read_day(folder)
    assert said(problems) == ["tri.yaml:5:30 : durée sans unité « 5 » : écrivez par exemple « 5 min »"]
    assert day is not None
    assert day.sequence("encore").exercise is not None


def test_a_card_is_no_day(tmp_path: Path) -> None:
    assert said_of_day(tmp_path, CARD) == [
        "journee.yaml:0:0 : c'est une fiche d'exercice, une journée est attendue : elle commence par la clé « journee »"
    ]


def test_a_folder_is_checked_whole(tmp_path: Path) -> None:
    folder = write_day(tmp_path, DAY.replace("date:", "dates:"))
    write(folder / "exercices", CARD.replace("but: Trier\n", "buts: Trier\n"), "tri.yaml")
    assert said(problems_of(folder)) == [
        "tri.yaml:3:1 : clé inconnue « buts », vouliez-vous dire « but » ?",
        "journee.yaml:2:1 : clé inconnue « dates », vouliez-vous dire « date » ?",
    ]
    assert said(problems_of(folder / "exercices" / "tri.yaml")) == said(problems_of(folder))[:1]


def test_where_the_columns_of_files_go_is_neither_a_card_nor_a_day(tmp_path: Path) -> None:
    folder = write_day(tmp_path, DAY)
    write(folder, "- outil: framaforms\n", "imports.yaml")
    assert problems_of(folder) == []


def test_a_folder_without_a_file_is_a_day_not_there(tmp_path: Path) -> None:
    assert said(problems_of(tmp_path)) == said(read_day(tmp_path).problems)
