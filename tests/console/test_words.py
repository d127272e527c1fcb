"""What the console says: one word per thing, the way back before the quotation, 76 columns at most."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitation import console
from facilitation.console import words
from facilitation.errors import JournalError
from facilitation.typography import NBSP, french

LONG = "un plan local de santé publique écrit avec les habitants et les soignants du quartier, et relu par eux"
FOOT = {name: value for name, value in vars(words).items() if isinstance(value, str) and name.isupper()}
MADE = {
    "undone": words.undone(LONG),
    "redone": words.redone(LONG),
    "withdrawn": words.withdrawn(LONG),
    "moved": words.moved(LONG),
    "merged": words.merged(LONG),
    "merged_already": words.merged_already(LONG),
    "parted": words.parted(12),
    "set_aside": words.set_aside(LONG),
    "settled": words.settled(LONG),
    "filed": words.filed(LONG, (LONG,)),
    "filed_already": words.filed_already(LONG, 2),
    "theme_named": words.theme_named(LONG, (LONG, LONG)),
    "theme_reworded": words.theme_reworded(LONG),
    "theme_withdrawn": words.theme_withdrawn(LONG, 3),
    "pasted": words.pasted(200),
    "said_before": words.said_before(24),
    "row_changed": words.row_changed(LONG, "la tête"),
    "group_changed": words.group_changed("Acteurs du 83 et 06", 9),
    "step_started": words.step_started(3, 3, "30 minutes"),
    "step_back": words.step_back(2, 3),
    "time_added": words.time_added(5, "11:41", "16:14"),
    "all_kept": words.all_kept("11:07:12"),
    "room_counted": words.room_counted(45),
    "crashed": words.crashed("11:09", 158, "Visio"),
    "unnamed": words.unnamed("On ne garde pas qui a choisi la photo." + LONG),
    "refused": words.refused(ValueError("une idée ne dépasse pas 2 000 signes" + LONG)),
}
EVERYTHING = {**FOOT, **MADE}
STRIPS = {
    "disk_full": words.disk_full(1),
    "folder_gone": words.folder_gone(2),
    "not_kept": words.not_kept(0, JournalError("Le carnet ne répond pas.")),
    "elsewhere": words.elsewhere("PC-CRES-02", "09:12"),
}
FORBIDDEN = re.compile(
    r"\b(enregistr(?!er)\w*|sauvegard\w*|supprim\w*|erreur|êtes-vous sûr|save|undo|error)\b|!", re.IGNORECASE
)


@pytest.mark.parametrize("name", EVERYTHING)
def test_a_message_fits_under_the_smallest_window(name: str) -> None:
    assert len(EVERYTHING[name]) <= words.LONGEST


@pytest.mark.parametrize("name", EVERYTHING)
def test_a_message_is_typeset_in_french(name: str) -> None:
    text = EVERYTHING[name]
    assert text == french(text)
    assert "'" not in text


@pytest.mark.parametrize("name", [*EVERYTHING, *STRIPS])
def test_one_word_per_thing_and_no_alarm(name: str) -> None:
    found = STRIPS.get(name)
    text = f"{found.happened} {found.to_do}" if found else EVERYTHING[name]
    assert not FORBIDDEN.search(text)


def test_the_way_back_comes_before_the_quotation() -> None:
    assert MADE["withdrawn"].startswith(f"⌫ Retirée (Ctrl+Z la remet){NBSP}: «{NBSP}un plan local")
    assert MADE["undone"].startswith(f"↶ Annulé (Ctrl+Y rétablit){NBSP}: un plan local")
    assert MADE["withdrawn"].endswith("…")


def test_a_message_says_its_sign_first() -> None:
    signs = {text[0] for name, text in MADE.items() if name not in {"crashed", "refused", "unnamed"}}
    assert signs <= set("↶↷⌫→▤≈◆▶←+✓⇢")


def test_messages_are_those_that_were_designed() -> None:
    assert words.said_before(5) == f"≈ Déjà notée au n° 5{NBSP}; gardée aussi ici. Ctrl+Z pour la retirer."
    assert words.pasted(4) == f"▤ 4{NBSP}idées collées, puces enlevées. Ctrl+Z les retire toutes."
    assert words.time_added(5, "11:41", "16:14") == f"+ 5 minutes de plus{NBSP}: étape jusqu’à 11:41, journée jusqu’à 16:14."
    assert words.all_kept("11:07:12") == f"✓ Rien à enregistrer{NBSP}: tout est gardé, la dernière idée à 11:07:12."
    assert words.step_started(3, 3, "30 minutes") == "▶ Étape 3/3, 30 minutes. F4 pour revenir à l’étape d’avant."
    assert words.leaving("paca-2021") == f"Tout est gardé. Pour reprendre{NBSP}: facilitation animer paca-2021"
    assert words.leaving("Mes journées/paca").endswith('facilitation animer "Mes journées/paca"')


def test_a_strip_says_what_happened_then_what_to_do() -> None:
    strip = words.disk_full(1)
    assert strip.happened == f"▲ Le disque est plein{NBSP}: la dernière idée n’est PAS gardée. Elle reste à l’écran, en rouge."
    assert strip.to_do == "Libérez de la place (corbeille, clé USB), puis F5 pour réessayer. Tout ce qui précède est gardé."
    assert strip.level == "alerte"
    assert words.elsewhere("PC-CRES-02", "09:12").level == "attention"


@pytest.mark.parametrize(
    ("ideas", "said"), [(0, "le dernier geste n’est PAS gardé"), (1, "la dernière idée"), (3, "les 3 dernières idées")]
)
def test_a_strip_counts_what_is_not_kept(ideas: int, said: str) -> None:
    assert said in words.disk_full(ideas).happened


def test_every_message_of_the_console_is_looked_at() -> None:
    makers = {
        name
        for name, value in inspect.getmembers(words, inspect.isfunction)
        if value.__module__ == words.__name__ and not name.startswith("_")
    }
    assert makers - set(MADE) - set(STRIPS) <= {"cut", "capital", "leaving", "hint"} | {
        name for name in makers if inspect.signature(getattr(words, name)).return_annotation not in {"str", "Strip"}
    }


def _sentences(source: str) -> Iterator[tuple[int, str]]:
    """Yield the texts of a module that nobody typesets: neither docstrings nor what is given to ``french`` and the like."""
    tree = ast.parse(source)
    passed: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(node.value)
        if isinstance(node, ast.Call) and _typesets(node.func):
            passed |= set(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in passed:
            yield node.lineno, node.value


def _typesets(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute):
        return function.attr == "replace"
    return isinstance(function, ast.Name) and function.id in {"french", "heading"}


@pytest.mark.parametrize("module", sorted(Path(console.__file__).parent.rglob("*.py")), ids=lambda path: path.stem)
def test_every_sentence_of_the_console_has_its_non_breaking_spaces(module: Path) -> None:
    breakable = re.compile(r"[^\s] [:;!?»](\s|$)|« \w")
    assert [found for found in _sentences(module.read_text(encoding="utf-8")) if breakable.search(found[1])] == []
