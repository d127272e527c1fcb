"""The help, the list of actions, the trial of the keyboard, the hints."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.console import settings
from facilitation.console.finding import Action, matching
from facilitation.console.hints import HINTS
from facilitation.console.settings import Settings
from tests.conftest import Clock
from tests.console.driving import SEATED, STANDING, driven, example


@pytest.fixture
def day(tmp_path: Path) -> Path:
    """Return the example day without its answers."""
    return example(tmp_path / "paca-2021", empty=True)


# --- the help ---


async def test_the_help_tells_the_keys_of_the_screen_then_those_of_everywhere(day: Path, clock: Clock) -> None:
    async with driven(day, size=SEATED, clock=clock) as console:
        await console.press("f5", "f1")
        text = console.text
        assert text.index("Ici") < text.index("Partout, même en tapant") < text.index("Si une touche ne répond pas")
        assert "Tab                zone suivante" in text
        assert "F6 · Ctrl+L        acteur suivant" in text
        assert "Aide · La Silhouette" in console.lines[1]
        assert console.lines[1].index("Aide") == 60


async def test_the_help_takes_the_whole_window_in_two_columns_when_it_is_short(day: Path, clock: Clock) -> None:
    async with driven(day, size=STANDING, clock=clock) as console:
        await console.press("f5", "f1")
        assert "Partout, même en tapant" in console.lines[3]
        assert console.lines[3].startswith("  Ici")
        assert "Si une touche ne répond pas" in console.text
        assert "Tapez" in console.text


async def test_a_long_meaning_goes_on_under_itself_beside_the_other_column(day: Path, clock: Clock) -> None:
    async with driven(size=STANDING, clock=clock) as console:
        await console.press("f1")
        right = console.lines[3].index("Partout")
        assert all(line[right - 2 : right] in {"  ", ""} for line in console.lines[3:13])
        assert "une vraie journée, déjà" in console.text
        assert console.lines[-1] == ""


async def test_the_help_tells_no_gesture_twice(day: Path, clock: Clock) -> None:
    async with driven(day, size=STANDING, clock=clock) as console:
        await console.press("f5", "f1")
        assert console.text.count("corriger") == 2
        assert "corriger la dernière" in console.text
        assert "dire autrement" not in console.text


async def test_while_an_idea_is_chosen_the_help_tells_what_its_keys_do(day: Path, clock: Clock) -> None:
    async with driven(day, size=STANDING, clock=clock) as console:
        await console.press("f5")
        await console.type("Un annuaire\n")
        await console.press("up", "f1")
        assert "↑ puis" not in console.text
        assert "garder l’idée" not in console.text
        assert "retirer" in console.text


async def test_a_letter_typed_over_the_help_goes_to_the_line(day: Path, clock: Clock) -> None:
    async with driven(day, clock=clock) as console:
        await console.press("f5", "f1", "z")
        assert "› z" in console.text
        await console.press("f1", "f1")
        assert "Aide · " not in console.text


@pytest.mark.parametrize("keys", [[], ["e"], ["b"]])
async def test_every_page_has_a_help_that_fits(day: Path, keys: list[str]) -> None:
    async with driven(day) as console:
        await console.press(*keys, "f1")
        assert "Échap" in console.text
        assert not console.lines[-1].strip()


# --- the list of actions ---


async def test_an_action_is_found_by_a_noun_mistyped_and_run_on_the_screen_below(day: Path, clock: Clock) -> None:
    async with driven(day, clock=clock) as console:
        await console.press("f5", "ctrl+p")
        assert "Chercher une action…" in console.text
        assert "Ajouter 5 minutes" in console.text
        await console.type("imprimre")
        assert "Fabriquer les documents" in console.text
        assert "Ajouter 5 minutes" not in console.text
        await console.press("enter")
        await console.until_shown("Que voulez-vous fabriquer")


async def test_what_matches_nothing_says_so_and_escape_changes_nothing(day: Path, clock: Clock) -> None:
    async with driven(day, clock=clock) as console:
        await console.press("f5", "ctrl+p")
        await console.type("xyzzy")
        assert "Aucune action ne correspond." in console.text
        await console.press("enter", "escape")
        assert "Chercher" not in console.text
        assert "étape 1/3" in console.text


async def test_five_minutes_are_given_from_the_list_of_actions(day: Path, clock: Clock) -> None:
    async with driven(day, clock=clock) as console:
        await console.press("f5", "ctrl+p")
        await console.type("minutes")
        await console.press("enter")
        await console.settle()
        assert "+ 5 minutes de plus" in console.text


async def test_the_theme_changes_and_is_remembered(day: Path) -> None:
    known = Settings(tried=True)
    async with driven(day, settings=known) as console:
        await console.press("ctrl+p")
        await console.type("clair")
        await console.press("enter")
        await console.settle()
        assert console.app.theme == "clair"
        assert settings.load().theme == "clair"
        await console.press("ctrl+p")
        await console.type("sombre")
        assert "Thème sombre" in console.text


async def test_a_pause_of_the_day_has_no_statement_to_go_to(day: Path) -> None:
    async with driven(day) as console:
        await console.press("ctrl+p")
        assert "Passer à la ligne suivante" not in console.text
        assert "Groupes" in console.text


def test_words_people_use_find_what_they_mean() -> None:
    actions = [
        Action("Fabriquer les documents", "Word, diaporama", "E", "word powerpoint imprimer exporter", lambda: None),
        Action("Minuteur en grand", "lisible du fond de la salle", "F9", "minuteur plein écran", lambda: None),
        Action("Quitter", "tout est déjà gardé", "Ctrl+Q", "fermer sortir", lambda: None),
    ]
    for query, found in (("powerpont", 0), ("IMPRIMER", 0), ("ecran", 1), ("minutuer", 1), ("sortir", 2), ("f9", 1)):
        assert matching(actions, query)[0] is actions[found]
    assert matching(actions, "") == actions
    assert not matching(actions, "zzzz")


# --- the trial of the keyboard ---


async def test_a_keyboard_that_keeps_its_function_keys_is_told_the_ctrl_twins(day: Path, clock: Clock) -> None:
    known = Settings()
    async with driven(settings=known) as console:
        await console.press("enter", "ctrl+z", "shift+tab", "quotation_mark")
        assert "Les touches F restent à l’ordinateur" in console.text
        assert "Ctrl+N" not in console.text
        await console.press("enter")
        await console.until_shown("Bienvenue.")
        assert " Ctrl+N  Suite" in console.text
    assert known.azerty
    assert {"F1", "F5", "F9"} <= set(settings.load().missing)


@pytest.mark.parametrize(("key", "azerty"), [("3", False), ("quotation_mark", True), ("é", False)])
async def test_the_key_of_the_three_tells_azerty_from_digits(key: str, *, azerty: bool) -> None:
    known = Settings()
    async with driven(settings=known) as console:
        await console.press("f5", "ctrl+z", "shift+tab", key)
        assert known.azerty is azerty
        assert "Tout marche ici." in console.text


async def test_escape_leaves_the_trial_for_later() -> None:
    known = Settings()
    async with driven(settings=known) as console:
        await console.press("f5", "escape")
        await console.until_shown("Bienvenue.")
        assert not known.missing
        await console.press("c")
        assert "▶ F5" in console.text


async def test_the_trial_is_not_in_the_way_of_a_day_asked_for(day: Path) -> None:
    async with driven(day, settings=Settings()) as console:
        assert "Essai du clavier" not in console.text


async def test_real_digits_only_where_the_keyboard_has_them_without_shift(tmp_path: Path, clock: Clock) -> None:
    folder = example(tmp_path / "rhone-2023", "rhone-2023", empty=True)
    async with driven(folder, settings=Settings(tried=True, azerty=False), clock=clock) as console:
        assert not console.session.azerty


# --- the hints ---


async def test_a_hint_is_told_on_three_visits(day: Path) -> None:
    known = Settings(tried=True)
    hint = HINTS["DocumentsScreen"].text.split(":")[1].strip()
    async with driven(day, settings=known) as console:
        for visit in range(4):
            await console.press("e")
            assert (hint in console.text) is (visit < 3)
            console.app.screen.app.pop_screen()
            await console.settle()


async def test_a_hint_whose_key_was_used_is_never_told_again(day: Path) -> None:
    known = Settings(tried=True)
    async with driven(day, settings=known) as console:
        await console.press("e", "escape", "e")
        assert "Astuce" not in console.text
    assert not settings.load().hint_is_fresh("DocumentsScreen")


def test_hints_fit_beside_the_help_in_eighty_columns() -> None:
    assert max(len(hint.text) for hint in HINTS.values()) <= 70
