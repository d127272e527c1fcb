"""Every answer on its own line, as a CSV that a French spreadsheet opens and that ``library/answers.py`` reads back exactly."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from facilitation.synthesis import Record, Synthesis, guarded
from facilitation.writers import Progress
from facilitation.writers.files import replacing
from facilitation.writers.style import Style

DELIMITER = ";"
LINE_END = "\r\n"  # RFC 4180; a line break inside a value stays as it was said
ENCODING = "utf-8-sig"  # the mark by which Excel knows UTF-8


def write(
    synthesis: Synthesis,
    path: Path,
    style: Style,
    *,
    records: Iterable[Record] = (),
    on_progress: Progress | None = None,
) -> None:
    """Write the answers in ``path``; same records, same bytes.

    Raises:
        WriteError: the file cannot be written.
    """
    del synthesis, style  # the records are the whole file
    write_records(records, path)
    if on_progress:
        on_progress(1, 1)


def write_records(records: Iterable[Record], path: Path) -> None:
    """Write ``records`` in ``path``, a header first; no cell can run as a formula (``synthesis.guarded``).

    Raises:
        WriteError: the file cannot be written.
    """
    with replacing(path) as draft, draft.open("w", encoding=ENCODING, errors="replace", newline="") as file:
        lines = csv.writer(file, delimiter=DELIMITER, lineterminator=LINE_END)
        lines.writerow(Record._fields)
        lines.writerows(map(guarded, record) for record in records)
