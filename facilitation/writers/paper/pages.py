"""What a printed page can say, with no trace of where it comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A place to write in: its code, what goes there (empty in a grid, whose head says it), and words set ready to circle."""

    code: str
    title: str = ""
    hint: str = ""
    ready: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A sheet drawn as a body, with a box for each zone, on our left or right of it; ``owner`` says who fills it."""

    title: str
    owner: str
    left: tuple[Box, ...]
    right: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a grid; None where nothing is asked."""

    title: str
    boxes: tuple[Box | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet drawn as a grid. ``heads`` are the columns, each with its own code when its rows are named by hand."""

    title: str
    owner: str
    corner: str
    heads: tuple[Box, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Plane:
    """A map to place words on: what its four ends are called, and the words, each with its code and a place to note it."""

    title: str
    owner: str
    left: str
    right: str
    bottom: str
    top: str
    words: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """Words to read from the other end of the room, alone on a page; ``above`` and the lines of ``below`` are read near."""

    words: str
    above: str = ""
    below: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A small card to cut out: its name, whose it is, and its lines."""

    name: str
    owner: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attendance:
    """The attendance sheet: the information text point by point, a line for each person of ``listed``, then blank lines.

    ``listed`` holds what is known of each, for the first columns of ``heads``; the last column is signed.
    """

    title: str
    when: str
    information: tuple[tuple[str, str], ...]
    heads: tuple[str, ...]
    blank: int
    listed: tuple[tuple[str, ...], ...] = ()


Page = Body | Grid | Plane | Sign | Card | Attendance


@dataclass(frozen=True, slots=True)
class Paper:
    """One document to print: its file, its title, its size (« A3 », « A4 », « A4 debout ») and its pages."""

    file_name: str
    title: str
    size: str
    pages: tuple[Page, ...]
