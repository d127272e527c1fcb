"""What an export of a polling service holds, whatever the service: questions, and one reply a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from facilitation.library.answers import PERSONAL
from facilitation.library.files import UNPRINTABLE
from facilitation.synthesis import unguarded
from facilitation.typography import NBSP, enumeration, folded, plural, quoted

TICKS = frozenset(["x", "1", "oui", "y", "yes", "✔", "☑", "✓"])
NO_TICKS = frozenset(["0", "non", "n", "no", "✘", "☐"])
_PERSONAL = (PERSONAL - {"nom", "prenom"}) | {
    "ipaddr", "telephones", "mel", "mobile", "portable", "voters", "referrer", "token",
}  # fmt: skip
_PERSONAL_NAMES = frozenset([
    "nom", "prenom", "votre nom", "votre prenom", "nom et prenom", "nom prenom", "prenom nom", "prenom et nom", "nom complet",
    "vos nom et prenom", "nom de famille", "adresse ip", "ip address", "url referente", "adresse e mail", "e mail",
    "votre e mail", "adresse", "name", "first name", "last name", "participant", "user", "pseudo",
    "nom d utilisateur", "nom du participant",
])  # fmt: skip
LONGEST_TITLE = 500  # signs
_LONGEST_NAME = 5  # words: beyond, it is a question that speaks of a telephone, not one that asks for it
_WORD = re.compile(r"[^\s/]+")


@dataclass(frozen=True, slots=True)
class Question:
    """One column. ``context`` is the grid or the multiple choice above it; ``option`` the part in brackets or after colons."""

    title: str
    context: str = ""
    option: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What one participant said: a cell a question, the line of the file, and its sheet when there are several."""

    number: int
    cells: tuple[str, ...]
    sheet: str = ""


@dataclass(slots=True)
class Poll:
    """An export as read: what is personal and what is the service's own is already left out."""

    tool: str
    questions: tuple[Question, ...] = ()
    replies: list[Reply] = field(default_factory=list)
    personal: list[str] = field(default_factory=list)
    service: list[str] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def values(self, place: int) -> list[str]:
        """Return what was answered to a question, blanks left out."""
        return [reply.cells[place] for reply in self.replies if reply.cells[place].strip()]

    def is_ticked(self, place: int) -> bool:
        """Return whether a question is only ever ticked or not."""
        return all(folded(value) in TICKS | NO_TICKS or value.strip() in TICKS | NO_TICKS for value in self.values(place))

    def told(self) -> list[str]:
        """Return what to say of the columns left out, and of how the file was read."""
        said = list(self.notices)
        for names, kind in ((self.personal, "personnelle"), (self.service, "de service")):
            if names:
                many = f"colonnes {kind}s écartées" if kind == "personnelle" else f"colonnes {kind} écartées"
                listed = enumeration([quoted(name) for name in names])
                said.append(f"{plural(len(names), f'colonne {kind} écartée', many)}{NBSP}: {listed}.")
        return said


def is_tick(value: str) -> bool:
    """Return whether a box is ticked."""
    return folded(value) in TICKS or value.strip() in TICKS


def is_personal(name: str) -> bool:
    """Return whether a column tells about a person (RGPD-10, RGPD-11)."""
    words = _WORD.findall(folded(name))
    return folded(name) in _PERSONAL_NAMES or (len(words) <= _LONGEST_NAME and not _PERSONAL.isdisjoint(words))


def poll_of(
    tool: str,
    header: Sequence[str],
    lines: Iterable[tuple[int, Sequence[str]]],
    *,
    service: Iterable[int] = (),
    personal: Iterable[int] = (),
    contexts: Sequence[str] = (),
) -> Poll:
    """Return the poll of a table: its columns sorted, its blank lines left out.

    ``service`` and ``personal`` are places known to be so; a column whose name tells about a person is left out too.
    """
    served, private = set(service), set(personal)
    private |= {place for place, name in enumerate(header) if place not in served and is_personal(name)}
    kept = [place for place, name in enumerate(header) if title_of(name) and place not in served | private]
    titles = _distinct([title_of(header[place]) for place in kept])
    questions = tuple(
        Question(title, contexts[place] if place < len(contexts) else "", option_of(title))
        for place, title in zip(kept, titles, strict=True)
    )
    poll = Poll(tool, questions)
    poll.personal = [header[place].strip() or "sans nom" for place in sorted(private) if place < len(header)]
    poll.service = [header[place].strip() for place in sorted(served) if place < len(header) and header[place].strip()]
    for number, cells in lines:
        if any(cell.strip() for cell in cells[len(header) :]):
            told = f"{plural(len(cells), 'cellule')} au lieu de {len(header)}, ligne laissée de côté"
            poll.problems.append((number, told))
            continue
        said = tuple(unguarded(cells[place]) if place < len(cells) else "" for place in kept)
        if any(cell.strip() for cell in said):
            poll.replies.append(Reply(number, said))
    return poll


def title_of(name: str) -> str:
    """Return a column's name on one line, without the signs that no file of ours can hold."""
    return " ".join(UNPRINTABLE.sub("", name).replace("\ufeff", "").split())[:LONGEST_TITLE].strip()


def _distinct(titles: list[str]) -> list[str]:
    """Return the titles, those that come several times told apart by their rank."""
    told: list[str] = []
    for title in titles:
        rank, name = 1, title
        while name in told:
            rank += 1
            name = f"{title} ({rank})"
        told.append(name)
    return told


def option_of(title: str) -> str:
    """Return « Oui » from « Êtes-vous venu ? [Oui] », « Critère » from « Énoncé::Critère », '' when there is none."""
    bracket = re.search(r"\[([^\[\]]+)\]\s*(?:\(\d+\))?$", title)
    if bracket:
        return bracket.group(1).strip()
    _before, colons, after = title.rpartition("::")
    if not colons:
        _before, colons, after = title.rpartition(": ")
    return after.strip() if colons else ""
