"""The wheel, installed elsewhere, does what the project folder does. Nothing is fetched: this Python lends its packages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BIN = "Scripts" if os.name == "nt" else "bin"
SYNTHESIS = {
    "synthese.docx",
    "synthese.html",
    "synthese.md",
    "restitution.pptx",
    "support.pptx",
    "donnees.xlsx",
    "reponses.csv",
}


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL, check=False,
        timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel built from what the project's folder holds, and from nothing that a former build left."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in ("facilitation", "exercises"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copyfile(ROOT / name, source / name)
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, source, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def command(wheel: Path) -> Path:
    """Return the command installed from the wheel in an environment of its own, which borrows its libraries from this one."""
    environment = wheel.parent / "environment"
    venv.create(environment, with_pip=False)
    python = environment / BIN / "python"
    packages = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=wheel.parent).stdout.strip()
    (Path(packages) / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python]
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", "--no-compile", wheel, cwd=wheel.parent)
    return environment / BIN / "facilitation"


def test_the_wheel_holds_the_library_of_exercises_and_no_test(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    for file in (ROOT / "exercises").rglob("*.*"):
        assert f"facilitation/exercises/{file.relative_to(ROOT / 'exercises').as_posix()}" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"facilitation"}
    assert not [name for name in names if name.endswith((".pyc", ".sqlite"))]


def test_the_wheel_holds_every_file_that_the_code_reads(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    data = [path for path in (ROOT / "facilitation").rglob("*.*") if path.is_file() and path.suffix != ".pyc"]

    assert not [path for path in data if path.relative_to(ROOT).as_posix() not in names]


def test_the_installed_command_makes_the_example_day_anywhere(command: Path, tmp_path: Path) -> None:
    done = run(command, "demo", cwd=tmp_path)

    assert (tmp_path / "journees" / "paca-2021" / "journee.yaml").is_file()
    made = {path.name for path in (tmp_path / "outputs" / "paca-2021").iterdir()}
    assert made == SYNTHESIS | {".fabrication.json"}  # what tells a document that somebody changed since
    assert {Path(line.split("\t")[0]).name for line in done.stdout.splitlines()} == SYNTHESIS
