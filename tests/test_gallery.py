import zipfile
from pathlib import Path

import pytest

from facilitation.workshop.compiling import Length, of_version, outputs
from tests.gallery import GALLERY, NAMES, compiled


@pytest.mark.parametrize("name", NAMES)
def test_the_gallery_is_what_the_example_day_compiles_to_today(name: str, tmp_path: Path) -> None:
    stale = [path.name for path in compiled(name, tmp_path) if content(path) != content(GALLERY / name / path.name)]
    assert not stale, "run make galerie, look at every page that changed, then commit"


@pytest.mark.parametrize("name", NAMES)
def test_the_gallery_holds_every_output_and_nothing_else(name: str) -> None:
    known = {output.named(length) for length in Length for output in of_version(outputs(), length)}
    assert {path.name for path in (GALLERY / name).iterdir()} == known


def content(path: Path) -> object:
    """Return what a file says: zlib versions may press the same words into other bytes."""
    if not path.is_file():
        return None
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}
