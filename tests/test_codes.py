from __future__ import annotations

from dataclasses import replace

import pytest

from facilitation.codes import address_of, cells_of, code_of, coded_sheets, leading
from facilitation.errors import InvalidAnswerError
from facilitation.sheet import Source
from tests.workshop.days import EXAMPLES, example


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_code_of_an_example_day_names_its_own_cell(name: str) -> None:
    day = example(name)
    cells = [address for coded in coded_sheets(day) for address in cells_of(day, coded)]
    codes = [code_of(day, address) for address in cells]
    assert cells
    assert len(set(codes)) == len(codes)
    assert [address_of(day, code) for code in codes] == cells


def test_a_code_reads_as_it_is_said() -> None:
    day = example("paca-2021")
    first = next(address for address in cells_of(day, coded_sheets(day)[0]) if address.group == day.groups[0].key)
    assert code_of(day, first) == "G1-A1"
    for typed in ("g1-a1", " G1 A1 ", "G1A1", "G1–A1"):
        assert address_of(day, typed) == first


def test_a_code_of_live_rows_names_the_column_only() -> None:
    day = example("paca-2021")
    sequence = next(sequence for sequence in day.sequences if sequence.exercise)
    assert sequence.exercise is not None
    sheets = tuple(replace(sheet, rows=(), rows_from=Source.FREE) for sheet in sequence.exercise.sheets)
    day = replace(day, sequences=(replace(sequence, exercise=replace(sequence.exercise, sheets=sheets)),))
    last = len(sheets[0].columns)
    found = address_of(day, f"G1-A{last}")
    assert (found.row, found.column) == ("", sheets[0].columns[-1].key)
    assert code_of(day, found._replace(row="un-titre")) == f"G1-A{last}"


@pytest.mark.parametrize(
    ("code", "why"),
    [("bonjour", "illisible"), ("G99-A1", "groupe 99"), ("G1-ZZZ1", "feuille ZZZ"), ("G1-A9999", "case 9999"),
     ("G1-A0", "case 0"), ("G1-A1-9", "tour 9")],
)  # fmt: skip
def test_a_code_that_names_nothing_says_why(code: str, why: str) -> None:
    with pytest.raises(InvalidAnswerError, match=why):
        address_of(example("paca-2021"), code)


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("G1-B3 Réseau local", "G1-B3", "Réseau local"),
        ("g1b3;Réseau", "g1b3", "Réseau"),
        ("G1-B3\tRéseau", "G1-B3", "Réseau"),
        ("G1 B3 : Réseau", "G1 B3", "Réseau"),
        ("G1-B3-2 Réseau", "G1-B3-2", "Réseau"),
        ("G1-B3 -40 25", "G1-B3", "-40 25"),
        ("G1-B3", "G1-B3", ""),
        ("Réseau G1-B3", "", "Réseau G1-B3"),
        ("G20 des maires", "", "G20 des maires"),
        ("G1-B3Réseau", "", "G1-B3Réseau"),
    ],
)
def test_a_code_that_opens_a_line_is_told_from_its_words(line: str, code: str, words: str) -> None:
    assert leading(line) == (code, words)
