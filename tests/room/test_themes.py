"""Themes that staff name, the ideas they file, and how two computers agree on them."""

from facilitation.events import ActRedone, ActUndone, AnswerGiven, IdeasFiled, ThemeAdded, ThemeReworded, ThemeWithdrawn
from facilitation.room import AFTERWARDS
from facilitation.sheet import Address
from tests.rooms import Scribe

HEAD = Address("silhouettes", "portraits", 1, "g13", "cpts", "tete")


def said(scribe: Scribe, *words: str) -> tuple[str, ...]:
    return tuple(event.key for event in scribe.did(*(AnswerGiven(HEAD, word) for word in words)))


def named(scribe: Scribe, *titles: str) -> tuple[str, ...]:
    return tuple(event.key for event in scribe.did(*map(ThemeAdded, titles)))


def test_an_idea_is_under_one_theme_at_most_the_last_it_was_put_under() -> None:
    scribe = Scribe()
    one, other = said(scribe, "Réseau", "Temps")
    links, means = named(scribe, "Liens", "Moyens")
    scribe.did(IdeasFiled((one, other), links))
    scribe.did(IdeasFiled((other,), means))
    themes = scribe.room().themes
    assert themes.titles == {links: "Liens", means: "Moyens"}
    assert (themes.of(one), themes.of(other)) == (links, means)


def test_an_idea_taken_out_of_its_theme_is_under_none() -> None:
    scribe = Scribe()
    (one,) = said(scribe, "Réseau")
    (links,) = named(scribe, "Liens")
    scribe.did(IdeasFiled((one,), links), IdeasFiled((one,), ""))
    assert scribe.room().themes.of(one) == ""


def test_a_withdrawn_theme_leaves_its_ideas_under_none_and_is_not_named_again_from_afar() -> None:
    scribe = Scribe()
    (one,) = said(scribe, "Réseau")
    (links,) = named(scribe, "Liens")
    scribe.did(IdeasFiled((one,), links))
    scribe.did(ThemeWithdrawn(links))
    scribe.did(ThemeReworded(links, "Partenariats"))
    themes = scribe.room().themes
    assert themes.titles == {}
    assert themes.of(one) == ""


def test_undoing_and_redoing_a_filing_gives_the_earlier_theme_and_the_later_one() -> None:
    scribe = Scribe()
    (one,) = said(scribe, "Réseau")
    links, means = named(scribe, "Liens", "Moyens")
    scribe.did(IdeasFiled((one,), links))
    (filed,) = scribe.did(IdeasFiled((one,), means))
    assert scribe.room().history(AFTERWARDS, "poste-1").done[-1] == filed.act
    scribe.did(ActUndone(filed.act))
    assert scribe.room().themes.of(one) == links
    scribe.did(ActRedone(filed.act))
    assert scribe.room().themes.of(one) == means
