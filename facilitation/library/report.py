"""What is wrong in a file: one French sentence a problem, at its place, with the nearest valid word."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from facilitation.errors import FileProblemsError, Problem
from facilitation.typography import folded, french, quoted

MOST_PROBLEMS = 100
LONGEST_QUOTE = 60


class Placed(Protocol):
    """Anything that stands somewhere in a file; line and column count from 1."""

    @property
    def line(self) -> int:
        """The line, 0 when the whole file is meant."""

    @property
    def column(self) -> int:
        """The column, in characters."""


class Place(NamedTuple):
    """A place in a file."""

    line: int
    column: int


WHOLE_FILE = Place(0, 0)


class Report:
    """The problems of one file. Past ``MOST_PROBLEMS`` it is ``full`` and says so: a wrong file has nothing more to teach."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    @property
    def full(self) -> bool:
        """Whether no more problem will be kept."""
        return len(self.problems) > MOST_PROBLEMS

    def add(self, place: Placed, sentence: str, *words: str) -> None:
        """Keep one problem; each ``{}`` of the sentence shows one of the file's own words between quotation marks."""
        if self.full:
            return
        if len(self.problems) == MOST_PROBLEMS:
            sentence, words = "trop de problèmes : corrigez d'abord ceux qui précèdent", ()
        self.problems.append(Problem(self.file, place.line, place.column, french(sentence).format(*map(shown, words))))

    def unknown(self, place: Placed, what: str, word: str, valid: Iterable[str]) -> str | None:
        """Keep « clé inconnue « colones », vouliez-vous dire « colonnes » ? », or every valid word when none is near.

        ``what`` is « clé inconnue », « ligne inconnue »… Return the nearest word.
        """
        if self.full:
            return None
        known = list(dict.fromkeys(valid))
        guess = nearest(word, known)
        if guess is not None:
            self.add(place, what + " {}, vouliez-vous dire {} ?", word, guess)
        elif known:
            self.add(place, what + " {} ; attendu : " + ", ".join("{}" for _ in known), word, *known)
        else:
            self.add(place, what + " {} : ce fichier n'en définit pas", word)
        return guess

    def take(self, other: Report) -> None:
        """Keep the problems of another file too."""
        self.problems.extend(other.problems)

    def check(self) -> None:
        """Raise FileProblemsError when there is a problem."""
        if self.problems:
            raise FileProblemsError(self.problems)


def bare(text: str) -> str:
    """Return a part of a sentence whose braces are only braces."""
    return text.replace("{", "{{").replace("}", "}}")


def shown(text: str) -> str:
    """Return a word of the file between quotation marks, on one line, cut when it is long."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text[: 4 * LONGEST_QUOTE]).split())
    return quoted(line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…")


def nearest(word: str, valid: Iterable[str]) -> str | None:
    """Return the valid word that looks most like ``word``, accents and case apart; None when none does."""
    by_letters = {folded(known): known for known in valid}
    close = difflib.get_close_matches(folded(word[:LONGEST_QUOTE]), by_letters, n=1, cutoff=0.6)
    return by_letters[close[0]] if close else None
