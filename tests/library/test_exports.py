"""Exports of polling services: questions and replies found, people left out and told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.errors import FileProblemsError
from facilitation.library import exports
from facilitation.library.exports import Poll
from facilitation.library.exports.poll import is_personal
from tests.library import polls


def read(path: Path) -> Poll:
    poll = exports.read(path)
    assert poll is not None
    return poll


def titles(poll: Poll) -> list[str]:
    return [question.title for question in poll.questions]


def said(poll: Poll) -> list[tuple[int, tuple[str, ...]]]:
    return [(reply.number, reply.cells) for reply in poll.replies]


def told(poll: Poll) -> list[str]:
    return [notice.replace("\u00a0", " ") for notice in poll.told()]


def test_limesurvey_replies_that_were_sent_are_read_with_their_lines(tmp_path: Path) -> None:
    poll = read(polls.limesurvey(tmp_path))
    assert poll.tool == "LimeSurvey"
    assert titles(poll) == ["Votre groupe", polls.GRATUITE, polls.HEAD]
    assert said(poll) == [
        (2, ("Acteurs du 13", "D’accord", "Veille ; « écoute »\nsur deux lignes")),
        (5, ("Acteurs du 84", "D’accord", "=SOMME(A1)")),
    ]
    own = "« ID de la réponse », « Date de soumission », « Dernière page », « Langue de départ »"
    assert told(poll) == [
        "1 réponse jamais envoyée, laissée de côté : ligne 4.",
        "3 colonnes personnelles écartées : « Adresse IP », « URL référente » et « Votre téléphone ».",
        f"5 colonnes de service écartées : {own} et « Tête de série ».",
    ]


def test_limesurvey_headers_may_be_codes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('"id","submitdate","lastpage","seed","ipaddr","G1Q1","G1Q2.SQ1."\r\n"1","2024","2","7","x","N/A","Y"\r\n')
    poll = read(path)
    assert (titles(poll), said(poll)) == (["G1Q1", "G1Q2.SQ1."], [(2, ("", "Y"))])
    assert poll.personal == ["ipaddr"]


def test_limesurvey_headers_may_be_codes_and_texts(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    header = '"id. ID de la réponse";"submitdate. Date de soumission";"seed. Tête de série";"G1Q1[SQ1]. CPTS [Expertise]"'
    path.write_text(f'{header}\r\n"1";"2024";"7";"Veille"\r\n', encoding="utf-8")
    assert (titles(read(path)), said(read(path))) == (["CPTS [Expertise]"], [(2, ("Veille",))])


def test_framaforms_has_three_rows_of_header_and_drafts_are_left_out(tmp_path: Path) -> None:
    poll = read(polls.framaforms(tmp_path))
    assert poll.tool == "Framaforms"
    assert titles(poll) == ["Expertise", "Écoute", "Veille", "Appui", "Lien", "Relais"]
    assert [question.context for question in poll.questions] == ["CPTS", *["Qui fait quoi ?"] * 5]
    assert said(poll) == [(4, ("Un réseau", "oui", "non", "oui", "non", "oui"))]
    assert poll.personal == ["IP Address", "UID", "Username"]
    assert "ligne 5." in told(poll)[0]


def test_wooclap_replies_stop_at_the_first_blank_row_and_the_wall_follows(tmp_path: Path) -> None:
    poll = read(polls.wooclap(tmp_path))
    assert poll.tool == "Wooclap"
    assert titles(poll) == [polls.GRATUITE, polls.HEAD, "Mur de messages"]
    assert said(poll) == [
        (2, ("D’accord", "Veille", "")),
        (3, ("Pas d’accord", "Écoute - et relais", "")),
        (2, ("", "", "Merci pour ce temps")),
    ]
    assert poll.personal == ["Participant", "Email"]


def test_mentimeter_has_a_preamble_and_scales_by_criterion(tmp_path: Path) -> None:
    poll = read(polls.mentimeter(tmp_path))
    assert poll.tool == "Mentimeter"
    assert [question.option for question in poll.questions] == ["Accès", "Lien", "Écoute", "Appui", "Oui"]
    assert said(poll) == [(4, ("1", "2", "3", "4", "1")), (5, ("4", "3", "2", "1", ""))]
    assert (poll.personal, poll.service) == (["Voter"], ["Date (UTC)", "Session", "Country"])


def test_mentimeter_may_give_a_row_an_answer(tmp_path: Path) -> None:
    rows = (
        ("Participant", "Question", "Réponse"),
        ("Un", "Un mot ?", "Lien"),
        ("Un", "Et ?", "Oui"),
        ("Deux", "Un mot ?", "Appui"),
    )
    poll = read(polls.book(tmp_path / "a.xlsx", Voters=rows))
    assert titles(poll) == ["Un mot ?", "Et ?"]
    assert said(poll) == [(2, ("Lien", "")), (3, ("", "Oui")), (4, ("Appui", ""))]
    assert poll.personal == ["Participant"]


def test_google_forms_texts_keep_their_quotes_and_lines(tmp_path: Path) -> None:
    poll = read(polls.google(tmp_path))
    assert poll.tool == "Google Forms"
    assert [question.option for question in poll.questions] == ["La gratuité suffit", ""]
    assert said(poll) == [(2, ("Oui, sous conditions, Non", 'Il dit "oui"\nou "non"')), (4, ("Non", ""))]
    assert poll.personal == ["Adresse e-mail"]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_table_typed_by_anyone_is_read_under_its_title(tmp_path: Path, separator: str) -> None:
    rows = (["Notre atelier"], ["Groupe", "Idée", "Idée"], ["Nord", '"Un, deux; trois"', "x"])
    path = tmp_path / "a.csv"
    path.write_text("\n".join(separator.join(row) for row in rows), encoding="utf-8")
    poll = read(path)
    assert (titles(poll), said(poll)) == (["Groupe", "Idée", "Idée (2)"], [(3, ("Nord", "Un, deux; trois", "x"))])


def test_questions_called_alike_stay_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Avis;Avis;Avis (2);\x07\na;b;c;d\n", encoding="utf-8")
    assert titles(read(path)) == ["Avis", "Avis (2)", "Avis (2) (2)"]


def test_commas_in_free_text_are_not_taken_for_separators(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("groupe;idée\nNord;un, deux, trois, quatre\nSud;cinq\n", encoding="utf-8")
    assert said(read(path)) == [(2, ("Nord", "un, deux, trois, quatre")), (3, ("Sud", "cinq"))]


@pytest.mark.parametrize(
    "header", ["sequence;ligne;colonne;valeur", "code;valeur", "sequence;ligne;colone;valuer", "", "seule"]
)
def test_our_own_columns_are_not_a_poll(tmp_path: Path, header: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(header + "\n", encoding="utf-8")
    assert exports.read(path) is None


def test_a_formula_in_an_export_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblemsError, match="la case A2 est une formule"):
        exports.read(polls.book(tmp_path / "a.xlsx", Feuille=(("Horodateur", "Avis"), ("=1+1", "Oui"))))


@pytest.mark.parametrize(
    "name",
    ["IP", "UID", "Username", "Courriel", "Votre téléphone", "refurl", "Voter", "Nom", "E-mail", "Adresse mail", "Prénom"],
)
def test_a_column_about_a_person_is_known_by_its_name(name: str) -> None:
    assert is_personal(name)


@pytest.mark.parametrize(
    "name", ["Nom de votre structure", "Que pensez-vous de l’usage du téléphone portable au travail ?", "Groupe", "Vos idées"]
)
def test_a_question_that_speaks_of_people_is_still_a_question(name: str) -> None:
    assert not is_personal(name)


def test_a_line_longer_than_its_header_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Horodateur;Avis\n2024;Oui\n2024;Oui;et non\n2024;Non;\n", encoding="utf-8")
    poll = read(path)
    assert [number for number, _ in said(poll)] == [2, 4]
    assert [(number, why.replace("\u00a0", " ")) for number, why in poll.problems] == [
        (3, "3 cellules au lieu de 2, ligne laissée de côté")
    ]


BITS = [
    "Date", "Voter", "Serial", "SID", "Draft", "Horodateur", "submitdate", "id", "seed", "Question", "Réponse", "Participant",
    '"', ";", ",", "\t", "\n", "\r", "=1", "", "\x00", "é", "<table>", "1",
]  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(BITS), max_size=30))
def test_whatever_a_text_holds_it_is_a_poll_nothing_or_a_problem(tmp_path: Path, bits: list[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("".join(bits).encode())
    try:
        poll = exports.read(path)
    except FileProblemsError:
        return
    assert poll is None or all(len(reply.cells) == len(poll.questions) for reply in poll.replies)
