"""As many pairs as possible among those that may be made (J. Edmonds, « Paths, trees, and flowers », 1965)."""

from __future__ import annotations


def maximum_matching(neighbours: list[list[int]]) -> list[int]:
    """Return the mate of each vertex, −1 when it has none, in a matching with as many edges as there can be.

    ``neighbours`` lists, for each vertex, those it may be matched with. Vertices are served in their order: one that can be
    matched beside those served before it is, since each weighs more than all that come after it together.
    """
    import networkx as nx  # noqa: PLC0415 (116 ms, only where people meet)

    count = len(neighbours)
    graph: nx.Graph[int] = nx.Graph()
    for here, others in enumerate(neighbours):
        for there in others:
            graph.add_edge(here, there, weight=(1 << (count - here)) + (1 << (count - there)))
    mate = [-1] * count
    for one, other in nx.max_weight_matching(graph, maxcardinality=True):
        mate[one], mate[other] = other, one
    return mate
