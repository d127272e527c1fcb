"""Whatever a file holds, what comes out is an exercise, a day, or problems said on one line each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.errors import FileProblemsError, Problem
from facilitation.library import problems_of, read_card, read_day
from tests.library.written import CARD, DAY, DEBATE, EXCHANGE, write, write_day

SEEDS = [CARD, DEBATE, EXCHANGE, DAY]
BITS = [
    "",
    " ",
    "\n",
    "\t",
    ":",
    "- ",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "&a ",
    "*a",
    "!x ",
    "|",
    "~",
    "0",
    "-1",
    "é",
    "{ligne}",
    "\\",
    "\x00",
]
WORDS = sorted({word for seed in SEEDS for word in re.findall(r"\w+|\W", seed)})
quickly = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Return one of the right files with a few slices replaced by signs or words of YAML."""
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        length = draw(st.integers(0, 12))
        text = text[:start] + draw(st.sampled_from(BITS + WORDS)) + text[start + length :]
    return text


def check(problems: list[Problem]) -> None:
    for problem in problems:
        line = str(problem)
        assert "\n" not in problem.message
        assert "{}" not in line
        assert (problem.line > 0) is (problem.column > 0)
    assert problems == sorted(problems)


def read_all(folder: Path, content: bytes) -> None:
    write_day(folder)
    path = folder / "journee.yaml"
    path.write_bytes(content)
    check(problems_of(path))
    check(read_day(folder).problems)
    try:
        read_card(path)
    except FileProblemsError as error:
        check(error.problems)


@quickly
@given(content=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_words(tmp_path: Path, content: bytes) -> None:
    read_all(tmp_path, content)


@quickly
@given(text=st.text(alphabet=st.sampled_from(list("ab:-[]{}'\"&*!|>%@#,? \n\t\\0é~")), max_size=80))
def test_any_yaml_signs_are_read_or_refused_in_words(tmp_path: Path, text: str) -> None:
    read_all(tmp_path, text.encode())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=250)
@given(text=mutated())
def test_a_right_file_with_mistakes_is_read_or_refused_in_words(tmp_path: Path, text: str) -> None:
    read_all(tmp_path, text.encode())


@quickly
@given(text=mutated())
def test_a_day_opens_whatever_its_card_has_become(tmp_path: Path, text: str) -> None:
    write_day(tmp_path)
    write(tmp_path / "exercices", text)
    day, problems = read_day(tmp_path)
    check(problems)
    assert day is not None
    assert [sequence.key for sequence in day.sequences] == ["accueil", "tri"]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_file_cut_anywhere_is_read_or_refused_in_words(tmp_path: Path, seed: str) -> None:
    for end in range(0, len(seed), 7):
        read_all(tmp_path, seed[:end].encode())
