"""Links that lead nowhere: badly written ones, and, when asked, those that no longer answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

from facilitation.typography import quoted
from facilitation.workshop.proofreading.finding import Finding
from facilitation.workshop.proofreading.told import Told

Answers = Callable[[str], str]
_LINK = re.compile(r"(?:\bh?t?tps?\s?:/{0,2}|\bhttps?//|\bwww\.)[^\s<>«»\"]*", re.IGNORECASE)
_END = ".,;:!?…’'"
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}|localhost|\d{1,3}(?:\.\d{1,3}){3}")


def links_in(text: str) -> Iterator[str]:
    """Yield the links of a text, without the punctuation that follows them, nor a bracket opened before them."""
    for found in _LINK.finditer(text):
        link = found[0].rstrip(_END)
        while link.endswith((")", "]")) and link.count(link[-1]) > link.count({")": "(", "]": "["}[link[-1]]):
            link = link[:-1].rstrip(_END)
        yield link


def malformed(link: str) -> str:
    """Return why a link cannot lead anywhere, '' when it is well written."""
    if re.match(r"www\.", link, re.IGNORECASE):
        return "il manque https:// devant"
    if link.lower().startswith("mailto:"):
        return (
            ""
            if re.fullmatch(r"mailto:[^@\s]+@[^@\s]+\.[^@\s?]+(?:\?.*)?", link, re.IGNORECASE)
            else "cette adresse est incomplète"
        )
    if re.match(r"file:|[A-Za-z]:[\\/]|\\\\", link):
        return "il mène à un fichier de votre ordinateur, que personne d’autre n’a"
    if not re.match(r"https?://", link, re.IGNORECASE):
        return "il ne commence pas par https://"
    try:
        parts = urlsplit(link)
        host, _port = parts.hostname or "", parts.port  # reading the port checks it
    except ValueError:
        return "son adresse ne peut pas exister"
    if re.search(r"\s", link):
        return "il contient une espace"
    if not _HOST.fullmatch(host):
        return "il n’a pas de nom de site"
    if link.count("(") != link.count(")") or link.count("[") != link.count("]"):
        return "ses parenthèses ne se répondent pas"
    return ""


def wrong(told: Iterable[Told], answers: Answers | None = None) -> Iterator[Finding]:
    """Yield the links of the texts that lead nowhere; ``answers`` says why one does not answer, when links may be tried."""
    for each in told:
        for link in links_in(each.text):
            yield from of_link(each.where, link, answers)


def of_link(where: str, link: str, answers: Answers | None = None) -> Iterator[Finding]:
    """Yield what is wrong with one link."""
    why = malformed(link)
    if not why and answers is not None and link.lower().startswith("http"):
        why = answers(link)
    if why:
        yield Finding(where, f"lien {quoted(link)}, {why}")
