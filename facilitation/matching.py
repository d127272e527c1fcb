"""As many pairs as possible among those that may be made (J. Edmonds, « Paths, trees, and flowers », 1965); O(n³).

Vertices are numbered from 0. A vertex is even when an alternating path of even length leads to it from the root; ``before`` is
the last step of the path to an odd one, ``base`` the vertex that stands for the contracted blossom a vertex is in.
"""

from __future__ import annotations

from collections import deque


def maximum_matching(neighbours: list[list[int]]) -> list[int]:
    """Return the mate of each vertex, −1 when it has none, in a matching with as many edges as there can be.

    ``neighbours`` lists, for each vertex, those it may be matched with. Vertices are served in their order: one that can be
    matched beside those served before it is.
    """
    mate = [-1] * len(neighbours)
    for root in range(len(neighbours)):
        if mate[root] < 0:
            _augment(neighbours, mate, root)
    return mate


def _augment(neighbours: list[list[int]], mate: list[int], root: int) -> None:
    """Match ``root`` along an alternating path to a free vertex, when there is one."""
    base = list(range(len(mate)))
    before = [-1] * len(mate)
    even = {root}
    waiting = deque([root])
    while waiting:
        here = waiting.popleft()
        for there in neighbours[here]:
            if base[here] == base[there] or mate[here] == there:
                continue
            if there in even:
                for vertex in _contract(base, before, mate, (here, there)) - even:
                    even.add(vertex)
                    waiting.append(vertex)
            elif before[there] < 0:
                before[there] = here
                if mate[there] < 0:
                    _flip(before, mate, there)
                    return
                even.add(mate[there])
                waiting.append(mate[there])


def _flip(before: list[int], mate: list[int], end: int) -> None:
    """Exchange matched and unmatched edges from ``end`` back to the root."""
    while end >= 0:
        start = before[end]
        mate[end], mate[start], end = start, end, mate[start]


def _contract(base: list[int], before: list[int], mate: list[int], edge: tuple[int, int]) -> set[int]:
    """Give all vertices of the blossom closed by ``edge`` (both its ends even) the same base, and return them."""
    stem = _common_base(base, before, mate, edge)
    closed: set[int] = set()
    for half in (edge, edge[::-1]):
        closed |= _reverse(base, before, mate, stem, half)
    inside = {vertex for vertex in range(len(base)) if base[vertex] in closed}
    for vertex in inside:
        base[vertex] = stem
    return inside


def _reverse(base: list[int], before: list[int], mate: list[int], stem: int, edge: tuple[int, int]) -> set[int]:
    """Let the way from one end of ``edge`` to ``stem`` be walked from the other end as well; return the bases met."""
    vertex, child = edge
    met: set[int] = set()
    while base[vertex] != stem:
        met |= {base[vertex], base[mate[vertex]]}
        before[vertex], child = child, mate[vertex]
        vertex = before[mate[vertex]]
    return met


def _common_base(base: list[int], before: list[int], mate: list[int], edge: tuple[int, int]) -> int:
    """Return the first base that the ways from both ends of ``edge`` to the root have in common."""
    here, there = base[edge[0]], base[edge[1]]
    met = {here}
    while mate[here] >= 0:
        here = base[before[mate[here]]]
        met.add(here)
    while there not in met:
        there = base[before[mate[there]]]
    return there
