"""What the docs say is true: what they name is there, their examples are taken, and what there is, they name."""

from __future__ import annotations

import argparse
import re
import shlex
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from facilitation import __version__
from facilitation.cli import commands
from facilitation.cli.parser import FORMATS, parser
from facilitation.console import counting, keys, running, session
from facilitation.console.keys import Key
from facilitation.exercise import Shows
from facilitation.journal import copies, reading
from facilitation.library import checked_day, exercises, library_folder, models
from facilitation.library.cards import read_card
from facilitation.library.formats import (
    ACTOR,
    CHARTER,
    COLUMN,
    DAY,
    EXERCISE,
    GROUP,
    INSIGHT,
    ROW,
    SEQUENCE,
    SHEET,
    STEP,
    VARIANT,
)  # fmt: skip
from facilitation.sheet import Cell, Figure, Source
from facilitation.typography import french
from facilitation.workshop.taking import take_file
from facilitation.workshop.workshop import Workshop
from facilitation.writers import OUTPUTS, Format

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "guide-animation.md"
CARDS = ROOT / "docs" / "ecrire-un-exercice.md"
CODE = ROOT / "facilitation" / "README.md"
DOCS = [ROOT / "README.md", GUIDE, CARDS, CODE, ROOT / "CHANGELOG.md", ROOT / "outputs" / "README.md"]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CODE_SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
LARGEST_IMAGE = 150_000
# What no table of the console declares: the keys of the line, of lists and of counting, which are not bindings.
OF_THE_LINE = {"Entrée", "Suppr", "↑", "↓", "←", "→", "=", "S", "& é \" ' ( - è _ ç à"}


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def prose(path: Path) -> str:
    return BLOCK.sub("", text(path))


def spans(path: Path) -> set[str]:
    return set(CODE_SPAN.findall(prose(path)))


def blocks(path: Path, *languages: str) -> list[str]:
    return [body for language, body in BLOCK.findall(text(path)) if language in languages]


def section(path: Path, title: str) -> str:
    """Return what stands under a heading, up to the next one of its rank."""
    heading = re.search(rf"^(#+) {re.escape(title)}$", text(path), re.MULTILINE)
    assert heading, f"no heading « {title} » in {path.name}"
    return re.split(rf"^#{{1,{len(heading[1])}}} ", text(path)[heading.end() :], maxsplit=1, flags=re.MULTILINE)[0]


def cells(table: str, column: int) -> list[str]:
    """Return the code of one column of the tables of a text, top to bottom."""
    rows = [line.split("|")[1:-1] for line in table.splitlines() if line.startswith("|")]
    return [code for row in rows if len(row) > column for code in CODE_SPAN.findall(row[column])]


# --- commands ----------------------------------------------------------------------------------------------------------


def commands_of(path: Path) -> Iterator[str]:
    for body in blocks(path, "sh", "bat"):
        for line in body.splitlines():
            found = re.match(r"(?:\S*[/\\])?(facilitation\b.*?)\s*(?:#.*)?$", line)
            if found:
                yield found[1]
    yield from (span for span in spans(path) if span.startswith("facilitation ") and "…" not in span)


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.parent.name + "-" + path.stem)
def test_every_command_shown_is_one_that_the_program_takes(path: Path) -> None:
    wrong = [command for command in commands_of(path) if not is_taken(shlex.split(command)[1:])]

    assert not wrong


def is_taken(arguments: list[str]) -> bool:
    """Return whether the command line understands these words; a verb alone names it, without calling it."""
    if len(arguments) == 1 and arguments[0] in commands.VERBS.keys() - {"days"}:
        return True
    try:
        parser().parse_args(arguments)
    except SystemExit as error:
        return not error.code  # --help and --version leave with 0
    return True


def test_the_guide_shows_every_verb_and_every_option() -> None:
    top = parser()
    (verbs,) = [action for action in top._actions if isinstance(action, argparse._SubParsersAction)]
    assert set(verbs.choices) == commands.VERBS.keys() - {"days"}
    shown = " ".join(commands_of(GUIDE))

    for name, verb in verbs.choices.items():
        assert f"facilitation {name}" in shown
        options = [option for action in verb._actions for option in action.option_strings if option.startswith("--")]
        assert not [option for option in options if option not in shown and option != "--help"]


# --- the library -------------------------------------------------------------------------------------------------------


def test_the_guide_lists_the_exercises_and_their_variants() -> None:
    table = section(GUIDE, "Choisir les exercices")
    cards = {listed.key: read_card(listed.path) for listed in exercises()}

    assert set(cells(table, 0)) == cards.keys()
    assert sorted(cells(table, 3)) == sorted(variant for card in cards.values() for variant in card.variants)


def test_the_guide_lists_the_models() -> None:
    assert set(cells(section(GUIDE, "Partir d’un modèle"), 0)) == {model.key for model in models()}


def test_the_changelog_names_the_version_and_the_exercises() -> None:
    said = text(ROOT / "CHANGELOG.md")

    assert __version__ in said
    assert not [listed.key for listed in exercises() if f"`{listed.key}`" not in said]


def test_the_guide_explains_every_word_of_a_day() -> None:
    fields = [field.key for record in (DAY, ACTOR, GROUP, SEQUENCE, CHARTER) for field in record.fields]
    written = "\n".join(blocks(GUIDE, "yaml"))
    told = section(GUIDE, "Compléter journee.yaml, ligne par ligne")

    assert not [key for key in fields if not re.search(rf"\b{key}:", written) and f"`{key}`" not in told]


def test_every_word_of_a_card_is_explained() -> None:
    fields = [field.key for record in (EXERCISE, STEP, SHEET, ROW, COLUMN, VARIANT, INSIGHT) for field in record.fields]
    words = [word.value for kind in (Cell, Figure, Source, Shows) for word in kind]
    told = spans(CARDS)

    assert not [word for word in (*fields, *words) if word not in told]


def test_the_card_of_the_docs_has_nothing_to_correct(tmp_path: Path) -> None:
    file = tmp_path / "leviers.yaml"
    file.write_text("".join(blocks(CARDS, "yaml")), encoding="utf-8")
    card = read_card(file)

    assert (card.exercise.key, list(card.variants)) == ("leviers", ["courte"])


@pytest.fixture
def day_of_the_guide(tmp_path: Path) -> Path:
    """Return the folder of the day that the guide writes morsel by morsel."""
    folder = tmp_path / "ma-journee"
    folder.mkdir()
    (folder / "journee.yaml").write_text("".join(blocks(GUIDE, "yaml")), encoding="utf-8")
    return folder


def test_the_day_of_the_guide_has_nothing_to_correct(day_of_the_guide: Path) -> None:
    day = checked_day(day_of_the_guide)

    assert {sequence.exercise.key for sequence in day.sequences if sequence.exercise} == {
        "debat-mouvant",
        "silhouette",
        "speed-dating",
        "autres-pistes",
        "questions-reponses",
    }
    assert day.expected == 25


def test_the_files_of_answers_of_the_guide_are_taken_whole(day_of_the_guide: Path, tmp_path: Path) -> None:
    files = blocks(GUIDE, "csv")
    assert len(files) == 2
    workshop = Workshop.open(day_of_the_guide, strict=True)
    try:
        for number, body in enumerate(files):
            file = tmp_path / f"paperboards-{number}.csv"
            file.write_text(body, encoding="utf-8")
            taken = take_file(workshop, file)
            assert not taken.refused
            assert taken.kept == len(body.splitlines()) - 1
    finally:
        workshop.close()


# --- formats and files -------------------------------------------------------------------------------------------------


def test_the_guide_lists_the_documents_and_their_formats() -> None:
    table = section(GUIDE, "Fabriquer, relire, publier")
    made = [(output.file_name, format_.value) for format_ in Format for output in OUTPUTS[format_]]

    assert sorted(zip(cells(table, 0), cells(table, 2), strict=True)) == sorted(
        pair for pair in made if pair[0] in cells(table, 0)
    )
    assert {name for name, _ in made} == {name for name in cells(table, 0) if "." in name and "sqlite" not in name}
    assert tuple(Format) == FORMATS


def test_the_changelog_names_every_format() -> None:
    assert not [format_.value for format_ in Format if f"`{format_.value}`" not in text(ROOT / "CHANGELOG.md")]


def test_the_guide_names_the_files_of_a_day() -> None:
    told = section(GUIDE, "Où sont les fichiers")

    assert f"`{reading.MAIN}`" in told
    assert f"`{copies.FOLDER}/`" in told
    assert "les cinq dernières copies" in told
    assert copies.KEPT == 5


def test_the_times_that_the_guide_tells_are_those_of_the_console() -> None:
    assert "après une seconde et demie" in text(GUIDE)
    assert counting.PAUSE == 1.5
    assert "toutes les trois secondes" in text(GUIDE)
    assert session.RETRY == 3
    assert "ambre au dernier cinquième, rouge au dernier vingtième" in text(GUIDE)
    assert (running.AMBER, running.RED) == (5, 20)
    assert "cinq minutes de plus" in text(GUIDE)
    assert running.EXTRA == 5


# --- keys --------------------------------------------------------------------------------------------------------------


def declared() -> dict[str, Key]:
    return {name: key for name, key in vars(keys).items() if isinstance(key, Key)}


def test_the_page_of_keys_has_every_key_of_the_console() -> None:
    told = set(CODE_SPAN.findall(section(GUIDE, "Aide-mémoire des touches")))

    for name, key in declared().items():
        assert key.shown in told, name
        twins = [part for part in re.split(r" puis Entrée|, ", key.twin) if part]
        assert not [twin for twin in twins if twin not in told], name


def test_the_page_of_keys_has_no_key_that_does_nothing() -> None:
    told = set(CODE_SPAN.findall(section(GUIDE, "Aide-mémoire des touches")))
    shown = {part for key in declared().values() for part in (key.shown, *re.split(r" puis Entrée", key.twin))}

    assert not told - shown - OF_THE_LINE


def test_no_text_names_a_key_that_the_console_does_not_have() -> None:
    shown = {part for key in declared().values() for part in (key.shown, *re.split(r" puis Entrée", key.twin))}
    pasting = {"Ctrl+V", "Ctrl+Maj+V", "Cmd+V", "Ctrl+C"}  # the terminal's own
    looks_like_a_key = re.compile(r"(?:F\d{1,2}|(?:Ctrl|Maj|Alt|Cmd)\+\S+)$")
    named = {span for path in DOCS for span in spans(path) if looks_like_a_key.match(span)}

    assert not named - shown - pasting


def test_the_row_of_digits_is_that_of_the_console() -> None:
    assert "".join(counting.AZERTY[sign] for sign in "&é\"'(-è_çà") == "1234567890"


# --- how the program is cut --------------------------------------------------------------------------------------------


def test_the_layers_told_are_those_of_the_import_contracts() -> None:
    contracts = tomllib.loads(text(ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = [name for layer in contracts[0]["layers"] for name in layer.split(" | ")]

    assert [name for name in cells(section(CODE, "Les couches"), 0) if name in layers] == layers


def test_the_modules_named_are_there() -> None:
    named = spans(CODE) - set(CODE_SPAN.findall(section(CODE, "Ce qui s’écarte du premier dessin, et pourquoi")))
    paths = {name for name in named if re.fullmatch(r"[\w./-]+(?:\.(?:py|json|toml)|/)", name) and name != "exercices/"}

    assert paths
    assert not [
        name
        for name in paths
        if not any((base / name).exists() for base in (ROOT / "facilitation", ROOT, CODE.parent / "console"))
    ]


def test_every_kind_of_cell_is_named() -> None:
    assert {cell.value for cell in Cell} <= spans(CODE)


# --- links, pictures, typography ---------------------------------------------------------------------------------------


def anchors(path: Path) -> set[str]:
    """Return the anchors of the headings of a page, as web forges make them."""
    titles = re.findall(r"^#+ (.+)$", prose(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.parent.name + "-" + path.stem)
def test_every_link_leads_somewhere(path: Path) -> None:
    for target in LINK.findall(prose(path)):
        place, _, anchor = target.partition("#")
        assert ":" not in place, f"{target}: docs are read without a network"
        page = (path.parent / place).resolve() if place else path
        assert page.exists(), target
        assert not anchor or anchor in anchors(page), target


def test_every_picture_is_shown_and_light() -> None:
    folder = ROOT / "docs" / "images"
    shown = {(path.parent / target).resolve() for path in DOCS for target in LINK.findall(prose(path))}
    pictures = sorted(folder.glob("*")) if folder.is_dir() else []

    assert not [picture.name for picture in pictures if picture.resolve() not in shown]
    assert not [picture.name for picture in pictures if picture.stat().st_size > LARGEST_IMAGE]


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.parent.name + "-" + path.stem)
def test_prose_has_the_spaces_and_apostrophes_of_french(path: Path) -> None:
    parts = re.split(r"(`[^`\n]*`|\]\([^)]*\)|^\|[-|]+\|$)", prose(path), flags=re.MULTILINE)
    wrong = [part for part in parts[::2] if french(part) != part]

    assert not wrong


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.parent.name + "-" + path.stem)
def test_prose_has_no_middle_dot(path: Path) -> None:
    assert "·" not in prose(path)


def test_the_examples_of_the_library_are_those_that_the_changelog_counts() -> None:
    days = [path for path in (library_folder() / "journees").iterdir() if path.is_dir()]

    assert "Trois journées d’exemple" in text(ROOT / "CHANGELOG.md")
    assert len(days) == 3
