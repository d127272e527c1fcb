"""A template that nobody should trust: one sentence says why it is refused, and nothing of it is written anywhere."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from facilitation.errors import FileProblemsError
from facilitation.typography import NBSP
from facilitation.writers.template import accent_of, remarks_of
from facilitation.writers.template.archive import Archive
from facilitation.writers.template.parts import kept_of
from tests.writers.templates import branded, letterhead, rewritten, wide

SCRIPT = b"Sub AutoOpen()"


def said(path: Path) -> str:
    with pytest.raises(FileProblemsError) as refused:
        remarks_of(path)
    assert str(refused.value).startswith(f"{path.name}{NBSP}: ")
    assert "\n" not in str(refused.value)
    return str(refused.value)


def packed(path: Path, entries: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    return path


@pytest.mark.parametrize("name", ["../dehors.txt", "ppt/../../dehors.xml", "/etc/passe", "C:/dehors.xml"])
def test_a_path_that_leaves_the_file_is_refused(tmp_path: Path, name: str) -> None:
    path = rewritten(wide(tmp_path / "modele.pptx"), {}, {name: b"x"})
    assert "sort du fichier" in said(path)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["modele.pptx"]


def test_a_file_that_becomes_huge_is_refused(tmp_path: Path) -> None:
    path = rewritten(wide(tmp_path / "modele.pptx"), {}, {"ppt/media/zeros.png": bytes(60_000_000)})
    assert "énorme une fois déballé" in said(path)


def test_a_file_of_more_than_100_mo_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "lourd.pptx"
    with path.open("wb") as file:
        file.seek(100_000_001)
        file.write(b"x")
    assert "plus de 100 Mo" in said(path)


def test_entities_are_refused(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]><a>&b;</a>'
    path = rewritten(wide(tmp_path / "modele.pptx"), {"ppt/theme/theme1.xml": lambda _: bomb})
    assert "aucun logiciel de bureau" in said(path)


@pytest.mark.parametrize(
    ("start", "words"),
    [(b"\xd0\xcf\x11\xe0" + bytes(600), "mot de passe"), (b"%PDF-1.4", "n’est pas une présentation"), (b"", "n’est pas")],
)
def test_what_is_no_presentation_is_said(tmp_path: Path, start: bytes, words: str) -> None:
    path = tmp_path / "modele.pptx"
    path.write_bytes(start)
    assert words in said(path)


def test_a_document_of_another_kind_is_said(tmp_path: Path) -> None:
    path = letterhead(tmp_path / "modele.docx").rename(tmp_path / "modele.pptx")
    assert "n’est pas une présentation" in said(path)
    assert "OpenDocument" in said(packed(tmp_path / "ouvert.pptx", {"content.xml": b"<a/>", "mimetype": b"x"}))
    assert "n’existe pas" in said(tmp_path / "absent.pptx")


def test_a_damaged_part_is_said(tmp_path: Path) -> None:
    path = rewritten(wide(tmp_path / "modele.pptx"), {"ppt/slideMasters/slideMaster1.xml": lambda text: text[:200]})
    assert "abîmé" in said(path)


def test_macros_are_left_out_and_said(tmp_path: Path) -> None:
    path = rewritten(wide(tmp_path / "modele.pptm"), {}, {"ppt/vbaProject.bin": SCRIPT})
    assert any("macros" in sentence for sentence in remarks_of(path))
    assert not any(SCRIPT in content for content in kept_of(path).parts.values())
    word = rewritten(letterhead(tmp_path / "modele.docm"), {}, {"word/vbaProject.bin": SCRIPT})
    assert any("macros" in sentence for sentence in remarks_of(word))


def test_links_to_the_outside_are_left_out_and_said(tmp_path: Path) -> None:
    path = branded(tmp_path / "modele.potx")
    kept = kept_of(path)
    assert any("liens ne sont pas repris" in sentence for sentence in remarks_of(path))
    assert not any(b"exemple.invalid" in content or b"hlinkClick" in content for content in kept.parts.values())
    assert not any("slides/" in name for name in kept.parts)


def test_the_accent_of_either_kind_of_template_is_read(tmp_path: Path) -> None:
    assert accent_of(wide(tmp_path / "modele.pptx")) == "#8A1538"
    assert accent_of(letterhead(tmp_path / "modele.docx")) == "#4F81BD"


def test_nothing_is_read_past_the_largest_part(tmp_path: Path) -> None:
    path = rewritten(wide(tmp_path / "modele.pptx"), {}, {"ppt/media/gros.png": b"x"})
    with Archive(path, "pptx") as archive, pytest.raises(FileProblemsError, match="incomplet"):
        archive.read("ppt/media/absent.png")
