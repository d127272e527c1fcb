"""The organisation's logo, on the first slide and the last one, on a light plate."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facilitation.writers.placing.frames import Box
from facilitation.writers.pptx.shapes import Ids, naming, preset, transform

PLATE = Box(776, 24, 136, 56)
_PADDING = 8.0
_ENDINGS = {"PNG": "png", "JPEG": "jpeg", "GIF": "gif"}


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture: its bytes, the ending of its name, its sides in pixels."""

    content: bytes
    ending: str
    width: int
    height: int

    @property
    def part(self) -> str:
        """The name of its part."""
        return f"ppt/media/logo.{self.ending}"


def logo_of(path: Path | None) -> Logo | None:
    """Return the logo of a file; None when there is none, or when it is not a PNG, JPEG or GIF picture."""
    if path is None:
        return None
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 (only an organisation with a logo needs it)

    try:
        with Image.open(path) as picture:
            (width, height), ending = picture.size, _ENDINGS.get(picture.format or "")
        return Logo(path.read_bytes(), ending, width, height) if ending else None
    except (OSError, UnidentifiedImageError):
        return None


def logo_xml(logo: Logo, relation: str, organisation: str, ids: Ids) -> str:
    """Return the plate and the picture in it, as large as it can be."""
    scale = min((PLATE.w - 2 * _PADDING) / logo.width, (PLATE.h - 2 * _PADDING) / logo.height)
    width, height = logo.width * scale, logo.height * scale
    box = Box(PLATE.x + (PLATE.w - width) / 2, PLATE.y + (PLATE.h - height) / 2, width, height)
    plate = preset(ids, "Plaque", PLATE, "blanc")
    about = naming(ids.next(), "Logo", f"Logo de {organisation}" if organisation else "Logo")
    return (
        f'{plate}<p:pic><p:nvPicPr>{about}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
