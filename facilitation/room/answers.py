"""The live answers, by key and by cell."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator

from facilitation.events import AnswerCorrected, AnswerGiven, AnswerMoved, AnswerWithdrawn, Event
from facilitation.sheet import Address, Answer

Order = tuple[int, int, str]


class Answers:
    """What is said and not withdrawn; each cell in the order it was said, whatever the order in which events arrive."""

    def __init__(self) -> None:
        self._answers: dict[str, Answer] = {}
        self._cells: dict[Address, list[tuple[Order, str]]] = {}
        self._groups: dict[tuple[str, str], dict[str, int]] = {}

    def get(self, key: str) -> Answer | None:
        """Return a live answer, None when it was withdrawn or never given."""
        return self._answers.get(key)

    def cell(self, address: Address) -> list[Answer]:
        """Return the live answers of a cell, in the order they were said."""
        return [self._answers[key] for _order, key in self._cells.get(address, ())]

    def size(self, address: Address) -> int:
        """Return how many live answers a cell holds."""
        return len(self._cells.get(address, ()))

    def last(self, address: Address) -> Answer | None:
        """Return the answer of a cell that was said last."""
        given = self._cells.get(address)
        return self._answers[given[-1][1]] if given else None

    def newest_idea(self) -> Answer | None:
        """Return the live idea that came in last, None when there is none."""
        return next((answer for answer in reversed(self._answers.values()) if isinstance(answer.value, str)), None)

    def groups(self, sequence: str, sheet: str) -> list[str]:
        """Return the keys of the groups whose words a sheet holds, in order of first word."""
        return [group for group, said in self._groups.get((sequence, sheet), {}).items() if said]

    def __contains__(self, key: str) -> bool:
        """Return whether an answer is live."""
        return key in self._answers

    def __iter__(self) -> Iterator[Answer]:
        """Yield every live answer."""
        return iter(self._answers.values())

    def apply(self, event: Event, body: AnswerGiven | AnswerCorrected | AnswerMoved | AnswerWithdrawn) -> None:
        """Bring one event in."""
        match body:
            case AnswerGiven():
                self._put(Answer(event.key, *body), event)
            case AnswerCorrected():
                if (answer := self._answers.get(body.answer)) is not None:
                    self._answers[body.answer] = answer._replace(value=body.value)
            case AnswerMoved():
                if (answer := self.drop(body.answer)) is not None:
                    self._put(answer._replace(address=body.address), event)
            case AnswerWithdrawn():
                self.drop(body.answer)

    def _put(self, answer: Answer, event: Event) -> None:
        self._answers[answer.key] = answer
        place = event.order, answer.key
        sequence, sheet, _round, group, _row, _column = answer.address
        said = self._groups.setdefault((sequence, sheet), {})
        said[group] = said.get(group, 0) + 1
        cell = self._cells.get(answer.address)
        if cell is None:
            self._cells[answer.address] = [place]
        elif not cell or cell[-1] < place:
            cell.append(place)
        else:
            insort(cell, place)

    def drop(self, key: str) -> Answer | None:
        """Take an answer out; return it, None when it was not there."""
        answer = self._answers.pop(key, None)
        if answer is not None:
            cell = self._cells[answer.address]
            cell[:] = [place for place in cell if place[1] != key]
            self._groups[answer.address.sequence, answer.address.sheet][answer.address.group] -= 1
        return answer
