from collections import Counter
from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.writers.deck import restitution, support
from facilitation.writers.placing import place
from facilitation.writers.slides import FaceToFace, Instructions, ListSlide, QuestionAnswer, Slide, TableSlide, ZoneSlide
from tests.writers.generated import Generated, ideas_of

seeds = st.integers(0, 10_000_000)
whole_documents = settings(max_examples=40, deadline=None)


def told(slides: list[Slide]) -> Counter[str]:
    """Return what is in the lists and tables of a deck: portraits and common ideas only repeat it."""
    found: Counter[str] = Counter()
    for slide in slides:
        match slide:
            case ZoneSlide():
                found.update(chain.from_iterable(slide.lists))
            case ListSlide():
                found.update(slide.items)
            case FaceToFace():
                found.update((*slide.left.items, *slide.right.items))
            case QuestionAnswer():
                found.update(slide.answer)
            case TableSlide():
                found.update(
                    text
                    for row in slide.rows
                    for cell in row
                    for text in (cell.text.split("\n") if cell.listed else [cell.text])
                )
            case _:
                pass
    return found


def lists_of(slide: Slide) -> tuple[tuple[str, ...], ...]:
    match slide:
        case ZoneSlide():
            return slide.lists
        case ListSlide():
            return (slide.items,)
        case FaceToFace():
            return slide.left.items, slide.right.items
        case Instructions():
            return (slide.steps,)
        case _:
            return ()


def shown_title(slide: Slide) -> str:
    return f"{getattr(slide, 'kicker', '')} {slide.title}".strip()


@whole_documents
@given(seeds)
def test_every_idea_is_told_once(seed: int) -> None:
    synthesis = Generated(seed).synthesis()
    said = Counter(ideas_of(synthesis))
    found = told(restitution(synthesis))
    assert {text: found[text] for text in said} == dict(said)


@whole_documents
@given(seeds)
def test_titles_are_there_and_all_differ(seed: int) -> None:
    synthesis = Generated(seed).synthesis()
    for slides in (restitution(synthesis), support(synthesis)):
        titles = [shown_title(slide) for slide in slides]
        assert all(titles)
        assert not [title for title, times in Counter(titles).items() if times > 1]


@whole_documents
@given(seeds)
def test_no_slide_holds_more_than_seven_items_nor_words_it_has_no_room_for(seed: int) -> None:
    synthesis = Generated(seed).synthesis()
    for slide in (*restitution(synthesis), *support(synthesis)):
        assert all(len(items) <= 7 for items in lists_of(slide))
        assert place(slide).fits, slide


@whole_documents
@given(seeds)
def test_nothing_that_was_said_is_projected_before_it_is(seed: int) -> None:
    synthesis = Generated(seed).synthesis()
    assert not set(ideas_of(synthesis)) & set(told(support(synthesis)))
