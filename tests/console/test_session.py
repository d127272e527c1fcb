"""A day under way: what is kept, what is not yet, what is undone, who is listened to, how one leaves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from facilitation.console import words
from facilitation.console.desk import Desk
from facilitation.errors import DiskFullError, FolderGoneError, JournalError, ReadOnlyError
from facilitation.sheet import Address
from facilitation.workshop import acts
from facilitation.workshop.acts import Headcount
from facilitation.workshop.taking import take_file
from tests.conftest import Clock
from tests.console.core import Played, make_day

HEAD = Address("silhouettes", "portraits", 1, "haut-pays", "asv", "tete")
HEART = HEAD._replace(column="coeur")
COUNT = Address("debat", "positions", 1, "", "logement", "plutot")


@pytest.fixture
def desk(played: Played) -> Desk:
    """Return the silhouettes, the head of the first actor."""
    return Desk(played.session, "silhouettes", "portraits")


def nowhere(_address: Address) -> None:
    """Go to no cell."""


# --- Keeping -----------------------------------------------------------------------------------------------------------------


def test_an_idea_enters_the_room_once_it_is_on_disk(played: Played, desk: Desk) -> None:
    desk.give("Réseau")
    assert played.ideas(HEAD) == []
    assert played.session.waiting(HEAD) == ("Réseau",)
    played.settle()
    assert played.ideas(HEAD) == ["Réseau"]
    assert played.session.waiting(HEAD) == ()
    assert played.session.kept_at == "10:30:00"


def test_the_hour_of_keeping_follows_the_clock(played: Played, desk: Desk) -> None:
    desk.give("Réseau")
    played.settle()
    played.clock.advance(72)
    desk.give("Élus")
    played.settle()
    assert played.session.kept_at == "10:31:12"
    assert (played.session.clock(), played.session.clock(seconds=True)) == ("10:31", "10:31:12")


def test_a_refusal_is_said_and_forgotten(played: Played) -> None:
    room = played.workshop.room
    played.session.keep(lambda: acts.correct(room, "absente", "Réseau"))
    played.settle()
    assert played.last == "◐ Cette idée a été retirée entre-temps."
    assert played.session.keeper.refusal is None
    assert played.session.trouble is None


@pytest.mark.parametrize(
    ("failure", "happened"),
    [
        (DiskFullError("plein"), "▲ Le disque est plein"),
        (FolderGoneError("parti"), "▲ Le dossier de la journée n’est plus là"),
        (ReadOnlyError("Protégé."), "▲ La dernière idée n’est PAS gardée"),
    ],
)
def test_what_is_not_kept_is_told_until_it_is(played: Played, desk: Desk, failure: JournalError, happened: str) -> None:
    played.fail(failure)
    desk.give("Réseau")
    played.settle()
    trouble = played.session.trouble
    assert trouble is not None
    assert trouble.happened.startswith(happened)
    assert [(idea.text, idea.is_kept) for idea in desk.ideas()] == [("Réseau", False)]
    played.mend()
    played.session.keeper.retry()
    played.settle()
    assert [(idea.text, idea.is_kept) for idea in desk.ideas()] == [("Réseau", True)]
    assert played.session.keeper.failure is None


def test_every_idea_that_waits_is_counted(played: Played, desk: Desk) -> None:
    played.fail()
    desk.give("Réseau")
    played.settle()
    desk.paste("Élus\nVeille")
    assert played.session.trouble == words.disk_full(3)


def test_a_gesture_that_is_no_idea_is_told_as_a_gesture(played: Played) -> None:
    played.fail()
    room = played.workshop.room
    played.session.keep(lambda: acts.count(room, Headcount(COUNT, 12)))
    played.settle()
    assert played.session.trouble == words.disk_full(0)


def test_what_is_not_kept_is_tried_again_by_itself_every_three_seconds(played: Played, desk: Desk) -> None:
    played.fail()
    desk.give("Réseau")
    played.settle()
    played.mend()
    for _ in range(2):
        played.session.every_second()
    assert not played.session.keeper.is_writing
    played.session.every_second()
    played.settle()
    assert played.ideas(HEAD) == ["Réseau"]


# --- Undo --------------------------------------------------------------------------------------------------------------------


def test_an_undone_idea_goes_and_a_redone_one_comes_back_in_its_cell(played: Played, desk: Desk) -> None:
    desk.give("Réseau")
    played.settle()
    places: list[Address] = []
    played.session.undo("silhouettes", places.append)
    played.settle()
    assert (played.ideas(HEAD), played.last, places) == ([], "↶ Annulé (Ctrl+Y rétablit) : Réseau", [HEAD])
    played.session.redo("silhouettes", places.append)
    played.settle()
    assert (played.ideas(HEAD), played.last, places) == (["Réseau"], "↷ Rétabli : Réseau", [HEAD, HEAD])


def test_undo_goes_back_through_the_cells(played: Played, desk: Desk) -> None:
    desk.give("Réseau")
    desk.next_column()
    desk.give("Équité")
    desk.next_row()
    played.settle()
    for cell in (HEART, HEAD):
        played.session.undo("silhouettes", desk.go)
        played.settle()
        assert desk.address == cell
    assert (played.ideas(HEAD), played.ideas(HEART)) == ([], [])


def test_what_was_just_typed_is_undone_even_before_the_disk_has_it(played: Played, desk: Desk) -> None:
    desk.give("Réseau")
    played.settle()
    desk.give("Élus")
    played.session.undo("silhouettes", nowhere)
    played.settle()
    assert played.ideas(HEAD) == ["Réseau"]
    assert played.last == "↶ Annulé (Ctrl+Y rétablit) : Élus"


def test_two_undos_in_a_row_undo_two_things(played: Played, desk: Desk) -> None:
    desk.give("Réseau")
    desk.give("Élus")
    played.session.undo("silhouettes", nowhere)
    played.session.undo("silhouettes", nowhere)
    played.settle()
    assert played.ideas(HEAD) == []


def test_a_paste_is_undone_at_once(played: Played, desk: Desk) -> None:
    desk.paste("un\ndeux\ntrois")
    played.settle()
    played.session.undo("silhouettes", nowhere)
    played.settle()
    assert (played.ideas(HEAD), played.last) == ([], "↶ Annulé (Ctrl+Y rétablit) : 3 idées")


def test_a_file_taken_by_mistake_is_undone_at_once_and_its_size_is_told(played: Played, tmp_path: Path) -> None:
    file = tmp_path / "papier.csv"
    file.write_text(
        "sequence;ligne;colonne;valeur\nquestions;Qui paie ?;;La ville\npistes;;;Un annuaire\nsilhouettes;asv;tete;Réseau\n",
        encoding="utf-8",
    )
    assert take_file(played.workshop, file).kept == 3
    played.session.undo("silhouettes", nowhere)
    played.settle()
    assert (played.workshop.room.answers(), played.last) == (0, "↶ Annulé (Ctrl+Y rétablit) : 3 idées")


def test_undone_corrections_moves_and_withdrawals_say_the_idea_as_it_stands_again(played: Played, desk: Desk) -> None:
    desk.give("Resau")
    played.settle()
    (idea,) = desk.ideas()
    desk.correct(idea.key, "Réseau")
    played.settle()
    played.session.undo("silhouettes", nowhere)
    played.settle()
    assert (played.ideas(HEAD), played.last) == (["Resau"], "↶ Annulé (Ctrl+Y rétablit) : Réseau")
    desk.withdraw(idea.key)
    played.settle()
    played.session.undo("silhouettes", nowhere)
    played.settle()
    assert (played.ideas(HEAD), played.last) == (["Resau"], "↶ Annulé (Ctrl+Y rétablit) : Resau")


def test_there_is_nothing_to_undo_at_first_nor_to_redo_once_one_acted_again(played: Played, desk: Desk) -> None:
    played.session.undo("silhouettes", nowhere)
    assert played.last == "↶ Rien à annuler sur cet écran."
    desk.give("Réseau")
    played.settle()
    played.session.undo("silhouettes", nowhere)
    desk.give("Élus")
    played.settle()
    played.session.redo("silhouettes", nowhere)
    played.settle()
    assert played.last == "↷ Rien à rétablir sur cet écran."


def test_each_sequence_has_its_own_undo(played: Played, desk: Desk) -> None:
    desk.give("Réseau")
    room = played.workshop.room
    played.session.keep(lambda: acts.count(room, Headcount(COUNT, 12)))
    played.session.undo("silhouettes", nowhere)
    played.settle()
    assert played.ideas(HEAD) == []
    assert played.ideas(COUNT) == [12]
    played.session.undo("debat", nowhere)
    played.settle()
    assert (played.ideas(COUNT), played.last) == ([], "↶ Annulé (Ctrl+Y rétablit) : 12")


@pytest.mark.parametrize(("gesture", "what"), [("verdict", "réponse de la salle"), ("people", "nombre de personnes")])
def test_gestures_without_words_are_told_by_what_they_are(played: Played, gesture: str, what: str) -> None:
    made = acts.word_verdict("debat", "logement", "contrastée") if gesture == "verdict" else acts.set_people(COUNT, 35)
    played.session.keep(lambda: made)
    played.session.undo("debat", nowhere)
    played.settle()
    assert played.last == f"↶ Annulé (Ctrl+Y rétablit) : {what}"


# --- Who is listened to ------------------------------------------------------------------------------------------------------


def test_groups_follow_one_another_and_the_speaker_is_forgotten(played: Played) -> None:
    played.session.author = "CLS du Haut-Pays"
    played.session.next_group()
    assert (played.session.group, played.session.author) == ("vallee", "")
    assert played.last == "◆ Groupe : Vallée (13 personnes)."
    played.session.next_group()
    played.session.next_group()
    assert played.session.group == "haut-pays"


def test_a_head_count_makes_no_group_without_a_name(played: Played) -> None:
    room = played.workshop.room
    played.session.keep(lambda: acts.count(room, Headcount(COUNT, 12)))
    played.settle()
    assert [group.key for group in played.session.groups()] == ["haut-pays", "vallee", "littoral"]


def test_a_day_of_one_group_says_so(played: Played) -> None:
    played.workshop.day = replace(played.workshop.day, groups=played.workshop.day.groups[:1])
    played.session.next_group()
    assert played.last == "◆ Cette journée n’a qu’un groupe."


def test_organisations_speak_in_turn_then_the_whole_group_again(played: Played) -> None:
    heard = []
    for _ in range(len(played.workshop.day.organisations) + 1):
        played.session.next_author()
        heard.append(played.session.author)
    assert heard == [*played.workshop.day.organisations, ""]


def test_a_day_without_organisations_says_so(played: Played) -> None:
    played.workshop.day = replace(played.workshop.day, organisations=())
    played.session.next_author()
    assert played.last == "◆ Aucune structure dans journee.yaml : tout le groupe parle."


def test_the_group_that_spoke_last_is_listened_to_again(tmp_path: Path, clock: Clock) -> None:
    folder = make_day(tmp_path / "jour")
    first = Played(folder, clock, group="vallee")
    Desk(first.session, "silhouettes", "portraits").give("Réseau")
    first.settle()
    first.workshop._journal.close()  # a power cut
    first.session.keeper.close()
    second = Played(folder, clock, group="")
    assert second.session.group == "vallee"
    second.session.close()


# --- Leaving -----------------------------------------------------------------------------------------------------------------


def test_unfinished_lines_are_found_again(tmp_path: Path, clock: Clock) -> None:
    folder = make_day(tmp_path / "jour")
    first = Played(folder, clock)
    desk = Desk(first.session, "silhouettes", "portraits")
    desk.draft = "une idée commen"
    desk.next_column()
    desk.draft = "   "
    assert first.session.close() == ()
    second = Played(folder, clock)
    desk = Desk(second.session, "silhouettes", "portraits")
    assert desk.draft == "une idée commen"
    desk.next_column()
    assert desk.draft == ""
    second.session.close()


def test_ideas_that_could_not_be_kept_are_given_back_on_leaving(played: Played, desk: Desk) -> None:
    played.fail()
    desk.give("Réseau")
    played.settle()
    desk.paste("Élus\nVeille")
    assert played.session.close() == ("Réseau", "Élus", "Veille")


def test_leaving_when_all_is_kept_gives_nothing_back(played: Played, desk: Desk) -> None:
    desk.give("Réseau")
    played.settle()
    assert played.session.close() == ()


async def test_leaving_waits_for_the_disk_but_not_for_one_that_refuses(played: Played, desk: Desk) -> None:
    desk.give("Réseau")
    played.settle()
    await played.session.settle(5)
    played.fail()
    desk.give("Élus")
    played.settle()
    await played.session.settle(5)
    assert not played.session.keeper.is_idle


def test_the_journal_is_copied_aside(played: Played, desk: Desk) -> None:
    desk.give("Réseau")
    played.settle()
    copy = played.workshop.copy_journal()
    assert copy is not None
    assert copy.is_file()


def test_a_copy_that_fails_is_said_and_stops_nothing(played: Played, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise DiskFullError("Plus de place.")

    monkeypatch.setattr(played.workshop, "copy_journal", fail)
    played.session.copy_later()
    played.run_next()
    assert played.last == "◐ Plus de place."
