from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from facilitation.cli import main
from facilitation.events import AnswerGiven
from facilitation.sheet import Address
from facilitation.workshop.workshop import Workshop

DAY = """\
journee: Journée d’essai
date: 2021-11-16
acteurs: [{cle: cpts, nom: CPTS}]
participants: liste.csv
sequences:
  - {cle: silhouettes, titre: La Silhouette, exercice: silhouette}
"""


@pytest.fixture
def day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a day with one person in its list and in an answer, one author of no list, and its documents in Markdown."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = tmp_path / "jour"
    folder.mkdir()
    (folder / "journee.yaml").write_text(DAY, encoding="utf-8")
    (folder / "liste.csv").write_text("Nom;Prénom;Acteur\nVAUTRIN;Aline;CPTS\n", encoding="utf-8")
    workshop = Workshop.open(folder)
    address = Address("silhouettes", "portraits", 1, "", "cpts", "tete")
    workshop.record(*(AnswerGiven(address, f"Idée {number} de Vautrin", "Gaspard Oublié") for number in range(14)))
    workshop.close()
    assert main(["compiler", "jour", "--formats", "md"]) == 0
    assert main(["compiler", "jour", "--formats", "md", "--vers", "ailleurs"]) == 0
    return folder


def holders(folder: Path, name: str = "vautrin") -> set[str]:
    return {path.name for path in folder.parent.rglob("*") if path.is_file() and name.encode() in path.read_bytes().lower()}


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    capsys.readouterr()
    try:
        status = main(["effacer", *arguments])
    except SystemExit as stopped:
        status = int(stopped.code or 0)
    return status, capsys.readouterr().err.replace("\u00a0", " ")


class Terminal(io.StringIO):
    """What somebody types at a terminal."""

    def isatty(self) -> bool:
        """Return that it is one."""
        return True


def test_without_a_terminal_it_says_what_it_would_do_and_changes_nothing(day: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = holders(day)
    status, told = said(capsys, "jour", "--noms")
    assert status == 0
    assert "Effacer les noms de la journée « Journée d’essai » (1 personne) :" in told
    assert "- liste.csv : « Personne-1 »" in told
    assert "14 textes à changer" in told
    assert "    Idée 11 de [nom effacé]\n    et 2 autres\n" in told
    assert "- refaits : synthese.md ;" in told
    assert "(--aussi « NOM Prénom ») : « Gaspard Oublié »." in told
    assert told.endswith("Rien n’a été changé. Pour effacer sans question : facilitation effacer jour --noms --oui\n")
    assert holders(day) == before == {"liste.csv", "carnet.sqlite", "synthese.md"}


def test_yes_erases_everywhere_and_a_second_time_there_is_nothing_left(day: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, told = said(capsys, "jour", "--noms", "--oui", "--vers", "ailleurs", "--aussi", "Gaspard Oublié")
    assert status == 0
    assert "Noms effacés. Les réponses, les effectifs, les structures et les acteurs sont gardés." in told
    assert holders(day) == set()
    assert holders(day, "gaspard") == set()
    assert said(capsys, "jour", "--noms", "--oui") == (0, "Il n’y a plus de nom à effacer dans « jour ».\n")


def test_what_still_holds_a_name_is_said(day: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (day / "notes.txt").write_text("Vautrin a dit", encoding="utf-8")
    (day / "ancien.pdf").write_bytes(b"%PDF")
    (day / "photo.jpg").write_bytes(b"\xff\xd8")
    status, told = said(capsys, "jour", "--noms", "--oui")
    assert status == 1
    assert f"{Path('jour/notes.txt')} tient encore un nom (Vautrin), et n’est pas refait ici : corrigez-le" in told
    assert f"{Path('jour/ancien.pdf')} ne se lit pas d’ici" in told
    assert "1 image : regardez si un nom s’y lit." in told


@pytest.mark.parametrize(
    ("answer", "is_erased"), [("oui\n", True), ("O\n", True), ("non\n", False), ("\n", False), ("", False)]
)
def test_at_a_terminal_it_asks(
    day: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, answer: str, is_erased: bool
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    status, told = said(capsys, "jour", "--noms")
    assert status == 0
    assert "Effacer ? Rien ne le défera. (oui/non)" in told
    assert ("liste.csv" not in holders(day)) is is_erased


def test_a_console_that_has_the_day_open_is_named(day: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workshop = Workshop.open(day)
    try:
        status, told = said(capsys, "jour", "--noms", "--oui")
    finally:
        workshop.close()
    assert status == 1
    assert told.count("\n") == 1
    assert "est ouvert" in told or "écrit" in told
    assert "liste.csv" in holders(day)


def test_what_to_erase_must_be_said(day: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, told = said(capsys, "jour")
    assert status == 2
    assert "il manque : --noms" in told
    assert "liste.csv" in holders(day)


def test_a_folder_that_is_no_day_is_refused(day: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, told = said(capsys, "ailleurs", "--noms")
    assert status == 2
    assert "n’est pas le dossier d’une journée" in told
    assert day.is_dir()
