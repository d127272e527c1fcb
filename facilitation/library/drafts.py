"""A new day: a model copied into a folder, its title, date and place put in, its comments kept."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import yaml

from facilitation.errors import FileProblemsError, UsageError, WriteError
from facilitation.library.days import checked_day
from facilitation.library.files import read_text
from facilitation.library.formats import DAY
from facilitation.library.nodes import Scalar
from facilitation.library.report import Report, nearest, shown
from facilitation.library.shelves import DAY_FILE, find_model
from facilitation.typography import NBSP, french

FIELDS = ("journee", "date", "surtitre", "soustitre", "lieu", "organisme", "personnes")


def new_day(folder: Path, model: str, **fields: str | int | date) -> Path:
    """Return the ``journee.yaml`` written in ``folder``, which is made when needed: the model, with the ``fields`` given.

    ``fields`` are keys of ``FIELDS``; an empty text leaves the model's own.

    Raises:
        FacilitationError: the model does not exist, or has problems; the folder already holds a day (UsageError); the file
            cannot be written (WriteError).
    """
    path = folder / DAY_FILE
    if path.exists():
        raise UsageError(french(f"ce dossier contient déjà une journée ({DAY_FILE}) : choisissez un autre dossier"))
    source = find_model(model).path
    checked_day(source)
    report = Report(str(source))
    text = read_text(source, report)
    if text is None:
        raise FileProblemsError(report.problems)
    for key, value in fields.items():
        if value != "":
            text = with_field(text, key, value)
    _write(path, text)
    return path


def with_field(text: str, key: str, value: str | int | date) -> str:
    """Return the text of a day where ``key`` holds ``value``; nothing else moves, comments included.

    Raises:
        UsageError: not one of ``FIELDS``, or a value that this key cannot hold.
    """
    written = _written(key, value)
    # The Python loader, whatever is installed: its marks count the characters of the text.
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    assert isinstance(root, yaml.MappingNode)
    nodes = {name.value: node for name, node in root.value}
    if key not in nodes:
        after = text.find("\n", nodes["date"].end_mark.index)
        place = len(text) if after < 0 else after + 1
        return f"{text[:place]}{'' if after >= 0 else chr(10)}{key}: {written}\n{text[place:]}"
    start, end = nodes[key].start_mark.index, nodes[key].end_mark.index
    space = " " if text[:start].endswith(":") else ""
    line_break = "\n" if text[start:end].endswith("\n") else ""
    return text[:start] + space + written + line_break + text[end:]


def _written(key: str, value: str | int | date) -> str:
    """Return the value as YAML writes it, once the day's own table of keys has read it."""
    fields = {field.key: field for field in DAY.fields if field.key in FIELDS}
    if key not in fields:
        guess = nearest(key, fields)
        raise UsageError(f"clé inconnue {shown(key)}" + (f", vouliez-vous dire {shown(guess)}{NBSP}?" if guess else ""))
    report = Report(key)
    read = fields[key].kind.read(Scalar(1, 1, str(value), plain=False), key, report)
    if report.problems:
        raise UsageError(report.problems[0].message)
    return json.dumps(read, ensure_ascii=False) if isinstance(read, str) else str(read)


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(french(f"impossible d'écrire {DAY_FILE} : un fichier du même nom est déjà là")) from None
    except OSError as error:
        sentence = french("impossible d'écrire la journée dans {} : vérifiez le dossier, ses droits et la place restante")
        raise WriteError(sentence.format(shown(str(path.parent)))) from error
