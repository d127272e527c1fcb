"""Where columns go is remembered in the day's folder, in a file that staff complete."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from facilitation.errors import FileProblemsError, WriteError
from facilitation.library.exports.layouts import FILE, Place, Use, remember, remembered
from facilitation.library.exports.poll import title_of
from facilitation.typography import french

HEAD = Place("", "silhouettes", "portraits", "", "", "cpts", "tete")
PLACES = {"Votre groupe": Place(Use.GROUP), "Que font-ils : quoi ?": HEAD, "# Oui: [A]": Place()}


def test_what_is_written_is_read_back_and_what_is_missing_stands_out(tmp_path: Path) -> None:
    path = remember(tmp_path, "Wooclap", PLACES, ["silhouettes / portraits : asv, cpts ; tete, coeur"])
    text = path.read_text(encoding="utf-8")
    assert text.count("usage:  # à compléter") == 1
    assert "#   silhouettes / portraits : asv, cpts ; tete, coeur" in text
    assert remembered(tmp_path, "Wooclap", list(PLACES)) == PLACES


def test_each_layout_is_remembered_and_none_is_rewritten(tmp_path: Path) -> None:
    remember(tmp_path, "Wooclap", PLACES, [])
    (tmp_path / FILE).write_text((tmp_path / FILE).read_text(encoding="utf-8") + "# relu par nous\n", encoding="utf-8")
    remember(tmp_path, "Wooclap", {"Autre": HEAD}, [])
    assert "# relu par nous" in (tmp_path / FILE).read_text(encoding="utf-8")
    assert remembered(tmp_path, "Wooclap", list(PLACES)) == PLACES
    assert remembered(tmp_path, "Wooclap", ["Autre"]) == {"Autre": HEAD}
    assert remembered(tmp_path, "Mentimeter", ["Autre"]) is None
    assert remembered(tmp_path, "Wooclap", ["Autre", "Encore"]) is None


def test_nothing_is_remembered_at_first(tmp_path: Path) -> None:
    assert remembered(tmp_path, "Wooclap", ["Q"]) is None


def test_what_is_completed_by_hand_is_taken(tmp_path: Path) -> None:
    remember(tmp_path, "Wooclap", {"Q": Place()}, [])
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    (tmp_path / FILE).write_text(text.replace("usage:  # à compléter", "sequence: debat\n    ligne: 1"), encoding="utf-8")
    assert remembered(tmp_path, "Wooclap", ["Q"]) == {"Q": Place(sequence="debat", ligne="1")}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "- outil: W\n  questions:\n  - question: Q\n    colones: x\n",
            "imports.yaml:4:5\u00a0: clé inconnue «\u00a0colones\u00a0»",
        ),
        ("- outil: W\n  questions:\n  - question: Q\n    usage: group\n", "vouliez-vous dire «\u00a0groupe\u00a0»"),
        ("bonjour", "une liste est attendue"),
        ("- [", "imports.yaml"),
        ("", "fichier vide"),
    ],
)
def test_a_slip_is_told_with_its_line(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(FileProblemsError) as caught:
        remembered(tmp_path, "W", ["Q"])
    assert why in str(caught.value)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteError) as caught:
        remember(tmp_path / "absent", "W", {"Q": Place()}, [])
    assert french(str(caught.value)) == str(caught.value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
@example("# a: b")
@example("- 'x' \"y\"")
@example("null")
@example("~ \x1b\ufeff")
@example("usage: null")
def test_whatever_a_question_is_called_it_is_found_again(tmp_path: Path, name: str) -> None:
    title = title_of(name)
    if title:
        (tmp_path / FILE).unlink(missing_ok=True)
        remember(tmp_path, "W", {title: Place()}, [])
        assert remembered(tmp_path, "W", [title]) == {title: Place()}
