"""The list of days, the first screen of all, a new day."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.console.settings import Settings
from facilitation.workshop import days
from facilitation.workshop.glancing import glance
from facilitation.workshop.memory import recent, remember
from tests.conftest import Clock
from tests.console.driving import SEATED, STANDING, driven, example


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Days are made under a folder of this test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(days, "home", lambda: tmp_path / "documents")
    monkeypatch.setattr("facilitation.workshop.preparing.home", lambda: tmp_path / "documents")


async def test_a_computer_that_knows_no_day_offers_four_things() -> None:
    async with driven() as console:
        await console.until_shown("Bienvenue.")
        for words in ("Voir la démonstration", "Préparer ma journée", "Ouvrir un dossier", "Essayer le clavier"):
            assert words in console.text
        assert "Tout reste sur cet ordinateur. Rien n’est envoyé." in console.text
        assert "F5  Suite\u00a0: voir la démonstration" in console.text


async def test_the_body_stands_beside_the_welcome_in_wide_windows() -> None:
    async with driven(size=SEATED) as console:
        await console.until_shown("Bienvenue.")
        assert next(line for line in console.lines if "Bienvenue." in line).index("Bienvenue.") == 44


@pytest.mark.parametrize("key", ["d", "f5"])
async def test_the_demonstration_is_made_once_then_opened_again(key: str, tmp_path: Path) -> None:
    async with driven() as console:
        await console.until_shown("Bienvenue.")
        await console.press(key)
        await console.until(lambda: console.app.session is not None)
        await console.settle()
        assert console.session.workshop.room.answers() == 270
        assert console.session.workshop.folder == tmp_path / "documents" / "paca-2021"
        assert "La Silhouette" in console.text
    async with driven() as console:
        await console.until_shown("Vos journées")
        await console.press("d")
        await console.until(lambda: console.app.session is not None)
        assert console.session.workshop.room.answers() == 270


async def test_each_day_is_told_in_two_rows_with_its_state(tmp_path: Path) -> None:
    remember(example(tmp_path / "rhone-2023", "rhone-2023", empty=True))
    remember(example(tmp_path / "paca-2021"))
    async with driven(size=SEATED) as console:
        await console.until_shown("Rencontres inter CPTS du Rhône")
        await console.until_shown("remplie")
        text = console.text
        assert text.index("Rencontres inter CPTS du Rhône") < text.index("De la promotion de la santé")
        assert "14 nov. 2023" in text
        assert "IFSI du GCSPA – CH Montperrin" in text
        assert "prête" in text
        await console.press("down")
        assert "270\u00a0idées déjà gardées" in console.text
        assert "41\u00a0personnes · 3\u00a0groupes" in console.text


async def test_enter_opens_the_chosen_day_and_escape_comes_back(tmp_path: Path) -> None:
    remember(example(tmp_path / "paca-2021"))
    async with driven() as console:
        await console.until_shown("remplie")
        await console.press("enter")
        await console.until(lambda: console.app.session is not None)
        await console.until_shown("Journée sans horaires")
        await console.press("escape")
        await console.until_shown("Vos journées")


async def test_a_day_left_open_is_come_back_to_on_its_sequence(tmp_path: Path, clock: Clock) -> None:
    folder = example(tmp_path / "paca-2021", empty=True)
    async with driven(folder, clock=clock) as console:
        await console.press("f5", "f5", "escape", "escape")
        await console.until_shown("reprendre «\u00a0La Silhouette\u00a0»")
        assert "▶ De la promotion" in console.text
        session = console.session
        await console.press("f5")
        assert console.session is session
        assert "étape 2/3" in console.text


async def test_a_folder_is_opened_by_its_path(tmp_path: Path) -> None:
    folder = example(tmp_path / "rhone", "rhone-2023", empty=True)
    async with driven() as console:
        await console.until_shown("Bienvenue.")
        await console.press("o")
        await console.type("nulle-part")
        await console.press("enter")
        assert "«\u00a0nulle-part\u00a0»\u00a0: ce dossier n’existe pas." in console.text
        await console.press(*["backspace"] * 10)
        await console.type("rhone/journee.yaml")
        await console.press("enter")
        await console.until(lambda: console.app.session is not None)
        assert console.session.workshop.folder.resolve() == folder.resolve()
        assert recent() == [folder.resolve()]


async def test_letters_go_to_the_path_while_it_is_typed() -> None:
    async with driven() as console:
        await console.until_shown("Bienvenue.")
        await console.press("o")
        await console.type("ndobc")
        assert "Dossier › ndobc" in console.text
        await console.press("escape")
        assert "Dossier ›" not in console.text


async def test_a_day_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    folder = tmp_path / "cassée"
    folder.mkdir()
    (folder / "journee.yaml").write_text("journee: [", encoding="utf-8")
    remember(folder)
    async with driven() as console:
        await console.until_shown("à corriger")
        await console.press("enter")
        assert "◐ journee.yaml:2:1" in console.text
        assert console.app.session is None


async def test_a_new_day_is_made_from_a_model_with_its_hours_moved(tmp_path: Path, clock: Clock) -> None:
    async with driven(clock=clock) as console:
        await console.until_shown("Bienvenue.")
        await console.press("n")
        await console.until_shown("Mieux se connaître et s’articuler")
        assert "16/11/2021" in console.text
        await console.type("Journée d’essai")
        await console.press("tab", "tab")
        await console.type("Digne")
        await console.press("tab", *["backspace"] * 5)
        await console.type("9h30")
        assert "Déjeuner de 12:30 à 13:45, fin à 15:30" in console.text
        await console.press("tab")
        await console.type("24")
        await console.press("enter")
        await console.until(lambda: console.app.session is not None)
        await console.until_shown("Accueil, émargement")
        day = console.session.workshop.day
        assert (day.title, day.place, day.people) == ("Journée d’essai", "Digne", 24)
        assert f"{day.date:%d/%m/%Y}" == "16/11/2021"
        assert f"{day.sequences[0].start:%H:%M}" == "09:30"
        assert console.session.workshop.folder == tmp_path / "documents" / "journee-d-essai"


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        (0, "", "Donnez d’abord un nom à la journée."),
        (1, "demain", "«\u00a0demain\u00a0» n’est pas une date."),
        (3, "midi", "«\u00a0midi\u00a0» n’est pas une heure."),
        (4, "beaucoup", "«\u00a0beaucoup\u00a0» n’est pas un nombre de personnes."),
    ],
)
async def test_what_a_new_day_cannot_be_is_said_in_a_sentence(field: int, text: str, said: str, tmp_path: Path) -> None:
    async with driven() as console:
        await console.until_shown("Bienvenue.")
        await console.press("n")
        await console.until_shown("Mieux se connaître et s’articuler")
        if field:
            await console.type("Un nom")
        await console.press(*["tab"] * field, *["backspace"] * 12 * bool(field))
        await console.type(text)
        await console.press("f5")
        assert said in console.text
        assert not (tmp_path / "documents").exists()


async def test_the_exercises_are_read_from_the_list_of_days() -> None:
    async with driven() as console:
        await console.until_shown("Bienvenue.")
        await console.press("b")
        await console.until_shown("Abaque de Régnier")
        await console.press("enter")
        await console.until_shown("Abaque de Régnier (abaque-de-regnier)")
        assert "Matériel" in console.text
        await console.press("escape")
        assert "Les exercices" in console.text


async def test_the_keyboard_is_tried_on_the_first_start_only() -> None:
    first = Settings()
    async with driven(settings=first) as console:
        assert "Essai du clavier" in console.text
        await console.press("f5", "ctrl+z", "shift+tab", "3", "enter")
        await console.until_shown("Bienvenue.")
    assert first.tried
    async with driven(settings=first) as console:
        await console.until_shown("Bienvenue.")


async def test_a_glance_changes_nothing_in_the_folder(tmp_path: Path) -> None:
    folder = example(tmp_path / "rhone", "rhone-2023", empty=True)
    before = sorted(path.name for path in folder.iterdir())
    assert glance(folder).state == "prête"
    assert sorted(path.name for path in folder.iterdir()) == before


async def test_the_hours_of_a_new_day_are_read_whole_in_eighty_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with driven(size=STANDING) as console:
        await console.press("n")
        await console.until_shown("Mieux se connaître")
        await console.settle()
        assert "Déjeuner de 12:00 à 13:15, fin à 15:00, à ajuster ensuite dans journee.yaml" in " ".join(console.text.split())
