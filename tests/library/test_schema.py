from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped] # it ships no types

from facilitation.library import examples, exercises, library_folder, models
from facilitation.library.schema import day_schema, files, schema, write
from tests.library.written import CARD, DAY

CARDS = [card.path for card in exercises()]
DAYS = [model.path for model in models()] + [example.path / "journee.yaml" for example in examples()]


class EditorLoader(yaml.SafeLoader):
    """What editors read: YAML 1.2, where an hour, a date and « oui » are words."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, expression) for tag, expression in resolvers if tag.rpartition(":")[2] in {"null", "int", "float"}]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])


def loaded(text: str) -> Any:
    return yaml.load(text.replace("debut: 9:30", "debut: '9:30'"), Loader=EditorLoader)


def test_the_schemas_of_the_library_are_the_ones_the_tables_give() -> None:
    for name, text in files().items():
        assert (library_folder() / name).read_text(encoding="utf-8") == text


def test_the_schemas_are_written_where_asked(tmp_path: Path) -> None:
    write(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["schema-journee.json", "schema.json"]


@pytest.mark.parametrize("content", [schema(), day_schema()])
def test_a_schema_is_a_schema_and_explains_every_key(content: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(content)
    for record in [content, *content["$defs"].values()]:
        assert record["additionalProperties"] is False
        assert all(key["description"] for key in record["properties"].values())


@pytest.mark.parametrize("path", CARDS, ids=lambda path: path.stem)
def test_editors_accept_the_cards_of_the_library(path: Path) -> None:
    Draft202012Validator(schema()).validate(loaded(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", DAYS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_editors_accept_the_days_of_the_library(path: Path) -> None:
    Draft202012Validator(day_schema()).validate(loaded(path.read_text(encoding="utf-8")))


def test_editors_accept_what_is_left_empty() -> None:
    Draft202012Validator(day_schema()).validate(loaded(DAY + "lieu:\ncharte: {logo: null, couleur: null}\ngroupes:\n"))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("    colonnes:", "    colones:"),
        ("case: idees", "case: idée"),
        ("duree: 5 min", "duree: 5"),
        ("poids: 1}", "poids: 2}"),
        ("exercice: tri", "exercice: le tri"),
        ("but: Trier\n", ""),
        ("tours: 3", "tours: 0"),
    ],
)
def test_editors_refuse_what_the_library_refuses(right: str, wrong: str) -> None:
    validator = Draft202012Validator(schema())
    assert validator.is_valid(loaded(CARD))
    assert not validator.is_valid(loaded(CARD.replace(right, wrong, 1)))
