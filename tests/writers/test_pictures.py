"""Photos in documents: shown whole, said to who does not see them, told when their file is gone."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from facilitation.synthesis import Paragraph, Picture, Section, Synthesis
from facilitation.writers import OUTPUTS, OWN, Output
from facilitation.writers.docx.document import write as write_docx
from facilitation.writers.html.write import page
from facilitation.writers.markdown import text
from facilitation.writers.photos import photo_bytes
from facilitation.writers.style import style_of
from tests.workshop.pictures import drawn, metadata
from tests.writers.samples import day

STYLE = style_of("#0B6E6E")


def picture(folder: Path, width: int, height: int, caption: str = "Groupe A, Silhouette") -> Picture:
    path = folder / f"photo-{width}.jpg"
    Image.new("RGB", (width, height), "white").save(path)
    return Picture(path, width, height, caption, f'Photo du paperboard du groupe A\u00a0: {caption} & <le> "dessin"')


def told(*pictures: Picture) -> Synthesis:
    section = Section("Annexe\u00a0: photos des paperboards", (Paragraph("À relire."), *pictures), kind="annexe")
    return replace(day(), sections=(section,))


LANDSCAPE, PORTRAIT = (16.6, 10.1), (16.6, 20.9)  # centimetres


@pytest.mark.parametrize(
    ("size", "most"),
    [
        ((2000, 1500), LANDSCAPE),
        ((1500, 2000), PORTRAIT),
        ((2000, 300), LANDSCAPE),
        ((300, 2000), PORTRAIT),
        ((64, 64), (2.3, 2.3)),
    ],
)
def test_a_photo_keeps_its_shape_and_never_leaves_the_page(
    tmp_path: Path, size: tuple[int, int], most: tuple[float, float]
) -> None:
    write_docx(told(picture(tmp_path, *size)), tmp_path / "un.docx", STYLE)

    (shape,) = Document(str(tmp_path / "un.docx")).inline_shapes
    assert shape.width.cm <= most[0]
    assert shape.height.cm <= most[1]
    assert abs(shape.width / shape.height - size[0] / size[1]) < 0.01


def test_each_photo_is_captioned_and_said_in_word(tmp_path: Path) -> None:
    shown = [picture(tmp_path, 400, 300, "Groupe A"), picture(tmp_path, 300, 400, "Groupe B")]
    write_docx(told(*shown), tmp_path / "un.docx", STYLE)

    document = Document(str(tmp_path / "un.docx"))
    captions = [line for line in document.paragraphs if line.style is not None and line.style.style_id == "Legende"]
    assert [line.text.replace("\u00a0", " ") for line in captions] == ["Figure 1 – Groupe A", "Figure 2 – Groupe B"]
    assert all(line._p.pPr is not None for line in captions)
    said = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert said == [each.alt for each in shown]


def test_the_page_shows_each_photo_with_its_words_and_its_size(tmp_path: Path) -> None:
    html = page(told(picture(tmp_path, 400, 300), picture(tmp_path, 300, 400)), STYLE)

    assert len(re.findall(r'<img src="data:image/jpeg;base64,[^"]+" alt="Photo du paperboard[^"]+" width="\d+"', html)) == 2
    assert "&amp; &lt;le&gt;" in html
    assert html.count('class="photo haute"') == 1


def test_a_photo_gone_meanwhile_is_told_and_the_document_is_made(tmp_path: Path) -> None:
    gone = picture(tmp_path, 400, 300)
    gone.path.unlink()
    words = "Photo absente du dossier de la journée\u00a0: Groupe A, Silhouette."

    write_docx(told(gone), tmp_path / "un.docx", STYLE)

    assert words in [line.text for line in Document(str(tmp_path / "un.docx")).paragraphs]
    assert words in page(told(gone), STYLE)


@pytest.mark.parametrize("progressive", [False, True])
def test_what_a_program_wrote_in_a_photo_since_stays_out_of_the_documents(tmp_path: Path, progressive: bool) -> None:
    shown = picture(tmp_path, 400, 300)
    before = drawn()
    before.save(
        shown.path, exif=metadata(6), comment=b"Auteur", xmp=b"<x:xmpmeta/>", progressive=progressive, restart_marker_rows=1
    )
    with shown.path.open("ab") as file:
        file.write(b"GPS: 43.1, 5.2")

    content = photo_bytes(shown)

    assert not [trace for trace in (b"Exif", b"GPS", b"Auteur", b"xmpmeta") if trace in content]
    with Image.open(shown.path) as given, Image.open(BytesIO(content)) as kept:
        assert kept.tobytes() == given.tobytes()


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff", b"%PDF", b"\xff\xd8\xff\xe0\x00\x00\xff"])
def test_what_is_no_photo_is_told_as_missing(tmp_path: Path, content: bytes) -> None:
    shown = picture(tmp_path, 400, 300)
    shown.path.write_bytes(content)

    assert photo_bytes(shown) == b""
    assert "Photo absente" in page(told(shown), STYLE)


def test_the_text_names_the_file(tmp_path: Path) -> None:
    assert "- Groupe A, Silhouette (photo-400.jpg, dans le dossier photos de la journée)" in text(
        told(picture(tmp_path, 400, 300))
    )


@pytest.mark.parametrize("output", [output for format_ in OWN for output in OUTPUTS[format_]], ids=lambda each: each.file_name)
def test_every_format_of_ours_takes_a_document_with_photos_the_same_bytes_each_time(tmp_path: Path, output: Output) -> None:
    document = told(picture(tmp_path, 400, 300))
    made = []
    for name in ("un", "deux"):
        path = tmp_path / name / output.file_name
        output.writer()(document, path, STYLE)
        made.append(path.read_bytes())

    assert made[0] == made[1]
