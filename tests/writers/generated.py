"""Syntheses made from a seed: tables of every figure, lists, polls, from nothing said to long lists of long ideas."""

from datetime import date
from random import Random

from facilitation.synthesis import (
    UNKNOWN_GROUP,
    Block,
    Bullets,
    Facts,
    Heading,
    Insight,
    Item,
    Line,
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

WORDS = (
    "accès", "aux", "soins", "et", "prévention,", "réseau", "des", "élus/habitants", ":", "diagnostic", "partagé", "«",
    "ensemble", "»", "santé-environnement",
)  # fmt: skip
ZONES = ("tête", "cœur", "mains", "jambe droite", "jambe gauche")
GROUPS = ("Haut-Pays", "Vallée", UNKNOWN_GROUP)
GESTURES = ("assis", "debout", "debout, bras en l’air", "")
LONGEST_IDEA, LONGEST_TITLE = 300, 200


class Generated:
    """Everything a synthesis can hold, drawn from one seed; ideas all differ."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)
        self.number = 0

    def synthesis(self) -> Synthesis:
        """Return a whole document: aims, context, one to three sequences."""
        aims = Bullets("Objectifs", tuple(Item(self.title()) for _ in range(self.dice.randint(0, 5))), boxed=True)
        context = Bullets("Contexte", tuple(Item(self.words(60, 600)) for _ in range(self.dice.randint(0, 9))))
        sections = tuple(self.sequence() for _ in range(self.dice.randint(1, 3)))
        first = Section("Objectifs", (aims, context), kind="contexte")
        return Synthesis("s", self.title(), "Synthèse", date(2024, 3, 1), (first, *sections), place=self.title(), ideas=3)

    def sequence(self) -> Section:
        """Return a sequence: its card, statements, tables, a list."""
        steps = tuple(
            Step(self.name(), self.dice.choice((0, 300)), self.words(1, 300) if self.often() else "")
            for _ in range(self.dice.randint(0, 6))
        )
        asked = self.polls() if self.often() else ()
        blocks: list[Block] = [Facts((("Matériel", self.title()), ("Outil", self.name())))]
        blocks.append(Steps("Consignes", steps, asked[0].positions if asked else (), "Prêts\u00a0?" if asked else ""))
        blocks += (Section(f"Question n° {poll.number}", (poll, self.insight(poll)), kind="question") for poll in asked)
        blocks += (self.table() for _ in range(self.dice.randint(0, 2)))
        if self.often():
            blocks.append(Bullets(self.title(), self.items(12)))
        if self.often():
            blocks.append(self.shared())
        figure = self.dice.choice(("silhouette", "matrice", "positions", "tableau"))
        return Section(
            self.title(), tuple(blocks), kind="sequence", figure=figure, part="1re partie", aim=self.title(), seconds=600
        )

    def table(self) -> Table:
        """Return a table of any figure, one to five rows and columns."""
        figure = self.dice.choice(("silhouette", "tableau", "matrice", "positions", "fiche"))
        columns, rows, most = self.dice.randint(1, 5), self.dice.randint(1, 5), self.dice.choice((1, 4, 12))
        heads = tuple(Heading(self.title(), zone=ZONES[at] if figure == "silhouette" else "") for at in range(columns))
        lines = tuple(Line(self.title(), tuple(self.slot(most) for _ in range(columns))) for _ in range(rows))
        return Table("t", self.title(), heads, lines, rows_title=self.dice.choice(("Démarches", "Actrice", "")), figure=figure)

    def slot(self, most: int) -> Slot:
        """Return a cell: ideas, nothing noted, or not asked."""
        said = self.items(most)
        asked = bool(said) or self.often()
        return Slot(said, empty="" if said else "Aucune idée notée" if asked else "Non posé", asked=asked)

    def items(self, most: int) -> tuple[Item, ...]:
        """Return none, one, a few, or 25 ideas, some of 300 signs."""
        count = self.dice.choice((0, 1, 7, 8, 25)) if most > 4 and self.dice.random() < 0.2 else self.dice.randint(0, most)
        return tuple(self.item() for _ in range(count))

    def item(self) -> Item:
        """Return an idea unlike any other."""
        self.number += 1
        length = LONGEST_IDEA if self.dice.random() < 0.05 else self.dice.randint(3, 90)
        text = f"idée {self.number} : {self.words(1, length)}"[:LONGEST_IDEA].strip()
        author = "CPTS du Lac" if self.often() else ""
        return Item(text, (Said(f"r{self.number}", text, self.dice.choice(GROUPS), author),))

    def shared(self) -> Shared:
        """Return what is common, some of it, with or without each one's own."""
        own = tuple((self.name(), self.items(7)) for _ in range(self.dice.randint(0, 5)))
        some = tuple((self.name(), item) for item in self.items(4))
        return Shared(self.title(), self.items(4), some, own)

    def polls(self) -> tuple[Poll, ...]:
        """Return up to twelve statements, counted or not, in up to three rounds, two to five positions."""
        total = self.dice.randint(1, 12)
        many = self.dice.randint(2, 5)
        positions = tuple(Position(self.name(), self.dice.choice(GESTURES), None) for _ in range(many))
        return tuple(self.poll(number, total, positions) for number in range(1, total + 1))

    def poll(self, number: int, total: int, positions: tuple[Position, ...]) -> Poll:
        """Return one statement."""
        room = self.dice.choice((20, 400))
        tallies = tuple(
            self.tally(title, positions, room) for title in ("Avant", "Après", "Le soir")[: self.dice.randint(0, 3)]
        )
        verdict = self.title() if self.often() else ""
        return Poll(f"q{number}", number, total, self.title(), positions, tallies, verdict)

    def tally(self, title: str, positions: tuple[Position, ...], room: int) -> Tally:
        """Return one round, some positions not counted."""
        counts = tuple(self.dice.choice((None, self.dice.randint(0, room), self.dice.randint(0, room))) for _ in positions)
        return Tally(title, counts, self.dice.choice((None, room)))

    def insight(self, poll: Poll) -> Insight:
        """Return what the expert adds to a statement."""
        points = tuple(self.words(5, 250) for _ in range(self.dice.randint(0, 9)))
        sources = tuple(self.title() for _ in range(self.dice.randint(0, 3)))
        return Insight(self.title() if self.often() else "", points, sources, poll.number, poll.total)

    def often(self) -> bool:
        """Return true half of the time."""
        return self.dice.random() < 0.5

    def title(self) -> str:
        """Return a name, sometimes of 200 signs."""
        return self.words(1, LONGEST_TITLE) if self.dice.random() < 0.1 else self.name()

    def name(self) -> str:
        """Return one to four words."""
        return " ".join(self.dice.choices(WORDS, k=self.dice.randint(1, 4)))

    def words(self, least: int, most: int) -> str:
        """Return words, that many signs at most."""
        length = self.dice.randint(least, most)
        return " ".join(self.dice.choices(WORDS, k=length // 5 + 1))[: max(length, 5)].strip()


def ideas_of(synthesis: Synthesis) -> list[str]:
    """Return every idea that was said in the tables and lists of the sequences, in order."""
    found: list[str] = []
    for section in synthesis.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                found.extend(item.text for line in block.lines for slot in line.slots for item in slot.items)
            elif isinstance(block, Bullets):
                found.extend(item.text for item in block.items if item.said)
    return found
