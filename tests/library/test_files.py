from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from facilitation.library import files, read_exercise
from tests.library.written import CARD, said_of_card, write


def bytes_in(folder: Path, content: bytes) -> Path:
    path = folder / "tri.yaml"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "content",
    [
        CARD.encode(),
        codecs.BOM_UTF8 + CARD.encode(),
        CARD.encode("utf-16"),
        codecs.BOM_UTF16_BE + CARD.encode("utf-16-be"),
        CARD.replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "utf-8 with its mark", "utf-16", "utf-16 big endian", "Windows line ends"],
)
def test_every_writing_of_unicode_that_editors_make_is_read(tmp_path: Path, content: bytes) -> None:
    assert read_exercise(bytes_in(tmp_path, content)).title == "Le tri"


def test_another_encoding_is_said_at_its_first_sign(tmp_path: Path) -> None:
    path = bytes_in(tmp_path, CARD.replace("Trier", "Échanger").encode("cp1252"))
    assert said_of_card(path) == ["tri.yaml:3:6 : ce signe n'est pas en UTF-8 : enregistrez-le en UTF-8, le fichier entier"]


def test_a_truncated_utf16_file_is_said_where_it_stops(tmp_path: Path) -> None:
    path = bytes_in(tmp_path, "a: b\nc".encode("utf-16")[:-1])
    assert said_of_card(path) == ["tri.yaml:2:1 : ce signe n'est pas en UTF-8 : enregistrez-le en UTF-8, le fichier entier"]


def test_a_picture_is_no_text(tmp_path: Path) -> None:
    path = bytes_in(tmp_path, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    assert said_of_card(path) == ["tri.yaml:0:0 : ce n'est pas un fichier de texte : un fichier YAML est attendu"]


def test_an_invisible_sign_is_said_at_its_place(tmp_path: Path) -> None:
    assert said_of_card(bytes_in(tmp_path, b"exercice: tri\nti\x07tre: Tri\n")) == [
        "tri.yaml:2:3 : signe invisible U+0007 : effacez-le"
    ]


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "tri.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("read whole"))
    assert said_of_card(path) == [
        "tri.yaml:0:0 : fichier de 50 Mo, 1 Mo au plus : ce n'est ni une fiche d'exercice ni une journée"
    ]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# rien\n", codecs.BOM_UTF8])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, content: bytes) -> None:
    assert said_of_card(bytes_in(tmp_path, content)) == ["tri.yaml:0:0 : fichier vide"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "tri.yaml").mkdir()
    assert said_of_card(tmp_path / "tri.yaml") == ["tri.yaml:0:0 : c'est un dossier, un fichier YAML est attendu"]


def test_a_missing_file_names_the_nearest(tmp_path: Path) -> None:
    write(tmp_path, CARD, "silhouette.yaml")
    assert said_of_card(tmp_path / "silouette.yaml") == [
        "silouette.yaml:0:0 : fichier introuvable, vouliez-vous dire « silhouette.yaml » ?"
    ]


def test_a_missing_file_alone_asks_to_check_its_name(tmp_path: Path) -> None:
    wanted = "rien.yaml:0:0 : fichier introuvable : vérifiez son nom et son dossier"
    assert said_of_card(tmp_path / "nulle-part" / "rien.yaml") == [wanted]


def test_a_name_that_no_disk_can_hold_is_a_missing_file() -> None:
    assert said_of_card(Path("a\x00b.yaml"))[0].endswith("fichier introuvable : vérifiez son nom et son dossier")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tri.yaml")
    assert said_of_card(tmp_path / "tri.yaml") == [
        "tri.yaml:0:0 : ce n'est pas un fichier ordinaire, un fichier YAML est attendu"
    ]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PermissionError(), "ce fichier ne peut pas être lu : demandez le droit de lecture à qui le partage"),
        (OSError(5, "I/O"), "ce fichier ne peut pas être lu : vérifiez que le disque ou la clé USB est branché"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, sentence: str
) -> None:
    def refuse(self: Path) -> bytes:
        raise error

    path = write(tmp_path, CARD)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert said_of_card(path) == [f"tri.yaml:0:0 : {sentence}"]


def test_places_count_every_kind_of_line_end() -> None:
    assert files.place_after("a\r\nb\rc\nde") == (4, 3)
