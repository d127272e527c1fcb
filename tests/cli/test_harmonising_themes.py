"""Themes from the command line: the table, what it changes, the synthesis laid out by theme beside the ordinary one."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from facilitation.cli import main
from facilitation.workshop.days import make_example

ORDINARY = ("synthese.docx", "synthese.html", "synthese.md", "restitution.pptx")


@pytest.fixture
def day(tmp_path: Path) -> Path:
    make_example("exemple-fictif", tmp_path / "jour")
    return tmp_path / "jour"


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def fill(file: Path, *themes: str) -> None:
    """Write a theme beside each of the first ideas."""
    rows = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    for row, theme in zip(rows[1:], themes, strict=False):
        row[0] = theme
    with file.open("w", encoding="utf-8-sig", newline="") as page:
        csv.writer(page, delimiter=";").writerows(rows)


def test_the_table_is_written_filled_and_taken_back(day: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("harmoniser", day, "--proposer", "--themes", "--vers", tmp_path) == 0
    file = tmp_path / "themes.csv"
    assert "118\u00a0idées, 118 sans thème" in capsys.readouterr().err
    fill(file, "Moyens", "Liens", "moyens")

    assert run("harmoniser", day, "--appliquer", file) == 0
    assert "2\u00a0thèmes nommés («\u00a0Moyens\u00a0» et «\u00a0Liens\u00a0»), 3\u00a0idées rangées" in capsys.readouterr().err
    assert run("harmoniser", day, "--appliquer", file) == 0
    assert "0\u00a0thème nommé, 0\u00a0idée rangée" in capsys.readouterr().err


def test_the_documents_by_theme_stand_beside_the_ordinary_ones(day: Path, tmp_path: Path) -> None:
    to = tmp_path / "docs"
    for name in ORDINARY:
        to.mkdir(exist_ok=True)
        (to / name).write_text("à garder", encoding="utf-8")
    run("harmoniser", day, "--proposer", "--themes", "--vers", tmp_path)
    fill(tmp_path / "themes.csv", "Moyens", "Liens")
    run("harmoniser", day, "--appliquer", tmp_path / "themes.csv")

    assert run("compiler", day, "--par-theme", "--formats", "docx,html,md,pptx,csv,xlsx", "--vers", to) == 0
    assert run("compiler", day, "--par-theme", "--version", "courte", "--formats", "md", "--vers", to) == 0
    assert {path.name for path in to.iterdir() if not path.name.startswith(".")} == {
        *ORDINARY,
        "synthese-par-theme.docx",
        "synthese-par-theme.html",
        "synthese-par-theme.md",
        "restitution-par-theme.pptx",
        "synthese-par-theme-courte.md",
    }
    assert all((to / name).read_text(encoding="utf-8") == "à garder" for name in ORDINARY)
    text = (to / "synthese-par-theme.md").read_text(encoding="utf-8")
    assert text.index("## Moyens") < text.index("## Liens") < text.index("## Sans thème") < text.index("\n## Débat mouvant")


def test_without_a_theme_one_sentence_and_no_file(day: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compiler", day, "--par-theme", "--vers", tmp_path / "docs") == 2
    assert capsys.readouterr().err.startswith("Aucun thème n’est nommé dans cette journée, rien n’est écrit.")
    assert not (tmp_path / "docs").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--version", "une-page"), "n’a pas de version une-page"),
        (("--formats", "csv"), "n’a pas de fichier en csv"),
        (("--ensemble",), "sans --ensemble"),
    ],
)
def test_what_has_no_layout_by_theme_is_said(
    day: Path, options: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("compiler", day, "--par-theme", *options) == 2
    assert said in capsys.readouterr().err
