"""The YAML files people write → exercises and days; every problem a sentence at its place. The only package that knows YAML."""

from facilitation.library.cards import Card, read_card, read_exercise
from facilitation.library.days import Reading, checked_day, problems_of, read_day
from facilitation.library.drafts import new_day
from facilitation.library.shelves import (
    Listed,
    Model,
    examples,
    exercises,
    find_exercise,
    library_folder,
    models,
    organisation_folder,
)

__all__ = [
    "Card",
    "Listed",
    "Model",
    "Reading",
    "checked_day",
    "examples",
    "exercises",
    "find_exercise",
    "library_folder",
    "models",
    "new_day",
    "organisation_folder",
    "problems_of",
    "read_card",
    "read_day",
    "read_exercise",
]
