"""Documents as LibreOffice lays them out: the words of each page, for the tests marked « rendu »."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

SOFFICE, PDFTOTEXT = shutil.which("soffice"), shutil.which("pdftotext")
_WORD = re.compile(r"\w+")

needs_rendering = [
    pytest.mark.rendu,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) manque sur ce poste"),
    pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext (poppler) manque sur ce poste"),
]
"""The marks of a test, or of a whole file (``pytestmark``), that renders a document."""


def pages_of(path: Path, *, raw: bool = False) -> list[str]:
    """Return the text of each page of a document, laid out beside it: as it stands there, or ``raw``, as it is written."""
    profile = (path.parent / "profil").as_uri()
    convert = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*convert, "--outdir", str(path.parent), str(path)], check=True, capture_output=True, timeout=240)
    read = [str(PDFTOTEXT), "-raw" if raw else "-layout", "-enc", "UTF-8", str(path.with_suffix(".pdf")), "-"]
    text = subprocess.run(read, check=True, capture_output=True, timeout=60).stdout.decode("utf-8")
    return text.split("\f")[:-1]


def words_of(text: str) -> Counter[str]:
    """Return the words of a text, in lower case, with how many times each is there."""
    return Counter(word.lower() for word in _WORD.findall(text.replace("\u00ad", "")))


def lost(words: Counter[str], page: str) -> set[str]:
    """Return the words that a page does not show as many times as asked; a word may be cut at the end of a line."""
    letters = "".join(_WORD.findall(page.lower()))
    return {word for word, times in (words - words_of(page)).items() if letters.count(word) < words[word]}
