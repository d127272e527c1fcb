from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.balancing import TRIALS, Board
from facilitation.composition import ATTEMPTS, Composition, Participant, Presence, Team, Wishes, composed, teams_by_territory
from facilitation.errors import FacilitationError
from facilitation.typography import NBSP

KINDS = ["CPTS", "ASV", "Prévention"]
TEAMS = (Team("a"), Team("b"), Team("c"))
PEOPLE = st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(["13", "84", ""])), max_size=40).map(
    lambda sorts: [Participant(f"P{rank}", actor=actor, territory=where) for rank, (actor, where) in enumerate(sorts)]
)


def crowd(**counts: int) -> list[Participant]:
    return [Participant(f"{kind} {rank}", actor=kind) for kind, count in counts.items() for rank in range(count)]


def gap(counts: Iterable[int]) -> int:
    there = list(counts)
    return max(there) - min(there)


def actors(groups: Composition, team: str) -> Counter[str]:
    return Counter(person.actor for person in groups.members(team))


@given(PEOPLE, st.integers(1, 7), st.integers(0, 9))
def test_groups_are_alike_to_within_one_in_everything(people: list[Participant], count: int, seed: int) -> None:
    keys = [f"g{rank}" for rank in range(count)]
    groups = composed(people, [Team(key) for key in keys], seed=seed)
    assert set(groups.places) == {person.name for person in people}
    assert gap(len(groups.members(key)) for key in keys) <= 1
    for actor in KINDS:
        assert gap(actors(groups, key)[actor] for key in keys) <= 1
        for where in ("13", "84", ""):
            there = [person for person in people if (person.actor, person.territory) == (actor, where)]
            assert gap(sum(person in there for person in groups.members(key)) for key in keys) <= 1
    assert groups.balance.imbalance == groups.balance.bound


@given(PEOPLE, st.integers(0, 9), st.data())
def test_wishes_are_kept_and_the_bound_stays_below(people: list[Participant], seed: int, data: st.DataObject) -> None:
    names = [person.name for person in people]
    pins = data.draw(st.dictionaries(st.sampled_from(names), st.sampled_from("abc"), max_size=6) if names else st.just({}))
    pairs = data.draw(st.lists(st.sampled_from(list(pairwise(names))), max_size=3) if names[1:] else st.just([]))
    groups = composed(people, TEAMS, Wishes(pins, tuple(dict.fromkeys(pairs))), seed)
    assert set(groups.places) == set(names)
    assert all(groups.places[name] == team for name, team in pins.items())
    together = {pair for pair in pairs if groups.places[pair[0]] == groups.places[pair[1]]}
    assert set(groups.balance.together) == together
    assert all(set(pair) <= set(pins) for pair in together)
    assert groups.balance.imbalance >= groups.balance.bound


@given(PEOPLE, PEOPLE)
def test_late_arrivals_and_absences_move_nobody(people: list[Participant], late: list[Participant]) -> None:
    groups = composed(people, TEAMS)
    for rank, person in enumerate(late):
        before = groups.places
        groups = groups.welcomes(Participant(f"Tard {rank}", actor=person.actor, territory=person.territory))
        assert {name: groups.places[name] for name in before} == before
    assert len(groups.places) == len(people) + len(late)
    gone = list(groups.places)[::2]
    left = groups.without(gone)
    assert left.places == {name: team for name, team in groups.places.items() if name not in gone}
    assert left.balance.imbalance >= left.balance.bound


def test_every_kind_of_actor_is_in_every_group_when_there_are_enough() -> None:
    groups = composed(crowd(CPTS=11, ASV=4, CLS=3, Prévention=5), TEAMS)
    assert all(len(actors(groups, team.key)) == 4 for team in TEAMS)


def test_groups_of_a_territory_take_its_people_and_no_others() -> None:
    teams = [Team("g13", ("13",)), Team("g13 bis", ("13",)), Team("gouest", ("84", "04", "05")), Team("reste")]
    where = ["13"] * 9 + ["84", "04", "05", "84"] + ["06", ""]
    people = [Participant(f"P{rank}", actor=KINDS[rank % 3], territory=name) for rank, name in enumerate(where)]
    groups = composed(people, teams)
    assert sorted(len(groups.members(key)) for key in ("g13", "g13 bis")) == [4, 5]
    assert {person.territory for person in groups.members("gouest")} == {"84", "04", "05"}
    assert {person.territory for person in groups.members("reste")} == {"06", ""}


def test_absent_people_observers_and_animators_have_no_group() -> None:
    people = [
        Participant("A", actor="CPTS", presence=Presence.EXCUSED),
        Participant("B", actor="CPTS", role="observateur"),
        Participant("C", actor="CPTS", presence=Presence.PRESENT),
    ]
    assert set(composed(people, TEAMS).places) == {"C"}


def test_the_same_seed_gives_the_same_groups_and_another_reshuffles() -> None:
    people = crowd(CPTS=11, ASV=4, Prévention=3)
    assert composed(people, TEAMS, seed=7) == composed(people, TEAMS, seed=7)
    assert composed(people, TEAMS, seed=7).places != composed(people, TEAMS, seed=8).places


def test_a_late_arrival_goes_where_their_kind_is_missing() -> None:
    groups = composed(crowd(CPTS=6, ASV=2), TEAMS)
    lacking = next(team.key for team in TEAMS if not actors(groups, team.key)["ASV"])
    assert groups.welcomes(Participant("Zoé", actor="asv")).places["Zoé"] == lacking


def test_the_bound_knows_what_pins_force() -> None:
    people = crowd(CPTS=6)
    pins = {person.name: "a" for person in people[:4]}
    balance = composed(people, TEAMS, Wishes(pins)).balance
    assert (balance.imbalance, balance.bound) == (6, 6)  # 4, 1 and 1: three apart, of people and of CPTS
    assert str(balance).replace(NBSP, " ") == "Équilibre des groupes : écart 6, le plus petit possible."


def test_people_who_cannot_be_apart_are_told() -> None:
    wishes = Wishes({"CPTS 0": "a", "CPTS 1": "a"}, (("CPTS 0", "CPTS 1"),))
    told = str(composed(crowd(CPTS=6), TEAMS, wishes).balance).replace(NBSP, " ")
    assert told.endswith("Restent ensemble : « CPTS 0 » et « CPTS 1 ».")


def test_pairs_are_kept_apart_without_unbalancing() -> None:
    people = crowd(CPTS=30, ASV=12)
    pairs = tuple((f"CPTS {rank}", f"CPTS {rank + 1}") for rank in range(29))
    balance = composed(people, TEAMS, Wishes(apart=pairs)).balance
    assert balance.together == ()
    assert balance.imbalance == balance.bound == 0


@pytest.mark.parametrize(
    ("people", "teams", "wishes", "sentence"),
    [
        (crowd(CPTS=2), TEAMS, Wishes({"Zoé": "a"}), "« Zoé » n’est pas dans la liste."),
        (crowd(CPTS=2), TEAMS, Wishes({"CPTS 0": "z"}), "Le groupe « z » n’existe pas."),
        (crowd(CPTS=2), TEAMS, Wishes(apart=(("CPTS 0", "CPTS 0"),)), "ne peut pas être séparé de son propre nom."),
        (crowd(CPTS=2) * 2, TEAMS, Wishes(), "« CPTS 0 » est deux fois dans la liste."),
        (crowd(CPTS=2), (Team("a"), Team("a")), Wishes(), "Le groupe « a » est nommé deux fois."),
        (crowd(CPTS=2), (Team("a", ("13",)), Team("b", ("13", "84"))), Wishes(), "« 13 » est dans deux groupes différents."),
        (crowd(CPTS=2), (Team("a", ("13",)),), Wishes(), "Aucun groupe pour « CPTS 0 », territoire non précisé."),
    ],
)
def test_what_cannot_be_done_is_said(people: list[Participant], teams: tuple[Team, ...], wishes: Wishes, sentence: str) -> None:
    with pytest.raises(FacilitationError) as caught:
        composed(people, teams, wishes)
    assert sentence in str(caught.value).replace(NBSP, " ")


def test_three_hundred_people_are_shared_out_exactly() -> None:
    people = [Participant(f"P{rank}", actor=f"A{rank % 7}", territory=str(rank * rank % 11)) for rank in range(300)]
    balance = composed(people, [Team(f"g{rank}") for rank in range(40)]).balance
    assert balance.imbalance == balance.bound


def worked(people: list[Participant], wishes: Wishes, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """Return how many times somebody is put in a group, and how many changes are tried, for thirty groups."""
    calls = {"put": 0, "_cost_after": 0}
    for name in calls:
        kept = getattr(Board, name)

        def counting(board: Board, *given: object, name: str = name, kept: Callable[..., object] = kept) -> object:
            calls[name] += 1
            return kept(board, *given)

        monkeypatch.setattr(Board, name, counting)
    composed(people, [Team(f"g{rank}") for rank in range(30)], wishes)
    return calls["put"], calls["_cost_after"]


def test_three_hundred_people_cost_one_deal_and_with_wishes_a_bounded_number_of_trials(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(2)
    people = [Participant(f"P{rank}", actor=f"A{rank % 7}", territory=str(rank * rank % 11)) for rank in range(300)]
    names = [person.name for person in people]
    assert worked(people, Wishes(), monkeypatch) == (300, 0)
    wishes = Wishes(
        {name: f"g{chance.randrange(30)}" for name in chance.sample(names, 30)},
        tuple((one, other) for one, other in zip(chance.sample(names[:150], 40), chance.sample(names[150:], 40), strict=True)),
    )
    put, tried = worked(people, wishes, monkeypatch)
    assert put <= ATTEMPTS * 300
    assert tried <= ATTEMPTS * (TRIALS + 30 + 300)  # what one person may still try once trials run out


def test_groups_are_shared_between_territories_by_their_size_and_in_the_order_of_the_list() -> None:
    people = [Participant(f"P{rank}", territory="Var" if rank < 9 else "alpes") for rank in range(12)]
    teams = teams_by_territory(["a", "b", "c", "d"], people)
    assert teams == (Team("a", ("var",)), Team("b", ("var",)), Team("c", ("var",)), Team("d", ("alpes",)))


def test_territories_share_a_group_when_there_are_more_of_them() -> None:
    counts = {"Var": 5, "Alpes": 3, "Nice": 2, "": 1}
    people = [Participant(f"{name} {rank}", territory=name) for name, count in counts.items() for rank in range(count)]
    assert teams_by_territory(["a", "b"], people) == (Team("a", ("", "var")), Team("b", ("alpes", "nice")))
    assert composed(people, teams_by_territory(["a", "b"], people)).balance.together == ()
