"""What the import contracts, the command line and the tracked files promise, each looked at from outside."""

from __future__ import annotations

import ast
import hashlib
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from facilitation.typography import folded

ROOT = Path(__file__).parents[1]
HEAVY = (
    "textual",
    "pptx",
    "docx",
    "openpyxl",
    "xlsxwriter",
    "jinja2",
    "yaml",
    "sqlite3",
    "asyncio",
    "lxml",
    "platformdirs",
    "networkx",
    "rapidfuzz",
    "simplemma",
    "PIL",
    "pillow_heif",
)
OFFICE = {".docx", ".pptx", ".xlsx"}
SELF = Path(__file__).relative_to(ROOT).as_posix()


def in_a_fresh_interpreter(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True, timeout=60).stdout


@cache
def tracked() -> tuple[str, ...]:
    """Return the tracked files, as paths from the root of the project."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        return ()
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, timeout=60).stdout
    names = listed.decode("utf-8").split("\0")
    return tuple(name for name in names if name and (ROOT / name).is_file())


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """Return the text of each tracked file, office documents included, but this one, which names what it forbids."""
    return tuple((name, text) for name in tracked() if name != SELF for text in _texts_of(ROOT / name))


def _texts_of(path: Path) -> Iterator[str]:
    if path.suffix in OFFICE:
        with zipfile.ZipFile(path) as archive:
            for part in archive.namelist():
                if part.endswith((".xml", ".rels")):
                    yield archive.read(part).decode("utf-8", errors="replace")
        return
    data = path.read_bytes()
    if b"\0" not in data:
        yield data.decode("utf-8", errors="replace")


def found(pattern: str, flags: int = 0) -> list[str]:
    if not tracked():
        pytest.skip("not a git checkout")
    wanted = re.compile(pattern, flags)
    return sorted({f"{name}: {match.group()}" for name, text in texts() for match in wanted.finditer(text)})


# --- imports -----------------------------------------------------------------------------------------------------------


def test_the_first_screen_of_the_console_waits_for_no_journal_nor_library() -> None:
    loaded = set(in_a_fresh_interpreter("import sys, facilitation.console.app; print(*sys.modules)").split())
    later = {"sqlite3", "yaml", "facilitation.journal", "facilitation.library", "facilitation.writers", "facilitation.room"}
    assert loaded & later == set()


def test_pictures_are_read_by_nobody_who_gives_none() -> None:
    code = "import sys, facilitation.console.screens.photos, facilitation.workshop.compiling; print(*sys.modules)"

    assert not {"PIL", "pillow_heif"} & set(in_a_fresh_interpreter(code).split())


def test_the_command_line_imports_nothing_heavy() -> None:
    code = "import sys, facilitation.cli, facilitation.cli.parser; print(*{name.partition('.')[0] for name in sys.modules})"

    assert not set(HEAVY) & set(in_a_fresh_interpreter(code).split())


def test_help_is_said_without_importing_anything_heavy() -> None:
    code = (
        "import sys, facilitation.cli\n"
        "try: facilitation.cli.main(['--help'])\n"
        "except SystemExit: print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stdout)"
    )
    said = in_a_fresh_interpreter(code)

    assert "facilitation" in said
    assert not set(HEAVY) & set(said.splitlines()[-1].split())


def test_the_import_contracts_hold_and_place_every_module(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)

    status = lint_imports(config_filename="pyproject.toml", no_cache=True, no_logo=True)

    assert status == 0, capsys.readouterr().out


# --- words -------------------------------------------------------------------------------------------------------------

_ENGLISH = re.compile(
    r"(?<![\w-])(the|and|of|with|is|are|this|that|from|cannot|please|your|has|have|been|must|should|not|found|unknown"
    r"|loading|cancel|welcome|settings)(?![\w-])",
    re.IGNORECASE,
)
RECOGNISED = {"Could not decode to UTF-8"}  # what sqlite3 says, compared with and never shown
_CODE = re.compile(r"[{}<]|\b(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA)\b")


def sentences_of(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the strings of a module that may be shown: those with a space.

    Left out: docstrings, the words of a library beside their translation, and what only a developer reads, behind an ``assert``
    or a ``ValueError`` that nobody sees.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            passed.add(id(node.value))
        elif isinstance(node, ast.Dict):
            passed.update(id(key) for key in node.keys)
        elif isinstance(node, ast.Assert):
            passed.add(id(node.msg))
        elif (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"ValueError", "AssertionError"}
        ):
            passed.update(map(id, node.args))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value and id(node) not in passed:
            yield node.lineno, node.value


def test_no_english_word_is_shown() -> None:
    shown = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in sorted((ROOT / "facilitation").rglob("*.py"))
        for line, text in sentences_of(path)
        if not _CODE.search(text) and _ENGLISH.search(text) and text not in RECOGNISED
    ]
    assert not shown


@pytest.mark.parametrize(
    "arguments", [["--help"], ["compiler", "--help"], ["saisir"], ["--couleur"], ["compiler", "d", "--formats"]]
)
def test_the_command_line_speaks_french_even_when_it_is_misused(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "facilitation", *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
        check=False, timeout=60,
    )  # fmt: skip
    said = done.stdout + done.stderr

    assert done.returncode == (0 if "--help" in arguments else 2)
    assert said
    assert not re.search(r"\b(usage|positional|show|the following|required|unrecognized|expected|error|argument --)\b", said), (
        said
    )


# --- tracked files -----------------------------------------------------------------------------------------------------


def test_no_tracked_file_names_a_folder_of_one_machine() -> None:
    assert not found(r"(?<![\w.:/])/(?:home|root|Users|work|tmp|opt|mnt)/[\w.][^\s\"'»)`]*|\b[A-Z]:\\\\?Users\b|\.\./shared\b")


def test_no_tracked_file_names_a_package_host() -> None:
    assert not found(
        r"pypi\.org|pythonhosted|test\.pypi|registry\.npmjs|registry\.yarnpkg|conda\.anaconda|index-url|find-links|trusted-host"
    )


def test_no_tracked_file_holds_an_address_or_a_telephone_number() -> None:
    mails = found(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.(?:fr|com|org|net|eu)\b")
    telephones = found(r"(?<![\d.,-])(?:\+33[ .]?|0)[1-9](?:[ .]\d\d){4}(?![\d.,])")

    assert not [mail for mail in mails if not re.search(r"^tests/|@(?:[\w-]+\.)*exemple?\.\w+$", mail)]
    # numbers that the Arcep keeps for fiction
    assert not [number for number in telephones if not re.search(r"(?:0|\+33 )(?:4 ?65 ?71|6 ?39 ?98)", number)]


PEOPLE = {
    "b47d5efaf13e328e",
    "5eae2ada1822ee1c",
    "23e4b29026b9deee",
    "4c51ea01e4ac38b6",
    "104612afecc71422",
    "1cd6b31b7e936323",
    "625d1481d53a2dd5",
    "2e4c9878c22716a2",
    "561147e7d7c9a3c3",
    "afd83fe38ea9ddfa",
    "8eaa69432797848d",
    "43f7c1af1a469192",
    "d3c907e93d08d988",
}  # sha256 of the two words of a name, sorted: the people that the sources of the examples name


def test_no_tracked_file_names_a_person_of_the_sources() -> None:
    if not tracked():
        pytest.skip("not a git checkout")
    capitalised = re.compile(r"(?<!\w)[A-ZÀ-Ý][\wÀ-ÿ]+")
    pairs = {pair for _, text in texts() for pair in pairwise(capitalised.findall(text))}

    assert not [pair for pair in pairs if _fingerprint(*pair) in PEOPLE]


def _fingerprint(*words: str) -> str:
    return hashlib.sha256(" ".join(sorted(map(folded, words))).encode()).hexdigest()[:16]


# made up, to look for people's names in what was said; no session nor partner of ours bears them
INVENTED = {"Aline", "Bernard", "Dubosc", "Durand", "Duval", "Lopez", "Vautrin", "Weiss", "Zoé"}
NO_NAME = {"CPTS", "Junior", "Présidente", "X", "Y"}


def test_no_tracked_file_calls_someone_by_their_title() -> None:
    called = found(r"\b(?:Mme|Mlle|Madame|Monsieur|Docteur|Professeur)[ \u00a0]+[A-ZÀ-Ý][\wÀ-ÿ-]+")
    assert not [place for place in called if place.split()[-1] not in INVENTED | NO_NAME]
