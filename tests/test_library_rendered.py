"""The decks of every exercise of the library as LibreOffice lays them out: nothing clipped, nothing that a reader misses."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.workshop.compiling import make, outputs
from tests.conftest import Clock
from tests.rendering import faults_of, lay_out, needs_rendering, text_of
from tests.trials import CARDS, answered

pytestmark = needs_rendering


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder where each exercise has its decks, with their pages, made from its example."""
    folder = tmp_path_factory.mktemp("diaporamas")
    for path in CARDS:
        workshop = answered(path, folder / "journees" / path.stem, Clock())
        try:
            for made in make(workshop.day, workshop.room, folder, folder / path.stem, outputs(["pptx"])):
                made.path.rename(folder / f"{path.stem}-{made.path.name}")
        finally:
            workshop.close()
    lay_out(sorted(folder.glob("*.pptx")), folder)
    return folder


@pytest.mark.parametrize("name", [path.stem for path in CARDS])
def test_the_decks_of_an_exercise_show_all_that_they_hold(decks: Path, name: str) -> None:
    found = {deck: decks / f"{name}-{deck}.pptx" for deck in ("restitution", "support")}
    faults = {deck: faults_of(path, text_of(path.with_suffix(".pdf"))) for deck, path in found.items()}
    assert faults == {"restitution": [], "support": []}
