"""A presentation given as a template → what it offers to our slides, and what it lacks, told plainly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from lxml import etree

from facilitation.typography import NBSP, french, quoted
from facilitation.writers.hosted.host import ROLES, Host, Layout, Role, Spot, height_of, under, width_of
from facilitation.writers.placing.frames import Box
from facilitation.writers.style import EMU
from facilitation.writers.template.archive import OFFICE, Archive
from facilitation.writers.template.colours import DRAWING, PLAIN_MAP, scheme_of
from facilitation.writers.template.paints import Ink, grounds, ink_of, is_legible
from facilitation.writers.template.spots import SLIDE, Sheet, attributes, colour_of, holders, spot

_CONTENTS = {"obj", "body"}
_TURNED = ("vert", "pic", "clipArt", "chart", "tbl", "dgm", "media")
_EDGE = 0.2  # of the largest content: a smaller text holder is a caption, not a place for lists
_LEAST = 0.15  # of the page: under that a content is told to be small


@dataclass(frozen=True, slots=True)
class _Read:
    """A layout and the colour of its words."""

    layout: Layout
    sheet: Sheet
    ink: str


def host_of(path: Path) -> Host:
    """Return what a presentation offers.

    Raises:
        FileProblemsError: it cannot be read, or is no presentation.
    """
    facts = path.stat() if path.is_file() else None
    return _host(path, facts.st_mtime_ns if facts else 0, facts.st_size if facts else 0)


@lru_cache(maxsize=4)
def _host(path: Path, *_changed: int) -> Host:
    with Archive(path, "pptx") as archive:
        main = archive.main()
        tree = archive.tree(main)
        if tree.tag != f"{SLIDE}presentation":
            archive.refuse(
                "ce modèle est au format « Open XML strict ». Enregistrez-le en « Présentation PowerPoint (.pptx) »."
            )
        size = tree.find(f"{SLIDE}sldSz")
        width, height = (float(size.get(key, "0")) / EMU for key in ("cx", "cy")) if size is not None else (0.0, 0.0)
        if width < 200 or height < 150:
            archive.refuse("ce modèle ne dit pas la taille de ses diapositives. Ouvrez-le, puis enregistrez-le de nouveau.")
        read = list(_layouts(archive, main))
        if not read:
            archive.refuse("ce modèle n’a aucune disposition. Choisissez une présentation qui a un masque des diapositives.")
        return _offered(read, (width, height), [*_first_remarks(archive)])


def _first_remarks(archive: Archive) -> Iterator[str]:
    if archive.has_macros:
        yield "Le modèle contient des macros : elles ne sont pas reprises."
    if any(link.outside for name in archive.names if name.endswith(".xml") for link in archive.links(name) if _is_kept(name)):
        yield "Le modèle renvoie à des fichiers ou à des adresses du dehors : ces liens ne sont pas repris."


def _is_kept(name: str) -> bool:
    return name.startswith(("ppt/slideMasters/", "ppt/slideLayouts/", "ppt/theme/"))


def _layouts(archive: Archive, main: str) -> Iterator[_Read]:
    """Yield the layouts of every master, in their order."""
    for master_part in (link.target for link in archive.links(main) if link.kind == "slideMaster"):
        master = archive.tree(master_part)
        links = {link.key: link for link in archive.links(master_part)}
        theme = next((archive.tree(link.target) for link in links.values() if link.kind == "theme"), None)
        scheme = scheme_of(theme) if theme is not None else {}
        mapping = master.find(f"{SLIDE}clrMap")
        mapped = {**PLAIN_MAP, **(attributes(mapping) if mapping is not None else {})}
        listed = [row.get(f"{{{OFFICE}}}id", "") for row in master.iterfind(f"{SLIDE}sldLayoutIdLst/{SLIDE}sldLayoutId")]
        for key in listed:
            if key in links and not links[key].outside:
                yield _read(links[key].target, Sheet(archive.tree(links[key].target), master, scheme, mapped, _fonts(theme)))


def _fonts(theme: etree._Element | None) -> tuple[str, str]:
    found = [] if theme is None else [theme.find(f".//{DRAWING}{kind}Font/{DRAWING}latin") for kind in ("major", "minor")]
    names = [element.get("typeface", "") if element is not None else "" for element in found]
    return (names[0], names[1]) if len(names) == 2 else ("", "")


def _read(part: str, sheet: Sheet) -> _Read:
    override = sheet.layout.find(f"{SLIDE}clrMapOvr/{DRAWING}overrideClrMapping")
    if override is not None:
        sheet = replace(sheet, mapped={**sheet.mapped, **attributes(override)})
    ground = grounds(sheet)
    titles: list[Spot] = []
    bodies: list[tuple[Spot, str]] = []
    edges: dict[str, Spot] = {}
    for kind, shape, held in holders(sheet.layout):
        found = spot(sheet, kind, shape, held)
        if found is None:
            continue
        colour = colour_of(sheet, kind, shape)
        found = replace(found, legible=is_legible(colour, ground))
        if kind in {"title", "ctrTitle"}:
            titles.append(found)
        elif kind in {"obj", "body", "subTitle"}:
            bodies.append((found, colour))
        elif kind in {"ftr", "sldNum"}:
            edges[kind] = found
    largest = max((one.box.w * one.box.h for one, _ in bodies), default=0.0)
    kept = [(one, colour) for one, colour in bodies if one.box.w * one.box.h >= _EDGE * largest]
    kept.sort(key=lambda pair: (round(pair[0].box.x / 20), pair[0].box.y))
    name = sheet.layout.find(f"{SLIDE}cSld")
    layout = Layout(
        (name.get("name") or "") if name is not None else "",
        part,
        titles[0] if titles else None,
        tuple(one for one, _ in kept),
        edges.get("ftr"),
        edges.get("sldNum"),
        sheet.layout.get("type", ""),
        ground,
    )
    return _Read(layout, sheet, next((colour for _, colour in kept), colour_of(sheet, "body", sheet.layout)))


# --- Which layout for what -------------------------------------------------------------------------------------------------


def _offered(read: list[_Read], page: tuple[float, float], remarks: list[str]) -> Host:
    """Return the host: a layout for each role, told when it has to be another one's."""
    layouts = [one.layout for one in read if not one.layout.kind.startswith(_TURNED)] or [one.layout for one in read]
    body = _body(layouts)
    only = _first(layouts, lambda one: one.kind == "titleOnly" and one.title is not None) or _first(
        layouts, lambda one: one.title is not None and not one.bodies and one.kind not in {"title", "secHead"}
    )
    two = _first(layouts, _is_two)
    title = _first(layouts, lambda one: one.kind == "title" or (one.title is not None and "ctrTitle" in one.title.holds))
    section = _first(layouts, lambda one: one.kind == "secHead") or _first(layouts, _is_section)
    base = body or only or layouts[0]
    found: dict[Role, Layout] = {
        "body": base,
        "only": only or base,
        "two": two or only or base,
        "title": title or section or base,
        "section": section or title or base,
    }
    missing: dict[Role, Layout | None] = {"title": title, "section": section, "body": body, "two": two, "only": only}
    remarks += [_lacking(role, found[role]) for role, layout in missing.items() if layout is None]
    room = _room(base, body, page)
    chosen = next(one for one in read if one.layout is found["only"])
    wide = width_of(chosen.sheet.fonts[1])
    if any(one.title is None for one in found.values()):
        names = ", ".join(dict.fromkeys(quoted(one.name) for one in found.values() if one.title is None))
        remarks.append(f"Dans le modèle, {names} n’a pas d’espace réservé au titre : le titre y est posé en haut du contenu.")
    titled = {role: layout.with_title(room, wide=wide) for role, layout in found.items()}
    ink = ink_of(chosen.ink, chosen.layout.ground, chosen.sheet)
    drawn = _drawn_room(titled["only"], room)
    host = Host(*page, titled, drawn, wide, height_of(chosen.sheet.fonts[1]), ink.paints, ink.charts)
    remarks += [*_told_small(host, base, body, page), *_told_colours(titled, ink), *_told_edges(titled)]
    return replace(host, remarks=tuple(map(french, remarks)))


def _first(layouts: list[Layout], wanted: object) -> Layout | None:
    assert callable(wanted)
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
