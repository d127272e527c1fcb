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
_COLON_IN_TEXT = "deux-points de trop : mettez entre guillemets un texte qui contient « : »"
_COLON_BEFORE = "ligne mal alignée, ou « : » oublié à la ligne précédente"
_OPEN = "« {opened} » ouvert ici : il manque plus loin une virgule ou « {closing} »"
_COMMA = "il manque une virgule ou « {closing} »"

# The first expression found in the parser's words wins; libyaml and PyYAML do not say all things alike.
_SENTENCES = tuple(
    (re.compile(expression), sentence)
    for expression, sentence in (
        (r"could not find expected ':'", "il manque « : » après cette clé"),
        (r"escape|hexd?a?decimal", "« \\ » suivi d'un signe inconnu : écrivez ce texte entre apostrophes"),
        (r"entries are not allowed", "tiret « - » mal placé : mettez l'élément de liste à la ligne"),
        (r"expected '-' indicator", "ligne mal alignée : un élément de liste commence par « - », sous le précédent"),
        (r"mapping keys are not allowed", _ALIGNMENT),
        (r"directive|YAML document|version|<document start>", "« % », « --- » ou « ... » mal placé : effacez cette ligne"),
        (r"tag|expected '>'", "« ! » en début de texte : mettez le texte entre guillemets"),
        (r"alphabetic or numeric", "« & » ou « * » en début de texte : mettez le texte entre guillemets"),
        (r"indentation indicator|chomping|comment or a? ?line break", "texte après « | » ou « > » : passez à la ligne"),
        (r"node content", "une valeur manque ici, ou un signe est de trop"),
    )
)


def located(error: MarkedYAMLError, text: str) -> tuple[Place, str]:
    """Return where to look in ``text`` and what to do, for an error of either parser."""
    problem, mark, opening = error.problem or "", error.problem_mark, error.context_mark
    if mark is None:
        return WHOLE_FILE, _UNREADABLE
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    flow = re.search(r"expected ',' or '([\]}])'", problem)
    if flow:
        return _unclosed(flow.group(1), mark, opening)
    if re.search(r"unexpected (end of stream|document (indicator|separator))", problem):
        return _place(opening or mark), _QUOTES_OPEN
    return _place(mark), _sentence(problem, line[: mark.column], line[mark.column :])


def _place(mark: Mark) -> Place:
    return Place(mark.line + 1, mark.column + 1)


def _unclosed(closing: str, mark: Mark, opening: Mark | None) -> tuple[Place, str]:
    if opening is None or opening.line == mark.line:
        return _place(mark), _COMMA.format(closing=closing)
    return _place(opening), _OPEN.format(opened="[" if closing == "]" else "{", closing=closing)


def _sentence(problem: str, before: str, after: str) -> str:
    if "cannot start any token" in problem:
        return _TABULATION if after.startswith("\t") else _FORBIDDEN_START
    if "tab character" in problem:
        return _TABULATION
    if "mapping values are not allowed" in problem:
        return _COLON_IN_TEXT if ": " in before or before.lstrip().startswith("- ") else _COLON_BEFORE
    if after.startswith(("]", "}")):
        return "crochet ou accolade de trop : effacez ce signe, ou mettez le texte entre guillemets"
    if re.search(r"expected key|expected <block end>", problem):
        return _AFTER_QUOTES if before.rstrip().endswith(("'", '"')) else _ALIGNMENT
    return next((sentence for expression, sentence in _SENTENCES if expression.search(problem)), _UNREADABLE)
