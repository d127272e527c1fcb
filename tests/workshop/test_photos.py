"""Photos of paperboards: attached, told in the documents, withdrawn, brought from other rooms."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from facilitation.errors import FileProblemsError, InvalidAnswerError, WriteError
from facilitation.events import PhotoAttached
from facilitation.reporting import synthesis_of
from facilitation.synthesis import Note, Paragraph, Picture, Section, Synthesis
from facilitation.workshop import acts
from facilitation.workshop.compiling import make, outputs
from facilitation.workshop.joining import join
from facilitation.workshop.photos import (
    Board,
    attached,
    board_of,
    is_photo,
    on_disk,
    take,
    told_before_spreading,
    withdrawing,
)
from facilitation.workshop.review import remarks
from facilitation.workshop.workshop import Workshop
from tests.conftest import Clock
from tests.workshop.days import example_folder
from tests.workshop.pictures import drawn, metadata, saved

BOARD = Board("silhouettes", "portraits", 1, "haut-pays")
OTHER = BOARD._replace(group="littoral")


@pytest.fixture
def a_day(tmp_path: Path) -> Callable[[str], Path]:
    def made(name: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        shutil.copyfile(example_folder("exemple-fictif") / "journee.yaml", folder / "journee.yaml")
        return folder

    return made


@pytest.fixture
def workshop(a_day: Callable[[str], Path], clock: Clock) -> Iterator[Workshop]:
    opened = Workshop.open(a_day("jour"), now=clock)
    yield opened
    opened.close()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return saved(tmp_path / "IMG_0001.JPG", exif=metadata(6))


def files(workshop: Workshop) -> list[str]:
    folder = workshop.folder / "photos"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def annex(workshop: Workshop) -> Section:
    told = synthesis_of(workshop.day, workshop.room, "", on_disk(workshop.folder, workshop.room))
    return next(section for section in told.sections if section.title.endswith("photos des paperboards"))


# --- taking ----------------------------------------------------------------------------------------------------------------


def test_a_photo_is_on_disk_and_attached(workshop: Workshop, photo: Path) -> None:
    assert take(workshop, [photo], BOARD, "le dessin entier") == "1\u00a0photo jointe."

    (kept,) = attached(workshop.room, BOARD)
    assert files(workshop) == [kept.file]
    assert kept.caption == "le dessin entier"
    assert photo.is_file()


def test_the_same_photo_twice_is_one_file_and_adds_nothing(workshop: Workshop, photo: Path) -> None:
    again = shutil.copyfile(photo, photo.with_name("copie.jpg"))
    take(workshop, [photo, again], BOARD)
    before = workshop.room.last

    assert take(workshop, [again], BOARD) == "1\u00a0photo déjà là."
    assert workshop.room.last == before
    assert len(files(workshop)) == 1


def test_the_same_photo_may_show_two_paperboards(workshop: Workshop, photo: Path) -> None:
    take(workshop, [photo], BOARD)
    take(workshop, [photo], OTHER)

    assert len(files(workshop)) == 1
    assert len(attached(workshop.room, BOARD)) == len(attached(workshop.room, OTHER)) == 1


def test_a_photo_given_again_with_words_takes_them_as_its_caption(workshop: Workshop, photo: Path) -> None:
    take(workshop, [photo], BOARD, "avant")
    take(workshop, [photo], BOARD, "après")
    take(workshop, [photo], BOARD)

    assert [kept.caption for kept in attached(workshop.room, BOARD)] == ["après"]


def test_when_one_photo_cannot_be_taken_none_is_and_each_trouble_is_told(workshop: Workshop, photo: Path) -> None:
    before = workshop.room.last

    with pytest.raises(FileProblemsError) as raised:
        take(workshop, [photo, Path("absente.jpg"), Path("perdue.png")], BOARD)

    assert [problem.file for problem in raised.value.problems] == ["absente.jpg", "perdue.png"]
    assert files(workshop) == []
    assert workshop.room.last == before


def test_a_caption_that_no_document_can_hold_takes_nothing(workshop: Workshop, photo: Path) -> None:
    with pytest.raises(InvalidAnswerError):
        take(workshop, [photo], BOARD, "\x00")

    assert files(workshop) == []


def test_a_photo_that_cannot_be_written_is_not_attached(workshop: Workshop, photo: Path) -> None:
    (workshop.folder / "photos").write_text("un fichier à la place du dossier", encoding="utf-8")

    with pytest.raises(WriteError):
        take(workshop, [photo], BOARD)

    assert attached(workshop.room, BOARD) == []


def test_withdrawing_keeps_the_file_and_is_undone(workshop: Workshop, photo: Path) -> None:
    take(workshop, [photo], BOARD)
    (kept,) = attached(workshop.room, BOARD)

    workshop.record(*withdrawing(workshop.room, kept.key))
    assert attached(workshop.room, BOARD) == []
    assert withdrawing(workshop.room, kept.key) == []
    assert files(workshop) == [kept.file]

    turned = acts.undo(workshop.room, "silhouettes", workshop.host)
    assert turned is not None
    workshop.record(*turned.bodies)
    assert attached(workshop.room, BOARD) == [kept]


def test_photos_are_told_from_answers_by_the_end_of_their_name() -> None:
    assert is_photo(Path("IMG_1.HEIC"))
    assert is_photo(Path("photo.gif"))  # refused, but as a photo
    assert not is_photo(Path("reponses.csv"))


def test_a_paperboard_is_named_by_keys_or_titles_and_what_is_missing_is_asked(workshop: Workshop) -> None:
    assert board_of(workshop.day, "silhouettes", "", "", "haut-pays") == BOARD
    with pytest.raises(InvalidAnswerError, match="groupe manquant"):
        board_of(workshop.day, "silhouettes", "", "", "")
    with pytest.raises(InvalidAnswerError, match=r"séquence manquante.*silhouettes"):
        board_of(workshop.day, "", "", "", "haut-pays")
    with pytest.raises(InvalidAnswerError, match=r"feuille inconnue.*connues.*portraits"):
        board_of(workshop.day, "silhouettes", "zzz", "", "haut-pays")


# --- documents -------------------------------------------------------------------------------------------------------------


def test_a_day_without_photos_has_no_annex_of_photos(workshop: Workshop) -> None:
    told: Synthesis = synthesis_of(workshop.day, workshop.room, "")

    assert not [section for section in told.sections if "photos" in section.title]
    assert told_before_spreading(workshop.folder, workshop.day, workshop.room) == []


def test_the_annex_warns_of_names_then_shows_each_photo_in_the_order_of_the_day(
    workshop: Workshop, photo: Path, tmp_path: Path
) -> None:
    take(workshop, [saved(tmp_path / "b.png", drawn((300, 400)))], OTHER)
    take(workshop, [photo], BOARD, "le dessin entier")

    warning, first, second = annex(workshop).blocks

    assert isinstance(warning, Paragraph)
    assert warning.text == "Ces photos peuvent montrer des noms\u00a0: relisez-les avant de diffuser."
    assert isinstance(first, Picture)
    assert isinstance(second, Picture)
    groups = [group.name for group in workshop.day.groups if group.key in {BOARD.group, OTHER.group}]
    shown = {picture.caption.split(",")[0] for picture in (first, second)}
    assert shown == set(groups)
    pictured = next(picture for picture in (first, second) if "dessin" in picture.caption)
    assert pictured.alt.startswith("Photo du paperboard du groupe ")
    assert pictured.alt.endswith(". le dessin entier")
    assert (pictured.width, pictured.height) == (300, 400)  # upright


def test_a_photo_whose_file_is_gone_is_told_and_the_documents_are_made(workshop: Workshop, photo: Path, tmp_path: Path) -> None:
    take(workshop, [photo], BOARD)
    (kept,) = attached(workshop.room, BOARD)
    (workshop.folder / "photos" / kept.file).unlink()

    _, missing = annex(workshop).blocks
    assert isinstance(missing, Note)
    assert missing.text.startswith("1\u00a0photo manque dans le dossier")
    made = list(make(workshop.day, workshop.room, workshop.folder, tmp_path / "documents", outputs()))
    assert len(made) == 7
    assert any(kept.file in sentence for sentence in told_before_spreading(workshop.folder, workshop.day, workshop.room))


def test_a_photo_named_outside_its_folder_is_never_read(workshop: Workshop, photo: Path) -> None:
    shutil.copyfile(photo, workshop.folder / "photo-0123456789abcdef.jpg")
    workshop.record(PhotoAttached(*BOARD, "../photo-0123456789abcdef.jpg"))

    assert on_disk(workshop.folder, workshop.room) == {}


def test_documents_hold_the_points_and_no_trace_of_the_place(workshop: Workshop, tmp_path: Path) -> None:
    for name in ("a.jpg", "b.png", "c.heic"):
        colours = drawn((640, 480)).rotate(90 * "abc".index(name[0]), expand=True)
        take(workshop, [saved(tmp_path / name, colours, exif=metadata(6).tobytes())], BOARD)
    made = {
        made.path.suffix: made.path
        for made in make(workshop.day, workshop.room, workshop.folder, tmp_path / "documents", outputs(["docx", "html", "md"]))
    }

    with zipfile.ZipFile(made[".docx"]) as package:
        pictures = [package.read(name) for name in package.namelist() if name.startswith("word/media/photo")]
    page = made[".html"].read_bytes()

    assert len(pictures) == 3
    assert page.count(b'src="data:image/jpeg;base64,') == 3
    for content in (*pictures, page):
        assert not [trace for trace in (b"Exif", b"GPS", b"xmpmeta", b"Auteur de la photo") if trace in content]
    assert made[".md"].read_text(encoding="utf-8").count("dans le dossier photos de la journée") == 3


def test_the_short_versions_leave_photos_out(workshop: Workshop, photo: Path, tmp_path: Path) -> None:
    from facilitation.workshop.compiling import Length  # noqa: PLC0415

    take(workshop, [photo], BOARD)
    (made,) = make(workshop.day, workshop.room, workshop.folder, tmp_path / "documents", outputs(["md"]), length=Length.SHORT)

    assert "photo" not in made.path.read_text(encoding="utf-8")


def test_staff_are_warned_before_the_documents_are_made(workshop: Workshop, photo: Path) -> None:
    take(workshop, [photo], BOARD)

    assert any("peut montrer des noms" in remark.sentence for remark in remarks(workshop.day, workshop.room))


# --- several rooms ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def rooms(a_day: Callable[[str], Path], clock: Clock, tmp_path: Path) -> list[Path]:
    """Return two folders, each with a photo of its own and one that both have."""
    folders = []
    both = saved(tmp_path / "deux.jpg", drawn((100, 100)))
    for at, name in enumerate(("salle-a", "salle-b")):
        opened = Workshop.open(a_day(name), now=clock)
        own = saved(tmp_path / f"{name}.png", drawn((200 + at, 100)))
        take(opened, [own, both], BOARD)
        opened.close()
        folders.append(opened.folder)
    return folders


def test_photos_of_other_rooms_come_with_their_journals_in_any_order(
    a_day: Callable[[str], Path], rooms: list[Path], clock: Clock
) -> None:
    seen = []
    for name, order in (("tout", rooms), ("envers", [*reversed(rooms), *rooms])):
        opened = Workshop.open(a_day(name), now=clock)
        joined = [join(opened, source) for source in order]
        seen.append((files(opened), {photo.file for photo in opened.room.additions.photos}))
        opened.close()
        assert sum(each.photos for each in joined) == 3
        assert not [notice for each in joined for notice in each.notices]

    assert seen[0] == seen[1]
    assert len(seen[0][0]) == 3


def test_a_photo_left_on_the_other_computer_is_told_and_comes_later(
    a_day: Callable[[str], Path], rooms: list[Path], clock: Clock
) -> None:
    hidden = rooms[0] / "ailleurs"
    (rooms[0] / "photos").rename(hidden)
    opened = Workshop.open(a_day("tout"), now=clock)
    first = join(opened, rooms[0])
    hidden.rename(rooms[0] / "photos")
    second = join(opened, rooms[0])
    opened.close()

    assert [notice.split(" (")[0].replace("\u00a0", " ")[:15] for notice in first.notices] == ["Photo absente :"] * 2
    assert (second.photos, second.notices) == (2, ())


def test_a_photo_drawn_over_on_the_other_computer_comes_clean_under_its_name(
    a_day: Callable[[str], Path], rooms: list[Path], clock: Clock
) -> None:
    target = min((rooms[0] / "photos").iterdir())
    drawn((50, 50)).save(target, exif=metadata(1))
    opened = Workshop.open(a_day("tout"), now=clock)
    join(opened, rooms[0])
    opened.close()

    brought = opened.folder / "photos" / target.name
    assert b"Exif" not in brought.read_bytes()
    with Image.open(brought) as picture:
        assert picture.size == (50, 50)
