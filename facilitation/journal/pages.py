"""Events found in a damaged file, page by page, without SQLite (format: sqlite.org/fileformat2.html).

Nothing is ever removed from a journal, so every whole event met anywhere, in the file or in its log, is a true one: the way
to them (header, inner pages, index) may be broken.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from facilitation.errors import DamagedJournalError
from facilitation.journal.sqlite import Record, event_of

PAGE = 4096
LEAF = 0x0D
FILE_HEADER = 100
LOG_HEADER = 32
FRAME_HEADER = 24
INTEGER_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def readable_records(path: Path) -> Iterator[Record]:
    """Yield every event that can still be read in a journal and in its log, some of them several times."""
    whole = path.read_bytes() if path.exists() else b""
    log = path.with_name(f"{path.name}-wal")
    pages = [*_pages_of_file(whole), *_pages_of_log(log.read_bytes() if log.exists() else b"")]
    usable = PAGE - _reserved(whole)
    latest = dict(pages)
    for number, page in pages:
        for payload in _payloads(page, FILE_HEADER if number == 1 else 0, usable, latest):
            record = _record(payload)
            if record is not None:
                yield record


def _reserved(whole: bytes) -> int:
    """Return how many bytes SQLite leaves at the end of each page: none, or a few on macOS."""
    return whole[20] if whole.startswith(b"SQLite format 3\0") and len(whole) > FILE_HEADER and whole[20] <= 64 else 0


def _pages_of_file(whole: bytes) -> Iterator[tuple[int, bytes]]:
    for start in range(0, len(whole), PAGE):
        yield start // PAGE + 1, whole[start : start + PAGE]


def _pages_of_log(log: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the pages of a write-ahead log; frames left from before its last restart carry another salt."""
    salt = log[16:24]
    for start in range(LOG_HEADER, len(log), FRAME_HEADER + PAGE):
        header = log[start : start + FRAME_HEADER]
        if header[8:16] == salt:
            yield int.from_bytes(header[:4], "big"), log[start + FRAME_HEADER : start + FRAME_HEADER + PAGE]


def _payloads(page: bytes, header: int, usable: int, latest: dict[int, bytes]) -> Iterator[bytes]:
    """Yield the rows of a leaf of a table; a page that is cut or garbled gives what it can."""
    if len(page) < header + 8 or page[header] != LEAF:
        return
    count = int.from_bytes(page[header + 3 : header + 5], "big")
    for place in range(header + 8, min(header + 8 + 2 * count, len(page) - 1), 2):
        start = int.from_bytes(page[place : place + 2], "big")
        try:
            size, start = _varint(page, start)
            _, start = _varint(page, start)
            yield _whole_payload(page, start, size, usable, latest)
        except (IndexError, KeyError):
            continue


def _whole_payload(page: bytes, start: int, size: int, usable: int, latest: dict[int, bytes]) -> bytes:
    """Return a row with the part that stands on overflow pages (section 1.6 of the format)."""
    largest = usable - 35
    if size <= largest:
        return page[start : start + size]
    smallest = (usable - 12) * 32 // 255 - 23
    local = smallest + (size - smallest) % (usable - 4)
    local = local if local <= largest else smallest
    payload = page[start : start + local]
    following = int.from_bytes(page[start + local : start + local + 4], "big")
    while len(payload) < size:
        overflow = latest[following]
        following = int.from_bytes(overflow[:4], "big")
        if len(overflow) < usable:
            raise IndexError
        payload += overflow[4:usable]
    return payload[:size]


def _record(payload: bytes) -> Record | None:
    """Return the event a row holds, None when it holds something else or is not whole."""
    try:
        end, place = _varint(payload, 0)
        values: list[str | int | None] = []
        start = end
        while place < end:
            kind, place = _varint(payload, place)
            value, start = _value(payload, start, kind)
            values.append(value)
        _, *fields = values  # the row's number is kept apart
        if start != len(payload):
            return None
        record: Record = tuple(fields)  # type: ignore[assignment] # event_of checks it
        event_of(record)
    except (IndexError, ValueError, DamagedJournalError):
        return None
    key, _, _, station, *_ = record
    return record if key.rpartition("-")[0] == station else None


def _value(payload: bytes, start: int, kind: int) -> tuple[str | int | None, int]:
    if kind in INTEGER_SIZES:
        end = start + INTEGER_SIZES[kind]
        return int.from_bytes(payload[start:end], "big", signed=True), end
    if kind in {8, 9}:
        return kind - 8, start
    if kind >= 13 and kind % 2:
        end = start + (kind - 13) // 2
        return payload[start:end].decode("utf-8"), end
    if kind == 0:
        return None, start
    raise ValueError(kind)


def _varint(data: bytes, start: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and where it ends."""
    number = 0
    for place in range(start, start + 8):
        number = number << 7 | data[place] & 0x7F
        if not data[place] & 0x80:
            return number, place + 1
    return number << 8 | data[start + 8], start + 9
