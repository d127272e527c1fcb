"""What ``compiler`` writes, ``saisir`` reads back: the same answers elsewhere make the same documents, byte for byte."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.cli import main
from facilitation.events import AnswerGiven, Body, RoomCounted, RowAdded, VerdictWorded
from facilitation.library.answers import read as read_answers
from facilitation.reporting import records_of, synthesis_of
from facilitation.room import Room
from facilitation.sheet import Address, checked_idea
from facilitation.synthesis import Block, Bullets, Item, Section, Shared, Synthesis, Table
from facilitation.typography import folded
from facilitation.workshop.compiling import outputs
from facilitation.writers.answers_csv import write_records
from tests.rooms import Scribe
from tests.workshop.days import EXAMPLES, example_folder, small_day, told

FILES = [output.file_name for output in outputs()]


def made(folder: Path, to: Path) -> dict[str, bytes]:
    """Return every document of a day, by file name."""
    assert main(["compiler", str(folder), "--vers", str(to)]) == 0
    return {name: (to / name).read_bytes() for name in FILES}


@pytest.mark.parametrize("name", EXAMPLES)
def test_answers_read_back_elsewhere_make_the_same_documents_byte_for_byte(name: str, tmp_path: Path) -> None:
    here, there = tmp_path / "ici" / name, tmp_path / "ailleurs" / name
    for folder in (here, there):
        assert main(["nouvelle", str(folder)]) == 0
        shutil.copyfile(example_folder(name) / "journee.yaml", folder / "journee.yaml")
    assert main(["saisir", str(here), str(example_folder(name) / "reponses.csv")]) == 0
    first = made(here, tmp_path / "un")
    assert main(["saisir", str(there), str(tmp_path / "un" / "reponses.csv")]) == 0
    second = made(there, tmp_path / "deux")
    assert [file for file in FILES if first[file] != second[file]] == []
    again = made(here, tmp_path / "trois")
    assert [file for file in FILES if first[file] != again[file]] == []


def test_a_day_under_another_name_differs_by_that_name_alone(tmp_path: Path) -> None:
    here, there = tmp_path / "atelier-du-nord", tmp_path / "journee-d-avril"
    for folder in (here, there):
        folder.mkdir()
        shutil.copyfile(example_folder("rhone-2023") / "journee.yaml", folder / "journee.yaml")
        assert main(["saisir", str(folder), str(example_folder("rhone-2023") / "reponses.csv")]) == 0
    for file in ("synthese.md", "synthese.html", "reponses.csv"):
        texts = []
        for folder in (here, there):
            assert main(["compiler", str(folder), "--formats", "md,html,csv", "--vers", str(tmp_path / "sortie")]) == 0
            texts.append((tmp_path / "sortie" / file).read_text(encoding="utf-8").replace(folder.name, "la-journee"))
        assert texts[0] == texts[1]


def test_a_workbook_of_answers_reads_back_like_the_csv(tmp_path: Path) -> None:
    here, there = tmp_path / "ici" / "jour", tmp_path / "ailleurs" / "jour"
    for folder in (here, there):
        folder.mkdir(parents=True)
        shutil.copyfile(example_folder("exemple-fictif") / "journee.yaml", folder / "journee.yaml")
    assert main(["saisir", str(here), str(example_folder("exemple-fictif") / "reponses.csv")]) == 0
    assert main(["compiler", str(here), "--formats", "xlsx,csv", "--vers", str(tmp_path / "un")]) == 0
    assert main(["saisir", str(there), str(tmp_path / "un" / "donnees.xlsx")]) == 0
    assert main(["compiler", str(there), "--formats", "csv", "--vers", str(tmp_path / "deux")]) == 0
    assert (tmp_path / "un" / "reponses.csv").read_bytes() == (tmp_path / "deux" / "reponses.csv").read_bytes()


# --- Any answers -------------------------------------------------------------------------------------------------------------

NAUGHTY = [
    "=1+1", "+33 4", "-5", "@SOMME(A1)", "'quote", "''=1", '"', 'il a dit "oui"', ";", "a;b;c", ",", "\ta", "a\tb", "\\", "…",
    "deux\nlignes", "deux\r\nlignes", "fin\u2028ligne", "« oui »", "l’État", "non\u00a0sécable", "\u202ffine", "עברית\u200f",
    "السلام", "\U0001f469\u200d\U0001f467", "🙂", "e\u0301quipe", "ﬁ", "İ", "ß", "non précisé", "groupe non précisé", "0",
    "Aucune idée notée", "1e5",
    "TRUE", "NULL", "#REF!", "<b>gras</b>", "&amp;", "$(rm)", "{{ x }}", "%s", "**gras**", "| a |", "•\u00a0puce", "· point",
    "participant·e", "verdict", "salle", "sequence",
]  # fmt: skip


def _is_idea(text: str) -> bool:
    return bool(text.strip()) and "\ufffe" not in text and "\uffff" not in text


LETTERS = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n\r\x0b\x85\u2028")
TEXTS = (st.sampled_from(NAUGHTY) | st.text(LETTERS, max_size=30)).filter(_is_idea)
SPEAKERS = st.just("") | st.just("CLS de la Vallée") | TEXTS
GROUPS = st.sampled_from(["", "g13", "g84"])


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    """Return a room of the small day with anything said in it."""
    scribe = Scribe()

    def did(*bodies: Body) -> str:
        return scribe.did(*bodies)[0].key

    for group, row, column, idea, author in draw(
        st.lists(
            st.tuples(GROUPS, st.sampled_from(["asv", "cpts"]), st.sampled_from(["tete", "coeur"]), TEXTS, SPEAKERS), max_size=6
        )
    ):
        address = Address("silhouettes", "portraits", 1, group, row, column)
        did(AnswerGiven(address, checked_idea(idea), checked_idea(author) if author else ""))
    # two questions written alike are one question in a file: exact twins are left out here
    titles = draw(st.lists(TEXTS.map(checked_idea), max_size=3, unique_by=lambda title: folded(title) or title))
    for title in titles:
        question = did(RowAdded("questions", "questions", title))
        for group, idea in draw(st.lists(st.tuples(GROUPS, TEXTS), max_size=2)):
            did(AnswerGiven(Address("questions", "questions", 1, group, question, "reponse"), checked_idea(idea)))
    for row in ("gratuite", "logement"):
        for round_ in (1, 2):
            for column in ("contre", "pour"):
                count = draw(st.none() | st.integers(0, 100_000))
                if count is not None:
                    did(AnswerGiven(Address("debat", "positions", round_, draw(GROUPS), row, column), count))
            people = draw(st.none() | st.integers(0, 500))
            if people is not None:
                did(RoomCounted("debat", people, row, round_))
        verdict = draw(st.just("") | TEXTS.map(checked_idea))
        if verdict:
            did(VerdictWorded("debat", row, verdict))
    return scribe.room()


@given(rooms())
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_anything_said_comes_back_from_its_own_file(tmp_path: Path, room: Room) -> None:
    day = small_day()
    records = list(records_of(day, room))
    write_records(records, tmp_path / "reponses.csv")
    read = read_answers(tmp_path / "reponses.csv")
    assert (read.problems, read.notices) == ([], [])
    back = told(day, [record for _, record in read], station="b")
    assert list(records_of(day, back)) == records
    assert anonymous(synthesis_of(day, back, "j")) == anonymous(synthesis_of(day, room, "j"))


def anonymous(document: Synthesis) -> Synthesis:
    """Return the document without the keys of its answers, which only a journal knows."""
    return replace(document, sections=tuple(map(_section, document.sections)))


def _section(given: Section) -> Section:
    return replace(given, blocks=tuple(map(_block, given.blocks)))


def _block(block: Block) -> Block:
    match block:
        case Section():
            return _section(block)
        case Bullets():
            return replace(block, items=_items(block.items))
        case Table():
            lines = (
                replace(line, slots=tuple(replace(slot, items=_items(slot.items)) for slot in line.slots))
                for line in block.lines
            )
            return replace(block, lines=tuple(lines))
        case Shared():
            return replace(
                block,
                everyone=_items(block.everyone),
                some=tuple((names, _item(item)) for names, item in block.some),
                own=tuple((name, _items(items)) for name, items in block.own),
            )
        case _:
            return block


def _items(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(map(_item, items))


def _item(item: Item) -> Item:
    return replace(item, said=tuple(replace(voice, answer="") for voice in item.said))
