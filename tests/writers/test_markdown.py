from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from facilitation.synthesis import (
    Bullets,
    Facts,
    Heading,
    Item,
    Line,
    Note,
    Poll,
    Position,
    Section,
    Slot,
    Synthesis,
    Table,
    Tally,
)
from facilitation.writers.markdown import escape, text, write
from facilitation.writers.style import style_of
from tests.writers import samples

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
POSITIONS = (Position("D’accord", "debout", 1.0), Position("Pas d’accord", "assis", -1.0))

# Read by eye: headings go down one level at a time, numbers are in a grid, ideas in lists.
WHOLE = """\
# Une journée

Synthèse des ateliers

1er mars 2024, Brignoles

## Composition

| Groupe | CPTS | Ensemble |
|---|--:|--:|
| Acteurs du 13 | 11 | 1373 |
| **Ensemble** | **11** | **1373** |

## 1re partie : Débat mouvant

- **But** : Se parler

### Question n° 1/2

> Un annuaire suffit

Réponse de la salle, calculée d’après les effectifs : **« plutôt pas d’accord »**

| Position | Avant | Après |
|---|--:|---|
| D’accord (debout) | 8 | 8 |
| Pas d’accord (assis) | 14 | non compté |
| **Ensemble** | **22** | **au moins 8** |

24 personnes dans la salle.

### Question n° 2/2

> Rien à dire

Réponse de la salle : **non notée**

### Portraits

#### CPTS

##### Valeurs

- Partage
- Équité \\*

##### Freins

Aucune idée notée

Une remarque.
"""


def small() -> Synthesis:
    numbers = Table(
        "n",
        "Composition",
        (Heading("CPTS"), Heading("Ensemble")),
        (
            Line("Acteurs du 13", (Slot(text="11"), Slot(text="1373"))),
            Line("Ensemble", (Slot(text="11"), Slot(text="1373")), total=True),
        ),
        rows_title="Groupe",
        figure="nombres",
    )
    counted = Poll(
        "q1",
        1,
        2,
        "Un annuaire suffit",
        POSITIONS,
        (Tally("Avant", (8, 14), 24), Tally("Après", (8, None), 24)),
        verdict="plutôt pas d’accord",
        computed=True,
        message="La salle est « plutôt pas d’accord »",
    )
    portraits = Table(
        "p",
        "Portraits",
        (Heading("Valeurs"), Heading("Freins")),
        (Line("CPTS", (Slot((Item("Partage"), Item("Équité *"))), Slot(empty="Aucune idée notée"))),),
    )
    return Synthesis(
        "petite",
        "Une journée",
        "Synthèse des ateliers",
        date(2024, 3, 1),
        (
            Section("Composition", (numbers,), kind="composition"),
            Section(
                "Débat mouvant",
                (
                    Facts((("But", "Se parler"),)),
                    Section("Question n°\u00a01/2", (counted,), kind="question"),
                    Poll("q2", 2, 2, "Rien à dire", POSITIONS),
                    portraits,
                    Note("Une remarque."),
                ),
                kind="sequence",
                part="1re partie",
            ),
        ),
        place="Brignoles",
    )


def rendered(markdown: str) -> str:
    """Return what a reader sees: the text of the page, spaces made one."""
    words = [token.content for token in _inline(markdown)]
    return " ".join(" ".join(words).split())


def _inline(markdown: str) -> Iterator[Token]:
    for token in RENDERER.parse(markdown):
        yield from token.children or []
        if token.type in {"html_block", "fence", "code_block"}:
            pytest.fail(f"the text became {token.type}: {token.content!r}")


def ideas(synthesis: Synthesis) -> list[str]:
    return [item.text for section in synthesis.sections for item in _items(section)]


def _items(section: Section) -> Iterator[Item]:
    for block in section.blocks:
        if isinstance(block, Section):
            yield from _items(block)
        elif isinstance(block, Bullets):
            yield from block.items
        elif isinstance(block, Table):
            yield from (item for line in block.lines for slot in line.slots for item in slot.items)


def test_a_small_document_reads_as_text() -> None:
    assert text(small()).replace("\u00a0", " ") == WHOLE


def test_a_long_title_gives_its_second_half_to_the_subtitle() -> None:
    title = "De la promotion de la santé à l’accès aux soins : quelle articulation entre les démarches ?"
    head = text(replace(small(), title=title)).split("\n\n")
    assert head[0] == "# De la promotion de la santé à l’accès aux soins"
    assert head[2] == "Quelle articulation entre les démarches ?"


def test_the_arguments_of_one_statement_do_not_repeat_it() -> None:
    page = text(samples.debate())
    assert page.count("Mon conseil en nutrition est déterminant") == 1
    assert "- Le budget décide avant moi" in page


def test_nothing_said_is_lost() -> None:
    page = rendered(text(samples.day()))
    assert [idea for idea in ideas(samples.day()) if " ".join(idea.split()) not in page] == []


def test_who_said_what_stands_in_the_annex() -> None:
    assert "- « Méthodologie de projet » (Acteurs du 83 et 06)" in text(samples.day()).replace("\u00a0", " ")


def test_meetings_that_answer_each_other_come_together_and_those_not_held_are_said() -> None:
    page = text(samples.day()).replace("\u00a0", " ")
    there = page.index("Ce que les ASV/CLSM/CLS peuvent apporter aux CPTS")
    back = page.index("Ce que les CPTS peuvent apporter aux ASV/CLSM/CLS")
    other = page.index("Ce que les acteurs de la prévention peuvent apporter aux CPTS")
    assert there < back < other
    assert "Non posé : Ce que les ASV/CLSM/CLS peuvent apporter aux acteurs de la prévention ;" in page


def test_shares_come_with_their_base_and_only_from_thirty_people_on() -> None:
    page = text(samples.debate()).replace("\u00a0", " ")
    assert "50 % (20 sur 40)" in page
    assert "| Pas du tout d’accord (assis) | 14 |" in page


def test_levels_of_titles_never_skip() -> None:
    for synthesis in (samples.day(), samples.debate(), samples.hostile(), small()):
        levels = [len(mark) for mark in re.findall(r"^(#+) ", text(synthesis), re.MULTILINE)]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_an_empty_document_says_that_nothing_was_noted() -> None:
    assert text(samples.empty()).count("Aucune idée notée") == 2


@pytest.mark.parametrize(
    "words",
    [
        "- pas une liste",
        "1. ni un numéro",
        "2) non plus",
        "# titre",
        "> citation",
        "*gras* et _italique_",
        "un_nom_de_fichier",
        "[lien](http://exemple.fr)",
        "<b>balise</b>",
        "&eacute; &#233;",
        "`code`",
        "~~barré~~",
        "a | b",
        "---",
        "===",
        "+",
        "C:\\dossier\\*",
        "![image](x.png)",
        "    retrait",
    ],
)
def test_marks_of_markdown_are_shown_as_they_were_said(words: str) -> None:
    assert rendered(f"- {escape(words)}") == words.strip()
    assert rendered(escape(words)) == words.strip()


def test_plain_words_are_not_escaped() -> None:
    words = "Ingénierie/méthodologie de projet (2 postes en 1) : R&D, 50/50, l'accès – été…"
    assert escape(words) == words


def test_a_line_break_inside_an_idea_stays_one() -> None:
    assert escape("deux\nlignes") == "deux\\\nlignes"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp", "Co", "Cn"]), min_size=1))
def test_any_words_are_shown_letter_for_letter(words: str) -> None:
    assert rendered(f"- {escape(words)}") == words
    assert rendered(escape(words)) == words


@given(st.text(alphabet="#>-+=*_`~[]()<>&;\\!|1.a ", min_size=1))
def test_any_pile_of_marks_is_shown_letter_for_letter(words: str) -> None:
    assert rendered(f"- {escape(words)}") == " ".join(words.split())


@given(st.text(alphabet="|\\`*_a <", min_size=1))
def test_a_cell_of_a_grid_is_shown_letter_for_letter(words: str) -> None:
    line = Line("Rang", (Slot(text=f"a{words}z"),))
    table = Table("t", "Titre", (Heading("Mots"),), (line,))
    synthesis = replace(small(), sections=(Section("Partie", (table,)),))
    cells = [token for token in RENDERER.parse(text(synthesis)) if token.type == "inline"]
    assert " ".join("".join(child.content for child in cells[-1].children or []).split()) == " ".join(f"a{words}z".split())


def test_characters_that_no_file_can_hold_do_not_stop_the_writing(tmp_path: Path) -> None:
    write(samples.hostile(), tmp_path / "synthese.md", style_of())
    page = (tmp_path / "synthese.md").read_bytes()
    assert "sonnerie \ufffd et \ufffd nul, \ufffd orpheline, \ufffd hors jeu".encode() in page
    assert b"\r" not in page


def test_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("un.md", "deux.md"):
        write(samples.day(), tmp_path / name, style_of())
    assert (tmp_path / "un.md").read_bytes() == (tmp_path / "deux.md").read_bytes()
