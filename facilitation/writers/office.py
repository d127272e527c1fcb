"""Open formats and PDF by LibreOffice, which opens the document that we write and saves it otherwise.

The filters and their options are those of LibreOffice 7.4 and later (its help, « PDF Export Command Line Parameters »).
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from facilitation.errors import WriteError
from facilitation.synthesis import Record, Synthesis
from facilitation.typography import NBSP, quoted
from facilitation.writers import Progress, Writer
from facilitation.writers.files import replacing
from facilitation.writers.style import Style

VARIABLE = "FACILITATION_LIBREOFFICE"  # where LibreOffice is, when it is nowhere that we look
PATIENCE = 180.0  # seconds: a deck of 300 slides takes 12 on a slow laptop
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_SOURCES = {".odt": ".docx", ".pdf": ".docx", ".odp": ".pptx", ".ods": ".xlsx"}
_TAGGED = {
    "PDFUACompliance": True,
    "UseTaggedPDF": True,
    "ExportBookmarks": True,
    "DisplayPDFDocumentTitle": True,
}


@dataclass(frozen=True, slots=True)
class Conversion:
    """A format made of another: the writer of the source, and the filter that LibreOffice saves it with."""

    module: str
    function: str
    suffix: str
    filter: str

    def __call__(
        self,
        synthesis: Synthesis,
        path: Path,
        style: Style,
        *,
        records: Iterable[Record] = (),
        on_progress: Progress | None = None,
    ) -> None:
        """Write ``path``; dates and identifiers that LibreOffice writes in it differ from one time to the next.

        Raises:
            WriteError: LibreOffice is missing, does not answer or refuses, or the file cannot be written.
        """
        program = libreoffice()
        if program is None:
            raise WriteError(_missing(path))
        writer = cast(Writer, getattr(import_module(f"facilitation.writers.{self.module}"), self.function))
        with tempfile.TemporaryDirectory(prefix="facilitation-", ignore_cleanup_errors=True) as scratch:
            source = Path(scratch) / f"{path.stem}{self.suffix}"
            writer(synthesis, source, style, records=records, on_progress=on_progress)
            made = _converted(program, source, path, self.filter)
            with replacing(path) as draft:
                shutil.copyfile(made, draft)


def _pdf(module: str) -> str:
    return f"pdf:{module}_pdf_Export:" + json.dumps(
        {name: {"type": "boolean", "value": str(value).lower()} for name, value in _TAGGED.items()}
    )


write_odt = Conversion("docx", "write", ".docx", "odt:writer8")
write_pdf = Conversion("docx", "write", ".docx", _pdf("writer"))
write_support = Conversion("pptx", "write_support", ".pptx", "odp:impress8")
write_restitution = Conversion("pptx", "write_restitution", ".pptx", "odp:impress8")
write_ods = Conversion("xlsx", "write", ".xlsx", "ods:calc8")


def libreoffice() -> str | None:
    """Return the program to run, None when this computer has no LibreOffice."""
    told = os.environ.get(VARIABLE)
    if told:
        return shutil.which(told)
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def _converted(program: str, source: Path, path: Path, filter_: str) -> Path:
    """Return what LibreOffice made of ``source``, beside it; a profile of its own leaves an open LibreOffice alone."""
    profile = (source.parent / "profil").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", filter_]
    made = source.with_suffix(path.suffix)
    # its own session: what does not answer is stopped with the programs that it started
    with subprocess.Popen(  # noqa: S603  # LibreOffice, on a file that we wrote, under a name of ours
        [*command, "--outdir", str(source.parent), str(source)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:
        try:
            running.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            late = (
                f"LibreOffice ne répond pas{NBSP}: {quoted(path.name)} n’est pas écrit. Fermez LibreOffice, puis recommencez."
            )
            raise WriteError(late) from None
        finally:
            _stop(running)
    if not made.is_file() or not made.stat().st_size:
        raise WriteError(
            f"LibreOffice n’a pas su faire {quoted(path.name)}{NBSP}: rien n’est écrit. Ouvrez"
            f" {quoted(_source_name(path))} dans LibreOffice, puis enregistrez-le sous ce format."
        )
    return made


def _stop(running: subprocess.Popen[bytes]) -> None:
    if running.poll() is not None:
        return
    if sys.platform == "win32":
        running.kill()
    else:
        os.killpg(running.pid, signal.SIGKILL)


def _missing(path: Path) -> str:
    return (
        f"{quoted(path.name)} n’est pas écrit{NBSP}: ce format demande LibreOffice, qui n’est pas sur cet ordinateur."
        f" Installez-le, ou envoyez {quoted(_source_name(path))}."
    )


def _source_name(path: Path) -> str:
    """Return the name of our own document that tells the same."""
    return path.with_suffix(_SOURCES[path.suffix]).name
