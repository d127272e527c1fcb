"""The day's documents: which files, in what style, where."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facilitation.day import Charter, Day
from facilitation.errors import FileProblemsError, WriteError
from facilitation.events import AnswerGiven, RowAdded, VerdictWorded
from facilitation.room import Room
from facilitation.sheet import Address, checked_idea
from facilitation.workshop.compiling import Made, make, outputs, preview, slug, style_for
from facilitation.writers import OUTPUTS, Format, Output
from tests.rooms import Scribe
from tests.workshop.days import bare_day, small_day
from tests.workshop.test_round_trip import NAUGHTY
from tests.writers.templates import letterhead, single, square

TEXTS = outputs(["md", "csv"])


def charter(**given: Any) -> Day:
    return replace(small_day(), charter=Charter(**given))


# --- Which files -------------------------------------------------------------------------------------------------------------


def test_every_format_gives_its_files_in_the_order_asked_each_once() -> None:
    assert [output.file_name for output in outputs(["md", "pptx", "md"])] == ["synthese.md", "support.pptx", "restitution.pptx"]


def test_every_format_of_ours_is_made_when_none_is_asked_and_those_of_libreoffice_when_they_are() -> None:
    names = [output.file_name for output in outputs()]
    assert names == [
        "synthese.docx",
        "support.pptx",
        "restitution.pptx",
        "donnees.xlsx",
        "synthese.html",
        "synthese.md",
        "reponses.csv",
    ]
    assert set(outputs(tuple(Format))) == {output for made in OUTPUTS.values() for output in made}
    assert [output.file_name for output in outputs(("pdf", "md", "odt"))] == ["synthese.md", "synthese.pdf", "synthese.odt"]


def test_a_format_that_does_not_exist_is_no_output() -> None:
    with pytest.raises(ValueError, match="xyz"):
        outputs(["xyz"])


# --- Making them -------------------------------------------------------------------------------------------------------------


def test_each_document_is_told_as_soon_as_it_is_written(tmp_path: Path) -> None:
    going = make(small_day(), Room(), tmp_path / "jour", tmp_path / "sortie", TEXTS)
    first = next(going)
    assert (first.output.file_name, first.size) == ("synthese.md", first.path.stat().st_size)
    assert not (tmp_path / "sortie" / "reponses.csv").exists()
    assert [made.path.name for made in going] == ["reponses.csv"]


def test_progress_is_told_document_by_document(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    list(
        make(
            small_day(),
            Room(),
            tmp_path,
            tmp_path,
            TEXTS,
            on_progress=lambda output, done, total: told.append((output.file_name, done, total)),
        )
    )
    assert {name for name, _, _ in told} == {"synthese.md", "reponses.csv"}
    assert all(0 <= done <= total for _, done, total in told)
    assert all(done == total for name, done, total in dict.fromkeys(told) if name == "reponses.csv")


def test_a_folder_that_cannot_be_made_is_said_and_earlier_files_stay(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("plein", encoding="utf-8")
    with pytest.raises(WriteError):
        list(make(small_day(), Room(), tmp_path, tmp_path / "fichier" / "sortie", TEXTS))
    (tmp_path / "sortie" / "reponses.csv").mkdir(parents=True)
    with pytest.raises(WriteError, match="est un dossier"):
        list(make(small_day(), Room(), tmp_path, tmp_path / "sortie", TEXTS))
    assert (tmp_path / "sortie" / "synthese.md").is_file()


def naughty_room() -> Room:
    """Return a room of the small day where every awkward text was said everywhere one can say something."""
    scribe = Scribe()
    for number, text in enumerate(map(checked_idea, NAUGHTY)):
        column = ("tete", "coeur")[number % 2]
        scribe.did(AnswerGiven(Address("silhouettes", "portraits", 1, "g13", "asv", column), text, text))
        (question,) = scribe.did(RowAdded("questions", "questions", text))
        scribe.did(AnswerGiven(Address("questions", "questions", 1, "", question.key, "reponse"), text))
    scribe.did(AnswerGiven(Address("debat", "positions", 1, "", "gratuite", "pour"), 12))
    scribe.did(AnswerGiven(Address("debat", "arguments", 1, "g84", "gratuite", "pour"), "<script>alert(1)</script>"))
    scribe.did(VerdictWorded("debat", "gratuite", "=1+1"))
    return scribe.room()


@pytest.mark.parametrize("output", outputs(), ids=lambda output: output.file_name)
@pytest.mark.parametrize(
    ("day", "room"),
    [(small_day(), naughty_room()), (small_day(), Room()), (bare_day(), Room())],
    ids=["awkward answers", "no answer", "bare day"],
)
def test_the_same_day_makes_the_same_bytes_in_every_format(day: Day, room: Room, output: Output, tmp_path: Path) -> None:
    first, second = (
        made.path.read_bytes() for run in ("un", "deux") for made in make(day, room, tmp_path, tmp_path / run, [output])
    )
    assert first == second


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("paca-2021", "paca-2021"),
        ("Journée d’Avril", "journee-d-avril"),
        ("  ", "journee"),
        ("🙂", "journee"),
        ("L'été", "l-ete"),
    ],
)
def test_a_folders_name_goes_plain_in_file_names(tmp_path: Path, name: str, expected: str) -> None:
    assert slug(tmp_path / name) == expected


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0\u00a0ko"),
        (1, "1\u00a0ko"),
        (34_000, "34\u00a0ko"),
        (999_000, "999\u00a0ko"),
        (999_001, "1,0\u00a0Mo"),
        (1_234_000, "1,2\u00a0Mo"),
    ],
)
def test_a_weight_is_told_in_ko_then_in_mo(size: int, words: str) -> None:
    assert Made(outputs(["md"])[0], Path("synthese.md"), size, 0.1).weight == words


# --- The house style ---------------------------------------------------------------------------------------------------------


DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def presentation(folder: Path, colour: str = "C00000") -> Path:
    """Return a file that has, of a presentation, only its theme."""
    path = folder / "modele.pptx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "ppt/theme/theme1.xml", f'<a:theme xmlns:a="{DRAWING}"><a:accent1><a:srgbClr val="{colour}"/></a:accent1></a:theme>'
        )
    return path


def test_the_days_colour_is_the_accent_and_a_templates_colour_wins(tmp_path: Path) -> None:
    own = style_for(charter(colour="#0B6E6E"), tmp_path)
    assert own == style_for(charter(colour="#0B6E6E"), tmp_path)
    assert own.accent != style_for(small_day(), tmp_path, presentation(tmp_path)).accent
    assert (
        style_for(charter(colour="#0B6E6E"), tmp_path, presentation(tmp_path)).accent
        == style_for(charter(colour="#C00000"), tmp_path).accent
    )


def test_the_days_own_template_lies_in_its_folder(tmp_path: Path) -> None:
    presentation(tmp_path)
    style = style_for(charter(templates=("modele.pptx",)), tmp_path)
    assert style.presentation == tmp_path / "modele.pptx"
    assert style.accent == style_for(charter(colour="#C00000"), tmp_path).accent


def test_a_template_that_is_no_presentation_is_said(tmp_path: Path) -> None:
    (tmp_path / "faux.pptx").write_text("rien", encoding="utf-8")
    with pytest.raises(FileProblemsError, match="n’est pas une présentation"):
        style_for(small_day(), tmp_path, tmp_path / "faux.pptx")
    with pytest.raises(FileProblemsError, match="n’existe pas"):
        style_for(small_day(), tmp_path, tmp_path / "absent.pptx")


def test_a_presentation_and_a_document_may_both_be_given(tmp_path: Path) -> None:
    deck, document = square(tmp_path / "a.pptx"), letterhead(tmp_path / "b.docx")
    style = style_for(small_day(), tmp_path, [document, deck])
    assert (style.presentation, style.document) == (deck, document)
    assert style.accent == style_for(charter(colour="#1D4ED8"), tmp_path).accent  # the presentation's


def test_what_a_template_lacks_is_said_before_making(tmp_path: Path) -> None:
    single(tmp_path / "a.pptx")
    day = charter(templates=("a.pptx", "absent.docx"))
    assert [found.sentence for found in preview(day, Room(), tmp_path).remarks][-1].endswith("Vérifiez son chemin.")
    day = charter(templates=("a.pptx",))
    said = [found.sentence for found in preview(day, Room(), tmp_path).remarks if not found.is_fine]
    assert [sentence for sentence in said if "deux contenus" in sentence]


def test_a_logo_that_is_not_there_is_left_out(tmp_path: Path) -> None:
    day = charter(logo="logo.png")
    assert style_for(day, tmp_path).logo is None
    (tmp_path / "logo.png").write_bytes(b"")
    assert style_for(day, tmp_path).logo == tmp_path / "logo.png"


def test_the_organisation_signs_the_documents(tmp_path: Path) -> None:
    assert style_for(replace(small_day(), organisation="CRES fictif"), tmp_path).organisation == "CRES fictif"


def test_a_deck_says_how_many_slides_it_has_and_no_other_document_does(tmp_path: Path) -> None:
    made = list(make(small_day(), Room(), tmp_path / "jour", tmp_path / "sortie", outputs(["md", "pptx"])))
    assert made[0].slides == 0
    with zipfile.ZipFile(made[-1].path) as parts:
        listed = parts.read("ppt/presentation.xml").decode().count("<p:sldId ")
    assert made[-1].slides == listed > 1


@pytest.mark.parametrize(("slides", "words"), [(0, "187 ko"), (1, "1 diapositive, 187 ko"), (43, "43 diapositives, 187 ko")])
def test_slides_are_told_before_the_weight(slides: int, words: str) -> None:
    made = Made(outputs(["pptx"])[0], Path("support.pptx"), 187_000, 0.4, slides)
    assert made.measure.replace("\u00a0", " ") == words
