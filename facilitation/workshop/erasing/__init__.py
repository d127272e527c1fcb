"""People's names erased from a day: its journals, its files, its documents; answers, head-counts and organisations stay.

The lists come last: they are what tells the names. Stopped at any moment, the day opens and can be erased again.
"""

from __future__ import annotations

import io
import socket
import zipfile
from itertools import count
from pathlib import Path

from facilitation.errors import FacilitationError
from facilitation.journal import erasing
from facilitation.library import read_day
from facilitation.library.nameless import nameless
from facilitation.library.names import same_person
from facilitation.library.participants import read
from facilitation.library.shelves import DAY_FILE
from facilitation.synthesis import guarded
from facilitation.typography import NBSP, quoted
from facilitation.workshop.access import Now, wall_clock
from facilitation.workshop.compiling import slug
from facilitation.workshop.erasing.planning import Left, Plan, Reason, lists_of, new_text, plan
from facilitation.workshop.erasing.remaking import remake, remove, remove_scratch
from facilitation.workshop.people import CODED
from facilitation.writers.files import replacing, write_bytes
from facilitation.writers.listing import ods, xlsx

__all__ = ["Left", "Plan", "Reason", "check_free", "erase", "place_of", "plan"]


def check_free(folder: Path, *, now: Now = wall_clock) -> None:
    """Return when nobody has the day open.

    Raises:
        HeldElsewhereError: a console has.
        NotKeptError: the folder cannot be written.
    """
    erasing.check_free(folder, now=now, host=socket.gethostname())


def erase(found: Plan, *, now: Now = wall_clock) -> tuple[Left, ...]:
    """Erase what was found; return the files that a person has to look at.

    Raises:
        HeldElsewhereError: a console has the day open; nothing was touched.
        FacilitationError: a file cannot be written; erasing again goes on from there.
    """
    with erasing.held(found.folder, now=now, host=socket.gethostname()):
        erasing.rewrite(found.folder, found.changed, now)
        for path in found.texts:
            _rewrite_text(path, found)
        for path in found.removed:
            remove(path)
        for path in found.tables:
            text = path.read_bytes().decode("utf-8-sig", errors="replace")
            write_bytes(path, ";".join(map(found.changed, text.split(";"))).encode("utf-8-sig"))
        unmade = remake(found)
        remove_scratch(now())
        _rewrite_lists(found)
    return (*unmade, *found.left)


def _rewrite_text(path: Path, found: Plan) -> None:
    """Write a YAML file without its names, once what it then says was read back."""
    text = new_text(path, found)
    if not text:
        return  # erased by an attempt that was stopped later
    with replacing(path) as draft:
        draft.write_bytes(text.encode())
        if path.name == DAY_FILE:
            after = read_day(draft)
            keys = [sequence.key for sequence in after.day.sequences] if after.day else []
            if after.problems or keys != [sequence.key for sequence in found.day.sequences]:
                why = f"{NBSP}: {after.problems[0].message}" if after.problems else ""
                raise FacilitationError(
                    f"{quoted(path.name)} ne peut pas être écrit sans ses noms{why}. Retirez-les vous-même, puis recommencez."
                )


def _rewrite_lists(found: Plan) -> None:
    codes = _codes(found)
    for path in found.lists:
        rows = nameless(path, codes, found.changed)
        write_bytes(path, _as_file(path.read_bytes(), rows))


def _codes(found: Plan) -> dict[str, str]:
    """Return what stands for each person of the lists, by what writings of a name share.

    It is their rank in the list, so that lists erased in two attempts tell the same people by the same code; when the list has
    codes already, newcomers take those that nobody has.
    """
    people = [[person.name for person in read(path).people] for path in reversed(lists_of(found.day, found.folder))]
    listed = people[0] if people else []
    everybody = [name for names in people for name in names]
    coded = {name for name in everybody if CODED.fullmatch(name)}
    codes = {same_person(name): name for name in coded}
    if coded.isdisjoint(listed):
        codes |= {same_person(name): f"Personne-{rank}" for rank, name in enumerate(listed, 1)}
    taken = {*codes.values()}
    free = (code for number in count(1) if (code := f"Personne-{number}") not in taken)
    for name in everybody:
        if same_person(name) not in codes:
            codes[same_person(name)] = next(free)
    return codes


def _as_file(before: bytes, rows: list[list[str]]) -> bytes:
    """Return rows as the kind of file that they were read from."""
    if not before.startswith(b"PK\x03\x04"):
        lines = (";".join(map(_quoted, map(guarded, row))) for row in rows)
        return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(before)) as package:
        is_open = "content.xml" in package.namelist()
    return ods("Participants", rows) if is_open else xlsx("Participants", rows)


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if {'"', ";", "\n", "\r"} & set(cell) else cell


def place_of(folder: Path) -> Path:
    """Return where a day's documents are made when nobody says otherwise."""
    return Path("outputs") / slug(folder)
