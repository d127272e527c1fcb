"""The bytes of a photo as documents hold them: its points, and nothing that a program may have written beside them since."""

from __future__ import annotations

from facilitation.synthesis import Picture

# What draws the picture (ISO/IEC 10918-1, table B.1), JFIF, and Adobe's word on its colours.
# The rest, APP1 to APP13, APP15 and COM, says where, when, by whom, or shows how it was before somebody drew over it.
_DROPPED = {*range(0xE1, 0xEE), 0xEF, 0xFE}
_SCAN = 0xDA


def photo_bytes(picture: Picture) -> bytes:
    """Return the JPEG of a picture without metadata, its points untouched; nothing when its file is gone, or is no JPEG."""
    try:
        content = picture.path.read_bytes()
    except OSError:
        return b""
    return _plain(content) if content.startswith(b"\xff\xd8\xff") else b""


def _end(content: bytes, scan: int) -> int:
    """Return where the points end: a telephone may write more after them."""
    found = content.find(b"\xff\xd9", scan)  # never inside points: there, 0xFF is followed by 0 or by a restart
    return found + 2 if found >= 0 else len(content)


def _plain(content: bytes) -> bytes:
    kept, at = bytearray(content[:2]), 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker, end = content[at + 1], at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if marker == _SCAN:
            return bytes(kept + content[at : _end(content, at)])
        if marker not in _DROPPED:
            kept += content[at:end]
        at = end
    return b""
