"""A photo made fit to keep, and every file that is no photo told in a sentence."""

from __future__ import annotations

import os
import sys
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from facilitation.errors import FileProblemsError
from facilitation.workshop.reducing import LONGEST, reduced, size_of
from tests.workshop.pictures import BLUE, CORNERS, RED, drawn, held, metadata, saved, seen

UPRIGHT = ("rouge", "vert", "bleu", "blanc")
TRACES = (b"Exif", b"GPS", b"http://ns.adobe.com", b"x:xmpmeta", b"Photoshop", b"ICC_PROFILE", b"Auteur", b"Appareil")
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description'
    b' xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="43,17.8N"/></rdf:RDF></x:xmpmeta>'
)


def kept(path: Path) -> Image.Image:
    picture = Image.open(BytesIO(reduced(path)))
    picture.load()
    return picture


def refusal(path: Path) -> str:
    with pytest.raises(FileProblemsError) as raised:
        reduced(path)
    return str(raised.value).replace("\u00a0", " ")


def segments(jpeg: bytes) -> list[int]:
    """Return the markers of a JPEG up to its points (ISO/IEC 10918-1, annex B)."""
    markers, at = [], 2
    while jpeg[at + 1] != 0xDA:
        markers.append(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return markers


# --- what is kept --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_turned_upright_however_the_camera_was_held(tmp_path: Path, orientation: int) -> None:
    path = saved(tmp_path / "photo.jpg", held(orientation), exif=metadata(orientation), quality=95)

    picture = kept(path)

    assert picture.size == (400, 300)
    assert seen(picture) == UPRIGHT


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_heic_photo_is_turned_upright_once(tmp_path: Path, orientation: int) -> None:
    path = saved(tmp_path / "photo.heic", held(orientation), exif=metadata(orientation).tobytes(), quality=90)

    picture = kept(path)

    assert picture.size == (400, 300)
    assert seen(picture) == UPRIGHT


def test_a_png_photo_is_turned_upright(tmp_path: Path) -> None:
    assert seen(kept(saved(tmp_path / "photo.png", held(6), exif=metadata(6)))) == UPRIGHT


def test_a_large_photo_is_reduced_and_a_small_one_is_left_at_its_size(tmp_path: Path) -> None:
    large = saved(tmp_path / "grande.jpg", drawn((4032, 3024)))
    small = saved(tmp_path / "petite.jpg", drawn((320, 480)))

    assert kept(large).size == (LONGEST, LONGEST * 3 // 4)
    assert kept(small).size == (320, 480)


@pytest.mark.parametrize("name", ["photo.jpg", "photo.png", "photo.heic"])
def test_nothing_but_its_points_is_left_in_a_photo(tmp_path: Path, name: str) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options: dict[str, Any] = {"exif": metadata(1).tobytes(), "icc_profile": profile}
    if name.endswith(".jpg"):
        options |= {"xmp": XMP, "comment": b"Auteur de la photo"}
    if name.endswith(".png"):
        words = PngImagePlugin.PngInfo()
        words.add_text("Author", "Auteur de la photo")
        options["pnginfo"] = words
    path = saved(tmp_path / name, **options)
    assert b"Auteur" in path.read_bytes()

    content = reduced(path)

    assert not [trace for trace in TRACES if trace in content]
    assert set(segments(content)) <= {0xE0, 0xDB, 0xC0, 0xC4}  # JFIF, tables, frame: no EXIF, XMP, IPTC, profile nor comment
    assert content.count(b"\xff\xd8\xff") == 1  # no thumbnail


def test_the_original_is_never_changed_and_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    path = saved(tmp_path / "photo.jpg", exif=metadata(6))
    before = path.read_bytes(), path.stat().st_mtime_ns

    assert reduced(path) == reduced(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [file.name for file in tmp_path.iterdir()] == ["photo.jpg"]


def test_a_photo_with_another_name_is_read_for_what_it_is(tmp_path: Path) -> None:
    heic = saved(tmp_path / "photo.heic", quality=90).rename(tmp_path / "photo.JPG")

    assert seen(kept(heic)) == UPRIGHT


def test_colours_are_those_that_the_profile_tells(tmp_path: Path) -> None:
    swapped = _profile_of_swapped_colours()
    path = saved(tmp_path / "photo.jpg", Image.new("RGB", (64, 64), RED), icc_profile=swapped, quality=95)
    plain = saved(tmp_path / "sans.jpg", Image.new("RGB", (64, 64), RED), quality=95)
    unreadable = saved(tmp_path / "faux.jpg", Image.new("RGB", (64, 64), RED), icc_profile=b"rien", quality=95)

    assert _nearest(kept(path)) == BLUE
    assert _nearest(kept(plain)) == _nearest(kept(unreadable)) == RED


def _profile_of_swapped_colours() -> bytes:
    """Return an sRGB profile whose red and blue primaries are exchanged (ICC.1, tags rXYZ and bXYZ)."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")


def _nearest(picture: Image.Image) -> tuple[int, int, int]:
    point = picture.getpixel((32, 32))
    assert isinstance(point, tuple)
    return min(CORNERS, key=lambda colour: sum(abs(a - b) for a, b in zip(colour, point, strict=True)))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_every_sort_of_picture_is_kept(tmp_path: Path, mode: str) -> None:
    name = "photo.jpg" if mode == "CMYK" else "photo.png"
    grey = Image.new("I;16", (60, 40), 40_000) if mode == "I;16" else Image.new("RGB", (60, 40), (156, 156, 156)).convert(mode)

    point = kept(saved(tmp_path / name, grey)).getpixel((30, 20))

    assert isinstance(point, tuple)
    assert mode == "1" or all(abs(level - 156) < 12 for level in point)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "RGB", "L"])
def test_what_lets_through_is_on_white(tmp_path: Path, mode: str) -> None:
    clear = Image.new(mode, (40, 40), 0)
    path = saved(tmp_path / "photo.png", clear, **({} if mode.endswith("A") else {"transparency": _none(mode)}))

    assert kept(path).getpixel((9, 9)) == (255, 255, 255)


def _none(mode: str) -> int | tuple[int, int, int]:
    return (0, 0, 0) if mode == "RGB" else 0


# --- what is refused -----------------------------------------------------------------------------------------------------


def test_a_missing_file_a_folder_and_an_empty_file_are_told(tmp_path: Path) -> None:
    (tmp_path / "vide.jpg").touch()

    assert refusal(tmp_path / "absente.jpg") == "absente.jpg : ce fichier n’existe pas : vérifiez son nom et son dossier"
    assert refusal(tmp_path).endswith("c’est un dossier : donnez les photos une à une")
    assert refusal(tmp_path / "vide.jpg").startswith("vide.jpg : fichier vide : copiez-le de nouveau")
    assert "ne s’ouvre pas" in refusal(Path("nul\0.jpg"))


def test_a_file_of_more_than_100_mo_is_told_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "lourde.jpg"
    with path.open("wb") as file:
        file.write(b"\xff\xd8\xff")
        os.truncate(file.fileno(), 123_000_000)

    assert refusal(path).startswith("lourde.jpg : 123 Mo, une photo en pèse 100 au plus : réduisez-la d’abord")


def _png(width: int, height: int) -> bytes:
    """Return a PNG that says it is so large, and holds next to nothing."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")

    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    points = chunk(b"IDAT", zlib.compress(bytes(10_000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size + b"\x08\x02\0\0\0") + points + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [10_000, 60_000])
def test_a_bomb_is_told(tmp_path: Path, side: int) -> None:
    path = tmp_path / "bombe.png"
    path.write_bytes(_png(side, side))

    assert refusal(path) == "bombe.png : image de plus de 89 millions de points : réduisez-la d’abord, 4000 × 3000 suffit"


@pytest.mark.parametrize("name", ["photo.jpg", "photo.png", "photo.heic"])
@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.95])
def test_a_photo_cut_short_is_told(tmp_path: Path, name: str, share: float) -> None:
    path = saved(tmp_path / name, exif=metadata(6).tobytes())
    content = path.read_bytes()
    path.write_bytes(content[: round(len(content) * share)])

    assert refusal(path) == (
        f"{name} : photo abîmée ou copiée en partie : copiez-la de nouveau depuis l’appareil, puis recommencez"
    )


def test_damaged_bytes_give_a_photo_or_a_sentence(tmp_path: Path) -> None:
    path = saved(tmp_path / "photo.jpg", exif=metadata(6))
    content = path.read_bytes()
    for at in range(3, len(content), 61):
        path.write_bytes(content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :])
        try:
            assert reduced(path)
        except FileProblemsError as error:
            assert "photo" in str(error)  # noqa: PT017 (either outcome is right)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("papier.jpg", b"%PDF-1.7 rien", "un PDF"),
        ("texte.jpg", b"PK\x03\x04 rien", "un document Word, un diaporama ou un dossier compressé"),
        ("brute.dng", b"II*\0 rien", "une image TIFF ou brute (RAW)"),
        ("film.mov", b"\0\0\0\x14ftypqt  ", "une vidéo"),
        ("photo.avif", b"\0\0\0\x1cftypavif\0\0\0\0mif1", "une image AVIF"),
        ("brute.cr3", b"\0\0\0\x18ftypcrx ", "une image brute (RAW)"),
        ("notes.png", b"bonjour", "un autre fichier"),
    ],
)
def test_what_is_no_photo_is_named(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    (tmp_path / name).write_bytes(content)

    said = f"{name} : c’est {what}, pas une photo JPEG, PNG ou HEIC : enregistrez-la en JPEG, puis recommencez"
    assert refusal(tmp_path / name) == said


@pytest.mark.parametrize(("name", "what"), [("photo.gif", "une image GIF"), ("photo.webp", "une image WebP")])
def test_other_pictures_are_named_whatever_their_name_says(tmp_path: Path, name: str, what: str) -> None:
    path = saved(tmp_path / name)

    assert f"c’est {what}, pas une photo" in refusal(path)
    assert f"c’est {what}, pas une photo" in refusal(path.rename(tmp_path / "photo.jpg"))


def test_a_computer_that_does_not_read_heic_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path / "photo.heic")
    monkeypatch.setitem(sys.modules, "pillow_heif", None)

    assert refusal(path).startswith("photo.heic : cet ordinateur ne lit pas les photos HEIC : enregistrez-la en JPEG")


def test_an_animated_picture_is_told(tmp_path: Path) -> None:
    path = tmp_path / "animee.png"
    drawn().save(path, save_all=True, append_images=[held(3)])

    assert refusal(path).startswith("animee.png : image animée : enregistrez-en une seule vue")


def test_the_size_of_a_kept_photo_is_read_and_of_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "photo-0.jpg"
    path.write_bytes(reduced(saved(tmp_path / "photo.png")))

    assert size_of(path) == (400, 300)
    assert size_of(tmp_path / "photo.png") is None
    assert size_of(tmp_path / "absente.jpg") is None
