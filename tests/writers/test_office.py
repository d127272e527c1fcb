"""Open formats and PDF: what LibreOffice makes, and what is said when it cannot."""

from __future__ import annotations

import re
import stat
import sys
import zipfile
from pathlib import Path

import pytest

from facilitation.errors import WriteError
from facilitation.workshop.compiling import Length, make, outputs, possible_outputs
from facilitation.writers import office
from facilitation.writers.style import style_of
from tests.naughty import NAUGHTY
from tests.rendering import needs_rendering
from tests.test_nothing_lost import awkward
from tests.workshop.days import example, example_room
from tests.writers.samples import day as sample


def program(folder: Path, *lines: str) -> str:
    """A LibreOffice of our own: a script of Python that is given the arguments of the true one."""
    script = folder / "soffice"
    script.write_text("\n".join([f"#!{sys.executable}", "import sys, time, pathlib", *lines]), encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return str(script)


def test_without_libreoffice_one_sentence_says_what_to_do_and_what_was_made_before_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(office.VARIABLE, str(tmp_path / "absent"))
    chosen = outputs(("pdf", "md"))
    assert [output.file_name for output in chosen] == ["synthese.md", "synthese.pdf"]
    with pytest.raises(WriteError, match="demande LibreOffice, qui n’est pas sur cet ordinateur"):
        list(make(example("rhone-2023"), example_room("rhone-2023"), tmp_path, tmp_path / "sorties", chosen))
    assert [path.name for path in (tmp_path / "sorties").iterdir()] == ["synthese.md"]
    assert possible_outputs() == outputs(("docx", "pptx", "xlsx", "html", "md", "csv"))


@pytest.mark.skipif(sys.platform == "win32", reason="un script n’y est pas un programme")
def test_a_libreoffice_that_makes_nothing_leaves_the_earlier_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(office.VARIABLE, program(tmp_path, "sys.exit(0)"))
    earlier = tmp_path / "synthese.odt"
    earlier.write_text("celui d’avant", encoding="utf-8")
    with pytest.raises(
        WriteError, match="n’a pas su faire « synthese.odt » : rien n’est écrit. Ouvrez « synthese.docx »".replace(" ", ".")
    ):
        office.write_odt(sample(), earlier, style_of(None))
    assert earlier.read_text(encoding="utf-8") == "celui d’avant"


@pytest.mark.skipif(sys.platform == "win32", reason="un script n’y est pas un programme")
def test_a_libreoffice_that_hangs_is_stopped_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(office.VARIABLE, program(tmp_path, "time.sleep(600)"))
    monkeypatch.setattr(office, "PATIENCE", 0.2)
    with pytest.raises(WriteError, match="LibreOffice ne répond pas"):
        office.write_pdf(sample(), tmp_path / "synthese.pdf", style_of(None))
    assert not (tmp_path / "synthese.pdf").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="un script n’y est pas un programme")
def test_libreoffice_is_given_our_document_and_a_profile_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (
        "source = pathlib.Path(sys.argv[-1])",
        "assert source.read_bytes()[:2] == b'PK' and any('UserInstallation=file:' in word for word in sys.argv)",
        "(pathlib.Path(sys.argv[-2]) / (source.stem + '.ods')).write_text(' '.join(sys.argv[3:6]))",
    )
    monkeypatch.setenv(office.VARIABLE, program(tmp_path, *lines))
    office.write_ods(sample(), tmp_path / "donnees.ods", style_of(None))
    assert (tmp_path / "donnees.ods").read_text(encoding="utf-8") == "--norestore --convert-to ods:calc8"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The open formats and the PDF of a day whose words break files."""
    folder = tmp_path_factory.mktemp("ouverts")
    day, room = awkward()
    chosen = [output for output in outputs(("odt", "odp", "ods", "pdf")) if not output.projected]
    assert len(list(make(day, room, folder, folder, chosen))) == len(chosen)
    list(make(day, room, folder, folder, outputs(("pdf",)), length=Length.PAGE))
    return folder


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=needs_rendering) for name in ("synthese.odt", "donnees.ods", "restitution.odp")]
)
def test_open_formats_hold_every_word_letter_for_letter(name: str, opened: Path) -> None:
    with zipfile.ZipFile(opened / name) as parts:
        content = parts.read("content.xml").decode("utf-8")
    text = _text(content)
    assert [word for word in NAUGHTY if word not in text] == []


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=needs_rendering) for name in ("synthese.pdf", "synthese-une-page.pdf")]
)
def test_a_pdf_is_tagged_in_french_with_its_title_shown(name: str, opened: Path) -> None:
    raw = (opened / name).read_bytes()
    for wanted in (rb"<pdfuaid:part>1<", rb"/MarkInfo\s*<</Marked true", rb"/Lang\s*\(fr-FR\)", rb"/DisplayDocTitle true"):
        assert re.search(wanted, raw), wanted


def _text(content: str) -> str:
    """The words of an OpenDocument part, its spaces and tabs written as signs again."""
    spaces = re.sub(r"<text:s(?: text:c=\"(\d+)\")?/>", lambda found: " " * int(found[1] or 1), content)
    bare = re.sub(r"<[^>]*>", "", spaces.replace("<text:tab/>", "\t"))
    for name, sign in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("apos", "'"), ("amp", "&")):
        bare = bare.replace(f"&{name};", sign)
    return bare
