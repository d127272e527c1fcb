"""Several days read together: which can be, which files they have, and every exercise of the library side by side."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitation.day import Day
from facilitation.errors import UsageError
from facilitation.events import AnswerGiven
from facilitation.reporting import synthesis_of
from facilitation.reporting.lengths import Length
from facilitation.reporting.together import laid, synthesis_together
from facilitation.room import Room
from facilitation.sheet import Address
from facilitation.synthesis import Block, Bullets, Item, Section, Synthesis, Table
from facilitation.typography import NBSP
from facilitation.workshop.comparing import MOST, joint_outputs, make_together, together
from facilitation.workshop.days import make_example
from tests.conftest import Clock
from tests.trials import CARDS, answered

each = pytest.mark.parametrize("path", CARDS, ids=[path.stem for path in CARDS])


# --- Which days --------------------------------------------------------------------------------------------------------------


def example(folder: Path, *, place: str = "", year: str = "") -> Path:
    """Return the folder of the fictitious day, held elsewhere or another year."""
    make_example("exemple-fictif", folder)
    written = (folder / "journee.yaml").read_text(encoding="utf-8")
    if place:
        written = written.replace("lieu: Salle des fêtes de Montlune, lieu imaginaire", f"lieu: {place}")
    if year:
        written = written.replace("date: 2025-", f"date: {year}-")
    (folder / "journee.yaml").write_text(written, encoding="utf-8")
    return folder


def refusal(*folders: Path) -> str:
    with pytest.raises(UsageError) as refused:
        together(folders)
    return str(refused.value).replace(NBSP, " ")


def test_one_day_is_not_compared(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "Il faut au moins deux journées pour les mettre côte à côte ; pour une seule, sans --ensemble."


def test_too_many_days_are_not_compared(tmp_path: Path) -> None:
    said = refusal(*(tmp_path / str(number) for number in range(MOST + 1)))
    assert said == "Au plus cinq journées côte à côte : au-delà, leurs colonnes ne se lisent plus. Vous en avez donné 6."


def test_a_day_is_not_compared_with_itself_however_its_folder_is_written(tmp_path: Path) -> None:
    folder = example(tmp_path / "jour")
    assert refusal(folder, tmp_path / "autre" / ".." / "jour").endswith(
        "est donné deux fois : une journée ne se compare pas à elle-même."
    )


def test_a_copy_of_a_day_is_the_same_day(tmp_path: Path) -> None:
    folder = example(tmp_path / "jour")
    shutil.copytree(folder, tmp_path / "copie")
    said = refusal(folder, tmp_path / "copie")
    assert said.endswith(
        "gardent les mêmes réponses : c’est une seule journée. Pour réunir ses salles : facilitation fusionner"
    )


def test_days_without_an_exercise_in_common_are_refused(tmp_path: Path) -> None:
    make_example("rhone-2023", tmp_path / "rhone")
    make_example("paca-2021", tmp_path / "paca")
    assert refusal(tmp_path / "rhone", tmp_path / "paca").startswith("Aucun exercice commun à ces journées")


def test_years_come_in_order_with_their_folders_and_nothing_is_written_in_them(tmp_path: Path) -> None:
    later, before = example(tmp_path / "b"), example(tmp_path / "a", year="2024")
    held = {path: path.read_bytes() for folder in (later, before) for path in folder.rglob("*") if path.is_file()}
    days = together([later, before])
    assert (days.side.labels, days.folders, days.key) == (["2024", "2025"], (before, later), "a-et-b")
    list(make_together(days, tmp_path / "sortie", joint_outputs(["md"])))
    assert {path: path.read_bytes() for folder in (later, before) for path in folder.rglob("*") if path.is_file()} == held


# --- Which files -------------------------------------------------------------------------------------------------------------


def test_days_together_have_neither_what_is_projected_before_nor_answers_to_read_back() -> None:
    names = [output.file_name for output in joint_outputs(["docx", "pptx", "xlsx", "html", "md", "csv"])]
    assert names == ["synthese.docx", "restitution.pptx", "donnees.xlsx", "synthese.html", "synthese.md"]


def test_a_file_that_days_together_do_not_have_is_said() -> None:
    with pytest.raises(UsageError, match=r"pas de fichier en csv.*chaque journée garde son reponses\.csv"):
        joint_outputs(["csv"])
    with pytest.raises(UsageError, match="pas de version une-page"):
        joint_outputs(["docx"], Length.PAGE)


def test_the_same_days_make_the_same_bytes_in_whatever_order_they_are_given(tmp_path: Path) -> None:
    folders = [example(tmp_path / "a", year="2024"), example(tmp_path / "b")]
    chosen = joint_outputs(["docx", "pptx", "xlsx", "html", "md"])
    first = list(make_together(together(folders), tmp_path / "un", chosen))
    again = list(make_together(together(folders[::-1]), tmp_path / "deux", chosen))
    assert [made.path.name for made in first] == [output.file_name for output in chosen]
    assert [one.path.read_bytes() for one in first] == [two.path.read_bytes() for two in again]


def test_a_shorter_document_of_days_together_goes_without_the_annex(tmp_path: Path) -> None:
    days = together([example(tmp_path / "a", place="Arles"), example(tmp_path / "b", place="Lyon")])
    chosen = joint_outputs(["md"], Length.SHORT)
    (made,) = make_together(days, tmp_path / "sortie", chosen, length=Length.SHORT)
    assert made.path.name == "synthese-courte.md"
    text = made.path.read_text(encoding="utf-8")
    assert "Arles seulement" in text or "Dit dans les deux" in text
    assert "Annexe" not in text


# --- Every exercise ----------------------------------------------------------------------------------------------------------


def walked(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from walked(block.blocks)


def items_of(block: Block) -> Iterator[Item]:
    if isinstance(block, Table):
        for line in block.lines:
            for slot in line.slots:
                yield from (*slot.items, *slot.voices)
    elif isinstance(block, Bullets):
        yield from block.items


def verbatims(document: Synthesis) -> Counter[tuple[bool, str, str]]:
    """Return each answer and its letters as often as the document tells it, its annex apart."""
    found: Counter[tuple[bool, str, str]] = Counter()
    for section in document.sections:
        for block in walked((section,)):
            for item in items_of(block):
                found.update((section.kind == "annexe", voice.answer, voice.wording) for voice in item.said)
    return found


def played(path: Path, folder: Path, year: int) -> tuple[Day, Room]:
    """Return a day of one exercise and its room, as its example fills it."""
    workshop = answered(path, folder, Clock(datetime(year, 11, 16, 9, 30, tzinfo=UTC)))
    try:
        return workshop.day, workshop.room
    finally:
        workshop.close()


@each
def test_every_exercise_is_told_side_by_side_and_nothing_of_it_is_lost_or_doubled(path: Path, tmp_path: Path) -> None:
    days = [played(path, tmp_path / str(year), year) for year in (2021, 2022)]
    side = laid(days)
    assert side.over_time
    document = synthesis_together(side, "ensemble")
    assert verbatims(document) == sum((verbatims(synthesis_of(day, room, "")) for day, room in days), Counter())
    shared = [section for section in document.sections if section.kind == "sequence"]
    assert not [section.title for section in shared if "seulement" in section.title]
    tables = [block for block in walked(document.sections) if isinstance(block, Table)]
    assert all(len(line.slots) == len(table.columns) for table in tables for line in table.lines)
    assert len({table.title for table in tables}) == len(tables)


def test_the_same_words_in_two_days_are_all_in_common(tmp_path: Path) -> None:
    path = next(path for path in CARDS if path.stem == "remue-meninges")
    document = synthesis_together(laid([played(path, tmp_path / str(year), year) for year in (2021, 2022)]), "ensemble")
    tables = [block for block in walked(document.sections) if isinstance(block, Table) and block.figure == "ensemble"]
    assert tables
    assert not [item.text for table in tables for line in table.lines for slot in line.slots[1:] for item in slot.items]


def test_figures_of_a_forum_stand_beside_those_published_and_change_in_points_from_thirty_people_on(tmp_path: Path) -> None:
    path = next(path for path in CARDS if path.stem == "forum-evaluation-visiteurs")
    days = []
    for year, more in ((2023, 0), (2024, 20)):
        workshop = answered(path, tmp_path / str(year), Clock(datetime(year, 11, 16, 9, 30, tzinfo=UTC)))
        sequence = workshop.day.sequences[0].key
        for column, count in (("tres", 40 + more), ("interessant", 10), ("peu", 10), ("pas", 0), ("sans", 5)):
            workshop.record(AnswerGiven(Address(sequence, "interet", 1, "", "interet", column), count))
        workshop.close()
        days.append((workshop.day, workshop.room))
    document = synthesis_together(laid(days), "ensemble")
    table = next(block for block in walked(document.sections) if isinstance(block, Table) and "édition" in block.title)
    assert [column.title for column in table.columns] == ["2021 (publié)", "2022 (publié)", "2023", "2024"]
    assert [slot.text.replace(NBSP, " ") for slot in table.lines[0].slots] == [
        "88 %",
        "96 %",
        "50 sur 60, soit 83 %",
        "70 sur 80, soit 88 %",
    ]
    changes = next(
        block for block in walked(document.sections) if isinstance(block, Bullets) and block.title == "Ce qui change"
    )
    assert changes.items[0].text.replace(NBSP, " ") == (
        "Intérêt du forum : très intéressant et intéressant :"
        " de 83 % (50 sur 60) en 2023 à 88 % (70 sur 80) en 2024, soit 5 points de plus."
    )
