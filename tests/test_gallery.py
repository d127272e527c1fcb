import zipfile
from pathlib import Path

import pytest

from facilitation.workshop.compiling import Length, of_version, outputs
from tests.gallery import GALLERY, NAMES, compiled
from tests.gallery_pages import PAGES, SHOWN, digest, picture_of, shown


@pytest.mark.parametrize("name", NAMES)
def test_the_gallery_is_what_the_example_day_compiles_to_today(name: str, tmp_path: Path) -> None:
    stale = [path.name for path in compiled(name, tmp_path) if content(path) != content(GALLERY / name / path.name)]
    assert not stale, "run make galerie, look at every page that changed, then commit"


@pytest.mark.parametrize("name", NAMES)
def test_the_gallery_holds_every_output_and_nothing_else(name: str) -> None:
    known = {output.named(length) for length in Length for output in of_version(outputs(), length)}
    there = {path.name for path in (GALLERY / name).iterdir()} - {".fabrication.json"}  # « make demo » writes here too
    assert there == known | {PAGES}


@pytest.mark.parametrize("name", NAMES)
def test_each_picture_shows_the_document_of_today_and_the_page_of_the_gallery_shows_it(name: str) -> None:
    old = [document for document in SHOWN if shown(picture_of(name, document)) != digest(GALLERY / name / document)]
    assert not old, "run make galerie, with LibreOffice, pdftoppm and Chromium"
    pictures = {picture_of(name, document) for document in SHOWN}
    assert set((GALLERY / name / PAGES).iterdir()) == pictures
    told = (GALLERY / "README.md").read_text(encoding="utf-8")
    assert not [picture.name for picture in pictures if f"]({picture.relative_to(GALLERY).as_posix()})" not in told]


def content(path: Path) -> object:
    """Return what a file says: zlib versions may press the same words into other bytes."""
    if not path.is_file():
        return None
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}
