"""What the YAML parser says, in French, at the most helpful place, with what to do about it."""

from __future__ import annotations

import re

from yaml import Mark, MarkedYAMLError

from facilitation.library.report import WHOLE_FILE, Place

_UNREADABLE = "écriture YAML illisible ici : vérifiez l'alignement, les guillemets et les crochets"
_ALIGNMENT = "ligne mal alignée : vérifiez les espaces en début de ligne"
_TABULATION = "tabulation en début de ligne : YAML ne s'aligne qu'avec des espaces"
_FORBIDDEN_START = "signe qui ne peut pas commencer un texte : mettez le texte entre guillemets"
_QUOTES_OPEN = "guillemets ouverts ici et jamais fermés"
_AFTER_QUOTES = "texte après des guillemets déjà fermés : doublez l'apostrophe du texte, ou entourez-le de guillemets doubles"
_TOO_MANY = "crochet ou accolade de trop : effacez ce signe, ou mettez le texte entre guillemets"
_COLON_IN_TEXT = "deux-points de trop : mettez entre guillemets un texte qui contient « : »"
_COLON_BEFORE = "ligne mal alignée, ou « : » oublié à la ligne précédente"
_OPEN = "« {opened} » ouvert ici : il manque plus loin une virgule ou « {closing} »"
_COMMA = "il manque une virgule ou « {closing} »"

# The first expression found in the parser's words wins; libyaml and PyYAML do not say all things alike.
_SENTENCES = {
    re.compile(expression): sentence
    for expression, sentence in {
        "unexpected (end of stream|document (indicator|separator))": _QUOTES_OPEN,
        "cannot start any token": _FORBIDDEN_START,
        "tab character": _TABULATION,
        "mapping values are not allowed": _COLON_IN_TEXT,
        "expected key|expected <block end>|mapping keys are not allowed": _ALIGNMENT,
        "could not find expected ':'": "il manque « : » après cette clé",
        "escape|hexd?a?decimal": "« \\ » suivi d'un signe inconnu : écrivez ce texte entre apostrophes",
        "entries are not allowed": "tiret « - » mal placé : mettez l'élément de liste à la ligne",
        "expected '-' indicator": "ligne mal alignée : un élément de liste commence par « - », sous le précédent",
        "directive|YAML document|version|<document start>": "« % », « --- » ou « ... » mal placé : effacez cette ligne",
        "tag|expected '>'": "« ! » en début de texte : mettez le texte entre guillemets",
        "alphabetic or numeric": "« & » ou « * » en début de texte : mettez le texte entre guillemets",
        "indentation indicator|chomping|comment or a? ?line break": "texte après « | » ou « > » : passez à la ligne",
        "node content": "une valeur manque ici, ou un signe est de trop",
    }.items()
}


def located(error: MarkedYAMLError, text: str) -> tuple[Place, str]:
    """Return where to look in ``text`` and what to do, for an error of either parser."""
    problem, mark, opening = error.problem or "", error.problem_mark, error.context_mark
    if mark is None:
        return WHOLE_FILE, _UNREADABLE
    flow = re.search(r"expected ',' or '([\]}])'", problem)
    if flow:
        return _unclosed(flow.group(1), mark, opening)
    sentence = next((sentence for expression, sentence in _SENTENCES.items() if expression.search(problem)), _UNREADABLE)
    if sentence == _QUOTES_OPEN:
        return _place(opening or mark), sentence
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    return _place(mark), _refined(sentence, line[: mark.column], line[mark.column :])


def _place(mark: Mark) -> Place:
    return Place(mark.line + 1, mark.column + 1)


def _unclosed(closing: str, mark: Mark, opening: Mark | None) -> tuple[Place, str]:
    if opening is None or opening.line == mark.line:
        return _place(mark), _COMMA.format(closing=closing)
    return _place(opening), _OPEN.format(opened="[" if closing == "]" else "{", closing=closing)


def _refined(sentence: str, before: str, after: str) -> str:
    """Return the sentence that suits what stands on the line before and after the place where the parser stopped."""
    if sentence == _FORBIDDEN_START and after.startswith("\t"):
        return _TABULATION
    if sentence == _COLON_IN_TEXT and ": " not in before and not before.lstrip().startswith("- "):
        return _COLON_BEFORE
    if sentence == _ALIGNMENT and after.startswith(("]", "}")):
        return _TOO_MANY
    if sentence == _ALIGNMENT and before.rstrip().endswith(("'", '"')):
        return _AFTER_QUOTES
    return sentence
