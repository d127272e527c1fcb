"""A presentation given as a template → what it offers to our slides, and what it lacks, told plainly."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lxml import etree

from facilitation.writers.hosted.host import Host
from facilitation.writers.style import EMU
from facilitation.writers.template.archive import OFFICE, Archive, stamp
from facilitation.writers.template.colours import DRAWING, PLAIN_MAP, scheme_of
from facilitation.writers.template.layouts import Read, read_layout
from facilitation.writers.template.roles import offered
from facilitation.writers.template.spots import SLIDE, Sheet, attributes


def host_of(path: Path) -> Host:
    """Return what a presentation offers.

    Raises:
        FileProblemsError: it cannot be read, or is no presentation.
    """
    return _host(path, stamp(path))


@lru_cache(maxsize=4)
def _host(path: Path, _stamp: tuple[int, int]) -> Host:
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
        return offered(read, (width, height), [*_first_remarks(archive)])


def _first_remarks(archive: Archive) -> Iterator[str]:
    if archive.has_macros:
        yield "Le modèle contient des macros : elles ne sont pas reprises."
    if any(link.outside for name in archive.names if name.endswith(".xml") for link in archive.links(name) if _is_kept(name)):
        yield "Le modèle renvoie à des fichiers ou à des adresses du dehors : ces liens ne sont pas repris."


def _is_kept(name: str) -> bool:
    return name.startswith(("ppt/slideMasters/", "ppt/slideLayouts/", "ppt/theme/"))


def _layouts(archive: Archive, main: str) -> Iterator[Read]:
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
                yield read_layout(
                    links[key].target, Sheet(archive.tree(links[key].target), master, scheme, mapped, _fonts(theme))
                )


def _fonts(theme: etree._Element | None) -> tuple[str, str]:
    found = [] if theme is None else [theme.find(f".//{DRAWING}{kind}Font/{DRAWING}latin") for kind in ("major", "minor")]
    names = [element.get("typeface", "") if element is not None else "" for element in found]
    return (names[0], names[1]) if len(names) == 2 else ("", "")
