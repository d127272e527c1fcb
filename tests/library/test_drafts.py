from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from facilitation.errors import FacilitationError, FileProblemsError, UsageError, WriteError
from facilitation.library import checked_day, models, new_day
from facilitation.library.drafts import with_field
from tests.library.written import write

MODEL = """\
# Un modèle
journee: À compléter  # le titre
date: 2000-01-01  # la date
lieu:   # où
soustitre: >-
  sur deux
  lignes
sequences:
  - {cle: accueil, titre: Accueil}  # rien d'autre
"""


@pytest.mark.parametrize("model", [model.key for model in models()])
def test_a_new_day_is_right_as_soon_as_it_is_made(tmp_path: Path, model: str) -> None:
    path = new_day(tmp_path / "jour", model, journee="L'accès aux soins : où ?", date=date(2026, 3, 5), lieu="Gap #2")
    assert path == tmp_path / "jour" / "journee.yaml"
    day = checked_day(tmp_path / "jour")
    assert (day.title, day.date, day.place) == ("L'accès aux soins : où ?", date(2026, 3, 5), "Gap #2")


def test_only_what_is_given_changes_in_the_model(tmp_path: Path, organisation: Path) -> None:
    write(organisation / "modeles", MODEL, "essai.yaml")
    path = new_day(tmp_path, "essai", journee="Titre", date="2026-03-05", lieu="Gap", personnes=40, soustitre="")
    assert path.read_text(encoding="utf-8") == (
        MODEL.replace("À compléter", '"Titre"')
        .replace("2000-01-01  # la date\n", "2026-03-05  # la date\npersonnes: 40\n")
        .replace("lieu:   #", 'lieu: "Gap"   #')
    )


def test_a_value_on_several_lines_is_replaced_whole() -> None:
    assert with_field(MODEL, "soustitre", "court") == MODEL.replace(">-\n  sur deux\n  lignes\n", '"court"\n')


def test_a_key_is_added_after_the_date_even_at_the_end() -> None:
    assert with_field("journee: a\ndate: 2000-01-01", "lieu", "Gap") == 'journee: a\ndate: 2000-01-01\nlieu: "Gap"\n'


def test_a_folder_that_holds_a_day_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "à moi", "journee.yaml")
    with pytest.raises(UsageError, match="ce dossier contient déjà une journée"):
        new_day(tmp_path, "page-blanche")
    assert (tmp_path / "journee.yaml").read_text(encoding="utf-8") == "à moi"


def test_an_unknown_model_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(
        FacilitationError, match="modèle inconnu «\u00a0page-blance\u00a0», vouliez-vous dire «\u00a0page-blanche"
    ):
        new_day(tmp_path, "page-blance")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("titre", "x", "clé inconnue"),
        ("liue", "x", "vouliez-vous dire «\u00a0lieu\u00a0»"),
        ("date", "5 mars 2026", "«\u00a02026-03-05\u00a0»"),
        ("personnes", 0, "un nombre entier de 1 à 10000 est attendu"),
        ("journee", "a\x00b", r"signe invisible U\+0000"),
    ],
)
def test_a_value_that_the_day_cannot_hold_is_refused(tmp_path: Path, field: str, value: str | int, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        new_day(tmp_path, "page-blanche", **{field: value})
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_model_is_said_rather_than_copied(tmp_path: Path, organisation: Path) -> None:
    write(organisation / "modeles", MODEL.replace("lieu:", "lieux:"), "essai.yaml")
    with pytest.raises(FileProblemsError, match="vouliez-vous dire «\u00a0lieu\u00a0»"):
        new_day(tmp_path / "jour", "essai")
    assert not (tmp_path / "jour").exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    write(tmp_path, "x", "fichier")
    with pytest.raises(WriteError, match="impossible d’écrire la journée dans"):
        new_day(tmp_path / "fichier" / "jour", "page-blanche")
