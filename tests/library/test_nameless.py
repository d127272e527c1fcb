from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from facilitation.library.nameless import nameless, without_wishes, words_changed
from facilitation.library.names import same_person


def without(text: str) -> str:
    return text.replace("Vautrin", "[nom]")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("titre: Vautrin\n", 'titre: "[nom]"\n'),
        ("titre: 'Vautrin : oui'  # Vautrin\n", 'titre: "[nom] : oui"  # [nom]\n'),
        ("titre: Vautrin\r\nlieu: ici\r\n", 'titre: "[nom]"\r\nlieu: ici\r\n'),
        ("l:\n  - Vautrin\n  - rien # x\n", 'l:\n  - "[nom]"\n  - rien # x\n'),
        ("t: >\n  Vautrin\n  et moi\nu: 1\n", 't: "[nom] et moi\\n"\nu: 1\n'),
        ("t: |-\n  un\n  Vautrin\n", 't: "un\\n[nom]"\n'),
        ("a: &x Vautrin\nb: *x\n", 'a: &x "[nom]"\nb: *x\n'),
        ("{cle: Vautrin, titre: Vautrin}", '{cle: Vautrin, titre: "[nom]"}'),
        ("participants: Vautrin.csv\nVautrin: 1\n", "participants: Vautrin.csv\nVautrin: 1\n"),
        ('couleur: "#Vautrin"\n', 'couleur: "#Vautrin"\n'),
        ("# Vautrin\n", "# [nom]\n"),
        ("", ""),
    ],
)
def test_words_and_comments_change_and_nothing_else(text: str, after: str) -> None:
    assert words_changed(text, without) == after
    assert without_wishes(text) == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "repartition:\n  separer:\n    - [a, b]  # note\n    - [c, d]\n  # suite\n  graine: 3\nx: 1\n",
            "repartition:\n  separer:\n    []\n  # suite\n  graine: 3\nx: 1\n",
        ),
        ("repartition:\n  fixer:\n    Jean Duval: nord\n", "repartition:\n  fixer:\n    {}\n"),
        ("repartition: {fixer: {a: n}, separer: [[a, b]]}\n", "repartition: {fixer: {}, separer: []}\n"),
        ("repartition:\n  fixer: {}\n  separer:\n", "repartition:\n  fixer: {}\n  separer:\n"),
        ("fixer: {a: n}\n", "fixer: {a: n}\n"),
    ],
)  # fmt: skip
def test_wishes_about_people_go(text: str, after: str) -> None:
    assert without_wishes(text) == after
    yaml.safe_load(after)


def test_a_list_keeps_its_columns_and_what_groups_need(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(
        "Reçue de Vautrin;;;;;;;\n;;;;;;;\n"
        "Civilité;Nom et prénom;Nom d’usage;Date de naissance;Acteur;Territoire;Séparé de;Observations\n"
        "Mme;VAUTRIN Anne *;Duval;1/1/1980;CPTS;Vautrin-sur-Mer;;avec Vautrin\n\n"
        "M.;DUVAL Éloi;;;ASV;13;Anne VAUTRIN;\n",
        encoding="utf-8",
    )
    codes = {same_person("Anne VAUTRIN"): "Personne-1", same_person("Éloi DUVAL"): "Personne-2"}
    rows = nameless(path, codes, without)
    assert [row for row in rows if any(row)] == [
        ["Reçue de [nom]", "", "", "", "", "", "", ""],
        ["Civilité", "Nom et prénom", "Nom d’usage", "Date de naissance", "Acteur", "Territoire", "Séparé de", "Observations"],
        ["Mme", "Personne-1 *", "", "", "CPTS", "[nom]-sur-Mer", "", "avec [nom]"],
        ["M.", "Personne-2", "", "", "ASV", "13", "", ""],
    ]
