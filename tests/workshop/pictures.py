"""Photos that the tests make: a corner of each colour, as a camera would write them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

RED, GREEN, BLUE, WHITE = (200, 30, 30), (30, 160, 30), (30, 30, 200), (240, 240, 240)
CORNERS = (RED, GREEN, BLUE, WHITE)  # top left, top right, bottom left, bottom right
SIZE = (400, 300)
ORIENTATION, GPS = 0x0112, 0x8825


def drawn(size: tuple[int, int] = SIZE, corners: tuple[tuple[int, int, int], ...] = CORNERS) -> Image.Image:
    """Return a picture of four colours."""
    picture = Image.new("RGB", size)
    across, down = size[0] // 2, size[1] // 2
    for at, colour in enumerate(corners):
        picture.paste(colour, ((at % 2) * across, (at // 2) * down, size[0], size[1]) if at % 2 else _left(at, size))
    return picture


def _left(at: int, size: tuple[int, int]) -> tuple[int, int, int, int]:
    return 0, (at // 2) * (size[1] // 2), size[0] // 2, size[1]


def seen(picture: Image.Image) -> tuple[str, ...]:
    """Return which colour each corner is nearest to, in words."""
    width, height = picture.size
    names = dict(zip(CORNERS, ("rouge", "vert", "bleu", "blanc"), strict=True))
    found = []
    for x, y in ((8, 8), (width - 9, 8), (8, height - 9), (width - 9, height - 9)):
        point = picture.convert("RGB").getpixel((x, y))
        assert isinstance(point, tuple)
        found.append(names[min(CORNERS, key=lambda colour: sum(abs(a - b) for a, b in zip(colour, point, strict=True)))])
    return tuple(found)


def metadata(orientation: int = 1) -> Image.Exif:
    """Return what a telephone writes: how it was held, where, and whose it is."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = "Appareil de test"
    exif[0x013B] = "Auteur de la photo"
    exif.get_ifd(GPS).update({1: "N", 2: (43.0, 17.0, 47.0), 3: "E", 4: (5.0, 22.0, 11.0)})
    return exif


def held(orientation: int, size: tuple[int, int] = SIZE) -> Image.Image:
    """Return the points that a camera held so would write of the picture of four colours."""
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    upright = drawn(size)
    return upright.transpose(turns[orientation]) if orientation in turns else upright


def saved(path: Path, picture: Image.Image | None = None, **options: Any) -> Path:
    """Write a picture in a file and return it; a HEIC one by its reader's own writer."""
    if path.suffix.lower() in {".heic", ".heif"}:
        from pillow_heif import register_heif_opener  # noqa: PLC0415 (only some tests need it)

        register_heif_opener()
        content = BytesIO()
        (picture or drawn()).save(content, "HEIF", **options)
        path.write_bytes(content.getvalue())
        return path
    (picture or drawn()).save(path, **options)
    return path
