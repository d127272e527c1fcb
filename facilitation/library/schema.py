"""The JSON schemas that let an editor complete the YAML files; ``python -m facilitation.library.schema`` rewrites them."""

from __future__ import annotations

import json
from pathlib import Path

from facilitation.library.formats import DAY, EXERCISE
from facilitation.library.kinds import Schema
from facilitation.library.records import Record
from facilitation.library.shelves import library_folder

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> Schema:
    """Return the JSON schema of an exercise."""
    return _of(EXERCISE, "Fiche d’exercice")


def day_schema() -> Schema:
    """Return the JSON schema of a day (``journee.yaml``)."""
    return _of(DAY, "Journée")


def files() -> dict[str, str]:
    """Return the text of each schema file, by its name in the library's folder."""
    return {name: _text(content) for name, content in (("schema.json", schema()), ("schema-journee.json", day_schema()))}


def write(folder: Path) -> None:
    """Write the schema files in ``folder``."""
    for name, text in files().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _of(record: Record, title: str) -> Schema:
    definitions: Schema = {}
    body = record.body(definitions)
    return {"$schema": DIALECT, **body, "title": title, "$defs": definitions}


def _text(content: Schema) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    write(library_folder())
