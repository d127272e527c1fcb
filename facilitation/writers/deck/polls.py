"""A débat mouvant on slides: how the room answered each statement, what changed, what the expert adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from facilitation.synthesis import Insight, Poll, Position, Tally
from facilitation.typography import NBSP, capitalised, lowered, quoted, signed, thousands
from facilitation.writers import wording
from facilitation.writers.deck import titles
from facilitation.writers.deck.pages import pages
from facilitation.writers.measure import SPARE, text_width
from facilitation.writers.placing.holders import PLANS, caption_boxes, stand_boxes
from facilitation.writers.slides import Bars, BeforeAfter, Gesture, InsightSlide, Response, Series, Slide, Stand
from facilitation.writers.style import SMALLEST

UNCOUNTED = "n.\u00a0c."
_UNCOUNTED_MEANS = f"{UNCOUNTED}{NBSP}: non compté."
_INSIGHT_SIZE = 20.0
_PANELS = (396.0, 322.0)  # widths, of an answer and of what the expert adds
MOST_STANDS = 4
_LONGEST_ROUND = 8  # characters of the head of a narrow column


@dataclass(frozen=True, slots=True)
class Debate:
    """What the slides of a sequence share: its name, what goes under its figures, its statements by number."""

    name: str
    remark: str = ""
    polls: Mapping[int, Poll] = field(default_factory=dict)

    def poll(self, insight: Insight) -> Poll | None:
        """Return the statement that an insight goes with, None when it goes with none."""
        return self.polls.get(insight.number) if insight.number else None


def gesture(position: Position) -> Gesture:
    """Return the gesture that is drawn for a position."""
    words = position.gesture.casefold()
    return "bras en l’air" if "bras" in words else "assis" if "assis" in words else "debout" if "debout" in words else ""


def stands(positions: Sequence[Position], *, captions: bool = False) -> tuple[Stand, ...]:
    """Return the positions as they stand under a statement, or as captions of gestures; none when there are too many."""
    if not 0 < len(positions) <= MOST_STANDS:
        return ()
    boxes, lines = (caption_boxes(len(positions)), 4) if captions else (stand_boxes(len(positions)), 2)
    labels = [titles.shortened(position.label, boxes[0].w, SMALLEST, lines) for position in positions]
    return tuple(Stand(label, one.gesture, gesture(one)) for label, one in zip(labels, positions, strict=True))


def answered(poll: Poll, debate: Debate) -> Iterator[Slide]:
    """Yield how the room answered, and what changed when the statement was answered again."""
    yield _response(poll, debate)
    if sum(any(count is not None for count in tally.counts) for tally in poll.tallies) > 1:
        yield _before_after(poll, debate)


# --- One answer ------------------------------------------------------------------------------------------------------------


def _response(poll: Poll, debate: Debate) -> Response:
    tally = poll.tallies[-1] if poll.counted else None
    largest = _largest(tally) if tally else ()
    lines = (5, 14) if tally else (16, 20)
    return Response(
        title=titles.shortened(titles.answer(poll), 324, 24, 7),
        kicker=wording.question(poll),
        repere=titles.head(debate.name, "Réponse de la salle", panel=_PANELS[0]),
        statement=titles.shortened_quote(poll.statement, 482, lines[1], lines[0]),
        bars=_bars(poll, tally) if tally else None,
        count=thousands(tally.counts[largest[0]] or 0) if tally and largest else "",
        caption=titles.shortened(_caption(poll, tally, largest), 200, 20, 4, bold=False) if tally and largest else "",
        figure=gesture(poll.positions[largest[0]]) if len(largest) == 1 else "",
        note=_one_line((debate.remark, _computed(poll), wording.room_words(poll)), 482) if tally else "",
        notes="\n".join(filter(None, (poll.statement, _said(poll), *wording.remarks(poll), debate.remark))),
    )


def _said(poll: Poll) -> str:
    return f"{wording.answer_title(poll)}{NBSP}: {wording.verdict(poll)}."


def _computed(poll: Poll) -> str:
    return "Réponse calculée d’après les effectifs." if poll.computed else ""


def _one_line(sentences: Sequence[str], width: float) -> str:
    """Return the first of the sentences that hold together on one line of a note."""
    kept = ""
    for sentence in filter(None, sentences):
        longer = f"{kept} {sentence}".strip()
        if text_width(longer, 16) > width * SPARE:
            break
        kept = longer
    return kept


def _largest(tally: Tally) -> tuple[int, ...]:
    """Return the position that gathered most people, two on a tie; none on a larger tie, or when one was not counted."""
    counts = [count for count in tally.counts if count is not None]
    if len(counts) < len(tally.counts) or not any(counts) or counts.count(max(counts)) > 2:
        return ()
    return tuple(at for at, count in enumerate(counts) if count == max(counts))


def _caption(poll: Poll, tally: Tally, largest: Sequence[int]) -> str:
    """Return what the big count says: « personnes sur 22 sont assises, autant sont debout »."""
    several = (tally.counts[largest[0]] or 0) > 1
    people = f"personne{'s' if several else ''} sur{NBSP}{thousands(wording.base(tally))}"
    stand = ", autant ".join(_stand(poll.positions[at], several=several) for at in largest)
    return f"{people} {stand}"


def _stand(position: Position, *, several: bool) -> str:
    match gesture(position):
        case "assis":
            return "sont assises" if several else "est assise"
        case "debout":
            return "sont debout" if several else "est debout"
        case "bras en l’air":
            return "ont les bras en l’air" if several else "a les bras en l’air"
        case _:
            return f"pour {quoted(position.label)}"


def _bars(poll: Poll, tally: Tally) -> Bars:
    largest = _largest(tally)
    round_ = f", {lowered(tally.title)}" if len(poll.tallies) > 1 and tally.title else ""
    if not wording.is_complete(tally):
        told = f"comptage incomplet{NBSP}: {wording.total_words(tally)} personnes"
    elif largest:
        told = f"{thousands(tally.counts[largest[0]] or 0)} {_caption(poll, tally, largest)}"
    else:
        told = f"aucune position ne l’emporte{NBSP}: {wording.total_words(tally)} personnes comptées"
    return Bars(
        title=f"Nombre de personnes par position{round_}",
        categories=tuple(position.label for position in poll.positions),
        series=(Series(tally.title or "Personnes", tally.counts),),
        message=wording.ended(f"{wording.question(poll)}{NBSP}: {told}" if wording.question(poll) else capitalised(told)),
    )


# --- Rounds ----------------------------------------------------------------------------------------------------------------


def round_labels(tallies: Sequence[Tally]) -> list[str]:
    """Return the names of rounds, or their first words (« Avant », « Après ») when long; « 1er tour » when these are alike."""
    names = [tally.title for tally in tallies]
    if any(len(name) > _LONGEST_ROUND for name in names):
        names = [name.split(" ")[0].rstrip(",") for name in names]
    if all(names) and len(set(names)) == len(names):
        return names
    return ["1er tour" if at == 1 else f"{at}e tour" for at in range(1, len(tallies) + 1)]


def _before_after(poll: Poll, debate: Debate) -> BeforeAfter:
    names = round_labels(poll.tallies)
    gap = ("Écart",) if len(names) == 2 else ()
    complete = all(map(wording.is_complete, poll.tallies))
    title = titles.numbered(titles.change(poll))
    shown = ((names[0], poll.tallies[0]), (names[-1], poll.tallies[-1]))
    return BeforeAfter(
        title=title,
        repere=titles.head(debate.name, "Avant et après"),
        statement=titles.shortened_quote(poll.statement, 864, 14, bold=False),
        bars=Bars(
            title="Nombre de personnes par position",
            categories=tuple(position.label for position in poll.positions),
            series=tuple(Series(name, tally.counts, lowered(name)) for name, tally in shown),
            message=wording.ended(title),
        ),
        columns=("Position", *names, *gap),
        rows=tuple(_rounds(poll, gap=bool(gap), complete=complete)),
        total=complete,
        note=_one_line(("" if complete else _UNCOUNTED_MEANS, debate.remark, wording.room_words(poll)), 864),
        notes="\n".join(filter(None, (poll.statement, _said(poll), *wording.remarks(poll)))),
    )


def _rounds(poll: Poll, *, gap: bool, complete: bool) -> Iterator[tuple[str, ...]]:
    """Yield the counts of each position, round after round, then their sums when every position was counted."""
    first, last = poll.tallies[0], poll.tallies[-1]
    for at, position in enumerate(poll.positions):
        counts = (_count(tally.counts[at]) for tally in poll.tallies)
        yield (position.label, *counts, *((_gap(first, last, at),) if gap else ()))
    if complete:
        sums = (thousands(wording.base(tally)) for tally in poll.tallies)
        yield ("Ensemble", *sums, *((signed(wording.base(last) - wording.base(first)),) if gap else ()))


def _count(count: int | None) -> str:
    return UNCOUNTED if count is None else thousands(count)


def _gap(first: Tally, last: Tally, at: int) -> str:
    before, after = first.counts[at], last.counts[at]
    return UNCOUNTED if before is None or after is None else signed(after - before)


# --- What the expert adds --------------------------------------------------------------------------------------------------


def insights(insight: Insight, debate: Debate, *, projected: bool = False, notes: str = "") -> Iterator[InsightSlide]:
    """Yield what the expert adds, beside the room's answer, or the statement when the room has not answered yet."""
    poll = debate.poll(insight)
    holder = PLANS["Éclairage"]["Points"]
    source = _source(insight)
    box = holder.box if source else replace(holder.box, h=436)
    told = pages(insight.points, box, holder.face.at(_INSIGHT_SIZE)) or ((),)
    caption, recall = _recall(insight, poll, projected=projected)
    for at, points in enumerate(told, start=1):
        ending = f"{NBSP}({at}/{len(told)})" if len(told) > 1 else ""
        yield InsightSlide(
            title=titles.shortened(insight.title or wording.question(insight), 250, 18, 9, ending=ending),
            repere=titles.head(debate.name, wording.question(insight) or "Éclairage", panel=_PANELS[1]),
            points=points,
            recall_caption=caption,
            recall=recall,
            source=titles.shortened(source, 554, 14, 2, bold=False) if source else "",
            notes="\n".join(filter(None, (poll.statement if poll else "", source, notes))),
        )


def _recall(insight: Insight, poll: Poll | None, *, projected: bool) -> tuple[str, str]:
    if poll is None:
        return "", ""
    if projected:
        return wording.question(insight), titles.shortened_quote(poll.statement, 250, 16, 7)
    return "Réponse de la salle", titles.shortened(wording.verdict(poll), 250, 16, 7)


def _source(insight: Insight) -> str:
    if not insight.sources:
        return ""
    return wording.ended(f"{'Sources' if len(insight.sources) > 1 else 'Source'}{NBSP}: {f'{NBSP}; '.join(insight.sources)}")
