from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import Workbook

from facilitation.composition import Participant, Presence
from facilitation.errors import FileProblemsError
from facilitation.library.participants import MOST_PEOPLE, Participants, read
from facilitation.typography import NBSP

MADAM, SIR, MRS = "Madame", "Monsieur", "Mme"  # said before a name: no real person is called so in our files

HEAD = "Nom;Prénom;Structure;Acteur;Territoire"


def written(folder: Path, *lines: str, encoding: str = "utf-8", newline: str = "\n") -> Path:
    path = folder / "participants.csv"
    path.write_bytes(newline.join([*lines, ""]).encode(encoding))
    return path


def taken(folder: Path, *lines: str) -> Participants:
    return read(written(folder, *lines))


def refused(path: Path) -> str:
    with pytest.raises(FileProblemsError) as caught:
        read(path)
    return str(caught.value).replace(NBSP, " ")


def names(found: Participants) -> list[str]:
    return [person.name for person in found.people]


def said(found: Participants) -> str:
    return "\n".join(found.notices).replace(NBSP, " ")


def test_a_plain_list_is_read_whole(tmp_path: Path) -> None:
    found = taken(
        tmp_path, HEAD + ";Groupe;Présence", "EXEMPLE;Luc;CCAS;ASV;13;A;présent", "TÉMOIN;Anne;CPTS Nord;CPTS;84;B;Excusée"
    )
    assert found.people == (
        Participant("Luc EXEMPLE", "CCAS", "ASV", "13", "A", Presence.PRESENT),
        Participant("Anne TÉMOIN", "CPTS Nord", "CPTS", "84", "B", Presence.EXCUSED),
    )
    assert found.notices == ()


@pytest.mark.parametrize(
    "header",
    [
        "NOM;PRENOM;ORGANISME;TYPE D'ACTEUR;DÉPARTEMENT",
        "nom ; prénom ; Service/Organisme/Structure ; Type d’acteur ; Territoires",
        "Nom*;Prénom*;Affiliation;Acteur (CPTS, ASV…);Territoire d'intervention",
        "Nom de famille;Prénoms;Nom de la structure;Catégorie;Secteur",
    ],
)
def test_headers_are_known_in_any_writing(tmp_path: Path, header: str) -> None:
    assert taken(tmp_path, header, "EXEMPLE;Luc;CCAS;ASV;13").people == (Participant("Luc EXEMPLE", "CCAS", "ASV", "13"),)


@pytest.mark.parametrize(
    ("header", "cell", "name"),
    [
        ("Nom", "{Mme} EXEMPLE Anne-Marie", "Anne-Marie EXEMPLE"),
        ("Nom", "{Monsieur} Luc EXEMPLE", "Luc EXEMPLE"),
        ("Nom", "{Mr/Mme} Luce EXEMPLE", "Luce EXEMPLE"),
        ("Nom", "{M.} LE TÉMOIN Luc", "Luc LE TÉMOIN"),
        ("Nom", "{Dr.} EXEMPLE, Luce", "Luce EXEMPLE"),
        ("Nom Prénom", "Exemple Luce", "Luce Exemple"),
        ("NOM / Prénom", "EXEMPLE Luce", "Luce EXEMPLE"),
        ("Prénom Nom", "Luce Exemple", "Luce Exemple"),
        ("Nom et prénom", "de la Ville Luce", "de la Ville Luce"),
        ("Participant·e", "Mélanie Exemple", "Mélanie Exemple"),
    ],
)
def test_names_lose_their_civility_and_start_with_the_first_name(tmp_path: Path, header: str, cell: str, name: str) -> None:
    plain = re.sub("[{}]", "", cell)  # braces: no file of ours calls somebody by their title
    assert names(taken(tmp_path, f"{header};Acteur", f'"{plain}";CPTS')) == [name]


def test_a_civility_column_is_dropped_without_a_word(tmp_path: Path) -> None:
    found = taken(tmp_path, "Civilité;" + HEAD, "Mme;EXEMPLE;Luce;CCAS;ASV;13")
    assert names(found) == ["Luce EXEMPLE"]
    assert found.notices == ()


def test_roles_are_the_same_in_the_feminine_and_in_the_masculine(tmp_path: Path) -> None:
    lines = ["Anne Un;Participante;CPTS", "Luc Deux;Participant;CPTS", "Zoé Trois;Observatrice;", "Jo Quatre;Animateur;CRES"]
    found = taken(tmp_path, "Nom;Rôle;Acteur", *lines)
    assert [person.role for person in found.people] == ["participant", "participant", "observateur", "animateur"]
    assert [person.is_dealt for person in found.people] == [True, True, False, False]
    assert "Hors des groupes : 1 observateur et 1 animateur." in said(found)


def test_personal_columns_are_left_out_and_said(tmp_path: Path) -> None:
    header = f"{HEAD};Adresse e-mail;Tél.;Régime alimentaire;Situation de handicap;Droit à l'image;Couleur"
    found = taken(tmp_path, header, "EXEMPLE;Luc;CCAS;ASV;13;luc@exemple.fr;0000;sans sel;non;oui;bleu")
    assert found.people == (Participant("Luc EXEMPLE", "CCAS", "ASV", "13"),)
    assert "5 colonnes personnelles écartées : « Adresse e-mail », « Tél. »," in said(found)
    assert "1 colonne écartée : « Couleur »." in said(found)


def test_missing_columns_and_cells_are_said(tmp_path: Path) -> None:
    found = taken(tmp_path, "Nom;Acteur", "Luc Exemple;CPTS", "Anne Exemple;", "Zoé Exemple;cpts")
    assert [person.actor for person in found.people] == ["CPTS", "", "CPTS"]
    assert "Pas de colonne « territoire »" in said(found)
    assert "Pas de colonne « structure »" in said(found)
    assert "Acteur non précisé, ligne 3 : compté parmi les autres." in said(found)


def test_a_title_above_the_header_and_blank_lines_are_passed_over(tmp_path: Path) -> None:
    found = taken(tmp_path, "Journée inter-acteurs;;", ";;", "Nom;Prénom;Acteur", ";;", "EXEMPLE;Luc;ASV")
    assert names(found) == ["Luc EXEMPLE"]


def test_a_star_after_a_name_says_an_absence(tmp_path: Path) -> None:
    found = taken(tmp_path, "Nom;Acteur", "Luc Exemple *;CPTS")
    assert found.people[0].name == "Luc Exemple"
    assert found.people[0].presence is Presence.ABSENT
    assert "Absence dite par « * » : ligne 2." in said(found)


def test_a_workbook_is_read_like_a_csv(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Liste des inscrits"])
    page.append(["NOM Prénom", "Structure", "Type d'acteur", "Territoire", "N° de groupe"])
    page.append(["EXEMPLE Luc", "CCAS", "ASV", 13, 2])
    book.save(tmp_path / "liste.xlsx")
    assert read(tmp_path / "liste.xlsx").people == (Participant("Luc EXEMPLE", "CCAS", "ASV", "13", "2"),)


def test_a_list_saved_by_an_old_spreadsheet_is_read_and_said(tmp_path: Path) -> None:
    found = read(written(tmp_path, HEAD, "TÉMOIN;Zoé;Mairie;ASV;13", encoding="cp1252", newline="\r\n"))
    assert names(found) == ["Zoé TÉMOIN"]
    assert "n’est pas en UTF-8" in said(found)


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "utf-16-le"])
def test_a_wrong_encoding_is_said_with_its_line(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, "Nom;Acteur", "Luc Exemple;CPTS", "Amélie Père;CPTS", encoding=encoding)
    assert "accents abîmés : enregistrez à nouveau la liste, au format CSV UTF-8" in refused(path)


def test_accents_damaged_by_another_tool_are_said_with_their_line(tmp_path: Path) -> None:
    path = written(tmp_path, "Nom;Acteur", "Luc Exemple;CPTS", "AmÃ©lie Exemple;CPTS")
    assert refused(path).startswith("participants.csv:3:1 : accents abîmés")


def test_two_people_of_the_same_name_are_refused_with_both_lines(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD, "EXEMPLE;Luc;CCAS;ASV;13", "Exemple;Luc;CPTS Sud;CPTS;84")
    sentence = "« Luc Exemple » est déjà à la ligne 2 : retirez une ligne, ou distinguez les deux noms"
    assert refused(path) == f"participants.csv:3:1 : {sentence}"


def test_a_list_without_actors_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "Nom;Fonction;Service/Organisme/Structure", "Luc Exemple;Directeur;CCAS")
    assert refused(path).startswith("participants.csv:1:1 : colonne absente : « acteur ».")


def test_a_column_named_twice_is_refused(tmp_path: Path) -> None:
    message = refused(written(tmp_path, "Nom;Acteur;acteur;Nom;Note;Note", "Luc EXEMPLE;ASV;CPTS;Anne TÉMOIN;a;b"))
    assert message == "participants.csv:1:1 : colonnes en double : « Nom » et « Acteur ». Gardez-en une de chaque nom"


def test_a_column_of_no_use_may_be_named_twice(tmp_path: Path) -> None:
    assert names(taken(tmp_path, HEAD + ";Note;Note", "EXEMPLE;Luc;CCAS;ASV;13;a;b")) == ["Luc EXEMPLE"]


def test_a_list_without_header_is_refused(tmp_path: Path) -> None:
    message = refused(written(tmp_path, "EXEMPLE Luc, Chargé de projet, CCAS"))
    assert message.startswith("participants.csv:1:1 : colonnes absentes : « nom » et « acteur ».")


@pytest.mark.parametrize(
    "lines",
    [
        ["Présents :", f"{MADAM} EXEMPLE, coordinatrice CLS Ville", "Excusés :", f"{SIR} TÉMOIN, directeur CCAS"],
        ["EXEMPLE Luc, Chargé de projet, Asso", "Témoin Anne-Marie, Directrice, CCAS"],
        ["ARS : EXEMPLE Luc, TÉMOIN Anne", "Excusés : MODÈLE Jean"],
        ["Mr Luc EXEMPLE Directeur *", f"{MRS} Anne TÉMOIN Infirmière"],
        ["Luc EXEMPLE CCAS", "Anne TÉMOIN ARS"],
        ["10 membres de CPTS pour 8 CPTS représentées + 1 MSP", "1 coordinateurs CLS"],
        ["environ 50 inscrits : professionnels de la santé 44 %, IMS 22 %"],
    ],
    ids=["two blocks", "commas", "by organisation", "stars", "no separator", "head-counts", "percentages"],
)
def test_a_list_written_without_columns_is_refused_with_those_to_name(tmp_path: Path, lines: list[str]) -> None:
    message = refused(written(tmp_path, *lines))
    assert message.startswith("participants.csv:1:1 : colonnes absentes : « nom » et « acteur ».")
    assert message.endswith("nom;prénom;structure;acteur;territoire")


def test_three_thousand_lines_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "Nom;Acteur", *(f"Personne {number};CPTS" for number in range(3_000)))
    message = refused(path)
    assert message.startswith(f"participants.csv:{MOST_PEOPLE + 2}:1 : 3 000 lignes, 1 000 personnes au plus")
    assert "ce n’est sans doute pas la liste de cette journée" in message.replace("'", "’")
    assert "Rien n’a été pris" in message.replace("'", "’")


def test_every_bad_line_is_said_and_nothing_is_taken(tmp_path: Path) -> None:
    lines = [
        ";CPTS;oui",
        '"EXEMPLE Luc\nTÉMOIN Zoé";CPTS;oui',
        "Anne Exemple;CPTS;Diffusion {0}",
        "Jo Exemple;CPTS;oui;de trop",
    ]
    told = refused(written(tmp_path, "Nom;Acteur;Présence", *lines)).splitlines()
    assert told == [
        "participants.csv:2:1 : nom absent : écrivez-le, ou effacez cette ligne",
        "participants.csv:3:1 : plusieurs personnes dans la même case : une ligne par personne",
        "participants.csv:5:1 : présence inconnue « Diffusion {0} » : écrivez inscrit, présent, excusé ou absent",
        "participants.csv:6:1 : 4 cellules au lieu de 3 : une valeur qui contient le séparateur se met entre guillemets",
    ]


@pytest.mark.parametrize(("lines", "sentence"), [([], "fichier vide"), (["Nom;Acteur"], "personne dans cette liste")])
def test_an_empty_list_is_refused(tmp_path: Path, lines: list[str], sentence: str) -> None:
    path = tmp_path / "participants.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert sentence in refused(path)


def test_what_is_not_a_list_is_refused(tmp_path: Path) -> None:
    (tmp_path / "faux.xlsx").write_bytes(b"PK\x03\x04 rien")
    assert "classeur illisible" in refused(tmp_path / "faux.xlsx")
    assert "fichier introuvable" in refused(tmp_path / "nulle-part.csv")
