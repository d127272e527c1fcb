from __future__ import annotations

import itertools

import pytest
import yaml

from facilitation.library import nodes
from facilitation.library.nodes import Items, Pairs, Scalar, parse
from facilitation.library.report import Report
from tests.library.written import said

MISPLACED = "« % », « --- » ou « ... » mal placé : effacez cette ligne"
ALIGNMENT = "ligne mal alignée : vérifiez les espaces en début de ligne"
FORBIDDEN = "signe qui ne peut pas commencer un texte : mettez le texte entre guillemets"
TABULATION = "tabulation en début de ligne : YAML ne s'aligne qu'avec des espaces"
AMPERSAND = "« & » ou « * » en début de texte : mettez le texte entre guillemets"
AFTER_QUOTES = "texte après des guillemets déjà fermés : doublez l'apostrophe du texte, ou entourez-le de guillemets doubles"
BACKSLASH = "« \\ » suivi d'un signe inconnu : écrivez ce texte entre apostrophes"
DEEP = "plus de 50 niveaux emboîtés : ce n'est ni une fiche d'exercice ni une journée"
UNFOLDS = "ce fichier se déplie en trop de lignes : recopiez les lignes voulues au lieu d'ancres"

BOTH = [
    ("a: b: c", "1:5", "deux-points de trop : mettez entre guillemets un texte qui contient « : »"),
    ("a\nb: 1", "2:2", "ligne mal alignée, ou « : » oublié à la ligne précédente"),
    ("a: 1\n b: 2", "2:3", "ligne mal alignée, ou « : » oublié à la ligne précédente"),
    ("a:\n  b: 1\n c: 2", "3:2", ALIGNMENT),
    ("a:\n\t- b", "2:1", TABULATION),
    ("a:\n  b: c\n  \td: e", "3:3", TABULATION),
    ('a: "bc', "1:4", "guillemets ouverts ici et jamais fermés"),
    ('a: "x\n---\nb', "1:4", "guillemets ouverts ici et jamais fermés"),
    ("a: 'l'eau'", "1:7", AFTER_QUOTES),
    ("a: - b", "1:4", "tiret « - » mal placé : mettez l'élément de liste à la ligne"),
    ("a: @b", "1:4", FORBIDDEN),
    ("a: %b", "1:4", FORBIDDEN),
    ("a: &", "1:5", AMPERSAND),
    ("a: *", "1:5", AMPERSAND),
    ("a: !x!y z", "1:4", "« ! » en début de texte : mettez le texte entre guillemets"),
    ("a: | x\n  y", "1:6", "texte après « | » ou « > » : passez à la ligne"),
    ("[1,,2]", "1:4", "une valeur manque ici, ou un signe est de trop"),
    ("a: [b]]", "1:7", "crochet ou accolade de trop : effacez ce signe, ou mettez le texte entre guillemets"),
    ("%YAML 9.9\n---\na", "1:1", MISPLACED),
    ("a: 1\n---\nb: 2", "2:1", "un second document commence ici : enlevez cette ligne « --- »"),
    ("a: *x", "1:4", "l'ancre « *x » n'est définie nulle part avant cette ligne"),
    ("&a [*a]", "1:5", "l'ancre « *a » se contient elle-même : recopiez les lignes voulues"),
    ("a: &a {b: {c: *a}}", "1:15", "l'ancre « *a » se contient elle-même : recopiez les lignes voulues"),
    ("a: &x 1\nb: &x 2", "2:4", "l'ancre « &x » est définie deux fois"),
    ("a: !!int 5", "1:4", "étiquette « tag:yaml.org,2002:int » : effacez-la, elle n'est pas lue"),
    ("[" * 100_000, "1:51", DEEP),
    ("- " * 100_000 + "a", "1:101", DEEP),
    ("{a: " * 100_000, "1:201", DEEP),
]

C_PARSER = [
    ("[" + "a," * 200_000 + "]", "1:200000", UNFOLDS),
    ("a: [1, 2", "1:4", "« [ » ouvert ici : il manque plus loin une virgule ou « ] »"),
    ("a: {b: 1\nc: d", "1:4", "« { » ouvert ici : il manque plus loin une virgule ou « } »"),
    ('a: "\\q"', "1:5", BACKSLASH),
    ('a: "\\ud800"', "1:7", BACKSLASH),
    ("- a\nb: 1", "2:1", "ligne mal alignée : un élément de liste commence par « - », sous le précédent"),
]

PYTHON_PARSER = [
    ("a: [1, 2\n- b", "1:4", "« [ » ouvert ici : il manque plus loin une virgule ou « ] »"),
    ('a: "\\q"', "1:6", BACKSLASH),
    ('a: "\\UFFFFFFFF"', "0:0", "ce texte n'est pas du YAML"),
    ("- a\nb: 1", "2:1", ALIGNMENT),
]


def said_of(text: str) -> list[str]:
    report = Report("f")
    parse(text, report)
    return said(report.problems)


@pytest.fixture(params=["libyaml", "python"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "libyaml" and not yaml.__with_libyaml__:
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(nodes, "Loader", yaml.CBaseLoader if request.param == "libyaml" else yaml.BaseLoader)


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(("text", "place", "sentence"), BOTH, ids=[text[:16] for text, *_ in BOTH])
def test_what_is_not_yaml_is_said_in_french_at_its_place(text: str, place: str, sentence: str) -> None:
    assert said_of(text) == [f"f:{place} : {sentence}"]


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML was built without libyaml")
@pytest.mark.parametrize(("text", "place", "sentence"), C_PARSER)
def test_the_fast_parser_has_its_own_words(text: str, place: str, sentence: str) -> None:
    assert said_of(text) == [f"f:{place} : {sentence}"]


@pytest.mark.parametrize(("text", "place", "sentence"), PYTHON_PARSER)
def test_without_libyaml_the_same_is_said(monkeypatch: pytest.MonkeyPatch, text: str, place: str, sentence: str) -> None:
    monkeypatch.setattr(nodes, "Loader", yaml.BaseLoader)
    assert said_of(text) == [f"f:{place} : {sentence}"]


def test_anchors_that_explode_are_refused() -> None:
    bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    bomb += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    assert said_of("\n".join(bomb)) == [f"f:6:10 : {UNFOLDS}"]


def test_an_anchor_may_be_used_again() -> None:
    report = Report("f")
    root = parse("a: &pause {titre: Pause}\nb: *pause", report)
    assert isinstance(root, Pairs)
    (_, first), (_, second) = root.pairs()
    assert first is second
    assert report.problems == []


def test_scalars_keep_their_letters_and_their_places() -> None:
    root = parse("a: 010\nb:\n  - 10:15\n  - 'non'\n", Report("f"))
    assert isinstance(root, Pairs)
    values = [value for _, value in root.pairs()]
    assert values[0] == Scalar(1, 4, "010", plain=True)
    assert values[1] == Items(3, 3, [Scalar(3, 5, "10:15", plain=True), Scalar(4, 5, "non", plain=False)], 3)


def test_the_sizes_of_nodes_count_what_aliases_unfold() -> None:
    root = parse("a: &l [x, x]\nb: [*l, *l]", Report("f"))
    assert isinstance(root, Pairs)
    sizes = [value.size for _, value in root.pairs() if isinstance(value, Items)]
    assert sizes == [3, 7]
    assert root.size == 1 + 2 + sum(itertools.chain(sizes))
