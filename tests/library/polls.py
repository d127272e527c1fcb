"""Exports of polling services as their own software writes them, made for the tests: nobody said this."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

GRATUITE, HEAD = "La gratuité suffit", "CPTS [Expertise]"


def quoted_csv(*rows: Sequence[str], delimiter: str, end: str) -> str:
    page = io.StringIO(newline="")
    csv.writer(page, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(rows)
    return page.getvalue()


def limesurvey(folder: Path) -> Path:
    """Return a French export, full text: three replies, one never sent, a BOM, CRLF and a blank last line."""
    own = ("ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ", "Tête de série")
    text = quoted_csv(
        (*own, "Adresse IP", "URL référente", "Votre groupe", GRATUITE, HEAD, "Votre téléphone"),
        ("1", "2024-03-01 10:00:00", "2", "fr", "77", "192.0.2.1", "https://exemple.fr", "Acteurs du 13", "D’accord",
         "Veille ; « écoute »\nsur deux lignes", "0100000000"),
        ("2", "", "1", "fr", "78", "192.0.2.2", "", "Acteurs du 13", "Pas d’accord", "Jamais envoyé", ""),
        ("3", "2024-03-01 10:05:00", "2", "fr", "79", "192.0.2.3", "", "Acteurs du 84", "D’accord", "'=SOMME(A1)", ""),
        delimiter=";", end="\r\n",
    )  # fmt: skip
    path = folder / "results-survey123456.csv"
    path.write_bytes(b"\xef\xbb\xbf" + (text + "\r\n").encode())
    return path


def framaforms(folder: Path) -> Path:
    """Return an export with its three rows of header, tabs, a grid of five lines, and a draft."""
    own = ("Serial", "SID", "Submitted Time", "Completed Time", "Modified Time", "Draft", "IP Address", "UID", "Username")
    grid = ("Écoute", "Veille", "Appui", "Lien", "Relais")
    said = ("1", "901", "2024-03-01", "2024-03-01", "2024-03-01", "0", "192.0.2.1", "0", "")
    text = quoted_csv(
        ("Une enquête d’essai",),
        ("Submission Details", *[""] * 8, "CPTS", "Qui fait quoi ?"),
        (*own, "Expertise", *grid),
        (*said, "Un réseau", "oui", "non", "oui", "non", "oui"),
        ("2", "902", *said[2:5], "1", *said[6:], "Un brouillon", "", "", "", "", ""),
        delimiter="\t", end="\n",
    )  # fmt: skip
    path = folder / "export.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def book(path: Path, **sheets: Sequence[Sequence[object]]) -> Path:
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(list(row))
    made.save(path)
    return path


def wooclap(folder: Path) -> Path:
    """Return an export with two questions, the wall, and a sheet a question."""
    return book(
        folder / "ABCDEF_Essai-results.xlsx",
        Main_results=(
            ("Participant", "Rank", "Time", "Email", GRATUITE, HEAD, "Total"),
            ("Un", 1, 12, "un@exemple.fr", "✔ - D’accord", "0 - Veille", 1),
            ("Deux", 2, 15, "deux@exemple.fr", "1/1 - Pas d’accord", "Écoute - et relais", 0),
            (),
            ("Average", "", "", "", "50", "", ""),
        ),
        Wall=(("Name", "Message"), ("Un", "Merci pour ce temps")),
        Q1=((GRATUITE,), (), (), ("D’accord",), ("Maximum score",)),
        Q2=((HEAD,), (), (), ("Veille",)),
    )


def mentimeter(folder: Path) -> Path:
    """Return an export with a preamble of two rows and a scale of four criteria."""
    criteria = [f"Le territoire::{name}" for name in ("Accès", "Lien", "Écoute", "Appui")]
    return book(
        folder / "menti.xlsx",
        Voters=(
            ("Une présentation",),
            ("2 voters",),
            ("Date (UTC)", "Session", "Voter", "Country", *criteria, "Présents: Oui"),
            ("2024-03-01", 1, "Voter 1", "FR", 1, 2, 3, 4, 1),
            ("2024-03-01", 1, "Voter 2", "FR", 4, 3, 2, 1, None),
        ),
    )


def google(folder: Path) -> Path:
    """Return an export with several choices, one of which holds a comma, and a free text with quotes and lines."""
    text = quoted_csv(
        ("Horodateur", "Adresse e-mail", "Vos choix [La gratuité suffit]", "Remarque"),
        ("2024/03/01", "un@exemple.fr", "Oui, sous conditions, Non", 'Il dit "oui"\nou "non"'),
        ("2024/03/01", "deux@exemple.fr", "Non", ""),
        delimiter=",", end="\n",
    )  # fmt: skip
    path = folder / "reponses-formulaire.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return path
