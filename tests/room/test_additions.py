"""What staff add to the answers: paragraphs and photos."""

from facilitation.events import ActUndone, ParagraphsWritten, Part, PhotoAttached, PhotoWithdrawn
from facilitation.room import WRITTEN
from tests.rooms import Scribe


def test_the_last_words_written_in_a_part_stand_and_empty_ones_take_them_back() -> None:
    scribe = Scribe()
    scribe.did(ParagraphsWritten(Part.INTRODUCTION, "Une journée dense."))
    scribe.did(ParagraphsWritten(Part.SEQUENCE, "Trois portraits.", "silhouettes"))
    scribe.did(ParagraphsWritten(Part.INTRODUCTION, "Une journée riche."))
    additions = scribe.room().additions
    assert additions.text(Part.INTRODUCTION) == "Une journée riche."
    assert additions.text(Part.SEQUENCE, "silhouettes") == "Trois portraits."
    assert not additions.written(Part.CONCLUSION)
    scribe.did(ParagraphsWritten(Part.INTRODUCTION, ""))
    additions = scribe.room().additions
    assert additions.text(Part.INTRODUCTION) == ""
    assert additions.written(Part.INTRODUCTION)


def test_undoing_gives_the_words_that_stood_before() -> None:
    scribe = Scribe()
    scribe.did(ParagraphsWritten(Part.CONCLUSION, "À bientôt."))
    (last,) = scribe.did(ParagraphsWritten(Part.CONCLUSION, "Merci."))
    assert scribe.room().history(WRITTEN, "poste-1").done[-1] == last.act
    scribe.did(ActUndone(last.act))
    assert scribe.room().additions.text(Part.CONCLUSION) == "À bientôt."


def test_photos_stay_in_the_order_they_were_attached_until_withdrawn() -> None:
    scribe = Scribe()
    attached = scribe.did(*(PhotoAttached("silhouettes", "portraits", 1, group, f"{group}.jpg") for group in ("g13", "g2")))
    assert [photo.file for photo in scribe.room().additions.photos] == ["g13.jpg", "g2.jpg"]
    scribe.did(PhotoWithdrawn(attached[0].key))
    (left,) = scribe.room().additions.photos
    assert (left.key, left.group, left.caption) == (attached[1].key, "g2", "")


def test_a_photo_is_undone_in_its_sequence_withdrawing_it_too() -> None:
    scribe = Scribe()
    (attached,) = scribe.did(PhotoAttached("silhouettes", "portraits", 1, "g13", "une.jpg"))
    (withdrawn,) = scribe.did(PhotoWithdrawn(attached.key))
    assert scribe.room().history("silhouettes", "poste-1").done == [attached.act, withdrawn.act]
    scribe.did(ActUndone(withdrawn.act))
    assert len(scribe.room().additions.photos) == 1
