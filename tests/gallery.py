"""The gallery in ``outputs/``: what each example day compiles to. ``python -m tests.gallery`` writes it again."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from facilitation.library import examples
from facilitation.workshop.access import Write
from facilitation.workshop.compiling import Length, make, outputs
from facilitation.workshop.days import make_example
from facilitation.workshop.workshop import Workshop

GALLERY = Path(__file__).parents[1] / "outputs"
NAMES = tuple(listed.key for listed in examples())


def compiled(name: str, to: Path) -> Iterator[Path]:
    """Yield each document of an example day, in each length there is of it, once it is written in ``to``."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / name
        make_example(name, folder)
        workshop = Workshop.open(folder, write=Write.NOTHING)
        try:
            for length in Length:
                for made in make(workshop.day, workshop.room, folder, to, outputs(), length=length):
                    yield made.path
        finally:
            workshop.close()


if __name__ == "__main__":
    for example in NAMES:
        for path in compiled(example, GALLERY / example):
            print(path.relative_to(GALLERY.parent))  # noqa: T201  # a script says what it wrote
