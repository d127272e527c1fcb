"""A trial of an exercise: a day that holds nothing else, and the answers that its card gives as an example."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from facilitation.errors import WriteError
from facilitation.exercise import Exercise
from facilitation.hours import local_date
from facilitation.library import find_exercise, read_exercise
from facilitation.sheet import Source
from facilitation.synthesis import Record
from facilitation.typography import french, quoted
from facilitation.workshop.access import wall_clock

ACTORS = (
    {"cle": "asv", "nom": "ASV/CLSM/CLS", "phrase": "les ASV/CLSM/CLS"},
    {"cle": "prevention", "nom": "Acteurs de la prévention", "court": "Prévention", "phrase": "les acteurs de la prévention"},
    {"cle": "cpts", "nom": "CPTS", "phrase": "les CPTS"},
)
GROUPS = tuple(
    {"cle": key, "nom": f"Groupe {key.upper()}", "composition": {"asv": 1, "prevention": 1, "cpts": 2}} for key in "abc"
)
PEOPLE = 12
STATEMENTS = ("Première affirmation", "Deuxième affirmation", "Troisième affirmation")


class Trial:
    """A trial day in a folder of its own, erased by ``close``."""

    def __init__(self, path: Path) -> None:
        """Make the trial day of the card written in ``path``; raises what ``trial_day`` raises."""
        exercise = read_exercise(path)
        try:
            self._root = Path(tempfile.mkdtemp(prefix="facilitation-"))
        except OSError as error:
            raise WriteError(french("L’essai ne peut pas commencer : le dossier temporaire ne s’écrit pas.")) from error
        atexit.register(self.close)  # a copy or a document under way when the trial is left may write there once more
        self.folder = self._root / f"essai-{exercise.key}"
        try:
            trial_day(path, self.folder)
        except WriteError:
            self.close()
            raise

    def close(self) -> None:
        """Erase the folder; what a system still holds open there is left to it."""
        shutil.rmtree(self._root, ignore_errors=True)


def card_file(name: str) -> Path:
    """Return the file of a card: the path of a YAML file, or a key of the library.

    Raises:
        FacilitationError: no exercise of that name; the nearest is said.
    """
    path = Path(name)
    return path if path.suffix in {".yaml", ".yml"} else find_exercise(name)


def trial_day(path: Path, folder: Path, held: date | None = None) -> Path:
    """Return the ``journee.yaml`` of a trial, written in ``folder``: three actors, three groups, one sequence of that card.

    The card is copied beside it, so that one that no shelf holds can be tried. ``held`` is the day's date, today when None.

    Raises:
        FileProblemsError: everything that is wrong in the card, at once.
        WriteError: the folder cannot be written.
    """
    exercise = read_exercise(path)
    day = {
        "journee": f"Essai de {quoted(exercise.title)}",
        "date": str(held or local_date(wall_clock())),
        "personnes": PEOPLE,
        "acteurs": ACTORS,
        "groupes": GROUPS,
        "sequences": [_sequence(exercise)],
    }
    written = folder / "journee.yaml"
    try:
        (folder / "exercices").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / "exercices" / f"{exercise.key}.yaml")
        # a value of JSON is a value of YAML 1.2, and the letters of a title need no thought there
        lines = [f"{key}: {_value(value)}\n" for key, value in day.items()]
        written.write_text("".join(lines), encoding="utf-8", newline="\n")
    except OSError as error:
        raise WriteError(french(f"L’essai ne peut pas être écrit dans {quoted(str(folder))}.")) from error
    return written


def _value(value: object) -> str:
    return value if isinstance(value, str) and value[:1].isdigit() else json.dumps(value, ensure_ascii=False)


def _sequence(exercise: Exercise) -> Mapping[str, object]:
    sequence: dict[str, object] = {"cle": exercise.key, "exercice": exercise.key}
    if any(sheet.rows_from is Source.DAY for sheet in exercise.sheets):
        titles = tuple(dict.fromkeys(_statements(exercise))) or STATEMENTS
        sequence["lignes"] = [{"cle": f"affirmation-{rank}", "titre": title} for rank, title in enumerate(titles, 1)]
    return sequence


def _statements(exercise: Exercise) -> Iterator[str]:
    """Yield the rows that the example of the card gives to the sheets whose rows are the day's."""
    for example in exercise.example:
        if exercise.sheet(example.sheet).rows_from is Source.DAY:
            yield example.row


def example_answers(exercise: Exercise) -> tuple[Record, ...]:
    """Return the answers of the card's example, as lines that its trial day takes."""
    return tuple(
        Record(
            exercise.key,
            example.sheet,
            str(example.round) if exercise.sheet(example.sheet).rounds > 1 else "",
            example.group,
            example.row,
            example.column,
            value,
            example.author,
        )
        for example in exercise.example
        for value in example.values
    )
