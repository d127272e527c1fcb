from __future__ import annotations

from email.message import Message
from io import BytesIO
from urllib.error import HTTPError, URLError
from urllib.request import Request

import pytest

from facilitation.workshop.proofreading.tried import Tried

PAGE = "https://exemple.fr/bilan"


class Site:
    """A site that answers each method by a status, or not at all; it remembers what it was asked."""

    def __init__(self, **statuses: int) -> None:
        self.statuses = statuses
        self.asked: list[str] = []

    def __call__(self, request: Request, timeout: float) -> BytesIO:
        self.asked.append(f"{request.get_method()} {request.full_url}")
        assert 0 < timeout <= 5
        status = self.statuses.get(request.get_method(), 0)
        if not status:
            raise URLError("nom inconnu")
        if status >= 400:
            raise HTTPError(request.full_url, status, "", Message(), None)
        return BytesIO()


def tried(monkeypatch: pytest.MonkeyPatch, site: Site, *links: str) -> tuple[Tried, list[str]]:
    monkeypatch.setattr("facilitation.workshop.proofreading.tried.urlopen", site)
    answers = Tried()
    return answers, [answers(link) for link in links]


def test_a_page_is_asked_once_whatever_its_anchors(monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(HEAD=200)
    answers, told = tried(monkeypatch, site, PAGE, f"{PAGE}#fin", PAGE)

    assert told == ["", "", ""]
    assert (answers.count, site.asked) == (1, [f"HEAD {PAGE}"])


@pytest.mark.parametrize(
    ("site", "said"),
    [
        (Site(HEAD=404), "le site n’a pas cette page (erreur 404)"),
        (Site(HEAD=500), "le site répond par une erreur (500)"),
        (Site(HEAD=405, GET=200), ""),
        (Site(HEAD=405, GET=410), "le site n’a pas cette page (erreur 410)"),
        (Site(HEAD=403, GET=403), ""),
        (Site(), "le site ne répond pas (essayé 5 s au plus)"),
    ],
)
def test_what_a_site_answers_is_told_in_words(site: Site, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tried(monkeypatch, site, PAGE)[1] == [said]


def test_accents_and_spaces_go_through_and_a_port_that_cannot_be_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(HEAD=200)
    told = tried(monkeypatch, site, "https://santé.fr/été 2025?q=à&r=%C3%A9", "https://exemple.fr:99999/")[1]

    assert site.asked == ["HEAD https://xn--sant-epa.fr/%C3%A9t%C3%A9%202025?q=%C3%A0&r=%C3%A9"]
    assert told == ["", "le site ne répond pas (essayé 5 s au plus)"]
