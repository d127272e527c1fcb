"""A day open twice: the second console sees all, and writes once it is asked to."""

from pathlib import Path

import pytest

from tests.console.driving import driven, example


@pytest.fixture
def day(tmp_path: Path) -> Path:
    return example(tmp_path / "jour", "exemple-fictif", empty=True)


def own_journals(day: Path) -> int:
    return len(list(day.glob("carnet-*.sqlite")))


@pytest.mark.parametrize("sequence", ["", "debat", "silhouettes", "dating", "questions"])
async def test_o_opens_a_journal_of_ones_own_from_any_screen(day: Path, sequence: str) -> None:
    async with driven(day), driven(day) as second:
        assert "Vous voyez" in second.text
        assert "Reprise après un arrêt" not in second.text
        if sequence:
            second.app.play(sequence)
            await second.settle()
        await second.press("o")
        await second.until(lambda: not second.session.workshop.read_only)
        assert own_journals(day) == 1


@pytest.mark.parametrize("sequence", ["debat", "silhouettes", "questions"])
async def test_p_takes_over_and_the_other_console_looks_on(day: Path, sequence: str) -> None:
    async with driven(day) as first, driven(day) as second:
        first.app.play(sequence)
        second.app.play(sequence)
        await second.settle()
        await second.press("p")
        await second.until(lambda: not second.session.workshop.read_only)
        assert first.session.workshop.read_only
        await first.settle()
        assert first.app.screen.focused is None
