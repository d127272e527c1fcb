"""Paths as terminals type them when a file is dropped on their window."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.console.dropped import paths_in


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    found = [tmp_path / name for name in ("un.jpg", "l’image de G1.jpg", "l'autre.jpg")]
    for path in found:
        path.touch()
    return found


@pytest.mark.parametrize(
    "written",
    ["{}", "'{}'", '"{}"', " {} ", "& '{}'"],
)
def test_a_path_is_found_as_it_is_or_between_quotes(photos: list[Path], written: str) -> None:
    for path in photos[:2]:
        assert paths_in(written.format(path)) == [path]


def test_a_path_is_found_with_its_spaces_escaped_or_as_an_address(photos: list[Path]) -> None:
    spaced = photos[1]

    assert paths_in(str(spaced).replace(" ", "\\ ").replace("’", "\\’"), windows=False) == [spaced]
    assert paths_in(spaced.as_uri()) == [spaced]


def test_several_paths_are_found_on_one_line(photos: list[Path]) -> None:
    assert paths_in(f"'{photos[0]}' '{photos[1]}'", windows=False) == photos[:2]
    assert paths_in(f'"{photos[0]}" "{photos[1]}"', windows=True) == photos[:2]
    assert paths_in(f'{photos[0]} "{photos[2]}"', windows=False) == [photos[0], photos[2]]


def test_a_path_that_leads_nowhere_is_told_whole(tmp_path: Path) -> None:
    assert paths_in(str(tmp_path / "une photo perdue.jpg"), windows=False) == [tmp_path / "une photo perdue.jpg"]
    assert paths_in("l'image", windows=False) == [Path("l'image")]
    assert paths_in("x" * 5000, windows=False) == [Path("x" * 5000)]
    assert paths_in("   ") == []


def test_backslashes_are_kept_where_paths_are_made_of_them() -> None:
    (path,) = paths_in('"D:\\photos\\une image.jpg"', windows=True)

    assert str(path) == "D:\\photos\\une image.jpg"
