"""Ideas of one cell that say one thing: written alike, or merged by a person; those that a person kept apart stay so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from facilitation.merging import Idea, silent_groups
from facilitation.room import Families
from facilitation.sheet import Answer
from facilitation.typography import folded


def together(said: Sequence[Answer], families: Families, acronyms: Mapping[str, str]) -> list[list[Answer]]:
    """Return the answers of a cell by idea, in the order they were said; each answer is in one list."""
    if len(said) < 2:
        return [[answer] for answer in said]
    written = silent_groups([Idea(answer.key, str(answer.value)) for answer in said], acronyms)
    alike = {key: rank for rank, keys in enumerate(written) for key in keys}
    ideas: list[list[Answer]] = []
    bound: dict[str | int, list[list[Answer]]] = {}  # the ideas that hold answers of a family, or written alike
    for answer in said:
        family = families.family(answer.key)
        ties: list[str | int] = [alike[answer.key], *([family.key] if family else [])]
        near = [idea for tie in ties for idea in bound.get(tie, ())]
        joined = next((idea for idea in near if not _kept_out(answer, idea, families)), None)
        if joined is None:
            joined = []
            ideas.append(joined)
        joined.append(answer)
        for tie in ties:
            known = bound.setdefault(tie, [])
            if not any(joined is idea for idea in known):
                known.append(joined)
    return ideas


def _kept_out(answer: Answer, idea: Sequence[Answer], families: Families) -> bool:
    return families.has_apart and any(families.apart(answer.key, other.key) for other in idea)


def wording(idea: Sequence[Answer], families: Families) -> str:
    """Return the words that stand for an idea: those a person chose, else the writing most given, else the first."""
    chosen = [family for answer in idea if (family := families.family(answer.key))]
    if chosen:
        return chosen[-1].wording
    given = [str(answer.value) for answer in idea]
    often = Counter(map(folded, given))
    return max(given, key=lambda text: often[folded(text)])
