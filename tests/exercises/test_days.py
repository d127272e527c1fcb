"""The example days, against what was published: counts and first and last items were read by eye on the published tables."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

EXERCISES = Path(__file__).parents[2] / "exercises"
DAYS = EXERCISES / "journees"
HEADER = ["sequence", "feuille", "tour", "groupe", "ligne", "colonne", "valeur", "auteur", "heure"]
Address = tuple[str, str, str]

# Cell → how many items it has, its first and its last.
PUBLISHED_2021: dict[Address, tuple[int, str, str]] = {
    ("silhouettes", "asv", "tete"): (
        13,
        "Connaissance du territoire",
        "Animation de réseau, réunions, groupes de travail",
    ),
    ("silhouettes", "asv", "coeur"): (7, "Partenariat 50/50", "Ethique (surtout en santé mentale)"),
    ("silhouettes", "asv", "mains"): (24, "Plan local de santé publique (PLSP)", "Visio"),
    ("silhouettes", "asv", "jambe-droite"): (22, "Ancienneté de la dynamique ASV", "Développer les liens social/santé"),
    ("silhouettes", "asv", "jambe-gauche"): (14, "Portage politique", "Articulation PTA"),
    ("silhouettes", "prevention", "tete"): (17, "Santé publique", "Animation de projet prév"),
    ("silhouettes", "prevention", "coeur"): (13, "Approche positive", "Partage"),
    ("silhouettes", "prevention", "mains"): (22, "Accompagnement et conseils", "Site"),
    ("silhouettes", "prevention", "jambe-droite"): (10, "Innovation R &D", "Pluridisciplinarité"),
    ("silhouettes", "prevention", "jambe-gauche"): (
        10,
        "Financements",
        "Valorisation de ce qui peut être fait (publication, écriture)",
    ),
    ("silhouettes", "cpts", "tete"): (17, "Savoir faire", "Partenariat"),
    ("silhouettes", "cpts", "coeur"): (15, "Transmission", "Cadre légal"),
    ("silhouettes", "cpts", "mains"): (20, "Projet de santé", "Communication"),
    ("silhouettes", "cpts", "jambe-droite"): (
        7,
        "Missions socles",
        "Amélioration de l'offre de soins et de l'exercice coordonné",
    ),
    ("silhouettes", "cpts", "jambe-gauche"): (25, "Multiplication des outils de com", "Crise covid"),
    ("dating", "asv", "cpts"): (7, "Un diagnostic partagé territorial", "Ouverture de leurs réseaux"),
    ("dating", "cpts", "asv"): (5, "Appui à l'accès aux soins", "Ouverture de leurs réseaux"),
    ("dating", "prevention", "cpts"): (
        9,
        "Accompagnement sur les projets de prévention-promotion de la santé (PPS)",
        "Analyse de pratiques : organisation possible de séances pour des groupes coordinateurs CPTS/professionnels de santé.",
    ),
    ("dating", "cpts", "prevention"): (
        2,
        "Accès aux libéraux pour de la communication",
        "Besoins de RH paramédical et médical (par exemple pour les actions « Check up santé »)",
    ),
    ("dating", "usagers", "tous"): (3, "Expertise", "Aide à la connaissance des associations de patients"),
    ("pistes", "ensemble", "pistes"): (
        8,
        "Organisation de temps conviviaux, de sensibilisation, de partage sur les métiers pour faire connaissance",
        "Des ACI pour la communication",
    ),
}

# The page break of the published table falls in the middle of these.
CUT_BY_A_PAGE = {
    ("silhouettes", "asv", "mains"): "Dispositifs contractuels",
    ("silhouettes", "asv", "jambe-droite"): "Proximité avec l'ARS dans le 13",
    ("silhouettes", "asv", "jambe-gauche"): "Logiques institutionnelles et temps",
    ("silhouettes", "prevention", "tete"): "Promotion de la santé (éducation/prévention)",
    ("silhouettes", "cpts", "tete"): "Diagnostic territorial",
}

# Written so in the published document: a verbatim keeps its spelling.
KEPT_AS_PUBLISHED = (
    "Accompagnement/parteneriat sur des thématiques de santé, comme le repérage de la crise suicidaire, la santé mentale, etc.",
    "Innovation R&D",
    "Innovation R &D",
    "Réduction des ISTS",
    "Couteau suisse (Facha touto)",
    "Diffusion des projets de santé, des feuilles de route, des Plans locaux de santé publique des ASV (PSLP)",
    "Santé mentale : étude de situation, exposition à faire tourner",
    "Formation SM/Addictions, liens entre SM/addictions",
)


@cache
def answers(day: str) -> tuple[dict[str, str], ...]:
    """Return the lines of a day's answers, by column."""
    with (DAYS / day / "reponses.csv").open(encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file, delimiter=";"))


def journee(day: str) -> dict[str, Any]:
    """Return what a day's file says."""
    loaded: dict[str, Any] = yaml.safe_load((DAYS / day / "journee.yaml").read_text(encoding="utf-8"))
    return loaded


def cells(day: str) -> dict[Address, list[str]]:
    """Return what each cell of a day holds, in order."""
    found: dict[Address, list[str]] = defaultdict(list)
    for line in answers(day):
        found[line["sequence"], line["ligne"], line["colonne"]].append(line["valeur"])
    return found


def test_every_day_keeps_its_answers_in_the_same_columns() -> None:
    """A spreadsheet opens them: a mark of encoding, semicolons, the columns of the format."""
    for day in ("paca-2021", "rhone-2023", "exemple-fictif"):
        raw = (DAYS / day / "reponses.csv").read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        assert raw.decode("utf-8-sig").split("\n", 1)[0].split(";") == HEADER
        assert all(len(line) == len(HEADER) and None not in line.values() for line in answers(day))


@pytest.mark.parametrize("cell", PUBLISHED_2021, ids="/".join)
def test_a_cell_of_2021_has_all_its_items(cell: Address) -> None:
    """Counted by eye on the published table."""
    ideas = cells("paca-2021")[cell]
    assert (len(ideas), ideas[0], ideas[-1]) == PUBLISHED_2021[cell]


def test_the_day_of_2021_has_nothing_more_than_the_published_tables() -> None:
    """236 items on the bodies, 26 in the meetings, 8 other ideas."""
    assert set(cells("paca-2021")) == set(PUBLISHED_2021)
    assert Counter(line["sequence"] for line in answers("paca-2021")) == {"silhouettes": 236, "dating": 26, "pistes": 8}


def test_what_a_page_break_cut_is_whole_again() -> None:
    """The end of a page and the start of the next are one item."""
    for cell, item in CUT_BY_A_PAGE.items():
        assert item in cells("paca-2021")[cell]


def test_published_words_keep_their_spelling() -> None:
    """Slips and odd spaces included."""
    values = {line["valeur"] for line in answers("paca-2021")}
    assert values.issuperset(KEPT_AS_PUBLISHED)
    assert not any("’" in value or "\u00a0" in value for value in values)


def test_the_document_of_2021_does_not_say_which_group_spoke() -> None:
    """Neither do the answers."""
    assert {(line["groupe"], line["auteur"], line["heure"]) for line in answers("paca-2021")} == {("", "", "")}


def test_the_meetings_of_2021_are_the_five_published_ones() -> None:
    """Users speak to the three kinds of actor at once; prevention and ASV did not meet."""
    (dating,) = (sequence for sequence in journee("paca-2021")["sequences"] if sequence["cle"] == "dating")
    asked = {(row["cle"], column) for row in dating["lignes"] for column in row["colonnes"]}
    assert asked == {("asv", "cpts"), ("cpts", "asv"), ("prevention", "cpts"), ("cpts", "prevention"), ("usagers", "tous")}
    assert asked == {(row, column) for sequence, row, column in cells("paca-2021") if sequence == "dating"}


def test_the_groups_of_2021_are_told_as_published() -> None:
    """Three groups, thirteen lines; no hour was published."""
    day = journee("paca-2021")
    assert [len(group["detail"]) for group in day["groupes"]] == [4, 5, 4]
    assert day["groupes"][0]["detail"][0] == "3 coordinateurs d'ASV + 1 coordinateurs CLS"
    assert day["groupes"][2]["detail"][-1] == "1 membre URPS ML région (en observateur)"
    assert (len(day["contexte"]), len(day["objectifs"])) == (4, 2)
    assert not any("debut" in sequence for sequence in day["sequences"])


def test_the_room_of_2023_answered_three_questions_in_words() -> None:
    """The first answer and every head-count were not published."""
    debate = [line for line in answers("rhone-2023") if line["sequence"] == "debat"]
    assert [(line["ligne"], line["colonne"], line["valeur"]) for line in debate] == [
        ("conseil-nutrition", "verdict", "plutôt pas d’accord"),
        ("gratuite", "verdict", "plutôt pas d’accord"),
        ("determinants", "verdict", "contrastée !"),
    ]


def test_the_questions_of_2023_have_their_published_answers() -> None:
    """Two questions, an answer each."""
    asked = [line for line in answers("rhone-2023") if line["sequence"] == "questions"]
    assert [line["ligne"][:40] for line in asked] == [
        "Quels critères d'inclusion des patients ",
        "Quelle articulation avec les partenaires",
    ]
    assert asked[0]["valeur"].endswith("Impact se réunit et fait le choix d'intégrer (ou pas) le patient.")
    assert asked[1]["valeur"].endswith("les moyens mis pour des personnes cumulant des difficultés seront plus importants.")


def test_published_days_name_nobody() -> None:
    """No speaker, no civility in front of a name."""
    for day in ("paca-2021", "rhone-2023"):
        text = (DAYS / day / "journee.yaml").read_text(encoding="utf-8") + str(answers(day))
        assert not any(civility in text for civility in ("M. ", "Mme ", "Dr ", "Pr ", "@"))
        assert all(not line["auteur"] for line in answers(day))


def test_the_fictional_day_says_that_it_is() -> None:
    """In its title and above it; its speakers are its own structures."""
    day = journee("exemple-fictif")
    assert "fictive" in day["journee"]
    assert "fictif" in day["surtitre"]
    assert {line["auteur"] for line in answers("exemple-fictif")} - {""} <= set(day["structures"])


def test_fictional_counts_add_up_to_the_room_but_once() -> None:
    """One count is short on purpose: three people took no position."""
    room: dict[tuple[str, str], int] = {}
    counted: Counter[tuple[str, str]] = Counter()
    for line in answers("exemple-fictif"):
        if line["feuille"] == "positions" and line["tour"]:
            place = line["ligne"], line["tour"]
            if line["colonne"] == "salle":
                room[place] = int(line["valeur"])
            else:
                counted[place] += int(line["valeur"])
    missing = {place: people - counted[place] for place, people in room.items() if people != counted[place]}
    assert len(room) == 8
    assert missing == {("meme-message", "1"): 3}


def test_fictional_groups_are_the_people_expected() -> None:
    """36 people in three groups, who all filled their bodies."""
    day = journee("exemple-fictif")
    assert sum(sum(group["composition"].values()) for group in day["groupes"]) == day["personnes"] == 36
    bodies = [line for line in answers("exemple-fictif") if line["sequence"] == "silhouettes"]
    assert {line["groupe"] for line in bodies} == {group["cle"] for group in day["groupes"]}
    assert {(line["ligne"], line["groupe"]) for line in bodies} == {
        (actor["cle"], group["cle"]) for actor in day["acteurs"] for group in day["groupes"]
    }


def test_fictional_hours_follow_one_another() -> None:
    """Each sequence starts when the one before ends; lunch and the end are fixed."""
    sequences = journee("exemple-fictif")["sequences"]
    starts = [minutes(sequence["debut"]) for sequence in sequences]
    ends = [start + int(sequence["duree"].split()[0]) for start, sequence in zip(starts, sequences, strict=True)]
    assert starts[1:] == ends[:-1]
    assert [sequence["cle"] for sequence in sequences if "fixe" in sequence] == ["dejeuner", "cloture"]


def minutes(hour: str) -> int:
    """Return the minutes since midnight of « 10:15 »."""
    hours, rest = hour.split(":")
    return int(hours) * 60 + int(rest)
