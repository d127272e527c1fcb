"""A document changed since it was made is never lost when it is made again."""

from __future__ import annotations

from pathlib import Path
from typing import Never

import pytest

from facilitation.errors import WriteError
from facilitation.workshop import sparing as module
from facilitation.workshop.sparing import RECORD, sparing, told


def write(path: Path, words: str) -> Path | None:
    """Make a document as the tool does; return the copy that was kept."""
    with sparing(path) as spared:
        path.write_text(words, encoding="utf-8")
    return spared.copy


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return tmp_path / "synthese.docx"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {RECORD}


def test_a_document_made_again_takes_the_place_of_the_one_before(document: Path) -> None:
    assert write(document, "un") is None
    assert write(document, "deux") is None
    assert names(document.parent) == {"synthese.docx"}


def test_one_that_somebody_changed_is_kept_each_time_under_a_name_of_its_own(document: Path) -> None:
    for number, words in ((1, "à la main"), (2, "encore")):
        write(document, "fait")
        document.write_text(words, encoding="utf-8")
        copy = write(document, "refait")
        assert copy is not None
        assert copy.name == f"synthese-modifiee-{number}.docx"
        assert copy.read_text(encoding="utf-8") == words
    assert write(document, "refait") is None


def test_one_that_the_tool_did_not_make_here_is_kept_unless_it_says_the_same(document: Path) -> None:
    document.write_text("venu d’ailleurs", encoding="utf-8")
    assert write(document, "venu d’ailleurs") is None
    (document.parent / RECORD).unlink()
    assert write(document, "fait") is not None


@pytest.mark.parametrize("record", ["", "[]", "{", "\x00"])
def test_a_record_that_cannot_be_read_spares_once_too_often_never_too_little(document: Path, record: str) -> None:
    write(document, "fait")
    (document.parent / RECORD).write_text(record, encoding="utf-8")
    assert write(document, "refait") is not None
    assert write(document, "fait") is None


def test_nothing_is_left_beside_a_document_that_could_not_be_written(document: Path) -> None:
    write(document, "fait")
    document.write_text("à la main", encoding="utf-8")
    with pytest.raises(WriteError), sparing(document):
        raise WriteError("ouvert dans un autre logiciel")
    assert names(document.parent) == {"synthese.docx"}
    assert document.read_text(encoding="utf-8") == "à la main"


def test_nothing_is_written_where_no_copy_can_be_kept(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _content: bytes) -> Never:
        raise WriteError("Plus de place sur le disque")

    document.write_text("à la main", encoding="utf-8")
    monkeypatch.setattr(module, "write_bytes", full)
    with pytest.raises(WriteError, match="Plus de place"):
        write(document, "fait")
    assert document.read_text(encoding="utf-8") == "à la main"


def test_the_sentence_names_both_files(document: Path) -> None:
    assert told("a.md", document) == (
        "«\u00a0a.md\u00a0» avait changé depuis sa fabrication\u00a0: il est gardé sous le nom «\u00a0synthese.docx\u00a0»."
    )
    assert module.digest(document) == ""
