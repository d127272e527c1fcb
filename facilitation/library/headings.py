"""The columns of a list of participants, whatever their names: known, personal (left out), or of no use here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from facilitation.library.answers import PERSONAL
from facilitation.typography import folded


class Field(StrEnum):
    """What a column tells, by the name that a message gives it."""

    FULL_NAME = "nom et prénom"
    SURNAME = "nom"
    FIRST_NAME = "prénom"
    CIVILITY = "civilité"
    ROLE = "fonction"
    ORGANISATION = "structure"
    ACTOR = "acteur"
    TERRITORY = "territoire"
    GROUP = "groupe"
    PRESENCE = "présence"
    STAYS = "reste dans son groupe"
    APART = "séparé de"


# Folded names, the surest first: of two columns that tell the same thing, the surest is read.
NAMES: Mapping[Field, tuple[str, ...]] = {
    Field.FULL_NAME: (
        "nom prenom", "nom et prenom", "nom/prenom", "nom / prenom", "noms et prenoms", "nom complet", "prenom nom",
        "prenom et nom", "prenom/nom", "prenom / nom", "participant", "participante", "participant e", "personne",
        "nom du participant",
    ),
    Field.SURNAME: ("nom", "nom de famille", "nom d usage", "nom usuel"),
    Field.FIRST_NAME: ("prenom", "prenoms"),
    Field.CIVILITY: ("civilite", "civ", "m/mme", "m /mme", "mr/mme", "titre"),
    Field.ROLE: ("role", "fonction", "fonctions", "qualite", "poste", "metier", "profession"),
    Field.ORGANISATION: (
        "structure", "organisme", "organisation", "service", "affiliation", "etablissement", "association", "institution",
        "employeur", "structure de rattachement", "structure representee",
    ),
    Field.ACTOR: (
        "acteur", "acteurs", "type d acteur", "type acteur", "type d acteurs", "categorie d acteur", "type de structure",
        "categorie", "demarche", "college",
    ),
    Field.TERRITORY: ("territoire", "territoire d intervention", "departement", "dept", "secteur", "bassin", "zone", "commune"),
    Field.GROUP: (
        "groupe", "groupe d atelier", "groupe de travail", "n de groupe", "n groupe", "numero de groupe", "sous groupe",
        "atelier", "table",
    ),
    Field.PRESENCE: ("presence", "present", "present e", "presente", "presents", "statut", "statut de presence"),
    Field.STAYS: ("reste dans son groupe", "reste dans ce groupe"),
    Field.APART: ("separe de", "separee de", "a separer de"),
}  # fmt: skip
# One of these words in a column's name, and the column is left out: none is needed to make groups (RGPD-05, RGPD-10).
_PRIVATE_WORDS = (PERSONAL - {"nom", "prenom"}) | {
    "mel", "tel", "portable", "mobile", "gsm", "fixe", "adresse", "naissance", "age", "sexe", "genre", "regime", "alimentaire",
    "allergie", "allergies", "repas", "handicap", "accessibilite", "amenagement", "pmr", "droit", "image", "photo",
}  # fmt: skip
_KNOWN = {name: (rank, field) for field, names in NAMES.items() for rank, name in enumerate(names)}
_HINT = re.compile(r"\(.*?\)|\*")
_NAME_OF = re.compile(r"^(?:nom|intitule|libelle) (?:de la |de l |du |des )")
_SEVERAL = re.compile(r"\s*/\s*|\s*,\s*| ou | et ")


@dataclass(frozen=True, slots=True)
class Headings:
    """Where each field stands (from 0), how many cells the header has, and the columns left out, as they are written.

    ``twice`` names the columns read whose very name heads another column too: nothing says which of the two is right.
    """

    places: Mapping[Field, int]
    width: int
    private: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    surname_first: bool = False
    twice: tuple[str, ...] = ()

    @property
    def has_names(self) -> bool:
        """Whether some column tells who people are."""
        return Field.FULL_NAME in self.places or Field.SURNAME in self.places


def headings(cells: Sequence[str]) -> Headings:
    """Return what the columns of a header tell."""
    best: dict[Field, tuple[int, int]] = {}
    told: dict[int, Field] = {}
    for place, cell in enumerate(cells):
        known = None if _is_private(cell) else _known(cell)
        if known:
            rank, told[place] = known
            best[told[place]] = min(best.get(told[place], (rank, place)), (rank, place))
    places = {field: place for field, (_, place) in best.items()}
    others = [
        place for place, cell in enumerate(cells) if cell.strip() and places.get(told.get(place, Field.CIVILITY)) != place
    ]
    counts = Counter(map(folded, cells))
    return Headings(
        places=places,
        width=len(cells),
        private=tuple(cells[place].strip() for place in others if _is_private(cells[place])),
        unused=tuple(cells[place].strip() for place in others if not _is_private(cells[place])),
        surname_first=Field.FULL_NAME in places and folded(cells[places[Field.FULL_NAME]]).startswith("nom"),
        twice=tuple(cells[place].strip() for place in sorted(places.values()) if counts[folded(cells[place])] > 1),
    )


def is_header(cells: Sequence[str]) -> bool:
    """Return whether a row names columns: one for people, and one more that we know."""
    found = headings(cells)
    return found.has_names and len(found.places) > 1


def _is_private(cell: str) -> bool:
    return not _PRIVATE_WORDS.isdisjoint(re.split(r"[\s/]+", folded(cell)))


def _known(cell: str) -> tuple[int, Field] | None:
    """Return the field that a column's name tells, and how surely (0 is the surest)."""
    for name in _writings(folded(_HINT.sub(" ", cell))):
        if name in _KNOWN:
            return _KNOWN[name]
    return None


def _writings(name: str) -> Iterator[str]:
    """Yield a name as it is, in the singular, without « nom de la », then its parts when all of them tell the same thing."""
    yield name
    yield name.removesuffix("s")
    if _NAME_OF.match(name):
        yield _NAME_OF.sub("", name)
    parts = [part.strip() for part in _SEVERAL.split(name)]
    if len(parts) > 1 and len({_KNOWN[part][1] for part in parts if part in _KNOWN}) == 1:
        yield next(part for part in parts if part in _KNOWN)
