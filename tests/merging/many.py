"""As many short ideas as wanted, always the same: a noun, what it is about, how; one in four rewrites an earlier one."""

from __future__ import annotations

from random import Random

from facilitation.merging import Idea

NOUNS = (
    "accompagnement", "accueil", "aide", "analyse", "animation", "annuaire", "appui", "atelier", "bilan", "campagne",
    "cartographie", "charte", "comité", "communication", "concertation", "connaissance", "conseil", "convention",
    "coordination", "création", "culture", "dépistage", "diagnostic", "diffusion", "évaluation", "expérience",
    "financement", "formation", "forum", "guide", "implication", "information", "ingénierie", "journée", "lettre", "lieu",
    "livret", "médiation", "méthode", "mobilisation", "mutualisation", "observation", "orientation", "outil", "parcours",
    "partage", "permanence", "plaidoyer", "planning", "portage", "projet", "protocole", "rencontre", "repérage", "réseau",
    "réunion", "sensibilisation", "soutien", "suivi", "veille", "visite",
)  # fmt: skip
ABOUT = (
    "accès", "addictions", "alcool", "alimentation", "animaux", "asthme", "audition", "autonomie", "bruit", "cancer",
    "chutes", "climat", "contraception", "couple", "cuisine", "danse", "dépression", "diabète", "douleur", "droits", "eau",
    "écrans", "énergie", "environnement", "exercice", "fratrie", "grossesse", "handicap", "hygiène", "insomnie", "jardin",
    "jeu", "langage", "lecture", "littératie", "logement", "loisirs", "mémoire", "mobilité", "musique", "nutrition",
    "obésité", "parentalité", "pauvreté", "peau", "pollution", "puberté", "quartier", "répit", "sédentarité", "sexualité",
    "solitude", "sommeil", "sport", "stress", "tabac", "théâtre", "transport", "travail", "urgence", "vaccination",
    "vieillissement", "violences", "vision", "voisinage",
)  # fmt: skip
HOW = (
    "partagé", "local", "régulier", "innovant", "gratuit", "mensuel", "mobile", "coordonné", "adapté", "durable", "visible",
    "simple", "commun", "pérenne", "croisé", "itinérant", "collectif", "numérique", "participatif", "évalué",
)  # fmt: skip


def many(count: int) -> list[Idea]:
    """Return ``count`` ideas of one cell."""
    random = Random(2021)
    said: list[str] = []
    while len(said) < count:
        said.append(_again(random, random.choice(said)) if said and random.random() < 0.25 else _new(random))
    return [Idea(str(place), text) for place, text in enumerate(said)]


def _new(random: Random) -> str:
    text = f"{random.choice(NOUNS)} {random.choice(('sur', 'autour de', 'pour'))} {random.choice(ABOUT)}"
    if random.random() < 0.6:
        text += f" et {random.choice(ABOUT)}"
    return f"{text} {random.choice(HOW)}" if random.random() < 0.6 else text


def _again(random: Random, text: str) -> str:
    way = random.randrange(4)
    if way == 0:
        return text.upper()
    if way == 1:
        return f"- {text.capitalize()}."
    place = random.randrange(1, len(text) - 1)
    return text[:place] + text[place + 1 :] if way == 2 else f"{text} {random.choice(HOW)}"
