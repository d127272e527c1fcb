"""The library on screen: filters by keys, a card whole, a trial that leaves nothing."""

from __future__ import annotations

from facilitation.console.shelf import VALUES, Filters
from facilitation.workshop.cards import shelf
from facilitation.workshop.memory import recent
from tests.console.driving import SEATED, STANDING, driven


async def test_a_letter_goes_round_the_aims_and_only_their_exercises_stay() -> None:
    async with driven(size=STANDING) as console:
        await console.press("b")
        await console.until_shown("Abaque")
        await console.press("u")
        assert "but\u00a0: se connaître" in console.text
        assert "Abaque" not in console.text
        await console.press(*["u"] * (len(VALUES["but"]) - 1))
        assert "but\u00a0: " not in console.text


async def test_a_trial_starts_from_the_library_and_leaves_nothing_behind() -> None:
    async with driven(size=SEATED) as console:
        await console.press("b")
        await console.until_shown("Les exercices")
        await console.until_shown("Abaque")
        await console.press("e")
        await console.until_shown("tout sera effacé")
        folder = console.session.workshop.folder
        assert folder.is_dir()
        assert folder not in recent()
        console.app.close_day()
        assert not folder.exists()


def test_every_card_fits_a_value_of_every_filter_and_of_no_two_lengths() -> None:
    cards = shelf()
    for name in ("but", "durée", "moment"):
        found: list[list[str]] = []
        for _ in VALUES[name][1:]:
            filters = Filters()
            while filters.chosen[name] != VALUES[name][len(found) + 1]:
                filters.turn(name)
            found.append([card.key for card in filters.fitting(cards)])
        assert sorted(key for keys in found for key in keys) == sorted(card.key for card in cards)
