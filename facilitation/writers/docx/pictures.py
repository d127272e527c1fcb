"""Pictures in the line of the text: the organisation's logo, the photos of paperboards."""

from __future__ import annotations

from pathlib import Path

from facilitation.synthesis import Picture
from facilitation.writers.docx.package import Package
from facilitation.writers.docx.xml import one_line
from facilitation.writers.photos import photo_bytes
from facilitation.writers.style import EMU

LOGO = (120.0, 40.0)  # points: the largest a logo is shown
WIDE_PHOTO = (470.0, 286.0)  # points: two of them, with their captions, on the page of a title
TALL_PHOTO = (470.0, 590.0)  # points: one on the page of a title
ENDINGS = {"PNG": "png", "JPEG": "jpeg", "GIF": "gif"}


def logo(package: Package, path: Path, number: int, organisation: str) -> str:
    """Return the run of the logo, put in the package; empty when the file is not a PNG, JPEG or GIF picture."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 (only an organisation with a logo needs it)

    try:
        with Image.open(path) as picture:
            (width, height), ending = picture.size, ENDINGS.get(picture.format or "")
        content = path.read_bytes()
    except (OSError, UnidentifiedImageError):
        return ""
    if not ending:
        return ""
    scale = min(LOGO[0] / width, LOGO[1] / height) * EMU
    package.add_bytes(f"word/media/logo.{ending}", content)
    relation = package.relate("image", f"media/logo.{ending}")
    said = f"Logo de {organisation}" if organisation else "Logo"
    return _inline(relation, number, (round(width * scale), round(height * scale)), "Logo", said)


def photo(package: Package, picture: Picture, number: int) -> str:
    """Return the run of a photo, put in the package; empty when its file is not there any more."""
    content = photo_bytes(picture)
    if not content:
        return ""
    package.add_bytes(f"word/media/photo{number}.jpeg", content)
    relation = package.relate("image", f"media/photo{number}.jpeg")
    most = TALL_PHOTO if picture.height > picture.width else WIDE_PHOTO
    scale = min(most[0] / picture.width, most[1] / picture.height, 1.0) * EMU  # never under 72 dots an inch
    size = (round(picture.width * scale), round(picture.height * scale))
    return _inline(relation, number, size, f"Photo {number}", picture.alt)


def _inline(relation: str, number: int, size: tuple[int, int], name: str, words: str) -> str:
    """Return the run of a picture of this size (EMU), said by ``words``."""
    extent, said = f'cx="{size[0]}" cy="{size[1]}"', one_line(words)
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="{name}" descr="{said}"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" descr="{said}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
