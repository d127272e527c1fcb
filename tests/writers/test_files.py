from __future__ import annotations

import errno
from pathlib import Path
from zipfile import ZipFile

import pytest

from facilitation.errors import WriteError
from facilitation.writers import OUTPUTS, Format
from facilitation.writers.files import legible, refusal, replacing, rezip, write_bytes


def test_a_file_is_put_in_place_whole_with_its_folder(tmp_path: Path) -> None:
    write_bytes(tmp_path / "sorties" / "a.md", b"tout")
    assert (tmp_path / "sorties" / "a.md").read_bytes() == b"tout"
    assert [path.name for path in (tmp_path / "sorties").iterdir()] == ["a.md"]


def test_a_writing_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"avant")

    def fail() -> None:
        with replacing(path) as draft:
            draft.write_bytes(b"moiti")
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(WriteError, match="Plus de place sur le disque"):
        fail()
    assert path.read_bytes() == b"avant"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_open_in_word_is_to_be_closed(tmp_path: Path) -> None:
    path = tmp_path / "synthese.docx"
    path.write_bytes(b"")
    assert refusal(path, PermissionError(errno.EACCES, "Permission denied")).replace("\u00a0", " ") == (
        "« synthese.docx » est ouvert dans un autre logiciel, ou protégé : fermez-le, puis recommencez."
    )


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "choisissez-en un autre avec --vers"),
        (OSError(errno.EROFS, "Read-only file system"), "choisissez-en un autre avec --vers"),
        (FileNotFoundError(errno.ENOENT, "No such file or directory"), "n’est plus là"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
    ],
)
def test_every_refusal_says_what_to_do(tmp_path: Path, error: OSError, expected: str) -> None:
    sentence = refusal(tmp_path / "absent.md", error)
    assert expected in sentence
    assert "n’est pas écrit" in sentence or "Impossible d’écrire" in sentence


def test_a_zip_is_rewritten_in_its_order_without_dates(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w") as given:
        given.writestr("z.xml", "un")
        given.writestr("a.xml", "deux")
    rezip(tmp_path / "a.zip", tmp_path / "b.zip")
    with ZipFile(tmp_path / "b.zip") as kept:
        assert [(entry.filename, entry.date_time[0]) for entry in kept.infolist()] == [("z.xml", 1980), ("a.xml", 1980)]
        assert kept.read("a.xml") == b"deux"


def test_signs_that_no_file_can_hold_are_shown_as_missing() -> None:
    assert legible("a\x00b\x1bc\ud800d\ufffee\tf\n") == "a\ufffdb\ufffdc\ufffdd\ufffde\tf\n"


def test_every_format_has_its_files_and_every_file_its_own_name() -> None:
    assert set(OUTPUTS) == set(Format)
    names = [output.file_name for outputs in OUTPUTS.values() for output in outputs]
    assert sorted(names) == [
        "donnees.ods",
        "donnees.xlsx",
        "reponses.csv",
        "restitution.odp",
        "restitution.pptx",
        "support.odp",
        "support.pptx",
        "synthese.docx",
        "synthese.html",
        "synthese.md",
        "synthese.odt",
        "synthese.pdf",
    ]
