from pathlib import Path

from pptx import Presentation

from facilitation.synthesis import Synthesis
from facilitation.writers import OUTPUTS, Format
from facilitation.writers.deck import restitution, support
from facilitation.writers.style import style_of
from tests.writers import samples


def written(synthesis: Synthesis, to: Path) -> dict[str, list[tuple[str, str]]]:
    """Return the title and the notes of each slide of both decks, read back."""
    found = {}
    for output in OUTPUTS[Format.PPTX]:
        path = to / output.file_name
        output.writer()(synthesis, path, style_of(None, organisation="CRES PACA"))
        slides = Presentation(str(path)).slides
        found[path.stem] = [(slide.shapes.title.text_frame.text, notes(slide)) for slide in slides]
    return found


def notes(slide: object) -> str:
    return slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""  # type: ignore[attr-defined]


def test_both_decks_are_written_slide_for_slide(tmp_path: Path) -> None:
    synthesis = samples.day()
    found = written(synthesis, tmp_path)
    for name, slides in (("restitution", restitution(synthesis)), ("support", support(synthesis))):
        assert [title.split("\x0b")[0].split("\n")[0][:10] for title, _ in found[name]] == [
            slide.title[:10] for slide in slides
        ]
        assert [told for _, told in found[name]] == [slide.notes for slide in slides]


def test_a_document_of_every_awkward_sign_is_written(tmp_path: Path) -> None:
    found = written(samples.hostile(), tmp_path)
    assert all(title for titles in found.values() for title, _ in titles)


def test_progress_is_told_slide_after_slide(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    output = OUTPUTS[Format.PPTX][1]
    output.writer()(
        samples.debate(), tmp_path / "r.pptx", style_of(None), on_progress=lambda done, of: steps.append((done, of))
    )
    assert steps == [(at, len(steps)) for at in range(1, len(steps) + 1)]
