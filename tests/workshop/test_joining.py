"""Three rooms, three computers, no network: one day afterwards."""

import shutil
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.errors import JournalError
from facilitation.events import AnswerGiven
from facilitation.reporting import records_of
from facilitation.room import Room
from facilitation.sheet import Address
from facilitation.workshop import acts
from facilitation.workshop.joining import join, told_forks
from facilitation.workshop.workshop import Workshop
from tests.conftest import Clock
from tests.workshop.days import example_folder

HEAD = Address("silhouettes", "portraits", 1, "haut-pays", "asv", "tete")
ROOMS = {"salle-a": ("Réseau", "Veille"), "salle-b": ("Réseau", "Visio"), "salle-c": ("Écoute",)}


@pytest.fixture
def a_day(tmp_path: Path) -> Callable[[str], Path]:
    def make(name: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        shutil.copyfile(example_folder("exemple-fictif") / "journee.yaml", folder / "journee.yaml")
        return folder

    return make


@pytest.fixture
def rooms(a_day: Callable[[str], Path], clock: Clock) -> list[Path]:
    """Return three folders where each room kept its own words."""
    folders = []
    for name, words in ROOMS.items():
        folder = a_day(name)
        workshop = Workshop.open(folder, now=clock)
        workshop.record(*(AnswerGiven(HEAD, word) for word in words))
        workshop.close()
        folders.append(folder)
    return folders


def wordings(room: Room) -> list[str]:
    return sorted(str(answer.value) for answer in room.cell(HEAD))


def joined(into: Path, sources: list[Path], clock: Clock) -> list[tuple[str, ...]]:
    workshop = Workshop.open(into, now=clock)
    for source in sources:
        join(workshop, source)
    records = [tuple(record) for record in records_of(workshop.day, workshop.room)]
    workshop.close()
    return records


def test_every_word_of_every_room_is_there_once(a_day: Callable[[str], Path], rooms: list[Path], clock: Clock) -> None:
    workshop = Workshop.open(a_day("ensemble"), now=clock)
    brought = [join(workshop, folder) for folder in rooms]
    assert wordings(workshop.room) == ["Réseau", "Réseau", "Veille", "Visio", "Écoute"]
    assert [joined.new for joined in brought] == [2, 2, 1]
    workshop.close()


def test_joining_again_brings_nothing_more_and_says_so(a_day: Callable[[str], Path], rooms: list[Path], clock: Clock) -> None:
    workshop = Workshop.open(a_day("ensemble"), now=clock)
    join(workshop, rooms[0])
    again = join(workshop, rooms[0])
    assert again.sentence == "salle-a\u00a0: 0\u00a0réponse prise, 2 déjà là."
    assert wordings(workshop.room) == ["Réseau", "Veille"]
    workshop.close()


def test_any_order_gives_the_same_answers(a_day: Callable[[str], Path], rooms: list[Path], clock: Clock) -> None:
    found = [joined(a_day(f"ordre-{number}"), list(order), clock) for number, order in enumerate(permutations(rooms), start=1)]
    assert all(records == found[0] for records in found)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.integers(0, 2), max_size=6))
def test_any_order_any_number_of_times_loses_and_doubles_nothing(
    tmp_path_factory: pytest.TempPathFactory, rooms: list[Path], clock: Clock, order: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("ensemble")
    shutil.copyfile(rooms[0] / "journee.yaml", folder / "journee.yaml")
    workshop = Workshop.open(folder, now=clock)
    for place in order:
        join(workshop, rooms[place])
    expected = sorted(word for place in set(order) for word in list(ROOMS.values())[place])
    assert wordings(workshop.room) == expected
    workshop.close()


def test_what_was_joined_is_on_disk(a_day: Callable[[str], Path], rooms: list[Path], clock: Clock) -> None:
    folder = a_day("ensemble")
    joined(folder, rooms, clock)
    shutil.rmtree(rooms[0])
    workshop = Workshop.open(folder, now=clock)
    assert len(wordings(workshop.room)) == 5
    workshop.close()


def test_an_idea_reworded_in_two_rooms_is_told_with_both_wordings(rooms: list[Path], tmp_path: Path, clock: Clock) -> None:
    copied = tmp_path / "copie"
    shutil.copytree(rooms[0], copied)
    for folder, words in ((rooms[0], "Réseau local"), (copied, "Réseau d’élus")):
        workshop = Workshop.open(folder, now=clock)
        first = workshop.room.cell(HEAD)[0]
        workshop.record(*acts.correct(workshop.room, first.key, words))
        workshop.close()
    workshop = Workshop.open(rooms[0], now=clock)
    join(workshop, copied)
    (sentence,) = told_forks(workshop.room)
    assert "«\u00a0Réseau local\u00a0»" in sentence
    assert "«\u00a0Réseau d’élus\u00a0»" in sentence
    (fork,) = workshop.room.forks()
    workshop.record(*acts.settle(workshop.room, fork.answer, "Réseau local"))
    assert told_forks(workshop.room) == []
    assert "Réseau local" in wordings(workshop.room)
    workshop.close()


def test_the_journal_of_another_day_is_refused_whole(a_day: Callable[[str], Path], tmp_path: Path, clock: Clock) -> None:
    other = tmp_path / "autre"
    other.mkdir()
    shutil.copyfile(example_folder("rhone-2023") / "journee.yaml", other / "journee.yaml")
    stranger = Workshop.open(other, now=clock)
    stranger.record(AnswerGiven(HEAD._replace(sequence="ailleurs"), "Ailleurs"))
    stranger.close()
    workshop = Workshop.open(a_day("ensemble"), now=clock)
    with pytest.raises(JournalError, match="autre journée"):
        join(workshop, other)
    assert list(workshop.room.said()) == []
    workshop.close()


def test_a_folder_without_a_journal_is_said(a_day: Callable[[str], Path], clock: Clock) -> None:
    workshop = Workshop.open(a_day("ensemble"), now=clock)
    with pytest.raises(JournalError, match="pas de carnet"):
        join(workshop, a_day("vide"))
    workshop.close()
