"""A photo made fit to keep: upright, smaller, in sRGB, and with nothing in its file but its points."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from facilitation.errors import FileProblemsError, Problem
from facilitation.typography import french

if TYPE_CHECKING:
    from PIL import Image

TAKEN = ("jpg", "jpeg", "png", "heic", "heif")  # how the photos that are taken end
# how other pictures end: they are refused as photos, not read as tables of answers
OTHERS = (
    "gif", "webp", "avif", "bmp", "tif", "tiff", "svg", "psd", "dng", "cr2", "cr3", "nef", "arw", "raf", "orf", "rw2",
    "mov", "mp4",
)  # fmt: skip
HEAVIEST = 100  # millions of bytes
LONGEST = 2000  # points of the long side: the writing of a paperboard is still read, at a tenth of the weight
QUALITY = 85  # of JPEG
_ORIENTATION = 0x0112  # EXIF 2.3, table 4: how the camera was held
_HEIF = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}  # brands, ISO/IEC 23008-12 annex B
_SIGNATURES = ((b"\xff\xd8\xff", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"))
_NAMED = (
    (b"GIF8", "une image GIF"), (b"BM", "une image BMP"), (b"8BPS", "une image Photoshop"),
    (b"II*\0", "une image TIFF ou brute (RAW)"), (b"MM\0*", "une image TIFF ou brute (RAW)"),
    (b"FUJIFILM", "une image brute (RAW)"), (b"<svg", "un dessin SVG"), (b"%PDF", "un PDF"),
    (b"PK\x03\x04", "un document Word, un diaporama ou un dossier compressé"), (b"\xd0\xcf\x11\xe0", "un ancien document Word"),
)  # fmt: skip
_DAMAGED = "photo abîmée ou copiée en partie : copiez-la de nouveau depuis l’appareil, puis recommencez"


class _UnfitError(Exception):
    """Why the bytes are no photo that can be taken, in a sentence."""


def reduced(path: Path) -> bytes:
    """Return the photo of a file as a JPEG of at most ``LONGEST`` points a side, upright, without any metadata.

    The same file gives the same bytes, with the same libraries. The file is only read.

    Raises:
        FileProblemsError: there is no such file, it weighs too much, or it is no photo that can be read.
    """
    try:
        return _reduced(_content(path))
    except _UnfitError as error:
        raise FileProblemsError([Problem(path.name or str(path), 0, 0, french(str(error)))]) from error


def size_of(path: Path) -> tuple[int, int] | None:
    """Return the size of a kept photo, in points; None when there is no JPEG there that can be shown."""
    from PIL import Image  # noqa: PLC0415 (only a day with photos waits for it)

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            with Image.open(path, formats=("JPEG",)) as image:
                return image.size
        except Exception:  # noqa: BLE001 (decoders raise anything on damaged bytes)
            return None


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise _UnfitError("c’est un dossier : donnez les photos une à une")
        size = path.stat().st_size
        if size > HEAVIEST * 1_000_000:
            raise _UnfitError(
                f"{size // 1_000_000} Mo, une photo en pèse {HEAVIEST} au plus : réduisez-la d’abord, ou reprenez-la"
                " avec un téléphone"
            )
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise _UnfitError("ce fichier n’existe pas : vérifiez son nom et son dossier") from error
    except (OSError, ValueError) as error:  # a path that holds a null is a ValueError
        raise _UnfitError("ce fichier ne s’ouvre pas : copiez-le sur cet ordinateur, puis recommencez") from error
    if not content:
        raise _UnfitError("fichier vide : copiez-le de nouveau depuis l’appareil, puis recommencez")
    return content


def _reduced(content: bytes) -> bytes:
    from PIL import Image  # noqa: PLC0415 (only who gives a photo waits for it)

    kind = _kind(content[:64])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of slightly odd metadata, which are not kept
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(BytesIO(content), formats=(kind,)) as image:
                return _saved(image)
        except _UnfitError:
            raise
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            most = (Image.MAX_IMAGE_PIXELS or 0) // 1_000_000
            raise _UnfitError(
                f"image de plus de {most} millions de points : réduisez-la d’abord, 4000 × 3000 suffit"
            ) from error
        except Exception as error:  # decoders raise anything on damaged bytes
            raise _UnfitError(_DAMAGED) from error


def _kind(head: bytes) -> str:
    """Return the format that the first bytes tell, whatever the name of the file says."""
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head[4:8] == b"ftyp":
        if head[8:12] in _HEIF and b"avif" not in head:
            return _heif()
        what = "une image AVIF" if b"avi" in head else "une image brute (RAW)" if head[8:11] == b"crx" else "une vidéo"
    elif head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        what = "une image WebP"
    else:
        what = next((name for signature, name in _NAMED if head.startswith(signature)), "un autre fichier")
    raise _UnfitError(f"c’est {what}, pas une photo JPEG, PNG ou HEIC : enregistrez-la en JPEG, puis recommencez")


def _heif() -> str:
    """Return the name of the HEIC format, once Pillow can read it."""
    try:
        from pillow_heif import register_heif_opener  # noqa: PLC0415 (only who gives a HEIC photo waits for it)
    except ImportError as error:
        raise _UnfitError("cet ordinateur ne lit pas les photos HEIC : enregistrez-la en JPEG, puis recommencez") from error
    register_heif_opener(thumbnails=False)
    return "HEIF"


def _saved(image: Image.Image) -> bytes:
    from PIL import Image as Pictures  # noqa: PLC0415 (as above)

    if image.format == "PNG" and getattr(image, "is_animated", False):
        raise _UnfitError("image animée : enregistrez-en une seule vue, en JPEG ou en PNG, puis recommencez")
    turn, profile = _turn(image), image.info.get("icc_profile")
    image = _scalable(image)
    image.thumbnail((LONGEST, LONGEST), Pictures.Resampling.LANCZOS, reducing_gap=3.0)
    image = _in_srgb(_opaque(image), profile)
    if turn is not None:
        image = image.transpose(turn)
    kept = Pictures.new("RGB", image.size)  # a new picture: what the file said besides its points stays behind
    kept.paste(image)
    written = BytesIO()
    kept.save(written, "JPEG", quality=QUALITY, optimize=True)
    return written.getvalue()


def _turn(image: Image.Image) -> Image.Transpose | None:
    """Return what puts the photo upright. Pillow is given HEIC photos upright already."""
    from PIL import Image as Pictures  # noqa: PLC0415 (as above)

    turns = {
        2: Pictures.Transpose.FLIP_LEFT_RIGHT,
        3: Pictures.Transpose.ROTATE_180,
        4: Pictures.Transpose.FLIP_TOP_BOTTOM,
        5: Pictures.Transpose.TRANSPOSE,
        6: Pictures.Transpose.ROTATE_270,
        7: Pictures.Transpose.TRANSVERSE,
        8: Pictures.Transpose.ROTATE_90,
    }
    try:
        return turns.get(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # noqa: BLE001 (metadata may be anything; without them the photo is kept as it lies)
        return None


def _scalable(image: Image.Image) -> Image.Image:
    """Return the picture in a mode that can be made smaller: 8 bits for each colour."""
    if image.mode.startswith("I"):  # a grey of 16 bits, which Pillow would cut at 255
        return image.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    if image.mode == "1":
        return image.convert("L")
    is_listed = image.mode in {"P", "PA"}  # points that name a colour of a list, or one that lets through
    return image.convert("RGBA") if is_listed or "transparency" in image.info else image


def _opaque(image: Image.Image) -> Image.Image:
    """Return the picture on white where it lets through."""
    from PIL import Image as Pictures  # noqa: PLC0415 (as above)

    if image.mode not in {"RGBA", "LA"}:
        return image
    ground = Pictures.new("RGBA", image.size, "white")
    ground.alpha_composite(image.convert("RGBA"))
    return ground.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the picture in sRGB, from the colours that its profile tells; a profile that cannot be read is left out."""
    from PIL import ImageCms  # noqa: PLC0415 (as above)

    if profile:
        try:
            given, wanted = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            turned = ImageCms.profileToProfile(image, given, wanted, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            return image.convert("RGB")
        if turned is not None:
            return turned
    return image.convert("RGB")
