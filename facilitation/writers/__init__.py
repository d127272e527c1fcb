"""The formats a synthesis is published in: a closed table, each writer imported only when its file is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from facilitation.synthesis import Record, Synthesis
from facilitation.writers.style import Style

Progress = Callable[[int, int], None]  # what is done, out of how much


class Writer(Protocol):
    """What every format gives: one file, whole or untouched."""

    def __call__(
        self,
        synthesis: Synthesis,
        path: Path,
        style: Style,
        *,
        records: Iterable[Record] = (),
        on_progress: Progress | None = None,
    ) -> None:
        """Write ``synthesis`` in ``path``; raise WriteError when the file cannot be written."""


class Format(StrEnum):
    """The formats, by the word typed after ``--formats``."""

    DOCX = "docx"
    PPTX = "pptx"
    XLSX = "xlsx"
    HTML = "html"
    MARKDOWN = "md"
    CSV = "csv"
    ODT = "odt"
    ODP = "odp"
    ODS = "ods"
    PDF = "pdf"


OWN = (Format.DOCX, Format.PPTX, Format.XLSX, Format.HTML, Format.MARKDOWN, Format.CSV)
"""The formats that we write ourselves: those made when none is asked for. The others need LibreOffice."""


@dataclass(frozen=True, slots=True)
class Output:
    """One file of a format: its name, what people call it, what it is for, and where its writer is."""

    file_name: str
    label: str
    description: str
    module: str
    function: str = "write"
    projected: bool = False  # told from what is asked of the room, not from what it answered
    shorter: tuple[str, ...] = ()  # the shorter versions that there are of it

    def named(self, version: str, *, by_theme: bool = False) -> str:
        """Return the name of the file in a version: « synthese-par-theme-courte.docx » ; its own name for the whole one."""
        stem, _, extension = self.file_name.rpartition(".")
        told = [*(["par-theme"] if by_theme else []), *([version] if version in self.shorter else [])]
        return f"{'-'.join([stem, *told])}.{extension}"

    def writer(self) -> Writer:
        """Return the function that writes this file; imports its module now."""
        return cast(Writer, getattr(import_module(f"facilitation.writers.{self.module}"), self.function))


_SHORTER = ("courte", "une-page")

OUTPUTS: dict[Format, tuple[Output, ...]] = {
    Format.DOCX: (Output("synthese.docx", "Synthèse Word", "le document à relire et à diffuser", "docx", shorter=_SHORTER),),
    Format.PPTX: (
        Output(
            "support.pptx",
            "Support d’animation PowerPoint",
            "ce qui est projeté pendant la journée",
            "pptx",
            "write_support",
            projected=True,
        ),
        Output(
            "restitution.pptx",
            "Restitution PowerPoint",
            "ce que la salle a dit, à projeter",
            "pptx",
            "write_restitution",
            shorter=("courte",),
        ),
    ),
    Format.XLSX: (Output("donnees.xlsx", "Données Excel", "un tableau par feuille, et toutes les réponses", "xlsx"),),
    Format.HTML: (
        Output(
            "synthese.html", "Synthèse en page web", "un seul fichier, lisible sur téléphone", "html.write", shorter=_SHORTER
        ),
    ),
    Format.MARKDOWN: (
        Output("synthese.md", "Synthèse en texte", "le texte seul, lisible partout", "markdown", shorter=_SHORTER),
    ),
    Format.CSV: (Output("reponses.csv", "Réponses CSV", "une réponse par ligne, à relire avec « saisir »", "answers_csv"),),
    Format.ODT: (
        Output(
            "synthese.odt",
            "Synthèse ODT",
            "format ouvert, pour LibreOffice",
            "office",
            "write_odt",
            shorter=_SHORTER,
        ),
    ),
    Format.ODP: (
        Output(
            "support.odp",
            "Support ODP",
            "format ouvert, pour LibreOffice",
            "office",
            "write_support",
            projected=True,
        ),
        Output(
            "restitution.odp",
            "Restitution ODP",
            "format ouvert, pour LibreOffice",
            "office",
            "write_restitution",
            shorter=("courte",),
        ),
    ),
    Format.ODS: (Output("donnees.ods", "Données ODS", "format ouvert, pour LibreOffice", "office", "write_ods"),),
    Format.PDF: (
        Output(
            "synthese.pdf",
            "Synthèse PDF",
            "à envoyer telle quelle, balisée (PDF/UA)",
            "office",
            "write_pdf",
            shorter=_SHORTER,
        ),
    ),
}
