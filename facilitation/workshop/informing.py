"""The information text given where names are collected: nine points, and a visible blank where nobody has said."""

from __future__ import annotations

from facilitation.day import Day
from facilitation.typography import NBSP

BLANK = "………………………… (à compléter)"


def information(day: Day) -> tuple[tuple[str, str], ...]:
    """Return the nine points (RGPD-20), each with what the day says of it or a blank to complete: nothing is made up.

    A list of participants may come from a partner: two more points say what it holds and who gave it (RGPD-22).
    """
    kept = ", ".join(f"{what}{NBSP}: {how_long}" for what, how_long in day.retention.items())
    points = (
        ("Organisme et coordonnées", f"{day.organisation}, {BLANK}" if day.organisation else BLANK),
        ("Pourquoi nous recueillons ces informations", BLANK),
        ("Base légale", BLANK),
        ("Obligatoire ou facultatif, et conséquence d’un refus", BLANK),
        ("Qui les reçoit", BLANK),
        ("Combien de temps elles sont gardées", kept or BLANK),
        ("Vos droits", f"accès, rectification, effacement, limitation{NBSP}; pour les exercer{NBSP}: {BLANK}"),
        ("Délégué à la protection des données, ou point de contact", BLANK),
        ("Réclamation", "vous pouvez adresser une réclamation à la CNIL (cnil.fr)"),
    )
    if not day.participants:
        return points
    held = "nom, structure, fonction, type d’acteur, territoire, quand la liste les dit"
    return (*points, ("Ce que contient la liste reçue", held), ("Qui nous a donné cette liste", BLANK))
