from facilitation.synthesis import Heading, Line, Slot, Table
from facilitation.writers.deck.programme import programme
from facilitation.writers.slides import Slide, TableSlide
from tests.writers.test_deck import of_kind, titles

HOURS = tuple(
    words.replace(" ", "\u00a0")
    for words in (
        *("9 h", "9 h 30", "9 h 50", "10 h 40", "11 h", "12 h"),
        *("13 h 15", "13 h 45", "14 h 05", "14 h 20", "14 h 45"),
    )
)


def timed(hours: tuple[str, ...], lasting: str = "15\u00a0min") -> list[Slide]:
    lines = tuple(Line(f"Temps {at}", (Slot(text=hour), Slot(text=lasting))) for at, hour in enumerate(hours))
    return list(programme(Table("deroule", "Déroulé", (Heading("Heure"), Heading("Durée")), lines, rows_title="Séquence")))


def untimed(*lasting: str) -> list[Slide]:
    lines = tuple(Line(f"Temps {at}", (Slot(text=words),)) for at, words in enumerate(lasting))
    return list(programme(Table("deroule", "Déroulé", (Heading("Durée"),), lines, rows_title="Séquence")))


def test_a_short_day_stands_on_one_slide_from_its_first_hour_to_its_end() -> None:
    assert titles(timed(HOURS[:5], "1\u00a0h\u00a015")) == ["Cinq temps, de 9 h à 12 h 15"]


def test_a_long_day_is_told_in_two_halves() -> None:
    slides = timed(HOURS)
    assert titles(slides) == ["Le matin : cinq temps, de 9 h à 11 h 15", "L’après-midi : six temps, de 12 h à 15 h"]
    assert [len(slide.rows) for slide in of_kind(slides, TableSlide)] == [5, 6]


def test_an_afternoon_of_nine_steps_is_cut_evenly() -> None:
    slides = timed(tuple(f"{hour}\u00a0h" for hour in range(13, 22)))
    assert titles(slides) == ["Neuf temps, de 13 h à 21 h 15 (1/2)", "Neuf temps, de 13 h à 21 h 15 (2/2)"]
    assert [len(slide.rows) for slide in of_kind(slides, TableSlide)] == [5, 4]


def test_durations_are_added_when_all_are_known() -> None:
    assert titles(untimed("1\u00a0h", "30\u00a0min", "10\u00a0min")) == ["Trois temps, 1 h 40 en tout"]
    assert titles(untimed("1\u00a0h", "non précisée")) == ["Deux temps"]


def test_an_hour_that_nobody_fixed_is_said_in_small_words() -> None:
    (slide,) = of_kind(timed(("9\u00a0h", "selon l’avancée")), TableSlide)
    assert [row[0].text for row in slide.rows] == ["9\u00a0h", "selon l’avancée"]
    assert [row[0].size for row in slide.rows] == [0.0, 16]
    assert titles([slide]) == ["Deux temps"]
