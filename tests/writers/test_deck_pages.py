from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from facilitation.writers.deck.pages import MOST, even, least, pages, pieces, side_by_side
from facilitation.writers.placing.frames import Box, Face, paras, stacked

BODY = Face(22, after=9, mark="•")
FACES = tuple(Face(size, after=6, mark="•") for size in (22, 20, 18, 16))
BOX = Box(48, 136, 864, 368)
LONG = "Développer des partenariats pour œuvrer en synergie et lutter contre les inégalités sociales de santé " * 3

heights = st.lists(st.floats(20, 120), min_size=1, max_size=60)


def spans(given_heights: list[float], runs: int) -> list[tuple[int, int]]:
    ends = even(given_heights, runs)
    return list(zip([0, *ends], ends, strict=False))


@given(heights, st.floats(120, 400))
def test_a_list_is_cut_in_runs_that_hold_everything_and_are_never_empty(given_heights: list[float], room: float) -> None:
    runs = least(given_heights, room)
    found = spans(given_heights, runs)
    assert found[0][0] == 0
    assert found[-1][1] == len(given_heights)
    assert len(found) == runs
    assert all(0 < end - start <= MOST for start, end in found)
    assert all(sum(given_heights[start:end]) <= room + 0.1 for start, end in found)


@given(st.lists(st.floats(20, 120), min_size=4, max_size=9), st.integers(2, 4))
def test_no_other_cut_gives_a_lower_tallest_run(given_heights: list[float], runs: int) -> None:
    tallest = max(sum(given_heights[start:end]) for start, end in spans(given_heights, runs))
    count = len(given_heights)
    for cuts in product(range(1, count), repeat=runs - 1):
        if sorted(set(cuts)) != list(cuts):
            continue
        ends = [*cuts, count]
        others = list(zip([0, *cuts], ends, strict=True))
        if all(end - start <= MOST for start, end in others):
            assert tallest <= max(sum(given_heights[start:end]) for start, end in others) + 1.1


def test_eight_short_ideas_make_two_pages_of_four() -> None:
    assert [len(page) for page in pages([f"idée {n}" for n in range(8)], BOX, BODY)] == [4, 4]


def test_seven_short_ideas_make_one_page_and_none_makes_none() -> None:
    assert [len(page) for page in pages([f"idée {n}" for n in range(7)], BOX, BODY)] == [7]
    assert pages([], BOX, BODY) == ()


def test_twenty_five_ideas_are_shared_evenly() -> None:
    assert [len(page) for page in pages([f"idée {n}" for n in range(25)], BOX, BODY)] == [7, 6, 6, 6]


def test_long_ideas_ask_for_more_pages_and_each_page_fits() -> None:
    found = pages([LONG] * 7, BOX, BODY)
    assert sum(map(len, found)) == 7
    assert len(found) > 1
    assert all(stacked(paras(page, BODY), BOX.w) <= BOX.h for page in found)


def test_an_idea_taller_than_a_page_is_cut_in_numbered_pieces() -> None:
    idea = LONG * 12
    found = pieces(idea, BOX, BODY)
    assert len(found) > 1
    assert found[0].endswith(f"\u00a0(1/{len(found)})")
    kept = " ".join(piece.rsplit("\u00a0(", 1)[0] for piece in found)
    assert kept.split() == idea.split()
    assert all(stacked(paras((piece,), BODY), BOX.w) <= BOX.h for piece in found)


def test_lists_side_by_side_share_one_size_and_as_many_pages() -> None:
    lists = [[f"idée {n} de quelques mots pour voir" for n in range(many)] for many in (24, 22, 20)]
    series = side_by_side(lists, 268, 312, FACES)
    assert len(series.pages) == 4
    assert series.size == 20
    assert series.tallest <= 312
    for column, items in enumerate(lists):
        runs = [page[column] for page in series.pages]
        assert [item for run in runs for item in run] == items
        assert all(0 < len(run) <= MOST for run in runs)


def test_a_list_shorter_than_the_pages_stays_whole_on_the_first() -> None:
    series = side_by_side([[f"idée {n}" for n in range(25)], ["une", "deux"], []], 268, 312, FACES)
    assert [page[1] for page in series.pages] == [("une", "deux"), (), (), ()]
    assert [page[2] for page in series.pages] == [(), (), (), ()]


def test_three_ideas_face_to_face_are_never_cut() -> None:
    series = side_by_side([[f"apport {n}" for n in range(9)], ["un", "deux", "trois"]], 412, 306, FACES[1:2], uncut=3)
    assert [[len(run) for run in page] for page in series.pages] == [[5, 3], [4, 0]]


def test_no_idea_at_all_makes_one_page() -> None:
    assert side_by_side([[], []], 268, 312, FACES).pages == (((), ()),)
