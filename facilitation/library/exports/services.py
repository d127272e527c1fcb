"""The exports of the polling services, each known by its own header; anything else is a table typed by somebody."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from facilitation.library.exports.poll import Poll, Question, Reply, poll_of
from facilitation.library.sheets import Rows, Sheet
from facilitation.typography import NBSP, enumeration, folded, plural, quoted

TYPED = "tableau"
HEADER_WITHIN = 20  # rows
_LIME = {
    "id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "ipaddr", "refurl",
    "id de la reponse", "date de soumission", "derniere page", "langue de depart", "tete de serie", "date de lancement",
    "date de la derniere action", "adresse ip", "url referente",
}  # fmt: skip
_LIME_SUBMITTED = {"submitdate", "date de soumission"}
_LIME_ENOUGH = 3
_FORM = {"serial", "sid", "submitted time", "completed time", "modified time", "time", "draft"}
_STAMP = {"horodateur", "timestamp"}
_MENTI = {"date", "date utc", "session"}
_CODED = re.compile(r"^\w+(?:\[\w+\])*\. (?=\S)")  # « G1Q2. Question », when codes and texts are both asked for
_MARKED = re.compile(r"^\s*(?:[✔✓✘✗☑☐]|\d+(?:[.,]\d+)?(?:\s*/\s*\d+)?)\s+-\s+")
_MESSAGE = ("message", "messages", "texte", "text", "contenu", "content")


def limesurvey(sheets: Sequence[Sheet]) -> Poll | None:
    """Return the poll of a LimeSurvey export: titles, codes, or both; replies that were never sent are left out."""
    if not sheets or not sheets[0].rows:
        return None
    header = sheets[0].rows[0][1]
    if all(_CODED.match(name) for name in header if name):
        header = [_CODED.sub("", name) for name in header]
    names = list(map(folded, header))
    if len(_LIME.intersection(names)) < _LIME_ENOUGH:
        return None
    sent = next((place for place, name in enumerate(names) if name in _LIME_SUBMITTED), -1)
    lines = sheets[0].rows[1:]
    kept = [(number, cells) for number, cells in lines if sent < 0 or (sent < len(cells) and cells[sent].strip())]
    blank = [(number, ["" if cell.strip() == "N/A" else cell for cell in cells]) for number, cells in kept]
    personal = {place for place, name in enumerate(names) if name in {"ipaddr", "refurl", "adresse ip", "url referente"}}
    service = {place for place, name in enumerate(names) if name in _LIME} - personal
    poll = poll_of("LimeSurvey", header, blank, service=service, personal=personal)
    return _unsent(poll, [number for number, _ in lines if number not in {kept_ for kept_, _ in kept}])


def framaforms(sheets: Sequence[Sheet]) -> Poll | None:
    """Return the poll of a Framaforms (Drupal Webform) export: three rows of header, drafts left out."""
    rows = sheets[0].rows[:HEADER_WITHIN] if sheets else []
    at = next((rank for rank, (_, cells) in enumerate(rows) if {"serial", "sid"} <= set(map(folded, cells))), -1)
    if at < 0:
        return None
    header = rows[at][1]
    names = list(map(folded, header))
    first = next((place for place, name in enumerate(names) if name not in _FORM | {"ip address", "uid", "username"}), 0)
    above = rows[at - 1][1] if at else []
    contexts: list[str] = []
    for place, _name in enumerate(header):
        parent = above[place].strip() if first <= place < len(above) else ""
        contexts.append(parent or (contexts[-1] if contexts else ""))
    draft = names.index("draft") if "draft" in names else -1
    lines = sheets[0].rows[at + 1 :]
    drafts = [number for number, cells in lines if 0 <= draft < len(cells) and folded(cells[draft]) in {"1", "yes", "oui"}]
    service = {place for place, name in enumerate(names) if name in _FORM}
    kept = [(number, cells) for number, cells in lines if number not in drafts]
    return _unsent(poll_of("Framaforms", header, kept, service=service, contexts=contexts), drafts)


def wooclap(sheets: Sequence[Sheet]) -> Poll | None:
    """Return the poll of a Wooclap export: its main sheet up to the first blank row, then the messages of its wall."""
    main = next((sheet for sheet in sheets if folded(sheet.name) == "main results"), None)
    if main is None or not main.rows:
        return None
    header = main.rows[0][1]
    last = {len(header) - 1} if folded(header[-1]).startswith(("total", "score")) else set()
    first = main.rows[0][0]
    lines: Rows = []
    for number, cells in main.rows[1:]:
        if number != first + len(lines) + 1:
            break
        lines.append((number, [_MARKED.sub("", cell) for cell in cells]))
    poll = poll_of("Wooclap", header, lines, service={1, 2} | last, personal={0, 3})
    wall = next((sheet for sheet in sheets if folded(sheet.name) == "wall"), None)
    return poll if wall is None else _with_wall(poll, wall)


def _with_wall(poll: Poll, wall: Sheet) -> Poll:
    names = list(map(folded, wall.rows[0][1])) if wall.rows else []
    place = next((names.index(name) for name in _MESSAGE if name in names), -1)
    said = [
        (number, cells[place].strip()) for number, cells in wall.rows[1:] if 0 <= place < len(cells) and cells[place].strip()
    ]
    if not said:
        if len(wall.rows) > 1:
            poll.notices.append(f"Feuille {quoted(wall.name)} écartée{NBSP}: aucune colonne {quoted('Message')}.")
        return poll
    blank = ("",) * len(poll.questions)
    poll.replies = [replace(reply, cells=(*reply.cells, "")) for reply in poll.replies]
    poll.replies += [Reply(number, (*blank, message), wall.name) for number, message in said]
    poll.questions = (*poll.questions, Question("Mur de messages"))
    return poll


def mentimeter(sheets: Sequence[Sheet]) -> Poll | None:
    """Return the poll of a Mentimeter export: a row a voter under a preamble, or a row an answer."""
    for sheet in sheets:
        for rank, (_, cells) in enumerate(sheet.rows[:HEADER_WITHIN]):
            names = list(map(folded, cells))
            if names[0] in _MENTI and "voter" in names:
                service = {place for place, name in enumerate(names) if name in _MENTI} | {3}
                return poll_of("Mentimeter", cells, sheet.rows[rank + 1 :], service=service, personal={names.index("voter")})
            if (
                {"question"} < set(names)
                and {"reponse", "response", "answer"} & set(names)
                and {"participant", "voter"} & set(names)
            ):
                return _upright(cells, sheet.rows[rank + 1 :])
    return None


def _upright(header: list[str], lines: Rows) -> Poll:
    """Return the poll of a table with a row an answer: one column a question."""
    names = list(map(folded, header))
    asked = names.index("question")
    said = next(place for place, name in enumerate(names) if name in {"reponse", "response", "answer"})
    titles = list(dict.fromkeys(" ".join(cells[asked].split()) for _, cells in lines if len(cells) > max(asked, said)))
    rows: Rows = []
    for number, cells in lines:
        if len(cells) > max(asked, said):
            rank = titles.index(" ".join(cells[asked].split()))
            rows.append((number, [""] * rank + [cells[said]]))
    poll = poll_of("Mentimeter", titles, rows)
    poll.personal = [header[names.index(name)] for name in ("participant", "voter") if name in names] + poll.personal
    return poll


def google(sheets: Sequence[Sheet]) -> Poll | None:
    """Return the poll of a Google Forms export."""
    if not sheets or not sheets[0].rows or folded(sheets[0].rows[0][1][0]) not in _STAMP:
        return None
    return poll_of("Google Forms", sheets[0].rows[0][1], sheets[0].rows[1:], service={0})


def typed(sheets: Sequence[Sheet]) -> Poll | None:
    """Return the poll of a table that somebody typed: its header is the first row that names the most columns."""
    sheet = next((each for each in sheets if len(each.rows) > 1), None)
    if sheet is None:
        return None
    named = [sum(bool(cell.strip()) for cell in cells) for _, cells in sheet.rows[:HEADER_WITHIN]]
    at = named.index(max(named))
    return poll_of(TYPED, sheet.rows[at][1], sheet.rows[at + 1 :])


SERVICES: tuple[Callable[[Sequence[Sheet]], Poll | None], ...] = (limesurvey, framaforms, wooclap, mentimeter, google)


def _unsent(poll: Poll, lines: list[int]) -> Poll:
    """Return the poll, the replies left out told with their lines."""
    if lines:
        where = f"{'lignes' if len(lines) > 1 else 'ligne'} {enumeration(list(map(str, lines)))}"
        told = plural(len(lines), "réponse jamais envoyée, laissée de côté", "réponses jamais envoyées, laissées de côté")
        poll.notices.append(f"{told}{NBSP}: {where}.")
    return poll
