"""The documents: chosen, made aside, found again whatever screen one is on."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from facilitation.console import making
from facilitation.console.making import Making
from facilitation.errors import WriteError
from facilitation.workshop.compiling import Made, outputs
from tests.conftest import Clock
from tests.console.driving import SEATED, STANDING, driven, example

Write = Callable[..., Iterator[Made]]


@pytest.fixture
def day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the example day; documents go under this test's own folder."""
    monkeypatch.chdir(tmp_path)
    return example(tmp_path / "paca-2021")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Write a line instead of each document; return the names of those made."""
    made: list[str] = []

    def write(_day: Any, _room: Any, _folder: Path, to: Path, chosen: list[Any], **_options: Any) -> Iterator[Made]:
        to.mkdir(parents=True, exist_ok=True)
        for output in chosen:
            made.append(output.file_name)
            path = to / output.file_name
            path.write_text("document", encoding="utf-8")
            yield Made(output, path, 1200, 0.4)

    monkeypatch.setattr(making, "make", write)
    return made


async def test_three_documents_are_proposed_first(day: Path) -> None:
    async with driven(day) as console:
        await console.press("e")
        await console.until_shown("Avant de fabriquer")
        assert "■ Synthèse Word" in console.text
        assert "□ Réponses CSV" in console.text
        assert "F5  Suite\u00a0: fabriquer 3\u00a0documents" in console.text


async def test_what_is_missing_is_told_before(day: Path) -> None:
    async with driven(day) as console:
        await console.press("e")
        await console.until_shown("270\u00a0idées sans groupe")
        assert "✓ Composition des groupes complète." in console.text


async def test_space_takes_and_leaves_a_document(day: Path, quick: list[str]) -> None:
    async with driven(day) as console:
        await console.press("e", "space", "down", "space", "f5")
        await console.until_shown("✓ 3\u00a0fichiers dans outputs/paca-2021")
        assert quick == ["support.pptx", "restitution.pptx", "donnees.xlsx"]


async def test_real_files_are_written_and_every_idea_is_found_in_the_synthesis(day: Path) -> None:
    names = [output.file_name for output in outputs()]
    async with driven(day) as console:
        await console.press("e", "space")
        for name in names:
            if name in {"restitution.pptx", "donnees.xlsx", "synthese.md", "reponses.csv"}:
                await console.press(*["down"] * (names.index(name) - console.app.screen.chosen), "space")  # type: ignore[attr-defined]
        assert "fabriquer 2\u00a0documents" in console.text
        await console.press("f5")
        await console.until_shown("Toutes les idées saisies (270) se retrouvent dans la synthèse.")
        assert (Path("outputs") / "paca-2021" / "reponses.csv").is_file()
        assert "ko en" in console.text


async def test_leaving_stops_nothing_and_the_console_says_when_it_is_done(
    day: Path, quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write: Write = vars(making)["make"]
    left = threading.Event()

    def wait(*arguments: Any, **options: Any) -> Iterator[Made]:
        left.wait(5)
        return write(*arguments, **options)

    monkeypatch.setattr(making, "make", wait)
    async with driven(day) as console:
        await console.press("e", "f5")
        assert "Fabrication en cours. Échap pour continuer ailleurs" in console.text
        assert "0\u00a0%" in console.text
        await console.press("escape")
        left.set()
        await console.until_shown("✓ 3\u00a0documents fabriqués en")
        assert quick == ["synthese.docx", "restitution.pptx", "donnees.xlsx"]
        await console.press("e")
        assert "✓ 3\u00a0fichiers dans outputs/paca-2021" in console.text


async def test_a_document_that_cannot_be_written_is_told_and_the_others_are_made(
    day: Path, quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write: Write = vars(making)["make"]

    def refuse(*arguments: Any, **options: Any) -> Iterator[Made]:
        if arguments[4][0].file_name == "synthese.docx":
            raise WriteError("synthese.docx est ouvert dans Word : fermez-le.")
        return write(*arguments, **options)

    monkeypatch.setattr(making, "make", refuse)
    async with driven(day) as console:
        await console.press("e", "f5")
        await console.until_shown("✓ 2\u00a0fichiers")
        assert "▲ Synthese.docx est ouvert dans Word" in console.text
        assert "✗ non fabriqué" in console.text
        await console.press("f")
        assert "fabriquer 3\u00a0documents" in console.text


async def test_a_mistake_in_a_writer_does_not_take_the_console_down(
    day: Path, quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(*_arguments: Any, **_options: Any) -> Iterator[Made]:
        raise ZeroDivisionError("division par zéro")

    monkeypatch.setattr(making, "make", fall)
    async with driven(day) as console:
        await console.press("e", "f5")
        await console.until_shown("La fabrication s’est arrêtée")


async def test_the_panel_tells_what_a_document_holds(day: Path) -> None:
    async with driven(day, size=SEATED) as console:
        await console.press("e")
        await console.until_shown("Ce qu’il contient")
        assert "La Silhouette" in console.text
        assert "Mise en page" in console.text
        assert "Noms des personnes" in console.text


def test_what_is_made_tells_what_is_on_disk(day: Path, clock: Clock, tmp_path: Path) -> None:
    job = Making(day, outputs(["csv"]), clock)
    over = threading.Event()
    job.start(lambda function: function(), over.set)
    assert over.wait(20)
    assert job.to == Path("outputs/paca-2021")
    assert len(job.made["reponses.csv"].path.read_text(encoding="utf-8-sig").splitlines()) > 270
    assert job.sentence().startswith("✓ 1\u00a0document fabriqué en")


@pytest.mark.parametrize("size", [STANDING, SEATED])
async def test_a_deck_says_its_slides_its_weight_and_its_time_at_every_width(day: Path, size: tuple[int, int]) -> None:
    async with driven(day, size=size) as console:
        await console.press("e")
        await console.until_shown("Avant de fabriquer")
        await console.press("f5")
        await console.until_shown("✓ 3\u00a0fichiers")
        (line,) = [line for line in console.lines if "diapositives" in line]
        assert re.search(r"✓ \d+ diapositives, \d+ ko en \d+,\d secondes?( |$)", line.replace("\u00a0", " "))
