"""Syntheses that the writers' tests share: the day of 16 November 2021, a debate, and awkward ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitation.synthesis import (
    UNKNOWN_GROUP,
    Bullets,
    Facts,
    Heading,
    Insight,
    Item,
    Line,
    Note,
    Paragraph,
    Poll,
    Position,
    Said,
    Section,
    Shared,
    Slot,
    Step,
    Steps,
    Synthesis,
    Table,
    Tally,
)
from facilitation.typography import french

ACTORS = (
    "ASV/CLSM/CLS",
    "CoDES et autres acteurs de la prévention : Mutualité Française Sud, Association Siel Bleu, Planning Familial 13",
    "CPTS",
)
SHORT = ("ASV/CLSM/CLS", "Prévention", "CPTS")
GROUPS = ("Acteurs du 13", "Acteurs du 84, 04 et 05", "Acteurs du 83 et 06")

# One list per actor and per part of the body, the ideas as the 2021 document prints them.
SILHOUETTES = (
    (
        (
            "Connaissance du territoire|Paysage institutionnel|Jeux d'acteurs|Ingénierie/méthodologie de "
            "projet|Développement local|"
            "Approche transversale|Adaptabilité, patience, polyvalence|Méthodologie de projet|Analyse, synthèse, Communication|"
            "Connaissance du territoire et des partenaires|Interface (partenaires, institutions, élus)|Valoriser l'existant|"
            "Animation de réseau, réunions, groupes de travail"
        ),
        (
            "Partenariat 50/50|Respect/Humanité|Co-construction/Co-élaboration|Réduction des ISTS|Partage|Echange|"
            "Ethique (surtout en santé mentale)"
        ),
        (
            "Plan local de santé publique (PLSP)|Comité de pilotage|Contrat de ville|Dispositifs contractuels|Partenariats|"
            "Equipe politique de la ville|Appels à projets|Instance de suivi et pilotage|"
            "Dynamiques territoriales de santé (CLS, CPTS...)|Veille|Réseau|Technique d'animation (GT, réunions...)|"
            "Structures ressources (CRES, CoDES...)|Copil, groupe de travail, plénières|Groupes de travail|"
            "Couteau suisse (Facha touto)|Disponibilité|Dynamisme|Implication|Communication (plaquettes, campagne...)|"
            "Etude situation|Formations|Outils SM|Visio"
        ),
        (
            "Ancienneté de la dynamique ASV|Poste de coordination dédié|Proximité avec l'ARS dans le 13|Animation territoriale|"
            "Lutte contre la désertification médicale, l'accès aux soins|Développement des compétences psychosociales|"
            "Urbanisme favorable à la santé|Santé mentale|Prévention : santé buccodentaire, dépistage cancer|"
            "Lutte contre les violences|Devenir des contrats de ville|Prévenir l'incurie en logement|"
            "Former-informer les acteurs du logement|Outiller les acteurs de la santé mentale|Faire vivre l'interconnaissance|"
            "Essaimer sur les territoires|Déboucher sur des solutions pratiques|Ambassadeur santé|"
            "Santé mentale : étude de situation, exposition à faire tourner|Implication des habitants, co-construction|"
            "Formation SM/Addictions, liens entre SM/addictions|Développer les liens social/santé"
        ),
        (
            "Portage politique|Budget, financements, temps de travail (2 postes en 1)|Turn-over des équipes|"
            "Logiques institutionnelles et temps|Portage du poste ASV|Différence entre le temps politique et le technique|"
            "Financement et pérennité des postes|Mobilisation des publics et des partenaires|Devenir des contrats de ville|"
            "Portage politique insuffisant|Absence de statut juridique (CLSM)|Inerties (institutionnelles, collectivités)|"
            "Travailler avec les Centres hospitaliers spécialisés (la psychiatrie) : passif institutionnel qui génère encore "
            "aujourd'hui lourdeurs et souffrance au niveau des équipes|Articulation PTA"
        ),
    ),
    (
        (
            "Santé publique|Social, médico-social|Réseau|Capacité à fédérer|Travail technique en partenariat avec les élus|"
            "Adaptabilité|Connaissance patients/population, territoire et thématique|Transversalité|Ingénierie de projet|"
            "Accompagnement méthodo des acteurs|Complémentarité|Vision territoriale|Santé publique|"
            "Promotion de la santé (éducation/prévention)|Méthodologie de projet (élaboration, suivi, évaluation)|Formations|"
            "Animation de projet prév"
        ),
        (
            "Approche positive|Solidarité|Bienveillance|Equité|Accessibilité|Promotion de la santé|Partage|Equité|"
            "Proximité (proche du terrain)|Humilité et animation|Ecoute/Respect|Inconditionnalité|Partage"
        ),
        (
            "Accompagnement et conseils|Innovation R&D|Activité physique adaptée|Outils pédagogiques|Brochures/affiches|"
            "Supports de communication|Documentation|Bibliothèque|Suivi/évaluation|Accompagnement méthodologique|"
            "Technique d'animation|Plaidoyer|Formation|Sensibilisation|Compétence, connaissances|Bases de données|Réseau|"
            "Accompagnements collectifs/Individuels|Centre ressources doc/pédagothèques|Equipe pluridisciplinaire formée|"
            "Atelier échange de pratique|Site"
        ),
        (
            "Innovation R &D|Evaluation|Démarche qualité|Réseau professionnel|Complémentarité des procédures administratives|"
            "La cohérence avec nos valeurs|Adaptabilité|Souplesse|Les partenariats|Pluridisciplinarité"
        ),
        (
            "Financements|Stabilité/projection/Pluriannualité|Coordination|"
            "Développer des partenariats pour œuvrer en synergie et lutter contre les inégalités sociales en santé|"
            "Être mieux identifiés|Insérer la santé publique dans toutes les politiques de santé|Stabiliser les financements|"
            "Manque de moyens humains et financiers|Résultats peu visibles ou non quantifiables|"
            "Valorisation de ce qui peut être fait (publication, écriture)"
        ),
    ),
    (
        (
            "Savoir faire|Agilité, adaptabilité et réactivité du coordinateur|Dynamiser, motiver|Fédérer|Impliquer|Accompagner|"
            "Connaissance terrain + libéral|Organisation|Formation|Communication|Expertise de santé|Ingénierie de projet|"
            "Animation territoriale|Diplomatie, management, médiation, travail en réseau|Diagnostic territorial|Conception PdS|"
            "Partenariat"
        ),
        (
            "Transmission|Partage|Solidarité|Bienveillance|Entraide|Pluripro|Equité|Travail d'équipe|Fédérer|"
            "Egalité d'accès aux soins|Dynamiser|Innovation|Transparence|Inclusive|Cadre légal"
        ),
        (
            "Projet de santé|Communication|Formation|Informatique|Système d'information|Outils numériques|Réseaux|Partenariats|"
            "Réunions|Formations/Informations des professionnels|PDS|RH|Système informatique|Doc de référence|"
            "Technique d'animation|Evaluation : critères de suivi|Indicateurs|Protocoles|Rezone|Communication"
        ),
        (
            "Missions socles|Appels à projet|Visée : amélioration de l'offre de soin et des conditions d'exercice|"
            "Accès aux soins (programmés et non programmés)|Parcours de soins (personnes âgées, oncologie : "
            "développement du lien "
            "ville/hôpital, ateliers sport et nutrition)|Prévention : addiction aux écrans, vaccination "
            "obligatoire, vaccination "
            "papillomavirus, maladies cardiovasculaires (dépistage, crise suicidaire)|"
            "Amélioration de l'offre de soins et de l'exercice coordonné"
        ),
        (
            "Multiplication des outils de com|Corporatisme médico-centré|A priori CPTS-MSP|Jeux politiques (entre territoires)|"
            "Nouveauté, jeunesse|Manque d'information sur les structures|Financements|Temps|Concurrence|"
            "Devenir incertain, perspectives|Résistance au changement|Méconnaissance du fonctionnement des "
            "partenariats, de la part "
            "des pros par rapport aux CPTS|Multiplicité des acteurs|Effet millefeuille|Missions qui s'ajoutent hors ACI|"
            "Accès aux outils existants|Epuisement des professionnels|Ressources humaines|Résistance au changement|Politiques|"
            "Crise sanitaire|Système informatique (différence du SI entre les CPTS et entre les acteurs du territoire)|"
            "Pas de valorisation, de newsletter|Ressources humaines|Crise covid"
        ),
    ),
)
ZONES = (
    Heading("Expertise/savoir-faire", hint="notre expertise, notre savoir", zone="tête"),
    Heading("Valeurs", hint="les valeurs qui guident nos missions", zone="cœur"),
    Heading("Outils", hint="les moyens que nous avons pour mener à bien nos actions et nos missions", zone="mains"),
    Heading(
        "Ce qui permet d'avancer/les projets/les motivations",
        short="Ce qui permet d’avancer",
        hint="ce qui nous fait avancer en ce moment, nos projets",
        zone="jambe droite",
    ),
    Heading("Freins", hint="ce qui nous freine, nos besoins pour avancer sur nos projets", zone="jambe gauche"),
)
# What the row can bring to the column, in the order of ACTORS, then the people concerned to everybody.
MEETINGS = {
    (0, 2): "Un diagnostic partagé territorial|Être relais de communication|Le lien avec les secteurs social, associatif, les "
    "élus locaux|Le repérage des fragilités, l'absence de médecin traitant|Facilitation pour les interventions auprès des "
    "publics précaires|Co-construction d'action|Ouverture de leurs réseaux",
    (2, 0): "Appui à l'accès aux soins|Accès aux libéraux pour de la communication|Diagnostic partagé|"
    "Co-construction d'actions|Ouverture de leurs réseaux",
    (1, 2): "Accompagnement sur les projets de prévention-promotion de la santé (PPS)|Accompagnement/parteneriat sur des "
    "thématiques de santé, comme le repérage de la crise suicidaire, la santé mentale, etc.|Recherche de financement|"
    "Accompagnement sur les techniques d'animation de réunions|Formation (méthodo, technique d'animation, ETP, entretien "
    "motivationnel...)|Outils, notamment de communication et pédagogiques (mallettes)|Dynamique par rapport à la valorisation "
    "des actions|Apport de réseau (accès à de nouveaux partenaires, diffusion de l'information et communication...)|"
    "Analyse de pratiques : organisation possible de séances pour des groupes coordinateurs CPTS/professionnels de santé.",
    (2, 1): "Accès aux libéraux pour de la communication|Besoins de RH paramédical et médical (par exemple pour les actions "
    "« Check up santé »)",
}
USERS = "Expertise|Aide à la construction d'actions, dont ETP|Aide à la connaissance des associations de patients"
IDEAS = (
    "Organisation de temps conviviaux, de sensibilisation, de partage sur les métiers pour faire connaissance|Mise en place "
    "d'une cartographie des acteurs avec leurs principaux champs d'action et le qui fait quoi|Mise en place d'un annuaire des "
    "acteurs|Diffusion des projets de santé, des feuilles de route, des Plans locaux de santé publique des ASV (PSLP)|Mise en "
    "commun des outils|Identification des interlocuteurs : ARS, CPAM, hôpitaux, collectivités|Mise en place d'un service "
    "communication au sein de la « tutelle » (création d'un référent exercice coordonné)|Des ACI pour la communication"
)
CONTEXT = (
    (
        "Les stratégies de santé locale doivent reposer sur une approche globale et décloisonnée, intégrant les enjeux de la "
        "promotion de la santé (agir notamment sur les déterminants de santé) et de l’accès aux soins."
    ),
    (
        "Les CLS/CLSM/ASV s’inscrivent dans une approche globale de la santé. Elles ont une forte dimension "
        "prévention-promotion de "
        "la santé, et proposent des actions agissant sur les déterminants de santé. Les CPTS ont vocation première d’améliorer "
        "l’accès aux soins et les parcours des patients et ont un volet prévention obligatoire dans leur "
        "projet de santé, volet "
        "souvent moins investi que les autres missions obligatoires."
    ),
    (
        "Favoriser les synergies, les complémentarités et les articulations entre les CPTS et les "
        "CLS/CLSM/ASV est ainsi nécessaire "
        "pour une réponse globale en matière de santé sur les territoires."
    ),
    (
        "Il s’agit également de favoriser les liens et collaborations avec les acteurs de la prévention "
        "promotion de la santé, en "
        "particulier dans le cadre de cette journée avec les Comités d’éducation pour la santé (CoDES), qui "
        "peuvent soutenir les "
        "articulations entre les démarches territoriales ou accompagner les CPTS dans leurs actions de prévention."
    ),
)
POSITIONS = (
    Position("Pas du tout d’accord", "assis", -1.0),
    Position("Plutôt d’accord", "debout", 0.5),
    Position("Tout à fait d’accord", "debout, bras en l’air", 1.0),
)


def items(ideas: str, *groups: str) -> tuple[Item, ...]:
    """Return the ideas of a « | » list, each said once, by the groups in turn (nobody knows whom when there is none)."""
    return tuple(
        Item(text, (Said(f"{len(ideas)}-{at}", text, groups[at % len(groups)] if groups else UNKNOWN_GROUP),))
        for at, text in enumerate(ideas.split("|"))
    )


def day() -> Synthesis:
    """Return the day of 16 November 2021: context, groups, Silhouette, speed-dating, other ideas, where ideas come from."""
    return Synthesis(
        key="journee-2021",
        title="De la promotion de la santé à l’accès aux soins",
        subtitle=french("Quelle articulation entre les démarches territoriales de santé à l’heure des CPTS ?"),
        kind="Synthèse des ateliers",
        overtitle="Journée d’échanges régionale",
        date=date(2021, 11, 16),
        place="IFSI du GCSPA, CH Montperrin",
        organisation="CRES Paca",
        ideas=270,
        sections=(context(), composition(), silhouettes(), dating(), annex()),
    )


def context() -> Section:
    """Return why the day was held, and what for."""
    aims = (
        "Mieux se connaître et susciter l’envie de travailler ensemble",
        "Identifier des pistes pour mieux favoriser les articulations de retour sur le territoire",
    )
    return Section(
        "Rappel du contexte et des objectifs",
        (
            Bullets("Objectifs des ateliers", tuple(map(Item, aims)), boxed=True),
            Bullets("Contexte", tuple(map(Item, CONTEXT))),
        ),
        kind="contexte",
    )


def composition() -> Section:
    """Return who was there: counts by group and by actor, with sums."""
    columns = tuple(map(Heading, ("ASV/CLSM/CLS", "Prévention", "CPTS, MSP", "Autres", "Ensemble")))
    rows = (*zip(GROUPS, ((4, 3, 11, 1, 19), (4, 4, 3, 2, 13), (1, 4, 3, 1, 9)), strict=True), ("Ensemble", (9, 11, 17, 4, 41)))
    lines = tuple(
        Line(title, tuple(Slot(text=str(number)) for number in numbers), total=title == "Ensemble") for title, numbers in rows
    )
    return Section(
        "Composition des groupes",
        (
            Paragraph(
                "3 groupes de travail, avec un animateur par groupe. Les participants ont été répartis selon leur appartenance "
                "géographique et de manière que soit représenté l’ensemble des démarches concernées par la journée.",
                lead=True,
            ),
            Table(
                "composition",
                "Nombre de personnes par groupe et par démarche",
                columns,
                lines,
                rows_title="Groupe",
                figure="nombres",
                message="41 personnes en trois groupes de 9 à 19",
            ),
            Note(french("Autres : assurance maladie, association de patients, observateur de l’URPS ML.")),
        ),
        kind="composition",
    )


def silhouettes() -> Section:
    """Return the Silhouette: facts, instructions, the big table, what is common."""
    lines = tuple(
        Line(title, tuple(Slot(items(zone, *GROUPS)) for zone in zones), short=short)
        for title, short, zones in zip(ACTORS, SHORT, SILHOUETTES, strict=True)
    )
    table = Table(
        "silhouettes/portraits",
        "Les silhouettes des trois groupes, compilées par démarche",
        ZONES,
        lines,
        rows_title="Démarches",
        figure="silhouette",
        message=french("ASV/CLSM/CLS : 80 idées, dont 24 pour « Outils »"),
    )
    steps = (
        Step("Consigne", 300, "Dessinez une silhouette : chaque partie du corps dit quelque chose de vous."),
        Step("Chaque sous-groupe remplit sa silhouette", 1500),
        Step("Présentation des silhouettes en grand groupe", 1800),
    )
    own = (
        ("ASV/CLSM/CLS", items("Partenariat 50/50|Respect/Humanité|Co-construction/Co-élaboration|Réduction des ISTS|Echange")),
        ("Prévention", items("Approche positive|Accessibilité|Humilité et animation|Inconditionnalité")),
        ("CPTS", items("Transmission|Entraide|Pluripro|Travail d'équipe|Transparence|Cadre légal")),
    )
    common = Shared(
        "Valeurs",
        items("Partage"),
        tuple(("Prévention et CPTS", item) for item in items("Solidarité|Bienveillance|Equité")),
        own,
        message=french("Valeurs : une idée commune aux trois, trois communes à deux"),
    )
    facts = Facts(
        (
            ("But", "mieux se connaître et susciter l’envie de travailler ensemble"),
            ("Outil", "la Silhouette"),
            ("Matériel", "une feuille de paperboard par sous-groupe, des feutres"),
        )
    )
    return Section(
        "Mieux se connaître",
        (
            facts,
            Steps("Déroulé", steps),
            Section("Retranscription des silhouettes", (table,), key="portraits"),
            Section("Ce qui est commun, ce qui est propre à un acteur", (common,)),
        ),
        kind="sequence",
        key="silhouettes",
        figure="silhouette",
        part="1re partie",
        aim="Mieux se connaître et susciter l’envie de travailler ensemble",
        seconds=3600,
    )


def dating() -> Section:
    """Return the speed-dating: who can bring what to whom, then other ideas."""
    facts = Facts((("Outil", "speed-dating avec les CPTS"), ("Durée", "30 min")))
    return Section(
        "Identifier des pistes pour mieux s’articuler",
        (
            facts,
            Paragraph(
                "Au regard des besoins et des projets évoqués précédemment, les participants ont été invités à échanger entre "
                "eux sur ce que leur démarche peut apporter aux autres démarches."
            ),
            meetings(),
            Bullets(
                "Ce que les usagers et personnes concernées peuvent apporter à toutes les démarches", items(USERS, *GROUPS)
            ),
            Bullets("Autres pistes et actions proposées", items(IDEAS, *GROUPS), message="Huit autres pistes proposées"),
        ),
        kind="sequence",
        key="dating",
        figure="matrice",
        part="2e partie",
        seconds=1800,
    )


def meetings() -> Table:
    """Return the matrix of the speed-dating; the two actors who never met are said so."""
    called = ("les ASV/CLSM/CLS", "les acteurs de la prévention", "les CPTS")

    def slot(row: int, column: int) -> Slot:
        sentence = f"Ce que {called[row]} peuvent apporter aux {called[column].removeprefix('les ')}"
        if row == column:
            return Slot(empty="Sans objet", asked=False)
        ideas = MEETINGS.get((row, column))
        return (
            Slot(items(ideas, *GROUPS), sentence=sentence) if ideas else Slot(empty="Non posé", sentence=sentence, asked=False)
        )

    lines = tuple(Line(title, tuple(slot(row, at) for at in range(3)), short=SHORT[row]) for row, title in enumerate(ACTORS))
    heads = tuple(Heading(title, short) for title, short in zip(ACTORS, SHORT, strict=True))
    return Table(
        "dating/apports",
        "Ce que chaque démarche peut apporter aux autres",
        heads,
        lines,
        rows_title="Démarche qui apporte",
        figure="matrice",
        message="23 apports notés, deux rencontres non posées",
    )


def annex() -> Section:
    """Return which group said what, and how near ideas were put together."""
    merged = (
        ("Ingénierie de projet", "Ingénierie/méthodologie de projet|Ingénierie de projet|Méthodologie de projet"),
        (
            "Connaissance du territoire",
            "Connaissance du territoire|Connaissance du territoire et des partenaires|Connaissance terrain + libéral",
        ),
        ("Financements", "Budget, financements, temps de travail (2 postes en 1)|Financements|Stabiliser les financements"),
    )
    lines = tuple(
        Line(kept, (Slot((Item(kept, tuple(said for item in items(wordings, *GROUPS) for said in item.said)),)),))
        for kept, wordings in merged
    )
    table = Table(
        "annexe/provenance",
        "Idées réunies et formulations d’origine",
        (Heading("Dite ainsi, par"),),
        lines,
        rows_title="Idée retenue",
        figure="annexe",
    )
    return Section(
        french("Annexe : d’où vient chaque idée"),
        (
            Paragraph(
                "Ce tableau dit quel groupe a dit quoi, et comment les idées proches ont été réunies. Rien de ce qui a été dit "
                "n’est perdu.",
                lead=True,
            ),
            table,
        ),
        kind="annexe",
    )


def debate() -> Synthesis:
    """Return a débat mouvant of four statements: counted once, counted twice, worded without counts, never put."""
    polls = (
        Poll(
            "q1", 1, 4, "Ma structure connaît bien les CPTS de son territoire", POSITIONS,
            (Tally("Effectifs", (14, 6, 2), 24),), "plutôt pas d’accord", computed=True,
            message="La salle est « plutôt pas d’accord »",
            method="Moyenne des poids (−1 à 1) et accord A de van der Eijk.",
        ),
        Poll(
            "q2", 2, 4,
            "Mon conseil en nutrition est déterminant pour le comportement alimentaire de la personne que je "
            "reçois", POSITIONS, (Tally("Avant les arguments", (20, 11, 9)), Tally("Après les arguments", (15, 11, 14))),
            "contrastée",
            message="Après les arguments, cinq personnes de plus sont d’accord",
            moves="5 personnes de moins sont assises, 5 de plus lèvent les bras.",
        ),
        Poll("q3", 3, 4, "La prévention est l’affaire de tous", POSITIONS, verdict="d’accord, avec des nuances"),
        Poll("q4", 4, 4, "Un annuaire suffit pour travailler ensemble", POSITIONS, (Tally("Effectifs", (None, None, None)),)),
    )  # fmt: skip
    insight = Insight(
        "Ce que disent les études",
        (
            "Une action brève en santé est déterminante en médecine générale… mais ne suffit pas.",
            "Dans un changement de comportement, les déterminants sociaux, culturels… jouent un rôle majeur pour la personne.",
        ),
        ("Haute Autorité de santé, 2019", "Santé publique France, 2021"),
        number=2,
        total=4,
    )
    arguments = Table(
        "debat/arguments",
        "Les arguments entendus, par position",
        tuple(Heading(position.label) for position in POSITIONS),
        (
            Line(
                "Mon conseil en nutrition est déterminant",
                (
                    Slot(items("Le budget décide avant moi|On n'a pas le temps", *GROUPS)),
                    Slot(items("Ça dépend de la relation", *GROUPS)),
                    Slot(empty="Aucun argument noté"),
                ),
            ),
        ),
        rows_title="Énoncé",
        figure="positions",
    )
    steps = (Step("Lire l’énoncé", 30), Step("Chacun se place", 30), Step("Échange d’arguments", 300))
    blocks = (
        Steps("Déroulé", steps, POSITIONS, french("Prêts ?")),
        polls[0], polls[1], insight, polls[2], polls[3],
        Section("Arguments", (arguments,)),
        Note("Effectifs fictifs, pour l’exemple."),
    )  # fmt: skip
    section = Section("Débat mouvant", blocks, kind="sequence", key="debat", figure="positions", part="3e partie", seconds=2400)
    return replace(day(), key="debat", title="Prévention et soin", subtitle="", ideas=3, sections=(section,))


def many(ideas: int) -> Synthesis:
    """Return a day whose one table holds that many ideas, and an annex that says who said each."""
    texts = [f"Idée n° {number} sur l’articulation des démarches dans le territoire" for number in range(1, ideas + 1)]
    said = [Item(text, (Said(f"r{number}", text, GROUPS[number % 3]),)) for number, text in enumerate(texts)]
    share = max(1, -(-ideas // 15))
    runs = [tuple(said[at : at + share]) for at in range(0, 15 * share, share)]
    lines = tuple(
        Line(title, tuple(Slot(run) if run else Slot(empty="Aucune idée notée") for run in runs[5 * row : 5 * row + 5]))
        for row, title in enumerate(ACTORS)
    )
    big = Table("big", "Toutes les idées", ZONES, lines, rows_title="Démarches")
    origin = tuple(Line(item.text, (Slot((item,)),)) for item in said)
    annexed = Table(
        "annexe", "Qui a dit quoi", (Heading("Dite ainsi, par"),), origin, rows_title="Idée retenue", figure="annexe"
    )
    return replace(
        day(),
        ideas=ideas,
        sections=(
            Section("Un grand tableau", (big,), kind="sequence"),
            Section(french("Annexe : d’où vient chaque idée"), (annexed,), kind="annexe"),
        ),
    )


def empty() -> Synthesis:
    """Return a document where nothing was said yet."""
    nothing = Line("CPTS", (Slot(empty="Aucune idée notée"),))
    table = Table("vide", "Les idées", (Heading("Idées"),), (nothing,), rows_title="Démarches")
    section = Section(
        "Une séquence à venir", (table, Shared("Idées", (), (), ()), Bullets("Autres pistes", ())), kind="sequence"
    )
    return Synthesis("vide", "Journée sans réponse", "Synthèse des ateliers", date(2024, 3, 1), (section,))


HOSTILE = (
    "a < b && c > \"d\" 'e'",
    "]]> <!-- x --> &amp; &#0;",
    "sonnerie \x07 et \x00 nul, \ud800 orpheline, \ufffe hors jeu",
    "שלום, مرحبا (arabe)",
    "👩🏽‍⚕️ e\u0301 ﬁn \u200b\u202fœŒæÇ « ’ – … €",
    "=1+1",
    "participant·es et élu.e.s",
    "deux\nlignes\tet une tabulation",
    "x" * 300,
    " ",
)


def hostile() -> Synthesis:
    """Return a document made of every character that has broken a file format."""
    said = tuple(Item(text, (Said(f"h{at}", text, f"<groupe & {at}>"),)) for at, text in enumerate(HOSTILE))
    table = Table("h", "Titre <b> & \x0b", (Heading("Colonne & <i>"),), (Line("Ligne \x1b <u>", (Slot(said),)),), "Rang & co")
    section = Section("Section <&> \x01", (Bullets("Liste & <liste>", said), table, Note("Note \x02 <&>")), kind="sequence")
    return replace(day(), title="Titre & <titre> \x03", organisation="Org & <org> \x04", sections=(section,))
