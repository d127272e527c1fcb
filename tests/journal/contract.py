"""What every journal must do; each suite that inherits it only says how its journal is built."""

from __future__ import annotations

from abc import ABC, abstractmethod
from operator import attrgetter
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.events import Event
from facilitation.journal import Journal
from tests.events_samples import BODIES, events_of, ideas

in_one_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors])


class Kept(Protocol):
    """The part of a journal that one file keeps too."""

    def append(self, events: list[Event]) -> None: ...
    def events(self) -> list[Event]: ...
    def keep_drafts(self, drafts: dict[str, str]) -> None: ...
    def drafts(self) -> dict[str, str]: ...
    def close(self) -> None: ...


class KeepingContract(ABC):
    """Appending, reading, drafts."""

    @abstractmethod
    def build(self, folder: Path) -> Kept:
        """Return an empty journal in a new place; several may be asked for."""

    @pytest.fixture
    def kept(self, tmp_path: Path) -> Kept:
        return self.build(tmp_path)

    def test_a_new_journal_is_empty(self, kept: Kept) -> None:
        assert kept.events() == []
        assert kept.drafts() == {}

    def test_events_come_back_as_they_were_kept(self, kept: Kept) -> None:
        kept.append(ideas("poste", 3))
        assert kept.events() == ideas("poste", 3)

    def test_appending_nothing_changes_nothing(self, kept: Kept) -> None:
        kept.append([])
        assert kept.events() == []

    def test_a_retry_changes_nothing(self, kept: Kept) -> None:
        first, second, third = ideas("poste", 3)
        kept.append([first, second])
        kept.append([first, second])
        kept.append([second, third])
        assert kept.events() == [first, second, third]

    @in_one_folder
    @given(bodies=st.lists(BODIES, max_size=6))
    def test_every_kind_of_event_is_kept(self, tmp_path_factory: pytest.TempPathFactory, bodies: list) -> None:  # type: ignore[type-arg] # Body has many kinds, hypothesis reads the annotation
        kept = self.build(tmp_path_factory.mktemp("carnet"))
        kept.append(events_of("poste", bodies))
        read = kept.events()
        assert read == events_of("poste", bodies)
        assert [type(event.body) for event in read] == list(map(type, bodies))
        kept.close()

    @in_one_folder
    @given(data=st.data())
    def test_any_interleaving_of_stations_and_retries_gives_the_same_set(
        self, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
    ) -> None:
        everything = [*ideas("est", 4), *ideas("ouest", 3), *ideas("nord", 2)]
        batches = data.draw(st.lists(st.lists(st.sampled_from(everything), max_size=5), max_size=6))
        last = data.draw(st.permutations(everything))
        kept = self.build(tmp_path_factory.mktemp("carnet"))
        for batch in [*batches, last, *batches]:
            kept.append(batch)
        assert sorted(kept.events(), key=attrgetter("order")) == sorted(everything, key=attrgetter("order"))
        kept.close()

    def test_drafts_replace_those_kept_before(self, kept: Kept) -> None:
        kept.keep_drafts({"coeur": "la solida", "tete": "l’éco"})
        kept.keep_drafts({"mains": "un annu"})
        assert kept.drafts() == {"mains": "un annu"}
        kept.keep_drafts({})
        assert kept.drafts() == {}

    def test_drafts_are_no_events(self, kept: Kept) -> None:
        kept.keep_drafts({"coeur": "la solida"})
        assert kept.events() == []

    def test_closing_twice_changes_nothing(self, kept: Kept) -> None:
        kept.close()
        kept.close()


class JournalContract(KeepingContract):
    """A whole journal, which another console of the same day also reads."""

    @abstractmethod
    def build(self, folder: Path) -> Journal:
        """Return an empty journal."""

    @abstractmethod
    def beside(self, journal: Journal, folder: Path) -> Journal:
        """Return the journal of another console on the same day."""

    @pytest.fixture
    def journal(self, tmp_path: Path) -> Journal:
        return self.build(tmp_path)

    def test_events_are_given_in_their_order_whatever_the_order_they_came_in(self, journal: Journal) -> None:
        journal.append(ideas("poste", 5)[::-1])
        assert journal.events() == ideas("poste", 5)

    def test_what_this_console_keeps_is_no_news_to_it(self, journal: Journal) -> None:
        journal.append(ideas("poste", 2))
        assert journal.tail() == []

    def test_another_console_learns_what_is_new_once(self, journal: Journal, tmp_path: Path) -> None:
        first, second, third, fourth = ideas("poste", 4)
        journal.append([first])
        other = self.beside(journal, tmp_path)
        assert other.events() == [first]
        assert other.tail() == []
        journal.append([second, third])
        assert other.tail() == [second, third]
        journal.append([third, fourth])
        assert other.tail() == [fourth]
        assert other.tail() == []
        assert other.events() == [first, second, third, fourth]
