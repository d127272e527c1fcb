"""Staff's own paragraphs: where they stand in the document, and whose words win."""

from dataclasses import replace

from facilitation.day import Day
from facilitation.events import ParagraphsWritten, Part
from facilitation.reporting import support_of, synthesis_of
from facilitation.reporting.lengths import Length, of_length
from facilitation.reporting.paragraphs import told
from facilitation.room import Room
from facilitation.synthesis import Block, Facts, Paragraph, Section, Steps, Synthesis
from tests.rooms import Scribe
from tests.workshop.days import example, example_room, small_day


def written_day() -> Day:
    day = small_day()
    sequences = tuple(replace(each, comment="Trois portraits très différents.") for each in day.sequences[:1])
    return replace(
        day,
        introduction="Une journée dense.\n\nDeux temps : le débat, les portraits.",
        conclusion="Rendez-vous au printemps.",
        sequences=(*sequences, *day.sequences[1:]),
    )


def titles(document: Synthesis) -> list[str]:
    return [section.title for section in document.sections]


def words(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def section(document: Synthesis, title: str) -> Section:
    return next(found for found in document.sections if found.title == title)


def test_the_introduction_comes_first_and_the_conclusion_before_the_annexes() -> None:
    day = replace(example("paca-2021"), introduction="Avant.", conclusion="Après.")
    found = titles(synthesis_of(day, example_room("paca-2021"), ""))
    assert found[0] == "Introduction"
    assert found[-2:] == ["Conclusion", "Annexe\u00a0: qui a dit quoi"]


def test_a_blank_line_parts_two_paragraphs_and_french_spaces_are_put_in() -> None:
    document = synthesis_of(written_day(), Room(), "")
    assert words(section(document, "Introduction").blocks) == [
        "Une journée dense.",
        "Deux temps\u00a0: le débat, les portraits.",
    ]


def test_a_line_break_inside_a_paragraph_stays_whatever_ends_lines() -> None:
    assert [block.text for block in told("Un,\r\ndeux.\r\n \t\r\n\r\nTrois.\n")] == ["Un,\ndeux.", "Trois."]


def test_what_staff_write_on_a_sequence_comes_between_how_it_was_run_and_what_it_gave() -> None:
    day = example("paca-2021")
    key = day.sequences[0].key
    day = replace(day, sequences=(replace(day.sequences[0], comment="Nous retenons."), *day.sequences[1:]))
    blocks = next(found for found in synthesis_of(day, example_room("paca-2021"), "").sections if found.key == key).blocks
    at = blocks.index(Section("Commentaire", (Paragraph("Nous retenons."),), kind="commentaire"))
    assert {type(block) for block in blocks[:at]} == {Facts, Steps}
    assert len(blocks) > at + 1


def test_a_moment_without_an_exercise_is_told_once_somebody_wrote_on_it() -> None:
    day = small_day()
    moment = next(sequence for sequence in day.sequences if sequence.exercise is None)
    assert moment.title not in titles(synthesis_of(day, Room(), ""))
    scribe = Scribe()
    scribe.did(ParagraphsWritten(Part.SEQUENCE, "La directrice a ouvert la journée.", moment.key))
    told_moment = section(synthesis_of(day, scribe.room(), ""), moment.title)
    assert words(told_moment.blocks) == ["La directrice a ouvert la journée."]


def test_what_the_console_wrote_wins_over_the_day_be_it_nothing() -> None:
    scribe = Scribe()
    scribe.did(ParagraphsWritten(Part.INTRODUCTION, "Autre chose."), ParagraphsWritten(Part.CONCLUSION, ""))
    document = synthesis_of(written_day(), scribe.room(), "")
    assert words(section(document, "Introduction").blocks) == ["Autre chose."]
    assert "Conclusion" not in titles(document)


def test_nothing_of_it_is_projected_before_the_room_answers() -> None:
    document = support_of(written_day(), "")
    assert not {"Introduction", "Conclusion"} & set(titles(document))
    assert not [block for found in document.sections for block in words(found.blocks)]


def test_the_short_version_keeps_them() -> None:
    document = of_length(synthesis_of(written_day(), Room(), ""), Length.SHORT)
    assert words(section(document, "Introduction").blocks)
    assert words(section(document, "Conclusion").blocks) == ["Rendez-vous au printemps."]


def test_the_page_ends_with_the_first_paragraph_of_the_conclusion_where_it_has_room() -> None:
    day = replace(small_day(), conclusion="Rendez-vous au printemps.\n\nMerci à toutes et tous.")
    (page,) = of_length(synthesis_of(day, Room(), ""), Length.PAGE).sections
    (kept,) = (block for block in page.blocks if isinstance(block, Section))
    assert (kept.title, words(kept.blocks)) == ("Conclusion", ["Rendez-vous au printemps."])
    long = replace(day, conclusion="Un paragraphe bien trop long pour la page. " * 80)
    (page,) = of_length(synthesis_of(long, Room(), ""), Length.PAGE).sections
    assert not [block for block in page.blocks if isinstance(block, Section)]
