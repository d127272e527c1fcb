"""Nothing said is lost or altered: the same words, as many times, in the journal and in each document made of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import cycle
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.text.paragraph import Paragraph
from lxml import html

from facilitation.day import Day
from facilitation.library.answers import read as read_answers
from facilitation.room import Room
from facilitation.synthesis import Record
from facilitation.typography import NBSP
from facilitation.workshop import harmonising
from facilitation.workshop.compiling import make, outputs
from facilitation.writers.tracing import BACK
from tests.naughty import NAUGHTY
from tests.workshop.days import example, example_folder, stamper, told

ALIKE = ("Partage", "partage", "Le partage", "PARTAGE", "Équité", "Equité", "Équité")  # fmt: skip


def awkward() -> tuple[Day, Room]:
    """A day whose cells hold what breaks files, and ideas said several times, by several groups and twice by one."""
    day = example("exemple-fictif")
    sequence = day.sequence("silhouettes")
    assert sequence.exercise is not None
    sheet = sequence.exercise.sheets[0]
    (row, column), *_, (other, third) = sheet.cells()
    groups = cycle([group.key for group in day.groups])
    ideas = [*NAUGHTY, *ALIKE, "Partage"]
    lines = [Record("silhouettes", sheet.key, "", next(groups), row.key, column.key, idea) for idea in ideas]
    lines += [Record("silhouettes", sheet.key, "", "haut-pays", row.key, column.key, "Lien"), *lines[-1:]]
    lines += [Record("silhouettes", sheet.key, "", "vallee", other.key, third.key, text, "CLS (Vallée)") for text in ALIKE]
    return day, told(day, lines)


def nameless() -> tuple[Day, Room]:
    """A published day whose answers name no group, some of them written otherwise in one cell."""
    day = example("paca-2021")
    first = [record for _, record in read_answers(example_folder("paca-2021") / "reponses.csv")]
    cell = next(record for record in first if record.sequence == "silhouettes")
    return day, told(day, [*first, *(cell._replace(valeur=text) for text in (*NAUGHTY, *ALIKE))])


def decided(day: Day, room: Room) -> tuple[Day, Room]:
    """The room once a person merged in other words, and set one idea aside."""
    stamp = stamper("b")
    near = [made for made in harmonising.proposals(day, room) if made.decision == harmonising.UNDECIDED]
    for number, made in enumerate(near):
        room.take(stamp(harmonising.merge(room, made.answers, f"Formulation choisie n° {number}")))
    told_ideas = [answer for answer in room.said() if isinstance(answer.value, str)]
    room.take(stamp(harmonising.set_aside(room, told_ideas[3].key, "hors sujet")))
    return day, room


def published(name: str) -> tuple[Day, Room]:
    """An example day with its answers."""
    return example(name), told(example(name), [record for _, record in read_answers(example_folder(name) / "reponses.csv")])


DAYS: dict[str, Callable[[], tuple[Day, Room]]] = {
    "paca-2021": lambda: published("paca-2021"),
    "rhone-2023": lambda: published("rhone-2023"),
    "exemple-fictif": lambda: published("exemple-fictif"),
    "mots difficiles": awkward,
    "sans groupe": nameless,
    "décidée": lambda: decided(*published("exemple-fictif")),
    "décidée, sans groupe": lambda: decided(*nameless()),
}
ECHO = re.compile(rf" \((?:dit \d+{NBSP}fois|\d+{NBSP}groupes)\)$")


@pytest.mark.parametrize("name", DAYS)
def test_the_journal_and_every_document_hold_the_same_words_as_many_times(name: str, tmp_path: Path) -> None:
    day, room = DAYS[name]()
    said = Counter(answer.value for answer in room.said() if isinstance(answer.value, str))
    made = {
        output.path.name: output.path
        for output in make(day, room, tmp_path, tmp_path, outputs(("csv", "xlsx", "docx", "html")))
    }
    assert Counter(record.valeur for _, record in read_answers(made["reponses.csv"]) if _said(record)) == said
    assert Counter(_answers_of(made["donnees.xlsx"])) == said
    for body, annex in (_paragraphs(made["synthese.docx"]), _html_texts(made["synthese.html"])):
        detailed = _told(annex, day)
        assert detailed - said == Counter(), "the annex holds words that nobody said"
        assert (said - detailed) - _printed(body) == Counter(), "words are in neither the annex nor a table"


def test_the_annex_of_a_day_whose_groups_are_known_holds_every_word(tmp_path: Path) -> None:
    day, room = awkward()
    said = Counter(str(answer.value) for answer in room.said())
    made = {output.path.name: output.path for output in make(day, room, tmp_path, tmp_path, outputs(("docx", "html")))}
    assert _told(_paragraphs(made["synthese.docx"])[1], day) == said
    assert _told(_html_texts(made["synthese.html"])[1], day) == said


def _said(record: Record) -> bool:
    """Whether a line is an idea: head-counts and sizes of the room are digits, in a sheet of positions."""
    return record.feuille != "positions" and record.colonne != "verdict" and bool(record.valeur)


def _answers_of(path: Path) -> list[str]:
    """The values of the sheet of answers, as a spreadsheet reads them, none of them a formula."""
    rows = openpyxl.load_workbook(path)["Réponses"].iter_rows(min_row=2)
    found = []
    for sequence, sheet, tour, group, row, column, value, *rest in rows:
        assert all(cell.data_type != "f" for cell in (sequence, sheet, tour, group, row, column, value, *rest))
        asked = column.value not in {"verdict", "non précisé"}  # a question that nobody answered has a line too
        if sheet.value != "positions" and asked:
            found.append(str(value.value))
    return found


def _paragraphs(path: Path) -> tuple[list[str], list[str]]:
    """The paragraphs of a Word document, in order: before the annex, and in it."""
    document = docx.Document(str(path))
    texts = [_text(node) for node in document.element.body.iter("{*}p")]
    start = next((rank for rank, text in reversed(list(enumerate(texts))) if text.startswith(f"Annexe{NBSP}:")), len(texts))
    return texts[:start], texts[start:]


def _text(paragraph: Any) -> str:
    return Paragraph(paragraph, paragraph).text


def _html_texts(path: Path) -> tuple[list[str], list[str]]:
    """The items of a page, in order: before the annex, and in it."""
    page: Any = html.fromstring(path.read_text(encoding="utf-8"))
    annex = page.xpath("//section[contains(@class, 'annexe')]")
    inside = {node for part in annex for node in part.iter()}
    nodes = [node for node in page.iter("li", "td", "dd", "p", "span") if not node.xpath(".//li|.//p")]
    return (
        [node.text_content().strip() for node in nodes if node not in inside],
        [node.text_content().strip() for node in nodes if node in inside],
    )


def _printed(texts: Iterable[str]) -> Counter[str]:
    """What a table prints, each idea as often as it says that it was said."""
    found: Counter[str] = Counter()
    for text in texts:
        echo = ECHO.search(text)
        times = int(re.findall(r"\d+", echo.group())[0]) if echo else 1
        found[text[: echo.start()] if echo else text] += times
        found[text] += 1
    return found


def _told(texts: Iterable[str], day: Day) -> Counter[str]:
    """What an annex says was said: « idée (groupe ; groupe, 2 fois) », or each wording between quotation marks."""
    names = "|".join(re.escape(group.name) for group in day.groups) or "(?!)"
    who = rf"(?:{names}|groupe non précisé)(?:, (?!\d+{NBSP}fois)[^;]+?)?(?:, \d+{NBSP}fois)?"
    once = re.compile(rf"(.*) \(({who}(?:{NBSP}; {who})*)\)", re.DOTALL)
    quoted = re.compile(rf"«{NBSP}(.*?){NBSP}»(?: \({who}\))?(?={NBSP}; «{NBSP}|$)", re.DOTALL)
    found: Counter[str] = Counter()
    for text in (text.removesuffix(f" {BACK}") for text in texts):
        several = quoted.findall(text.partition(f"{NBSP}: ")[2]) if f"{NBSP}: «{NBSP}" in text else []
        alone = once.fullmatch(text)
        if several:
            found.update(several)
        elif alone:
            times = re.findall(rf", (\d+){NBSP}fois", alone[2])
            found[alone[1]] += len(re.split(rf"{NBSP}; ", alone[2])) + sum(int(each) - 1 for each in times)
    return found
