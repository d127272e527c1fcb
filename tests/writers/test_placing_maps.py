"""Words and numbers on a map: none runs over another, whatever was placed and wherever."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest

from facilitation.writers.measure import LINE, text_width
from facilitation.writers.placing import place
from facilitation.writers.placing.labels import Area
from facilitation.writers.placing.maps import FULL, LABEL, drawn
from facilitation.writers.slides import MapSlide, Place

POLES = ("prévention", "collectif", "soin", "individuel")
WORDS = ("Choix", "Trajectoire globale", "Usager", "Déterminants de santé", "Coordination", "Bon moment", "Étapes")


def of(*places: Place, words: tuple[str, ...] = (), poles: tuple[str, str, str, str] = POLES) -> MapSlide:
    top, right, bottom, left = poles
    return MapSlide(
        title="Carte",
        top=top,
        right=right,
        bottom=bottom,
        left=left,
        places=places,
        message="Carte.",
        words=words,
        note="Note.",
    )


def scattered(count: int, clusters: int, seed: int) -> tuple[Place, ...]:
    """Return so many words around so many centres; 0: anywhere, the edges and the ends of the axes included."""
    dice = Random(seed)
    centres = [(dice.uniform(0, 10), dice.uniform(0, 10)) for _ in range(clusters)]
    places = []
    for at in range(count):
        x, y = dice.choice(centres) if centres else (dice.choice((0, 10, 5, dice.uniform(0, 10))), dice.uniform(0, 10))
        x, y = (min(10.0, max(0.0, value + dice.gauss(0, 0.4))) for value in (x, y)) if centres else (x, y)
        places.append(Place(f"{WORDS[at % len(WORDS)]} {at}", x, y))
    return tuple(places)


def written_on(slide: MapSlide) -> list[Area]:
    """Return what labels and names of poles cover, measured again from what is drawn."""
    found = drawn(slide)
    areas = [tag.area for tag in found.tags]
    for frame in place(slide).frames[1:5]:
        box, face = frame.place, frame.paras[0].face
        wide = min(box.w, text_width(frame.paras[0].text, face.size, bold=True))
        left = (box.x + box.w - wide if face.side == "right" else box.x) - found.box.x
        top = (box.y + box.h - frame.height if frame.holder.anchor == "bottom" else box.y) - found.box.y
        areas.append(Area(left, top, left + wide, top + frame.height))
    return areas


def dots_of(slide: MapSlide) -> list[Area]:
    found = drawn(slide)
    across, up = found.reach
    middles = [(found.box.w / 2 * (1 + (one.x - 5) / across), found.box.h / 2 * (1 - (one.y - 5) / up)) for one in found.places]
    return [Area(x - 7, y - 7, x + 7, y + 7) for x, y in middles]


@pytest.mark.parametrize("clusters", [0, 1, 3, 8])
@pytest.mark.parametrize("count", [1, 5, 12, 30])
def test_no_word_and_no_number_of_a_map_covers_another_nor_a_point_nor_a_pole(count: int, clusters: int) -> None:
    for seed in range(4):
        slide = of(*scattered(count, clusters, seed))
        found, areas = drawn(slide), written_on(slide)
        assert found.tags
        assert not [(one, two) for one, two in combinations(areas, 2) if one.meets(two)]
        assert not [(area, dot) for area in areas for dot in dots_of(slide) if area.meets(dot)]
        assert all(
            area.left >= 0 and area.right <= found.box.w and area.bottom - area.top >= LABEL * LINE - 0.1
            for area in (tag.area for tag in found.tags)
        )
        assert place(slide).fits


@pytest.mark.parametrize("count", [2, 5, 30])
def test_words_placed_at_one_point_share_one_label(count: int) -> None:
    slide = of(*(Place(f"Mot {at}", 7, 2) for at in range(count)))
    assert [tag.text for tag in drawn(slide).tags] == [
        {2: "Mot 0, Mot 1", 5: "Mot 0, Mot 1, Mot 2, Mot 3, Mot 4"}.get(count, "1 à 30")
    ]


def test_numbers_go_on_from_one_point_to_the_next_and_the_words_are_listed_in_their_order() -> None:
    near = Place("Loin", 9, 9)
    slide = of(*scattered(14, 1, 0)[:13], near, Place("Là", 9, 9), Place("Près", 9, 9))
    found = drawn(slide)
    listed = [para.text for frame in place(slide).frames if frame.holder.name.startswith("Mots") for para in frame.paras]
    assert sorted(found.numbers) == list(range(1, 17))
    assert [listed[number - 1] for number in found.numbers] == [one.label for one in slide.places]
    assert "14 à 16" in [tag.text for tag in found.tags]


def test_a_map_of_few_words_has_them_beside_their_points_and_takes_the_whole_width() -> None:
    places = (Place("Trajectoire globale", 3.5, 9), Place("Dépenses maîtrisées", 9.5, 1), Place("Usager", 3.6, 9))
    found = drawn(of(*places, Place("point moyen", 5.5, 6.3, mean=True)))
    assert (found.box, found.numbers) == (FULL, ())
    assert [(tag.text, tag.side) for tag in found.tags] == [
        ("Trajectoire globale", "l"),
        ("Dépenses maîtrisées", "l"),
        ("Usager", "r"),
        ("point moyen", "r"),
    ]


def test_a_point_at_the_end_of_an_axis_keeps_clear_of_the_name_of_its_pole() -> None:
    slide = of(Place("Seul", 0, 5.2), poles=("en haut", "à droite", "en bas", "aller vers les personnes"))
    assert not [1 for dot in dots_of(slide) for area in written_on(slide) if area.meets(dot)]


def test_an_empty_map_lists_the_words_to_place() -> None:
    slide = of(words=("Choix", "Usager"))
    assert drawn(slide).tags == ()
    assert [para.text for para in place(slide).frames[-1].paras] == ["Choix", "Usager"]


def test_a_list_too_long_for_the_side_of_a_map_is_left_to_the_table() -> None:
    slide = of(*(Place(f"{'Un mot assez long pour deux lignes ' * 2}{at}", at % 10, at % 7) for at in range(60)))
    found = drawn(slide)
    assert (found.box, found.beside) == (FULL, False)
    assert [frame.paras[0].text for frame in place(slide).frames if frame.holder.name == "Note"] == ["Note."]
