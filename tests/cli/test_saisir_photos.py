"""« saisir » with photos of paperboards, as its users type it."""

from __future__ import annotations

from pathlib import Path

from facilitation.room import Photo
from facilitation.workshop.access import Write
from facilitation.workshop.workshop import Workshop
from tests.cli.test_main import DONE, GOOD, WRONG_FILE, WRONG_USAGE, Run, day, run
from tests.workshop.pictures import drawn, metadata, saved

__all__ = ["day", "run"]  # fixtures


def photos(folder: Path) -> tuple[Photo, ...]:
    workshop = Workshop.open(folder, write=Write.NOTHING)
    try:
        return workshop.room.additions.photos
    finally:
        workshop.close()


def test_photos_are_attached_to_the_sheet_of_a_group_and_the_warning_is_said(run: Run, day: Path, tmp_path: Path) -> None:
    given = [saved(tmp_path / "a.JPG", exif=metadata(6)), saved(tmp_path / "b.heic", drawn((80, 60)))]

    said = run("saisir", day, *given, "--sequence", "silhouettes", "--groupe", "G13", "--legende", "le dessin")

    assert said.status == DONE
    assert "2 photos jointes." in said.err
    assert "Ces photos peuvent montrer des noms : relisez-les avant de diffuser." in said.err
    assert [(photo.group, photo.caption) for photo in photos(day)] == [("g13", "le dessin")] * 2
    assert all((day / "photos" / photo.file).is_file() for photo in photos(day))


def test_the_same_photo_again_adds_nothing(run: Run, day: Path, tmp_path: Path) -> None:
    given = saved(tmp_path / "a.jpg")
    run("saisir", day, given, "--sequence", "silhouettes", "--groupe", "g13")

    said = run("saisir", day, given, "--sequence", "silhouettes", "--groupe", "g13")

    assert said.status == DONE
    assert "1 photo déjà là." in said.err
    assert len(photos(day)) == 1


def test_a_place_that_is_missing_is_asked_with_those_of_the_day(run: Run, day: Path, tmp_path: Path) -> None:
    given = saved(tmp_path / "a.jpg")

    sequence = run("saisir", day, given, "--groupe", "g13")
    group = run("saisir", day, given, "--sequence", "silhouettes")
    wrong = run("saisir", day, given, "--sequence", "silhouete", "--groupe", "g13")

    assert (sequence.status, group.status, wrong.status) == (WRONG_USAGE,) * 3
    assert "séquence manquante ; connues : silhouettes, dating, pistes." in sequence.err
    assert "groupe manquant ; connus : g13, g84, g83. Dites-le avec --sequence" in group.err
    assert "vouliez-vous dire « silhouettes » ?" in wrong.err
    assert photos(day) == ()


def test_one_bad_photo_takes_nothing_not_even_the_answers_beside_it(run: Run, day: Path, tmp_path: Path) -> None:
    good, bad, answers = saved(tmp_path / "a.jpg"), saved(tmp_path / "b.gif"), tmp_path / "reponses.csv"
    answers.write_text(GOOD, encoding="utf-8")

    said = run("saisir", day, answers, good, bad, tmp_path / "c.png", "--sequence", "silhouettes", "--groupe", "g13")

    assert said.status == WRONG_FILE
    assert "b.gif : c’est une image GIF, pas une photo JPEG, PNG ou HEIC" in said.err
    assert "c.png : ce fichier n’existe pas" in said.err
    assert photos(day) == ()
    assert not (day / "photos").exists()
    assert "1 ligne prise" not in said.err


def test_photos_and_answers_are_taken_together(run: Run, day: Path, tmp_path: Path) -> None:
    answers = tmp_path / "reponses.csv"
    answers.write_text(GOOD, encoding="utf-8")

    said = run("saisir", day, saved(tmp_path / "a.png"), answers, "--sequence", "silhouettes", "--groupe", "g13")

    assert said.status == DONE
    assert "1 photo jointe." in said.err
    assert "1 ligne prise" in said.err


def test_words_about_a_photo_without_one_are_refused(run: Run, day: Path, tmp_path: Path) -> None:
    answers = tmp_path / "reponses.csv"
    answers.write_text(GOOD, encoding="utf-8")

    said = run("saisir", day, answers, "--groupe", "g13")

    assert said.status == WRONG_USAGE
    assert "disent où va une photo (JPEG, PNG, HEIC), et il n’y en a pas" in said.err


def test_the_documents_say_the_warning_again_and_name_what_is_missing(run: Run, day: Path, tmp_path: Path) -> None:
    run("saisir", day, saved(tmp_path / "a.png"), "--sequence", "silhouettes", "--groupe", "g13")
    (kept,) = photos(day)

    whole = run("compiler", day, "--formats", "md", "--vers", tmp_path / "documents")
    short = run("compiler", day, "--formats", "md", "--version", "courte", "--vers", tmp_path / "documents")
    (day / "photos" / kept.file).unlink()
    missing = run("compiler", day, "--formats", "md", "--vers", tmp_path / "documents")

    assert "Cette photo peut montrer des noms" in whole.err
    assert "photo" not in short.err
    assert missing.status == DONE
    assert f"Photo absente : {kept.file} (Acteurs du 13, La Silhouette). Copiez-la dans le dossier « photos »" in missing.err
