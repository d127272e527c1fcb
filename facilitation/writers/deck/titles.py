"""Titles: sentences that the program can compute, never an opinion; the animator's own words win."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from facilitation.synthesis import Line, Poll, Table
from facilitation.typography import NBSP, capitalised, in_words, lowered, plural, quoted
from facilitation.writers import wording
from facilitation.writers.measure import SPARE, line_count, text_width
from facilitation.writers.placing.holders import REPERE
from facilitation.writers.slides import Slide
from facilitation.writers.style import CONTENT_WIDTH, HEADER_SIZE, HEADING_SIZES

LONGEST_NAME = 60  # characters of a sequence's name inside a title
_LINES = 2
_BESIDE = 12  # between a running head and the end of its panel
_ROOMY, _ENDING = 110, 14  # characters of a title to which some more can be added, and how many more


def shortened(words: str, width: float, size: float, lines: int = 1, *, bold: bool = True, ending: str = "") -> str:
    """Return ``words`` and ``ending`` in at most that many lines; what is too long ends between two words with « … »."""
    if line_count(words + ending, width * SPARE, size, bold=bold) <= lines:
        return words + ending
    low, high = 1, len(words)
    while high - low > 1:
        middle = (low + high) // 2
        fits = line_count(f"{words[:middle]}…{ending}", width * SPARE, size, bold=bold) <= lines
        low, high = (middle, high) if fits else (low, middle)
    short = words[:low]
    between = short.rsplit(" ", 1)[0] if " " in short[low // 2 :] else short
    return f"{between.rstrip(f' ,;:–({NBSP}«')}…{ending}"


def shortened_quote(words: str, width: float, size: float, lines: int = 1, *, bold: bool = True) -> str:
    """Return ``words`` between quotation marks, in at most that many lines."""
    return shortened(f"«{NBSP}{words}", width, size, lines, bold=bold, ending=f"{NBSP}»")


def numbered(title: str, at: int = 1, of: int = 1) -> str:
    """Return a title that fits on two lines of a slide, with « (1/3) » at its end when there are several."""
    ending = f"{NBSP}({at}/{of})" if of > 1 else ""
    return shortened(title, CONTENT_WIDTH, HEADING_SIZES[-1], _LINES, ending=ending)


def head(*parts: str, panel: float = 0.0) -> str:
    """Return a running head, from the widest place to the nearest: « La Silhouette – Outils ». ``panel``: the width it has."""
    width = panel - REPERE.x - _BESIDE if panel else REPERE.w
    given = list(dict.fromkeys(filter(None, " – ".join(parts).split(" – "))))
    while len(given) > 1 and text_width(" – ".join(given), HEADER_SIZE, bold=True) > width * SPARE:
        given.pop(1 if len(given) > 2 else 0)
    return shortened(" – ".join(given), width, HEADER_SIZE)


def named(title: str, tool: str = "") -> str:
    """Return how a sequence is called inside a title: its own, or, when that is long, its tool's."""
    return title if len(title) <= LONGEST_NAME or not tool else tool


def distinct(slides: Iterable[Slide]) -> list[Slide]:
    """Return slides whose titles all differ: the second that says the same says so (« 2e fois »)."""
    seen: set[str] = set()
    times: Counter[str] = Counter()
    result: list[Slide] = []
    for slide in slides:
        given, title = _shown(slide, slide.title), slide.title
        times[given] += 1
        while _shown(slide, title) in seen:
            times[given] = max(times[given], 2)
            title = _again(slide.title, times[given])
            times[given] += _shown(slide, title) in seen
        seen.add(_shown(slide, title))
        result.append(slide if title == slide.title else replace(slide, title=title))
    return result


def _shown(slide: Slide, title: str) -> str:
    """Return what a title placeholder holds: some slides open it with a kicker."""
    return " ".join(f"{getattr(slide, 'kicker', '')} {title}".split())


def _again(title: str, times: int) -> str:
    words, number = title, ""
    if title.endswith(")") and NBSP in title:
        start, _, end = title.rpartition(NBSP)
        if end.startswith("(") and "/" in end:
            words, number = start, f"{NBSP}{end}"
    if len(words) > _ROOMY:
        words = f"{words[:-_ENDING].rstrip(' …')}…"
    return f"{words} ({times}e{NBSP}fois){number}"


# --- Sentences -------------------------------------------------------------------------------------------------------------


def told(name: str, message: str) -> str:
    """Return « Avis de la salle : neuf marques posées »; a name that asks a question is followed by a sentence."""
    if not message:
        return name
    if name.endswith(("?", "!", "…", ".")):
        return f"{name} {capitalised(message)}"
    return f"{name}{NBSP}: {lowered(message)}"


def things(count: int, singular: str, *, feminine: bool = True) -> str:
    """Return « trois idées », « une idée », « aucune idée », « 12 idées »: in words up to ten."""
    if not count:
        return f"{'aucune' if feminine else 'aucun'} {singular}"
    if count > 10:
        return plural(count, singular)
    return f"{in_words(count, feminine=feminine)} {singular}{'s' if count > 1 else ''}"


def portrait(table: Table, line: Line) -> str:
    """Return « CPTS : 84 idées, dont 25 pour « Freins » »; the part is named when one alone has the most."""
    sizes = [len(slot.items) for slot in line.slots]
    total = sum(sizes)
    if not total:
        return f"{line.label}{NBSP}: aucune idée notée"
    most = max(sizes)
    sentence = f"{line.label}{NBSP}: {things(total, 'idée')}"
    if sizes.count(most) > 1 or most == total:
        return sentence
    return f"{sentence}, dont {in_words(most, feminine=True)} pour {quoted(table.columns[sizes.index(most)].label)}"


def zone(name: str, sizes: Sequence[int], rows: str, *, people: bool) -> str:
    """Return « Outils : 66 idées chez les trois démarches »; ``rows`` is what the lists are (« démarches »)."""
    total, speaking = sum(sizes), sum(size > 0 for size in sizes)
    sentence = f"{name}{NBSP}: {things(total, 'idée')}"
    if not people or not rows.endswith("s") or " " in rows or min(speaking, len(sizes)) < 2:
        return sentence
    if speaking == len(sizes):
        return f"{sentence} chez les {in_words(speaking)} {rows}"
    return f"{sentence} chez {in_words(speaking)} {rows} sur {in_words(len(sizes))}"


def exchange(one: str, other: str, there: int, back: int) -> str:
    """Return « ASV/CLSM/CLS et CPTS : 7 apports dans un sens, 5 dans l’autre »."""
    names = f"{one} et {other}{NBSP}: "
    if not there and not back:
        return f"{names}aucun apport noté"
    if not there:
        return f"{names}{back} apport{'s' if back > 1 else ''} dans un sens, aucun dans l’autre"
    return f"{names}{there} apport{'s' if there > 1 else ''} dans un sens, {back or 'aucun'} dans l’autre"


def answer(poll: Poll) -> str:
    """Return « La salle est « plutôt pas d’accord » », or that nobody noted it."""
    return f"La salle est {quoted(poll.verdict)}" if poll.verdict else f"Réponse de la salle{NBSP}: {wording.NOT_NOTED}"


def change(poll: Poll) -> str:
    """Return what moved from the first round to the last: « Question n° 4/4 : après les arguments, cinq personnes… »."""
    told = poll.message if wording.change(poll) and "«" not in poll.message else ""
    if not told or told == "La réponse de la salle n’a pas été notée":
        told = "d’un tour à l’autre"
    return f"{wording.question(poll)}{NBSP}: {lowered(told)}"


def answers(polls: Sequence[Poll]) -> str:
    """Return « Quatre affirmations : deux « plutôt pas d’accord », une « contrastée », une non notée »."""
    counted = Counter(poll.verdict for poll in polls)
    missing = counted.pop("", 0)
    parts = [f"{in_words(count, feminine=True)} {quoted(verdict)}" for verdict, count in counted.items()]
    if missing:
        parts.append(f"{in_words(missing, feminine=True)} non notée{'s' if missing > 1 else ''}")
    opening = capitalised(things(len(polls), "affirmation"))
    told = f"{opening}{NBSP}: {', '.join(parts)}"
    fits = line_count(told, CONTENT_WIDTH * SPARE, HEADING_SIZES[1], bold=True) <= _LINES
    return told if fits else f"{opening}, {things(len(counted), 'réponse')} de la salle"
