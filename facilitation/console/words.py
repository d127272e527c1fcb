"""What the console says: one word per thing, the way back before the quotation, 76 columns at most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitation.typography import NBSP, as_typed, french, plural, quoted

LONGEST = 76
NOTHING_TO_UNDO = "↶ Rien à annuler sur cet écran."
NOTHING_TO_REDO = "↷ Rien à rétablir sur cet écran."
ONE_GROUP = "◆ Cette journée n’a qu’un groupe."
NO_ORGANISATION = french("◆ Aucune structure dans journee.yaml : tout le groupe parle.")
EDIT_DROPPED = "✎ Modification abandonnée, l’idée reste comme avant."
CORRECTED = "✎ Modifiée. L’ancien mot à mot reste dans le carnet."
PAUSED = "‖ Minuteur en pause. F8 le fait repartir."
RESUMED = "▶ Le minuteur repart."
FIRST_STEP = "← C’est la première étape."
NOBODY_LEFT = french("▲ Il ne reste personne : les deux autres dépassent déjà la salle.")
TEXT_STAYS = "Votre texte reste dans la ligne. Échap encore pour remonter au déroulé."
ONLY_SIGNS = "◐ Une ligne sans lettre ni chiffre n’est pas gardée."
HOW_TO_PASTE = french("▤ Pour coller : Ctrl+Maj+V ou clic droit.")
QUESTION_FIRST = "◐ Il faut d’abord une question."
SAID_ALREADY = "≈ Question déjà posée, on y revient."
LISTED_ALREADY = "≈ Déjà dans la liste, on y revient."
ASKED_ELSEWHERE = "≈ Cette question est déjà posée ailleurs dans la liste."
QUESTION_AS_BEFORE = "✎ Modification abandonnée, la question reste comme avant."
ROUNDS = "qui va où"  # the key of the rounds, where people change tables
READ_ONLY = french("◇ Lecture seule : O ouvre votre carnet, P prend la main.")
GESTURES = {
    "RowReworded": "question corrigée",
    "RowWithdrawn": "question retirée",
    "RoomCounted": "nombre de personnes",
    "VerdictWorded": "réponse de la salle",
    "TimeAdded": "minutes ajoutées",
    "ScheduleAdjusted": "horaires rattrapés",
    "PhotoAttached": "photo jointe",
    "ParagraphsWritten": "vos paragraphes",
    "PhotoWithdrawn": "photo retirée, ou sa légende",
}
PUT_OFF = french("… Plus tard : elle revient à la fin.")
KEPT_SEPARATE = "✗ Laissées séparées. Ctrl+Z pour revenir."
ALREADY_APART = "⇢ Déjà à part. Ctrl+Z la remet avec les autres."
CHOOSE_WORDING = french("◐ Ici, une formulation à garder : O la garde, R en écrit une autre.")
NO_THEME_YET = french("◐ Aucun thème encore : N en nomme un, avec cette idée.")
NO_SUCH_THEME = french("◐ Pas de thème à ce numéro : N en nomme un.")
THEME_FIRST = "◐ Il faut un nom de thème."
LINE_OPEN = french("◐ La ligne est ouverte : Entrée pour garder, Échap pour laisser.")
REASON_FIRST = french("◐ Dites pourquoi : la raison est écrite en annexe.")
WORDS_FIRST = "◐ Il faut des mots à garder."
TRYING = f"◇ Essai{NBSP}: tout sera effacé en quittant cette journée."
TRIED = f"Essai terminé{NBSP}: ses réponses sont effacées."


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip under the bar: what happened, what to do, and how grave it is (« alerte », « attention »)."""

    happened: str
    to_do: str
    level: str = "alerte"


def cut(message: str, width: int = LONGEST) -> str:
    """Return a message that fits: only its end, the quotation, is cut."""
    return message if len(message) <= width else message[: width - 1].rstrip() + "…"


def undone(what: str) -> str:
    """Return what the foot says after an undo."""
    return cut(f"↶ Annulé (Ctrl+Y rétablit){NBSP}: {what}")


def redone(what: str) -> str:
    """Return what the foot says after a redo."""
    return cut(f"↷ Rétabli{NBSP}: {what}")


def withdrawn(what: str) -> str:
    """Return what the foot says when an idea is withdrawn."""
    return cut(f"⌫ Retirée (Ctrl+Z la remet){NBSP}: {quoted(what)}")


def moved(column: str) -> str:
    """Return what the foot says when an idea goes to another column."""
    return cut(f"→ Déplacée vers {column}.")


def merged(wording: str) -> str:
    """Return what the foot says when ideas become one."""
    return cut(f"✓ Regroupées (Ctrl+Z pour revenir){NBSP}: {quoted(wording)}")


def merged_already(wording: str) -> str:
    """Return what the foot says when ideas were one before."""
    return cut(f"✓ Déjà regroupées{NBSP}: {quoted(wording)}")


def parted(number: int) -> str:
    """Return what the foot says when an idea leaves its family."""
    return f"⇢ Idée {number} mise à part{NBSP}: elle reste seule dans la synthèse."


def set_aside(what: str) -> str:
    """Return what the foot says when an idea leaves the tables."""
    return cut(f"⌫ Mise de côté (Ctrl+Z la remet){NBSP}: {quoted(what)}")


def _these(ideas: Sequence[str]) -> str:
    return quoted(ideas[0]) if len(ideas) == 1 else plural(len(ideas), "idée")


def filed(theme: str, ideas: Sequence[str]) -> str:
    """Return what the foot says when ideas go into a theme, or into none when it is ''."""
    several = "s" if len(ideas) > 1 else ""
    where = f"→ Rangée{several} dans {theme}" if theme else f"← Sortie{several} de son thème"
    back = "les remet" if several else "la remet"
    return cut(f"{where} (Ctrl+Z {back}){NBSP}: {_these(ideas)}")


def filed_already(theme: str, count: int) -> str:
    """Return what the foot says when ideas are in that theme before."""
    several = "s" if count > 1 else ""
    return cut(f"✓ Déjà rangée{several} dans {theme}." if theme else "✓ Déjà sans thème.")


def theme_named(title: str, ideas: Sequence[str]) -> str:
    """Return what the foot says when a theme is named, with the ideas that go into it."""
    filed_too = f"{NBSP}: {_these(ideas)}" if ideas else "."
    return cut(f"✓ Thème {quoted(title)} nommé (Ctrl+Z le retire){filed_too}")


def theme_reworded(title: str) -> str:
    """Return what the foot says when a theme is called otherwise."""
    return cut(f"✓ Thème renommé (Ctrl+Z pour revenir){NBSP}: {quoted(title)}")


def theme_withdrawn(title: str, ideas: int) -> str:
    """Return what the foot says when a theme is withdrawn."""
    left = f", {plural(ideas, 'idée')} sans thème" if ideas else ""
    return cut(f"⌫ Thème retiré (Ctrl+Z le remet){left}{NBSP}: {quoted(title)}")


def settled(wording: str) -> str:
    """Return what the foot says when one wording of two is chosen."""
    return cut(f"✓ Formulation gardée (Ctrl+Z pour revenir){NBSP}: {quoted(wording)}")


def pasted(count: int, left: int = 0) -> str:
    """Return what the foot says after a paste of several lines, ``left`` of which cannot be kept."""
    what = f"▤ {plural(count, 'idée')} collée{'s' if count > 1 else ''}"
    cleaned = (
        f"{plural(left, 'ligne')} illisible{'s' if left > 1 else ''} laissée{'s' if left > 1 else ''}"
        if left
        else "puces enlevées"
    )
    return cut(f"{what}, {cleaned}. Ctrl+Z {'les retire toutes' if count > 1 else 'la retire'}.")


def said_before(number: int) -> str:
    """Return what the foot says when an idea is there already."""
    return f"≈ Déjà notée au n° {number}{NBSP}; gardée aussi ici. Ctrl+Z pour la retirer."


def row_changed(row: str, column: str) -> str:
    """Return what the foot says when another actor is listened to."""
    return cut(f"◆ {row}{NBSP}: on reprend à {column}.")


def group_changed(name: str, people: int) -> str:
    """Return what the foot says when another group is listened to."""
    return cut(f"◆ Groupe{NBSP}: {name} ({plural(people, 'personne')})." if people else f"◆ Groupe{NBSP}: {name}.")


def step_started(rank: int, total: int, lasting: str) -> str:
    """Return what the foot says when a step begins."""
    return f"▶ Étape {rank}/{total}{f', {lasting}' if lasting else ''}. F4 pour revenir à l’étape d’avant."


def step_back(rank: int, total: int) -> str:
    """Return what the foot says when one goes back a step."""
    return f"← Revenu à l’étape {rank}/{total}. Rien n’est perdu, le temps passé est compté."


def time_added(minutes: int, until: str, day_until: str) -> str:
    """Return what the foot says when minutes are given."""
    return f"+ {minutes} minutes de plus{NBSP}: étape jusqu’à {until}, journée jusqu’à {day_until}."


def all_kept(last: str) -> str:
    """Return the answer to Ctrl+S."""
    return f"✓ Rien à enregistrer{NBSP}: tout est gardé" + (f", la dernière idée à {last}." if last else ".")


def room_counted(people: int) -> str:
    """Return what the foot says when the room's size changes."""
    return f"◆ La salle compte maintenant {plural(people, 'personne')}."


def unnamed(reason: str) -> str:
    """Return what the foot says when the protocol keeps nobody's name."""
    return cut(f"◐ Ici, personne n’est nommé : {reason}")


def refused(error: Exception) -> str:
    """Return what the foot says when a gesture cannot be kept for good."""
    text = str(error).removesuffix(".")
    return cut(f"◐ {text[:1].upper()}{text[1:]}.")


def _stays(ideas: int) -> tuple[str, str]:
    if ideas > 1:
        return f"les {ideas} dernières idées ne sont PAS gardées", "Elles restent à l’écran, en rouge."
    if ideas == 1:
        return "la dernière idée n’est PAS gardée", "Elle reste à l’écran, en rouge."
    return "le dernier geste n’est PAS gardé", "Il sera réessayé."


def disk_full(ideas: int) -> Strip:
    """Return the strip of a full disk."""
    what, where = _stays(ideas)
    return Strip(
        f"▲ Le disque est plein{NBSP}: {what}. {where}",
        "Libérez de la place (corbeille, clé USB), puis F5 pour réessayer. Tout ce qui précède est gardé.",
    )


def folder_gone(ideas: int) -> Strip:
    """Return the strip of a folder that is no longer there."""
    what, where = _stays(ideas)
    return Strip(
        f"▲ Le dossier de la journée n’est plus là{NBSP}: {what}. {where}",
        "Rebranchez la clé USB ou le lecteur, puis F5 pour réessayer. Tout ce qui précède est gardé.",
    )


def not_kept(ideas: int, error: Exception) -> Strip:
    """Return the strip of any other failure."""
    what, where = _stays(ideas)
    return Strip(f"▲ {what[:1].upper()}{what[1:]}. {where}", f"{error} F5 pour réessayer.")


def elsewhere(holder: str, since: str, here: str = "") -> Strip:
    """Return the strip of a day that another console writes in; ``here`` is this computer's name."""
    started = f"depuis {since}" if since else ""
    if holder == here:
        where = f"dans une autre fenêtre{f' ({started})' if started else ''}"
    else:
        where = f"sur un autre ordinateur ({', '.join(filter(None, (holder, started)))})"
    return Strip(
        f"◇ Cette journée est ouverte {where}. Vous voyez tout, sans écrire.",
        f"O ouvre votre propre carnet{NBSP}; la synthèse les réunira.  P prendre la main.",
        "attention",
    )


def crashed(at: str, ideas: int, last: str) -> str:
    """Return what is said when the session before this one stopped in the middle."""
    said = f", la dernière{NBSP}: {quoted(last)}" if last else ""
    return cut(f"Reprise après un arrêt à {at}. {plural(ideas, 'idée')} retrouvée{'s' if ideas > 1 else ''}{said}.")


def leaving(folder: str) -> str:
    """Return what the terminal says once the console is left."""
    return f"Tout est gardé. Pour reprendre{NBSP}: facilitation animer {as_typed(folder)}"


def capital(text: str) -> str:
    """Return a name with its first letter in capital."""
    return text[:1].upper() + text[1:]
