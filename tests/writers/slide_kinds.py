"""One slide of every kind, made of as many ideas as a test wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from facilitation.typography import NBSP
from facilitation.writers.placing.tables import list_face
from facilitation.writers.pptx.write import write_slides
from facilitation.writers.slides import (
    Bars,
    BarsSlide,
    BeforeAfter,
    BigWord,
    Callout,
    Cell,
    Column,
    CommonOwn,
    Cover,
    End,
    FaceToFace,
    InsightSlide,
    Instructions,
    ListSlide,
    MapSlide,
    Objectives,
    Opening,
    Place,
    Portrait,
    QuestionAnswer,
    Response,
    Series,
    Slide,
    Stand,
    Statement,
    TableSlide,
    Titled,
    ZoneSlide,
)
from facilitation.writers.style import Style, style_of

LONG = (
    "Travailler avec les centres hospitaliers spécialisés et la psychiatrie de secteur, malgré un passif institutionnel qui "
    "génère encore aujourd’hui des lourdeurs et des souffrances dans les équipes, en commençant par des temps d’échange "
    "réguliers entre professionnels de terrain du territoire, élus et usagers"
)
STATEMENT = "Rendre gratuit l’accès aux dispositifs est le levier principal de réduction des inégalités sociales de santé"
STANDS = (
    Stand("Pas du tout d’accord", "assis", "assis"),
    Stand("Plutôt d’accord", "debout", "debout"),
    Stand("Tout à fait d’accord", "debout, bras en l’air", "bras en l’air"),
)
SHORT_IDEAS = (
    "Partage",
    "Comité de pilotage",
    "Proximité avec l’ARS",
    "Formations",
    "Réseau & veille",
    "Appels à projets < 2022 >",
    "Implication des habitants",
)
_BARS = Bars("Nombre de personnes", ("Pas du tout d’accord", "Plutôt d’accord"), (Series("Personnes", (14, 6)),), "Deux tiers.")
_ROUNDS = Bars("", _BARS.categories, (Series("Avant", (9, 7), "avant"), Series("Après", (4, None), "après")), "Moins.")
_ZONES = ("tête", "cœur", "mains", "jambe droite", "jambe gauche")

Ideas = tuple[str, ...]


def ideas(count: int, *, long: bool = False) -> Ideas:
    """Return so many ideas, all different, the last of some 300 signs when ``long``."""
    few = [f"{SHORT_IDEAS[at % len(SHORT_IDEAS)]} {at + 1}" for at in range(count)]
    return (*few[:-1], LONG) if long and few else tuple(few)


KINDS: dict[str, Callable[[Ideas], Slide]] = {
    "couverture": lambda given: Cover(
        title="De la promotion de la santé à l’accès aux soins", when="Avignon", subtitle=" ".join(given[:2])
    ),
    "objectifs": lambda given: Objectives(title="Objectifs", items=given[:3]),
    "liste": lambda given: ListSlide(title="Liste", items=given, note="Note."),
    "grande liste": lambda given: ListSlide(title="Pistes", items=given, large=True),
    "fiche": lambda given: ListSlide(title="Fiche", items=given, leads=tuple(f"Champ {at}" for at in range(len(given)))),
    "tableau": lambda given: TableSlide(
        title="Tableau",
        columns=(Column("Idée", 664, size=22), Column("Effectif", 200, "right", 28)),
        rows=tuple((Cell(idea), Cell("3 + 2", strong="3 +")) for idea in given),
        note="Note.",
        total=True,
    ),
    "zone": lambda given: ZoneSlide(
        title="Zone",
        heads=("ASV (3)", "CPTS (2)", "Autres (0)"),
        lists=(given, given[:1], ()),
        empties=("aucune idée notée",) * 3,
        size=list_face(16).size,
        height=120,
    ),
    "ouverture": lambda given: Opening(
        title="La Silhouette", repere="1re partie", aim="Mieux se connaître.", marks=given[:3], figure="silhouette"
    ),
    "ouverture d’un débat": lambda given: Opening(title="Débat mouvant", marks=given[:1], figure="positions"),
    "consignes": lambda given: Instructions(title="Consignes", steps=given, stands=STANDS),
    "consignes sans geste": lambda given: Instructions(title="Sans geste", steps=given, stands=(Stand("Oui", "à gauche"),)),
    "affirmation": lambda given: Statement(title=" ".join(given) or "Oui", kicker=f"Question n°{NBSP}1/4", stands=STANDS),
    "grand mot": lambda given: BigWord(title=f"Prêts{NBSP}?", kicker="Débat mouvant"),
    "barres": lambda given: BarsSlide(
        title="Météo",
        bars=Bars("Ce matin", given or ("Soleil",), (Series("Personnes", tuple(range(1, max(len(given), 1) + 1))),), "Soleil."),
    ),
    "effectifs": lambda given: TableSlide(
        title="Effectifs",
        columns=(Column("Idée", 464, size=16), Column("Envie", 200, size=22), Column("Réserve", 200, size=22)),
        rows=tuple((Cell(idea), Cell("12", bold=True, bar=1.0), Cell("0", bar=0.0)) for idea in given[:4]),
    ),
    "réponse": lambda given: Response(
        title="La salle est d’accord",
        kicker=f"Question n°{NBSP}2/4",
        statement=STATEMENT,
        bars=_BARS,
        count="14",
        caption="personnes sur 20 se sont assises",
        figure="assis",
        note="Effectifs fictifs, pour l’exemple.",
    ),
    "réponse sans effectif": lambda given: Response(title="Contrastée", kicker=f"Question n°{NBSP}3/4", statement=STATEMENT),
    "avant et après": lambda given: BeforeAfter(
        title="Avant, après",
        statement=STATEMENT,
        bars=_ROUNDS,
        columns=("Position", "Avant", "Après", "Écart"),
        rows=(("Pas du tout d’accord", "9", "4", "−5"), ("Plutôt d’accord", "7", "–", "–"), ("Ensemble", "16", "4", "–")),
        total=True,
    ),
    "éclairage": lambda given: InsightSlide(
        title=STATEMENT, points=given, recall_caption="Réponse de la salle", recall="« d’accord »", source="Source."
    ),
    "silhouette": lambda given: Portrait(
        title="Portrait",
        callouts=tuple(Callout(zone, "Ce qui permet d’avancer", given) for zone in _ZONES),
        message="Portrait.",
    ),
    "communs": lambda given: CommonOwn(
        title="Communs",
        everyone=Titled("Communs à tous", given[:3]),
        some=(Titled("Communs à deux", given[:3]),),
        own=tuple(Titled(f"Propres {at}", given, "aucun") for at in range(3)),
    ),
    "face à face": lambda given: FaceToFace(
        title="Face à face",
        left=Titled("Des ASV aux CPTS", given, "aucun"),
        right=Titled("Des CPTS aux ASV", given[:2], "aucun"),
    ),
    "carte": lambda given: MapSlide(
        title="Carte",
        top="la vie",
        right="l’organisation",
        bottom="le soin",
        left="la personne",
        message="Plutôt la vie.",
        places=(
            *(Place(idea[:30], at % 10 + 0.5, at * 3 % 10) for at, idea in enumerate(given)),
            Place("point moyen", 5, 5, mean=True),
        ),
    ),
    "question": lambda given: QuestionAnswer(title=f"{STATEMENT}{NBSP}?", answer=given),
    "fin": lambda given: End(title=f"Merci. Et maintenant{NBSP}?", items=given[:4]),
}
"""How to make one slide of each kind."""


def deck(count: int, *, long: bool = False) -> list[Slide]:
    """Return one slide of each kind holding so many ideas."""
    return [make(ideas(count, long=long)) for make in KINDS.values()]


def written(slides: Sequence[Slide], path: Path, style: Style | None = None) -> Path:
    """Return the path of a deck just written."""
    write_slides(slides, path, style or style_of(), title="Essai", author="CRES", created=date(2021, 11, 16), footer="Journée")
    return path
