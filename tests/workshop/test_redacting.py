"""Staff's own paragraphs as gestures."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from facilitation.errors import InvalidAnswerError
from facilitation.events import ParagraphsWritten, Part
from facilitation.room import Room
from facilitation.workshop.compiling import make, outputs
from facilitation.workshop.redacting import from_day, lost, spot_of, spots, standing, told_apart, writing
from facilitation.workshop.review import remarks
from tests.rooms import Scribe
from tests.workshop.days import small_day

INTRODUCTION = spots(small_day())[0]


def test_places_follow_the_document() -> None:
    day = small_day()
    assert [spot.title for spot in spots(day)] == ["Introduction", *(each.title for each in day.sequences), "Conclusion"]


def test_letters_and_line_breaks_are_kept_as_typed() -> None:
    (written,) = writing(small_day(), Room(), INTRODUCTION, "\n  Deux temps : l'un,  \nl'autre.\n\nFin\n\n")
    assert written == ParagraphsWritten(Part.INTRODUCTION, "Deux temps : l'un,\nl'autre.\n\nFin")


def test_the_same_words_are_not_kept_twice_and_those_of_the_day_are_not_copied() -> None:
    day = replace(small_day(), introduction="Une journée dense.")
    assert from_day(day, Room(), INTRODUCTION)
    assert writing(day, Room(), INTRODUCTION, "Une journée dense.\n") == []
    scribe = Scribe()
    scribe.did(*writing(day, Room(), INTRODUCTION, ""))
    assert standing(day, scribe.room(), INTRODUCTION) == ""
    assert not from_day(day, scribe.room(), INTRODUCTION)
    assert writing(day, scribe.room(), INTRODUCTION, " \n") == []


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "\ud800", "x" * 10_001])
def test_what_no_document_can_hold_is_refused(text: str) -> None:
    with pytest.raises(InvalidAnswerError):
        writing(small_day(), Room(), INTRODUCTION, text)


def test_an_act_is_traced_back_to_its_place() -> None:
    scribe = Scribe()
    day = small_day()
    events = scribe.did(*writing(day, Room(), spots(day)[1], "Trois portraits."))
    assert spot_of(day, events) == spots(day)[1]
    assert spot_of(day, ()) is None


def test_words_on_a_sequence_that_the_day_has_no_more_are_told() -> None:
    scribe = Scribe()
    scribe.did(ParagraphsWritten(Part.SEQUENCE, "Trois portraits.", "partie"))
    day = small_day()
    (sentence,) = lost(day, scribe.room())
    assert "«\u00a0partie\u00a0»" in sentence
    assert sentence in [remark.sentence for remark in remarks(day, scribe.room())]


def everything(path: Path) -> str:
    """Return all that a document says, its parts unzipped."""
    if not zipfile.is_zipfile(path):
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as package:
        return "".join(package.read(name).decode("utf-8") for name in package.namelist() if name.endswith(".xml"))


def test_documents_made_again_after_an_edit_hold_the_new_words_and_no_longer_the_old(tmp_path: Path) -> None:
    day, scribe = small_day(), Scribe()
    sequence = next(spot for spot in spots(day) if spot.part is Part.SEQUENCE and day.sequence(spot.sequence).exercise)
    places = {"Introduction": INTRODUCTION, "Mot": sequence, "Conclusion": spots(day)[-1]}
    for edition in ("premier jet", "relu"):
        for name, spot in places.items():
            scribe.did(*writing(day, scribe.room(), spot, f"{name}, {edition}."))
        for made in make(day, scribe.room(), tmp_path, tmp_path / "sortie", outputs(["docx", "html", "md", "pptx"])):
            said = everything(made.path)
            told = {name for name in places if f"{name}, {edition}." in said}
            assert told == (set() if made.output.projected else set(places)), made.path
            assert edition == "premier jet" or "premier jet" not in said


def keys(*scribes: Scribe) -> set[str]:
    return {event.key for scribe in scribes for event in scribe.events}


def test_two_people_who_wrote_apart_are_told_both_texts_once() -> None:
    day, here, there = small_day(), Scribe("a"), Scribe("b", "poste-2", start=2_000)
    here.did(*writing(day, Room(), INTRODUCTION, "Une journée dense."))
    there.did(*writing(day, Room(), INTRODUCTION, "Une journée\n\nriche."))
    assert told_apart(day, here.room(), there.events, keys(here)) == [
        (
            "Introduction\u00a0: écrit des deux côtés, le dernier texte reste."
            " Ici\u00a0: «\u00a0Une journée dense.\u00a0». Là-bas\u00a0: «\u00a0Une journée riche.\u00a0»."
        )
    ]
    here.now = 3_000
    here.did(*writing(day, here.room(), INTRODUCTION, "Une journée dense et riche."))
    assert told_apart(day, here.room(), there.events, keys(here, there)) == []


def test_who_wrote_over_what_the_other_had_written_knew_of_it() -> None:
    day, here = small_day(), Scribe("a")
    here.did(*writing(day, Room(), INTRODUCTION, "Une journée dense."))
    there = Scribe("b", "poste-2", start=2_000)
    there.did(*writing(day, here.room(), INTRODUCTION, "Une journée riche."))
    assert told_apart(day, here.room(), [*here.events, *there.events], keys(here)) == []
