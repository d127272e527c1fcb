"""The foot says what F5 will do and whether all is kept; messages take the place of the keys for a while."""

from __future__ import annotations

from facilitation.console.keys import told
from facilitation.console.widgets.foot import Foot, FootView, Kept
from tests.console.paint.reading import colour_of, grounds, said
from tests.console.widgets.staging import Stage

KEYS = (("Entrée", "garder"), ("Tab", "zone"), ("F6", "acteur"), ("↑", "corriger"), ("Ctrl+Z", "annuler"))
VIEW = FootView("Présentation en grand groupe (30 min)", Kept("✓ gardé à 11:07:12"), KEYS)


async def test_the_next_thing_is_at_the_left_and_the_kept_state_at_the_right() -> None:
    foot = Foot()
    app = Stage(foot)
    async with app.run_test(size=(80, 2)) as pilot:
        foot.show(VIEW)
        await pilot.pause()
        assert app.lines == [
            " F5  Suite\u00a0: Présentation en grand groupe (30 min)           ✓ gardé à 11:07:12",
            " Entrée garder   Tab zone   F6 acteur   ↑ corriger   Ctrl+Z annuler     F1 aide",
        ]


async def test_a_message_takes_the_place_of_the_keys_then_leaves_it() -> None:
    foot = Foot()
    app = Stage(foot)
    async with app.run_test(size=(80, 2)) as pilot:
        foot.show(VIEW)
        foot.say("‖ Minuteur en pause. F8 le fait repartir.")
        await pilot.pause()
        assert app.lines[1] == " ‖ Minuteur en pause. F8 le fait repartir."
        foot._hush()
        await pilot.pause()
        assert app.lines[1].startswith(" Entrée garder")


async def test_the_last_message_is_the_one_told() -> None:
    foot = Foot()
    async with Stage(foot).run_test(size=(80, 2)):
        foot.say("un")
        foot.say("deux")
        assert foot.message == "deux"


async def test_a_key_that_does_not_fit_is_left_out_whole() -> None:
    foot = Foot()
    app = Stage(foot)
    async with app.run_test(size=(60, 2)) as pilot:
        foot.show(VIEW)
        await pilot.pause()
        assert app.lines[1].startswith(" Entrée garder   Tab zone   F6 acteur")
        assert app.lines[1].endswith("F1 aide")
        assert "Ctrl+Z" not in app.lines[1]


async def test_a_key_that_this_keyboard_does_not_send_is_told_by_its_twin() -> None:
    foot = Foot()
    app = Stage(foot)
    async with app.run_test(size=(80, 2)) as pilot:
        foot.show(VIEW, frozenset({"F5", "F6"}))
        await pilot.pause()
        assert app.lines[0].startswith(" Ctrl+N  Suite")
        assert "Ctrl+L acteur" in app.lines[1]


def test_a_key_without_a_twin_is_told_as_it_is() -> None:
    assert told("F9", frozenset({"F9"})) == "F9"
    assert told("Tab", frozenset()) == "Tab"


def test_what_is_not_kept_is_white_on_red() -> None:
    foot = Foot()
    foot._view = FootView("réessayer de garder la dernière idée", Kept("✗ NON GARDÉ", "alerte"))
    first = foot.rows(80, 2)[0]
    assert said(first).endswith("✗ NON GARDÉ")
    assert set(grounds(first)[-13:]) == {"talerte"}


def test_the_sign_of_what_is_kept_is_green_and_the_hour_calm() -> None:
    foot = Foot()
    foot._view = VIEW
    rows = foot.rows(80, 2)
    assert colour_of("✓", rows) == "ok"
    assert colour_of("gardé à", rows) == "doux"


def test_a_long_next_thing_is_cut_and_the_kept_state_stays_whole() -> None:
    foot = Foot()
    foot._view = FootView("x" * 200, Kept("✓ gardé à 11:07:12"))
    assert said(foot.rows(60, 2)[0]).endswith("… ✓ gardé à 11:07:12")
