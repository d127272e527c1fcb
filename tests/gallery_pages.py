"""The pages of the gallery as pictures, for ``outputs/README.md``. ``python -m tests.gallery_pages`` draws those that changed.

LibreOffice lays out Word documents and slides, Chromium the web page at the widths of a laptop and of a phone; a picture holds
the digest of the document that it shows, so that a test knows an old one.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.gallery import GALLERY, NAMES
from tests.rendering import lay_out

SHOWN = (
    "synthese.docx",
    "synthese-courte.docx",
    "synthese-une-page.docx",
    "restitution.pptx",
    "support.pptx",
    "synthese.html",
)
DIGEST = "document"  # the text of a picture that says which document it shows
PAGES = "pages"
_GAP, _GROUND = 12, "#8A8A8A"
_COLOURS = 128
_SCREENS = ((1280, 1000), (400, 1000))  # a laptop, a phone


def picture_of(name: str, document: str) -> Path:
    """Return where the picture of a document of a day is."""
    return GALLERY / name / PAGES / f"{document.replace('.', '-')}.png"


def digest(path: Path) -> str:
    """Return what tells two documents apart, whatever the zlib that pressed them."""
    told = hashlib.sha256()
    if not zipfile.is_zipfile(path):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    with zipfile.ZipFile(path) as package:
        for part in sorted(package.namelist()):
            told.update(part.encode() + b"\0" + package.read(part))
    return told.hexdigest()


def shown(picture: Path) -> str:
    """Return the digest of the document that a picture shows, '' when there is no picture."""
    if not picture.is_file():
        return ""
    with Image.open(picture) as opened:
        return str(opened.info.get(DIGEST, ""))


def _sheet(pages: Sequence[Image.Image], columns: int) -> Image.Image:
    wide, high = max(page.width for page in pages), max(page.height for page in pages)
    columns = min(columns, len(pages))
    lines = -(-len(pages) // columns)
    sheet = Image.new("RGB", (columns * (wide + _GAP) + _GAP, lines * (high + _GAP) + _GAP), _GROUND)
    for rank, page in enumerate(pages):
        line, column = divmod(rank, columns)
        sheet.paste(page, (_GAP + column * (wide + _GAP), _GAP + line * (high + _GAP)))
    return sheet


def _laid_out(document: Path, scratch: Path) -> Image.Image:
    """Return the pages of a Word document five a line, the slides of a deck four a line."""
    slides = document.suffix == ".pptx"
    pdf = scratch / f"{document.stem}.pdf"
    subprocess.run(["pdftoppm", "-r", "30" if slides else "36", "-png", str(pdf), str(scratch / document.stem)], check=True)
    pages = sorted(scratch.glob(f"{document.stem}-*.png"), key=lambda path: int(path.stem.rpartition("-")[2]))
    sheet = _sheet([Image.open(page) for page in pages], 4 if slides else 5)
    for page in pages:
        page.unlink()
    return sheet


def _browsed(document: Path, scratch: Path) -> Image.Image:
    """Return the top of a page as a laptop and a phone show it: frames, because Chromium has no window under 500 pixels."""
    frames = "".join(f'<iframe src="{document.as_uri()}" width="{wide}" height="{high}"></iframe>' for wide, high in _SCREENS)
    body = f"body {{ margin: {_GAP}px; background: {_GROUND}; display: flex; gap: {_GAP}px }}"
    style = f"<style>{body} iframe {{ border: 0 }}</style>"
    page, taken = scratch / "ecrans.html", scratch / "ecrans.png"
    page.write_text(style + frames, encoding="utf-8")
    width = sum(wide for wide, _ in _SCREENS) + (len(_SCREENS) + 1) * _GAP
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--hide-scrollbars",
        f"--user-data-dir={scratch / 'navigateur'}",
        f"--window-size={width},{_SCREENS[0][1] + 2 * _GAP}",
        f"--screenshot={taken}",
    ]
    subprocess.run([str(shutil.which("chromium")), *options, page.as_uri()], check=True, capture_output=True, timeout=120)
    screens = Image.open(taken).convert("RGB")
    return screens.resize((screens.width * 6 // 10, screens.height * 6 // 10), Image.Resampling.LANCZOS)


def draw(name: str) -> Iterator[Path]:
    """Yield each picture of a day that was drawn again, because its document changed."""
    old = [document for document in SHOWN if shown(picture_of(name, document)) != digest(GALLERY / name / document)]
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        laid_out = [GALLERY / name / document for document in old if not document.endswith(".html")]
        if laid_out:
            lay_out(laid_out, scratch)
        for document in old:
            source, picture = GALLERY / name / document, picture_of(name, document)
            sheet = _browsed(source, scratch) if source.suffix == ".html" else _laid_out(source, scratch)
            told = PngInfo()
            told.add_text(DIGEST, digest(source))
            picture.parent.mkdir(exist_ok=True)
            sheet.quantize(_COLOURS).save(picture, optimize=True, pnginfo=told)
            yield picture


if __name__ == "__main__":
    for example in NAMES:
        for drawn in draw(example):
            print(drawn.relative_to(GALLERY.parent))  # noqa: T201  # a script says what it wrote
