from dataclasses import replace

from facilitation.library import checked_day, library_folder
from facilitation.room import Room
from facilitation.typography import NBSP
from facilitation.workshop.review import remarks


def test_every_part_that_a_model_leaves_to_complete_is_named() -> None:
    day = checked_day(library_folder() / "modeles" / "journee-inter-acteurs.yaml")

    said = [remark.sentence for remark in remarks(day, Room())]

    assert f"À compléter dans journee.yaml{NBSP}: titre, lieu, organisme, contexte, objectifs et affirmations." in said


def test_only_what_is_left_to_complete_is_named() -> None:
    day = checked_day(library_folder() / "journees" / "exemple-fictif")

    said = [remark.sentence for remark in remarks(replace(day, place="À compléter"), Room()) if "compléter" in remark.sentence]

    assert said == [f"À compléter dans journee.yaml{NBSP}: lieu."]
