"""``python -m tests.bench [groupe…]``: every figure beside its floor, measured now on this machine; 1 when one is over."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from tests.bench.measure import Figure, SkippedError

NOT_GROUPS = {"__init__", "__main__", "measure", "terminal"}
GROUPS = sorted({path.stem for path in Path(__file__).parent.glob("*.py")} - NOT_GROUPS)


def main(wanted: list[str]) -> int:
    """Return 1 when a figure is over its limit, 2 when a group does not exist, else 0."""
    if unknown := set(wanted) - set(GROUPS):
        print(f"Groupe inconnu : {', '.join(sorted(unknown))}. Il y a : {', '.join(GROUPS)}.", file=sys.stderr)
        return 2
    over: list[Figure] = []
    for group in wanted or GROUPS:
        print(f"\n{group}", flush=True)
        try:
            for figure in import_module(f"tests.bench.{group}").figures():
                print(f"  {figure}", flush=True)
                over += [] if figure.holds else [figure]
        except SkippedError as why:
            print(f"  – sauté : {why}", flush=True)
    print(f"\n{len(over)} au-dessus de leur plafond." if over else "\nTout est sous son plafond.")
    return bool(over)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
