from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.cli import main
from facilitation.workshop.days import make_example

NOTHING, SOMETHING, WRONG_USAGE = 0, 1, 2
PLAIN = """journee: Une journée
date: 2027-03-18
introduction: |
  {text}
sequences:
  - {{cle: accueil, titre: Accueil}}
"""


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def plain(tmp_path: Path, text: str) -> Path:
    folder = tmp_path / "jour"
    folder.mkdir()
    (folder / "journee.yaml").write_text(PLAIN.format(text=text), encoding="utf-8")
    return folder


def test_each_thing_is_a_line_of_the_output_and_their_count_is_said_last(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_example("rhone-2023", tmp_path / "jour")

    assert main(["relire", str(tmp_path / "jour")]) == SOMETHING
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 2
    assert all("\u00a0: " in line for line in said.out.splitlines())
    assert said.err.splitlines()[-1] == "2\u00a0choses à relire."


def test_a_day_with_nothing_to_read_again_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["relire", str(plain(tmp_path, "Merci à tous."))]) == NOTHING
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[-1] == "Rien à relire\u00a0: vous pouvez publier."
    assert not (tmp_path / "outputs").exists()


def test_the_documents_that_are_there_are_read_instead_of_new_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, documents = plain(tmp_path, "Merci à tous."), tmp_path / "documents"
    documents.mkdir()
    (documents / "synthese.html").write_text("<h1>Titre</h1>", encoding="utf-8")

    assert main(["relire", str(folder), "--vers", str(documents)]) == SOMETHING
    said = capsys.readouterr()
    assert [line.partition("\u00a0:")[0] for line in said.out.splitlines()] == ["synthese.html"] * 2
    assert "1\u00a0document de «" in said.err


def test_links_are_tried_only_when_asked_and_how_many_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answers(link: str, method: str) -> str:
        asked.append(f"{method} {link}")
        return "le site répond qu’il n’a pas cette page (erreur 404)"

    monkeypatch.setattr("facilitation.workshop.proofreading.tried._asked", answers)
    folder = plain(tmp_path, "Voir https://exemple.fr/bilan#fin et https://exemple.fr/bilan.")

    assert main(["relire", str(folder)]) == NOTHING
    assert asked == []
    assert main(["relire", str(folder), "--liens"]) == SOMETHING
    assert asked == ["HEAD https://exemple.fr/bilan"]
    assert "1\u00a0lien essayé sur internet." in capsys.readouterr().err


def test_a_folder_that_is_no_day_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["relire", str(tmp_path)]) == WRONG_USAGE
    assert "n’est pas le dossier d’une journée" in capsys.readouterr().err


def test_what_is_wrong_in_the_days_file_is_a_line_and_the_rest_is_read_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = plain(tmp_path, "80 % de contents")
    with (folder / "journee.yaml").open("a", encoding="utf-8") as file:
        file.write("charte: {logo: logo.png}\n")

    assert main(["relire", str(folder)]) == SOMETHING
    said = capsys.readouterr()
    assert [line.partition("\u00a0: ")[0] for line in said.out.splitlines()] == ["journee.yaml, ligne 7", "Introduction"]
