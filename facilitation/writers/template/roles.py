"""Which layout of a template serves for what, and what is lacking, told plainly."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from facilitation.typography import NBSP, enumeration, french, quoted
from facilitation.writers.hosted.host import ROLES, Host, Layout, Role, Spot, height_of, under, width_of
from facilitation.writers.placing.frames import Box
from facilitation.writers.template.layouts import Read
from facilitation.writers.template.paints import Ink, ground_of, ink_of

_TURNED = ("vert", "pic", "clipArt", "chart", "tbl", "dgm", "media")
_LEAST = 0.15  # of the page: under that a content is told to be small


def offered(read: list[Read], page: tuple[float, float], remarks: list[str]) -> Host:
    """Return the host: a layout for each role, told when it has to be another one's."""
    layouts = [one.layout for one in read if not one.layout.kind.startswith(_TURNED)] or [one.layout for one in read]
    own = _own(layouts)
    body = own["body"]
    found = _served(own, layouts[0])
    remarks += [_lacking(role, found[role]) for role, layout in own.items() if layout is None]
    remarks += _told_titles(found)
    room = _room(found["body"], body, page)
    chosen = next(one for one in read if one.layout is found["only"])
    wide, tall = width_of(chosen.sheet.fonts[1]), height_of(chosen.sheet.fonts[1])
    titled = {role: layout.with_title(room, wide=wide) for role, layout in found.items()}
    ink = ink_of(chosen.ink, ground_of(chosen.sheet, room), chosen.sheet)
    host = Host(*page, titled, _drawn_room(titled["only"], room), wide, tall, ink.paints, ink.charts)
    remarks += [*_told_small(host, found["body"], body, page), *_told_colours(titled, ink), *_told_edges(titled)]
    return replace(host, remarks=tuple(map(french, remarks)))


def _own(layouts: list[Layout]) -> dict[Role, Layout | None]:
    """Return the layout made for each role, None where there is none."""
    only = _first(layouts, lambda one: one.kind == "titleOnly" and one.title is not None) or _first(
        layouts, lambda one: one.title is not None and not one.bodies and one.kind not in {"title", "secHead"}
    )
    return {
        "title": _first(layouts, lambda one: one.kind == "title" or (one.title is not None and "ctrTitle" in one.title.holds)),
        "section": _first(layouts, lambda one: one.kind == "secHead") or _first(layouts, _is_section),
        "body": _body(layouts),
        "two": _first(layouts, _is_two),
        "only": only,
    }


def _served(own: Mapping[Role, Layout | None], first: Layout) -> dict[Role, Layout]:
    """Return the layout that serves for each role: its own, else the nearest."""
    base = own["body"] or own["only"] or first
    return {
        "title": own["title"] or own["section"] or base,
        "section": own["section"] or own["title"] or base,
        "body": base,
        "two": own["two"] or own["only"] or base,
        "only": own["only"] or base,
    }


def _first(layouts: list[Layout], wanted: Callable[[Layout], bool]) -> Layout | None:
    return next((one for one in layouts if wanted(one)), None)


def _body(layouts: list[Layout]) -> Layout | None:
    """Return the layout of a title over one content: the one called so, else the one with most room."""
    single = [one for one in layouts if len(one.bodies) == 1 and one.kind not in {"title", "secHead"} and _is_content(one)]
    called = [one for one in single if one.kind in {"obj", "tx"} and one.title is not None]
    titled = [one for one in single if one.title is not None]
    pool = called[:1] or titled or single
    return max(pool, key=lambda one: one.bodies[0].box.w * one.bodies[0].box.h, default=None)


def _is_content(layout: Layout) -> bool:
    return "subTitle" not in layout.bodies[0].holds


def _is_section(layout: Layout) -> bool:
    """Return whether a layout that is called nothing opens a part: a title, and one plain text rather than a list."""
    single = len(layout.bodies) == 1 and layout.title is not None and not layout.kind
    return single and 'type="body"' in layout.bodies[0].holds and not layout.bodies[0].marked


def _is_two(layout: Layout) -> bool:
    """Return whether two contents of about the same size stand side by side under a title."""
    if len(layout.bodies) != 2 or layout.title is None:
        return False
    left, right = (spot.box for spot in layout.bodies)
    alike = min(left.w, right.w) > 0.7 * max(left.w, right.w) and min(left.h, right.h) > 0.7 * max(left.h, right.h)
    return alike and left.x + left.w <= right.x + 4 and abs(left.y - right.y) < 0.2 * max(left.h, right.h)


def _room(base: Layout, body: Layout | None, page: tuple[float, float]) -> Box:
    """Return the rectangle of the content: the template's, else what is left under the title."""
    if body:
        return body.bodies[0].box
    width, height = page
    across, top = width * 0.06, height * 0.06
    if base.title:
        top = max(top, min(base.title.box.y + base.title.box.h, height * 0.5))
    return Box(across, top, width - 2 * across, height * 0.9 - top)


def _drawn_room(layout: Layout, room: Box) -> Box:
    """Return the room of what is drawn: the content's, less what a title that stands lower would cover."""
    title = layout.title
    if title is None or title.box.x > room.x + room.w or title.box.x + title.box.w < room.x:
        return room
    return under(room, title.box) if title.box.y < room.y + room.h / 3 else room


# --- What the template lacks ------------------------------------------------------------------------------------------------


def _lacking(role: Role, used: Layout) -> str:
    done = {
        "two": "les deux listes sont dessinées dans",
        "body": "les listes sont posées dans",
        "only": "tableaux et dessins sont posés dans",
        "title": "la première diapositive prend",
        "section": "l’ouverture de chaque séquence prend",
    }[role]
    return f"Le modèle n’a pas de disposition {quoted(ROLES[role])} : {done} la disposition {quoted(used.name)}."


def _told_titles(found: Mapping[Role, Layout]) -> Iterator[str]:
    bare = list(dict.fromkeys(quoted(one.name) for one in found.values() if one.title is None))
    if bare:
        lacks = "n’ont pas" if len(bare) > 1 else "n’a pas"
        yield f"Dans le modèle, {enumeration(bare)} {lacks} d’espace réservé au titre : il y est posé en haut du contenu."


def _told_small(host: Host, base: Layout, body: Layout | None, page: tuple[float, float]) -> Iterator[str]:
    box = body.bodies[0].box if body else host.room
    if host.is_small or box.w * box.h < _LEAST * page[0] * page[1]:
        size = f"{box.w / 28.35:.0f}{NBSP}×{NBSP}{box.h / 28.35:.0f}{NBSP}cm"
        drawn = ", et tableaux, graphiques et dessins y deviennent des listes" if host.is_small else ""
        yield f"Dans le modèle, le contenu de {quoted(base.name)} est petit ({size}) : il y faut plus de diapositives{drawn}."


def _told_colours(layouts: Mapping[Role, Layout], ink: Ink) -> Iterator[str]:
    hard = [one.name for one in dict.fromkeys(layouts.values()) if not all(spot.legible for spot in _spots(one))]
    if hard:
        names = ", ".join(quoted(name) for name in dict.fromkeys(hard))
        yield f"Dans le modèle, la couleur des textes de {names} se lit mal sur le fond : elle est remplacée."
    if ink.swapped:
        yield f"La couleur d’accent du modèle ({ink.swapped}) se lit mal sur son fond : les dessins en prennent une autre."


def _spots(layout: Layout) -> tuple[Spot, ...]:
    return (*((layout.title,) if layout.title else ()), *layout.bodies)


def _told_edges(layouts: Mapping[Role, Layout]) -> Iterator[str]:
    if layouts["body"].number is None:
        yield f"Dans le modèle, {quoted(layouts['body'].name)} n’a pas de numéro de diapositive : il n’y en a pas."
