"""The files people write, declared once: the reading, the nearest valid key and the JSON schemas all come from these tables."""

from __future__ import annotations

from facilitation.exercise import Keeps, Moment, Shows, Use
from facilitation.library import scalars
from facilitation.library.kinds import Choice, Counts, Either, ListOf, Number, Word, Words
from facilitation.library.records import Field, Record
from facilitation.sheet import Cell, Figure, Says, Source

TEXT = Word(scalars.text, {"type": ["string", "number", "boolean"]})
KEY = Word(scalars.key, {"type": ["string", "number"], "pattern": scalars.KEY_PATTERN})
PHRASE = Word(scalars.phrase, {"type": "string"})
DURATION = Word(scalars.duration, {"type": "string", "pattern": scalars.DURATION_PATTERN})
HOUR = Word(scalars.hour, {"type": "string", "pattern": scalars.HOUR_PATTERN})
DATE = Word(scalars.day, {"type": "string", "pattern": scalars.DATE_PATTERN})
YES_OR_NO = Word(scalars.yes, {"enum": [True, False, "oui", "non", "vrai", "faux"]})
COLOUR = Word(
    scalars.colour,
    {"type": "string", "pattern": scalars.COLOUR_PATTERN},
    blank='couleur absente : « # » commence un commentaire, mettez la couleur entre guillemets, "#0B6E6E"',
)
TEXTS = ListOf(TEXT)
PARAGRAPHS = Either(TEXT, TEXTS)
KEYS = ListOf(KEY)

SHOWS = Choice({shows.value: shows for shows in Shows})
CELL = Choice({cell.value: cell for cell in Cell})
FIGURE = Choice({figure.value: figure for figure in Figure})
ROW_SOURCE = Choice({source.value: source for source in Source})
COLUMN_SOURCE = Choice({Source.ACTORS.value: Source.ACTORS})
ZONE = Choice({zone: zone for zone in ("tête", "cœur", "mains", "jambe droite", "jambe gauche")})
GESTURE = Choice({gesture: gesture for gesture in ("assis", "debout", "debout, bras en l’air")})

MOMENT = Choice({moment.value: moment for moment in Moment})
USE = Choice({use.value: use for use in Use})
SAYS = Choice({says.value: says for says in Says})
KEEPS = Choice({keeps.value: keeps for keeps in Keeps})

MARK = Record(
    "marque",
    (
        Field("cle", KEY, "mot sans espace qui désigne la marque", required=True),
        Field("titre", TEXT, "ce que la marque veut dire", required=True),
        Field("signe", TEXT, "un à trois signes qui la disent sans couleur : +, ●, OK"),
        Field("poids", Number(-1, 1, decimal=True), "de −1 (défavorable) à 1 (favorable), pour classer les lignes"),
    ),
)
AXES = Record(
    "axes",
    tuple(
        Field(side, TEXT, f"mot au bout de la carte, {where}", required=True)
        for side, where in (
            ("gauche", "à gauche"),
            ("droite", "à droite"),
            ("bas", "en bas"),
            ("haut", "en haut"),
        )
    ),
)
BAN = Record(
    "interdit",
    (
        Field(
            "quoi", KEEPS, "auteur : qui parle n’est pas gardé ; recit : une idée de plus de 25 mots est refusée", required=True
        ),
        Field("raison", TEXT, "pourquoi, dit à qui saisit", required=True),
    ),
)
PEOPLE = Record(
    "personnes",
    (
        Field("de", Number(1, 10_000), "combien de personnes au moins", required=True),
        Field("a", Number(1, 10_000), "combien de personnes au plus", required=True),
    ),
)
TABLES = Record(
    "mélange",
    (
        Field("par_table", Number(2, 20), "combien de personnes par table, au plus", required=True),
        Field("tours", Number(1, 20), "combien de fois la salle change de table, premières tables comprises ; 1 par défaut"),
        Field("hotes", YES_OR_NO, "oui : une personne par table reste et accueille, les autres tournent"),
    ),
)
EXAMPLE = Record(
    "exemple",
    (
        Field("feuille", KEY, "cle de la feuille, la première par défaut"),
        Field("tour", Number(1, 20), "numéro du tour, 1 par défaut"),
        Field("groupe", Choice({key: key for key in "abc"}), "groupe de l’essai : a, b ou c"),
        Field("ligne", TEXT, "cle de la ligne, ou son titre quand la journée ou la salle la donne"),
        Field("colonne", TEXT, "cle de la colonne, la seule par défaut"),
        Field("valeurs", TEXTS, "ce que la case contient", required=True),
        Field("auteur", TEXT, "qui parle, une structure"),
    ),
)
INSIGHT = Record(
    "éclairage",
    (
        Field("titre", TEXT, "titre de l’éclairage", required=True),
        Field("points", TEXTS, "ce que l’expert ajoute, une idée par ligne"),
        Field("sources", TEXTS, "d’où cela vient"),
    ),
)
STEP = Record(
    "étape",
    (
        Field("etape", TEXT, "nom de l’étape", required=True),
        Field("duree", DURATION, "combien de temps : 5 min, 1 h 30, 90 s"),
        Field("dire", TEXT, "ce que l’animateur dit, mot pour mot"),
        Field("saisie", KEY, "cle de la feuille que cette étape remplit"),
        Field("tour", Number(1, 20), "numéro du tour que cette étape remplit, 1 par défaut"),
        Field("tours", Number(1, 100), "nombre de tours égaux dans l’étape, une cloche à chacun"),
        Field("melange", Number(1, 20), "numéro du tour de tables que l’étape joue, quand la fiche mélange la salle"),
        Field("montre", SHOWS, "ce que l’écran montre à la salle"),
        Field("par_ligne", YES_OR_NO, "oui : l’étape est rejouée pour chaque ligne (chaque affirmation)"),
    ),
)


def _row_fields(*, titled: bool) -> tuple[Field, ...]:
    title = "titre de la ligne" if titled else "titre de la ligne, celui de l’acteur par défaut"
    return (
        Field("cle", KEY, "mot sans espace qui désigne la ligne", required=True),
        Field("titre", TEXT, title, required=titled),
        Field("court", TEXT, "titre court, pour les écrans étroits"),
        Field("phrase", TEXT, "nom dans une phrase, avec son article : les CPTS"),
        Field("colonnes", KEYS, "cles des seules colonnes demandées à cette ligne"),
        Field("eclairage", INSIGHT, "ce que l’expert ajoute après la réponse de la salle"),
        Field("reponse", TEXT, "réponse de la salle en mots, telle que publiée"),
        Field("editions", Words(TEXT), 'ce que les éditions d’avant ont publié : {"2021": 88 %, "2022": 96 %}'),
    )


def _column_fields(*, titled: bool) -> tuple[Field, ...]:
    title = "titre de la colonne" if titled else "titre de la colonne, celui de l’acteur par défaut"
    return (
        Field("cle", KEY, "mot sans espace qui désigne la colonne", required=True),
        Field("titre", TEXT, title, required=titled),
        Field("court", TEXT, "titre court, pour les écrans étroits"),
        Field("phrase", TEXT, "nom dans une phrase, avec son article : les CPTS"),
        Field("lignes", KEYS, "cles des seules lignes où cette colonne est demandée"),
        Field("zone", ZONE, "partie du corps de la silhouette"),
        Field("aide", TEXT, "ce que la colonne veut dire, en quelques mots"),
        Field("geste", GESTURE, "comment la salle prend cette position"),
        Field("poids", Number(-1, 1, decimal=True), "de −1 (pas du tout d’accord) à 1 (tout à fait d’accord)"),
        Field("dit", SAYS, "frein, apport ou suite : ce que la synthèse d’une page reprend d’ici"),
    )


ROW = Record("ligne", _row_fields(titled=True))
COLUMN = Record("colonne", _column_fields(titled=True))
DAY_ROW = Record("ligne de séquence", _row_fields(titled=False))
DAY_COLUMN = Record("colonne de séquence", _column_fields(titled=False))
SHEET = Record(
    "feuille",
    (
        Field("cle", KEY, "mot sans espace qui désigne la feuille", required=True),
        Field("titre", TEXT, "titre de la feuille", required=True),
        Field("case", CELL, "ce que chaque case recueille : effectif, idees, marque, texte ou place", required=True),
        Field("marques", ListOf(MARK), "l’échelle d’une case marque, de deux à sept marques, dans l’ordre des touches"),
        Field("axes", AXES, "les quatre bouts de la carte d’une case place"),
        Field("classer", YES_OR_NO, "oui : les lignes vont de la plus favorable à la moins favorable"),
        Field(
            "croiser", KEYS, "cles des colonnes à lire aussi à l’envers : pour chaque idée, quelles lignes (carte des acteurs)"
        ),
        Field("comparer", KEYS, "cles des colonnes d’effectif que les éditions d’avant publiaient ensemble, en pourcentage"),
        Field("sauf", KEYS, "cles des colonnes laissées hors du total de cette comparaison : sans réponse"),
        Field("figure", FIGURE, "comment la feuille se dessine, tableau par défaut"),
        Field("lignes", Either(ROW_SOURCE, ListOf(ROW)), "les lignes, ou d’où elles viennent", required=True),
        Field("colonnes", Either(COLUMN_SOURCE, ListOf(COLUMN)), "les colonnes, ou acteurs", required=True),
        Field("titre_lignes", TEXT, "titre de la première colonne"),
        Field("tours", Either(Number(1, 20), TEXTS), "nombre de tours, ou leurs noms : [avant, après]"),
        Field("phrase", PHRASE, "comment une case se lit : Ce que {ligne} peuvent apporter {à colonne}"),
        Field("dit", SAYS, "frein, apport ou suite : ce que la synthèse d’une page reprend de toute la feuille"),
    ),
)
VARIANT = Record(
    "variante",
    (
        Field("cle", KEY, "mot sans espace qui désigne la variante", required=True),
        Field("titre", TEXT, "ce qui change, en quelques mots", required=True),
        Field("but", TEXT, "but, s’il change"),
        Field("effectif", TEXT, "effectif, s’il change"),
        Field("materiel", TEXTS, "matériel, s’il change"),
        Field("deroule", ListOf(STEP), "déroulé entier, s’il change"),
        Field("signal", TEXT, "signal, s’il change"),
        Field("pieges", TEXTS, "pièges, s’ils changent"),
    ),
)
EXERCISE = Record(
    "exercice",
    (
        Field("exercice", KEY, "mot sans espace qui désigne l’exercice, comme son fichier", required=True),
        Field("titre", TEXT, "titre de l’exercice", required=True),
        Field("but", TEXT, "à quoi il sert", required=True),
        Field("source", TEXT, "d’où il vient"),
        Field("effectif", TEXT, "combien de personnes, et comment elles se groupent"),
        Field("materiel", TEXTS, "ce qu’il faut apporter"),
        Field("deroule", ListOf(STEP), "les étapes, dans l’ordre"),
        Field("feuilles", ListOf(SHEET), "ce qui se remplit : lignes, colonnes et cases", required=True),
        Field("pieges", TEXTS, "ce qui fait rater l’exercice"),
        Field(
            "jamais",
            ListOf(Either(TEXT, BAN)),
            "ce que le protocole interdit de garder ; quoi et raison : la console le refuse",
        ),
        Field("personnes", PEOPLE, "pour combien de personnes, en nombres"),
        Field("melange", TABLES, "qui va à quelle table : le plus de rencontres possible, sans revoir personne"),
        Field("moment", MOMENT, "à quel moment d’une journée"),
        Field("usage", USE, "à quoi il sert, en deux ou trois mots"),
        Field("exemple", ListOf(EXAMPLE), "réponses inventées d’un essai"),
        Field("variantes", ListOf(VARIANT), "les façons de l’adapter sans recopier la fiche"),
        Field("signal", TEXT, "mot montré sur fond sombre avant la première affirmation"),
    ),
)

ACTOR = Record(
    "acteur",
    (
        Field("cle", KEY, "mot sans espace qui désigne le type d’acteur", required=True),
        Field("nom", TEXT, "nom du type d’acteur", required=True),
        Field("court", TEXT, "nom court, pour les écrans étroits"),
        Field("phrase", TEXT, "nom dans une phrase, avec son article : les CPTS"),
    ),
)
GROUP = Record(
    "groupe",
    (
        Field("cle", KEY, "mot sans espace qui désigne le groupe", required=True),
        Field("nom", TEXT, "nom du groupe", required=True),
        Field("composition", Counts(Number(0, 10_000)), "nombre de personnes par cle d’acteur, autres pour les autres"),
        Field("detail", TEXTS, "composition en mots, une ligne par élément"),
    ),
)
SEQUENCE = Record(
    "séquence",
    (
        Field("cle", KEY, "mot sans espace qui désigne la séquence", required=True),
        Field("titre", TEXT, "titre, celui de l’exercice par défaut ; obligatoire sans exercice"),
        Field("exercice", KEY, "nom de l’exercice ; sans lui, la séquence est un moment (accueil, pause)"),
        Field("variante", KEY, "cle d’une variante de l’exercice"),
        Field("debut", HOUR, "heure de début : 10:15"),
        Field("duree", DURATION, "durée, celle de l’exercice par défaut"),
        Field("fixe", YES_OR_NO, "oui : l’heure de début ne bouge pas"),
        Field("partie", TEXT, "partie de la journée : 1re partie"),
        Field("lignes", ListOf(DAY_ROW), "les affirmations, ou des lignes à préciser ou ajouter"),
        Field("colonnes", ListOf(DAY_COLUMN), "des colonnes à préciser ou ajouter"),
        Field("commentaire", PARAGRAPHS, "vos paragraphes, dans la synthèse, avant ce que la salle a répondu"),
    ),
)
CHARTER = Record(
    "charte",
    (
        Field("modele", PARAGRAPHS, "votre modèle PowerPoint (.pptx) ou Word (.docx), ou les deux : [a.pptx, b.docx]"),
        Field("logo", TEXT, "fichier du logo"),
        Field("couleur", COLOUR, 'couleur d’accent, entre guillemets : "#0B6E6E"'),
    ),
)
RETENTION = Record("conservation", (Field("noms", TEXT, "combien de temps garder les noms : 2 mois"),))
MODEL = Record(
    "modèle",
    (
        Field("besoin", TEXT, "à quel besoin ce modèle répond"),
        Field("duree", TEXT, "combien de temps dure la journée"),
        Field("personnes", TEXT, "pour combien de personnes"),
        Field("rang", Number(1, 99), "place dans la liste des modèles, 1 en premier"),
    ),
)
SHARING = Record(
    "répartition",
    (
        Field("par", Choice({"territoire": "territoire"}), "territoire : dans un groupe, des personnes d’un même territoire"),
        Field("groupes", Number(2, 100), "nombre de groupes, quand la journée ne les nomme pas"),
        Field("separer", ListOf(ListOf(TEXT)), "qui ne va pas dans le même groupe : [[NOM Prénom, NOM Prénom]]"),
        Field("fixer", Words(TEXT), "qui va dans quel groupe : {NOM Prénom: g1}"),
        Field("graine", Number(0, 1_000_000), "un nombre : le même refait la même répartition"),
    ),
)
DAY = Record(
    "journée",
    (
        Field("journee", TEXT, "titre de la journée", required=True),
        Field("date", DATE, "date : 2021-11-16", required=True),
        Field("surtitre", TEXT, "ligne au-dessus du titre"),
        Field("soustitre", TEXT, "ligne sous le titre"),
        Field("lieu", TEXT, "où elle se passe"),
        Field("organisme", TEXT, "qui l’organise"),
        Field("contexte", TEXTS, "rappel du contexte, un paragraphe par ligne"),
        Field("objectifs", TEXTS, "les objectifs, un par ligne"),
        Field("introduction", PARAGRAPHS, "vos paragraphes en tête de la synthèse, une ligne vide entre deux"),
        Field("conclusion", PARAGRAPHS, "vos paragraphes à la fin de la synthèse, avant les annexes"),
        Field("acteurs", ListOf(ACTOR), "les types d’acteurs présents"),
        Field("groupes", ListOf(GROUP), "les groupes qui travaillent ensemble"),
        Field("structures", TEXTS, "qui peut prendre la parole"),
        Field("personnes", Number(1, 10_000), "nombre de personnes attendues"),
        Field(
            "sigles",
            Words(TEXT),
            "sigles et leurs mots : {CLS: contrat local de santé} ; deux idées qui les disent sont la même",
        ),
        Field("participants", TEXT, "fichier des participants, supprimé quand on efface les noms"),
        Field("repartition", SHARING, "comment les groupes se composent d’après cette liste"),
        Field("sequences", ListOf(SEQUENCE), "les moments de la journée, dans l’ordre", required=True),
        Field("charte", CHARTER, "le style de l’organisme"),
        Field("conservation", RETENTION, "combien de temps garder les noms"),
        Field("modele", MODEL, "à quoi sert ce modèle de journée ; sans effet une fois copié"),
    ),
)
