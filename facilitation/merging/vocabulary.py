"""Words that make two ideas different however alike they look (negations, opposites, people), and words that say little."""

from __future__ import annotations

from facilitation.merging.plurals import one_spelling

AND = "et"


def _keys(words: str) -> frozenset[str]:
    return frozenset(one_spelling(word) for word in words.split())


# Prepositions and the like: what stands on either side is not interchangeable.
LINKS = _keys(
    "de a vers pour par sur avec sans entre dans en chez contre envers hors sous depuis dès avant après pendant selon "
    "malgré sauf jusque via comme que qu qui dont où ou si car mais donc afin lors quand plutôt"
)
# What stands before goes to, comes before or serves what stands after: turned round, it is another idea.
DIRECTIONS = _keys("avant après pour vers contre par puis plutôt que sans → ← sur sous") | {"→", "←", ">", "<"}
# Said of something: not there, or not enough of it.
NEGATIONS = _keys(
    "pas ne n non ni sans aucun aucune jamais rien nul nulle sauf hors sous anti interdire interdit "
    "interdiction stop stopper manque manques manquer manquant absence absent "
    "absente peu insuffisant insuffisante insuffisance insuffisamment faible faiblesse défaut pénurie carence déficit "
    "fin arrêt arrêter refus refuser éviter perte trop guère fini"
)
# Different words for one lack: compared by what is lacking.
LACKS = _keys(
    "pas n ne aucun aucune sans manque manques manquer absence peu insuffisant insuffisante insuffisance "
    "insuffisamment faible pénurie carence déficit défaut assez suffisamment"
)
MODALS = frozenset({"falloir", "devoir", "pouvoir", "vouloir", "souhaiter", "savoir", "avoir"})
FILLERS = _keys(
    "assez suffisamment vraiment très trop beaucoup vrai vraie réel réelle grand grande bien plus de d a le la les un une"
)
_OPPOSITES = (
    "avec|sans", "pour|contre", "monsieur m|madame mme", "lutter|favoriser", "plus +|moins −",
    "facile facilité facilement|difficile difficulté difficilement complexe",
    "interne intérieur|externe extérieur", "individuel individuelle|collectif collective", "court courte|long longue",
    "avant|après",
    "augmenter augmentation hausse renforcer renforcement|diminuer diminution baisse réduire réduction affaiblir",
    "ouvrir ouverture ouvert ouverte|fermer fermeture fermé fermée", "urbain urbaine|rural rurale",
    "public publique|privé privée", "formel formelle|informel informelle",
    "force forces fort forte|faible faiblesse faiblesses", "levier|frein obstacle",
    "bon bonne bien|mauvais mauvaise mal", "positif positive|négatif négative", "ajouter|retirer supprimer",
    "créer création|supprimer suppression", "début commencer démarrer|fin finir terminer", "entrée|sortie",
    "ascendant ascendante|descendant descendante", "haut haute|bas basse", "rapide rapidement|lent lente lentement",
    "gratuit gratuite gratuité|payant payante", "obligatoire|facultatif facultative volontaire",
    "local locale|national nationale", "départemental départementale|régional régionale",
    "communal communale|intercommunal intercommunale", "physique|mental mentale",
    "humain humaine|financier financière|matériel matérielle", "médical médicale|social sociale",
    "accepter acceptation|refuser refus", "inclure inclusion|exclure exclusion", "confiance|méfiance défiance",
    "ensemble|seul seule", "présence présent présente|absence absent absente", "gagner gain|perdre perte",
    "égalité|inégalité", "possible|impossible", "connu connue|inconnu inconnue", "présentiel|distanciel distance visio",
    "amont|aval", "primaire|secondaire|tertiaire", "soin soins|prévention", "ville|hôpital",
    "quantitatif quantitative|qualitatif qualitative", "théorie théorique|pratique",
    "pérenne|ponctuel ponctuelle temporaire", "donner|recevoir", "matin|soir|midi", "été|hiver", "nord|sud", "est|ouest",
    "jour quotidien|semaine hebdomadaire|mois mensuel mensuelle|trimestre trimestriel|an année annuel annuelle",
    "stable stabilité|instable instabilité",
    "simple simplifier simplification|complexe compliqué complexifier", "tôt|tard", "commun commune|propre spécifique",
    "initial initiale|continu continue", "ancien ancienne ancienneté|nouveau nouvelle nouveauté", "théorique|pratique",
    "dépendance dépendant|indépendance indépendant autonomie", "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre", "jour|nuit",
    "trop|assez peu", "toujours|jamais parfois", "tout tous toutes|aucun aucune certains", "centraliser|décentraliser",
    "sanitaire|social sociale", "oral orale|écrit écrite", "court-terme|long-terme", "minimum|maximum",
    "premier|dernier", "convergence|divergence", "offre|demande", "émetteur|récepteur", "employeur|employé",
    "attractif|répulsif", "élargir|restreindre",
)  # fmt: skip
# People: an idea about some is not an idea about others, nor about nobody in particular.
_PEOPLE = (
    "patient patiente malade", "usager usagère", "bénéficiaire", "habitant habitante", "citoyen citoyenne", "population",
    "riverain", "professionnel professionnelle pro", "soignant soignante", "médecin généraliste", "infirmier infirmière",
    "pharmacien", "psychologue", "libéral libéraux libérale", "paramédical", "kinésithérapeute kiné", "hospitalier",
    "sage-femme", "dentiste", "psychiatre", "élu élue", "technicien", "bénévole", "salarié salariée",
    "étudiant étudiante", "élève", "jeune ado adolescent adolescente jeunesse", "enfant", "bébé nourrisson",
    "aîné aînée senior âgé âgée vieux", "adulte", "homme masculin", "femme féminin féminine", "fille", "garçon",
    "parent", "famille familial", "aidant aidante", "migrant migrante", "réfugié", "handicapé handicap", "détenu",
    "précaire", "enseignant professeur", "éducateur", "médiateur", "animateur", "formateur",
    "coordinateur coordonnateur coordinatrice coordonnatrice", "participant participante", "intervenant intervenante",
    "chercheur", "maire", "locataire", "bailleur", "visiteur", "mère", "père", "stagiaire",
)  # fmt: skip
# Organisations and places: one instead of another is another idea, one more is the same idea told further.
_BODIES = (
    "institution", "association associatif", "collectivité", "commune", "département", "région", "état", "hôpital",
    "école scolaire", "collège", "lycée", "crèche", "université", "ministère", "tutelle", "financeur", "partenaire",
    "acteur", "agence", "mutuelle", "entreprise", "prison", "quartier", "maison", "mairie",
)  # fmt: skip
_SIDES: dict[str, tuple[tuple[int, int], ...]] = {}
for _index, _group in enumerate(_OPPOSITES):
    for _side, _words in enumerate(_group.split("|")):
        for _word in _keys(_words):
            _SIDES[_word] = (*_SIDES.get(_word, ()), (_index, _side))
PEOPLE: dict[str, int] = {word: index for index, words in enumerate(_PEOPLE) for word in _keys(words)}
BODIES: dict[str, int] = {word: -1 - index for index, words in enumerate(_BODIES) for word in _keys(words)}
STOP = LINKS | _keys(
    "le la les l un une des du au aux d et ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes se s "
    "il elle on nous vous ils elles je tu y est sont être avoir faire fait cela c j m t plus"
) - NEGATIONS  # fmt: skip
# So common in this trade, or so empty (a plan, a meeting), that sharing one of them alone says nothing.
BROAD_WORDS = (
    "santé projet travail acteur territoire territorial action outil formation former équipe groupe public soin "
    "prévention réseau partenaire partenariat mise professionnel local social politique développement développer "
    "démarche accès personne besoin place information communication coordination organisation accompagnement "
    "accompagner améliorer favoriser avoir faire temps moyen ressource lien structure service commun éducation "
    "promotion partage mental médical qualité vie aide numérique dispositif mettre humain accueil patient usager "
    "habitant jeune élu association pratique approche offre parcours animation recherche support conseil comité "
    "contrat plan campagne séance atelier réunion centre programme système base technique gestion question poste lieu "
    "budget obligatoire adapté global nouveau différent question solution enjeu objectif visite journée document "
    "fiche création"
)
# Words that workshops use one for the other; they make a proposal to be checked, never a merge.
NEIGHBOURS = (
    "mobilisation mobiliser implication impliquer participation participer", "diffusion diffuser partage partager",
    "création créer élaboration élaborer construction construire",
    "appui appuyer soutien soutenir accompagnement accompagner", "mutualisation mutualiser commun",
    "rencontre rencontrer échange échanger", "méthodologie ingénierie", "interlocuteur référent", "budget financement",
    "cartographie carte", "annuaire répertoire", "freins obstacle", "connaissance connaître", "terrain territoire",
    "réduire lutter", "renforcer améliorer développer", "collaboration coopération", "coordination coordonner",
    "empilement millefeuille", "épuisement fatigue", "multiple multiplicité",
)  # fmt: skip


def opposed(one: str, other: str) -> bool:
    """Return whether two words are opposites, or one denies the other by its first letters (« mé », « in »)."""
    if any(a == b and i != j for a, i in _SIDES.get(one, ()) for b, j in _SIDES.get(other, ())):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and long.endswith(short) and long != short


def has_opposite(word: str) -> bool:
    """Return whether a word belongs to a pair of opposites."""
    return word in _SIDES


def is_sensitive(word: str) -> bool:
    """Return whether moving this word inside its sentence could change what is said."""
    return (
        word in NEGATIONS
        or word in PEOPLE
        or word in BODIES
        or word in _SIDES
        or word.startswith("#")
        or not (word[:1].isalnum() or word == ",")
    )
