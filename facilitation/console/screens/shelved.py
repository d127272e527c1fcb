"""Ideas and their themes as they are shown: the themes at the left, the current idea and its list."""

from __future__ import annotations

from facilitation.console import keys
from facilitation.console.keys import Key
from facilitation.console.paint import families, themes
from facilitation.console.paint.debate import on_surface
from facilitation.console.paint.pages import TITLE
from facilitation.console.paint.row import EMPTY, SOFT, STRONG, Row, beside, cut, fitted, row
from facilitation.console.paint.themes import IdeaLine, IdeaView, ThemeLine
from facilitation.console.screens.lined import LinedPage
from facilitation.console.session import Session
from facilitation.console.theming import WHOLE_DAY, Filer, key_of
from facilitation.typography import NBSP, folded, plural
from facilitation.workshop.theming import NO_THEME, Gathered, Theme

LEFT = 56  # columns from which the themes stand at the left
LEFT_WIDTHS = ((110, 36), (0, 28))  # from how many columns, their width
MARGIN = 2
NAME, RENAME = "nommer", "renommer"
DONE = {NAME: "garder ce thème", RENAME: "garder ce nom"}


class ThemesPage(LinedPage):
    """The ideas of a day and their themes. ``filer`` says what is on show."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.under: int | None = None  # the theme under an idea that the mouse holds: −1 is « sans thème »
        self.first = 0  # the first idea of the list on show
        self.filer = Filer(session)

    # --- what is shown ---

    def trail(self) -> tuple[str, ...]:
        """Return where one is."""
        day = self.session.workshop.day
        where = "" if self.filer.scope == WHOLE_DAY else f"{NBSP}: {self.where()}"
        return (day.overtitle or day.title, f"Thèmes{where}")

    def where(self) -> str:
        """Return which ideas are on show, in words."""
        scope = self.filer.scope
        return "toute la journée" if scope == WHOLE_DAY else self.session.workshop.sequence(scope).title

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the themes at the left, the idea to file and its list; in narrow windows the themes stand above."""
        lines, none = self._themes()
        if width < LEFT:
            top = themes.themes_in_a_row(lines, none, width - MARGIN)
            rows = [*top, *self._ideas(width - MARGIN, height - len(top))]
            return [row(" ", *line) for line in rows][:height]
        left = next(size for least, size in LEFT_WIDTHS if width >= least)
        side = themes.themes(lines, none, self.filer.theme_rank, left, height)
        side += [EMPTY] * (height - len(side))
        main = self._ideas(width - left - 2 * MARGIN, height - 1)
        told = [EMPTY, *(row(" " * MARGIN, *line) for line in main)]
        return beside(([on_surface(fitted(line, left)) for line in side], left), (told, width - left))

    def _themes(self) -> tuple[list[ThemeLine], ThemeLine]:
        filer, current, counts = self.filer, self.filer.current, self.filer.counts
        held = filer.theme_of(current) if current else None
        lines = [
            ThemeLine(theme.title, counts[theme.key], rank == filer.theme_rank, held == theme.key, rank == self.under)
            for rank, theme in enumerate(filer.themes)
        ]
        return lines, ThemeLine(NO_THEME.lower(), counts[""], holds=held == "", is_under=self.under == -1)

    def _ideas(self, width: int, height: int) -> list[Row]:
        filer, current, shown = self.filer, self.filer.current, self.filer.shown
        total = len(filer.here)
        head = [themes.progress(total - filer.left, total, self.where(), width), EMPTY]
        if current is None:
            return [*head, *self._nothing(width)][:height]
        head += themes.idea(self._view(current), width, 3 if height > 24 else 2)
        chips = [EMPTY, families.letters(self._chips())] if height > 12 else []
        room = height - len(head) - len(chips) - 2
        if self.opened:
            return [*head, EMPTY, *self._choices(width, room + 1 + len(chips))][:height]
        self.first = themes.scrolled(self.first, filer.rank, len(shown), max(1, room))
        seen = shown[self.first : self.first + max(1, room)]
        lines = [IdeaLine(idea.item.text, filer.title_of(idea), key_of(idea) in filer.marked) for idea in seen]
        what = "Idées sans thème" if filer.only_left else "Idées"
        marked = len(filer.marked)
        told = f"{marked} marquée{'s' if marked > 1 else ''}" if marked else f"{filer.rank + 1}/{len(shown)}"
        title = themes.listed_title(what, told, width)
        drawn = themes.ideas(lines, filer.rank, self.first, width)
        return [*head, EMPTY, title, *drawn, *[EMPTY] * (room - len(drawn)), *chips][:height]

    def _nothing(self, width: int) -> list[Row]:
        if self.filer.here:
            return [row((cut("✓ Toutes les idées sont rangées.", width), STRONG)), row(("S les montre toutes.", SOFT))]
        return [row((cut("Aucune idée à ranger pour le moment.", width), STRONG))]

    def _view(self, idea: Gathered) -> IdeaView:
        """Return the current idea, where it was said and by whom."""
        at = "".join(
            f"{NBSP}; " * (rank > 0) + ", ".join(part for part in (place.sequence, place.cell) if part)
            for rank, place in enumerate(idea.places)
        )
        names = list(dict.fromkeys(voice.author or voice.group for voice in idea.item.said))
        times = f"dit {len(idea.answers)} fois" if len(idea.answers) > 1 else "dit"
        return IdeaView(idea.item.text, at, f"{times} par{NBSP}: {', '.join(names)}")

    def matching(self) -> list[Theme]:
        """Return the themes that the letters of the line name."""
        typed = folded(self.line.field.value)
        return [theme for theme in self.filer.themes if typed in folded(theme.title)] if self.opened == NAME else []

    def _choices(self, width: int, height: int) -> list[Row]:
        found = self.matching()
        if not found:
            told = "" if self.opened == RENAME else "Aucun thème de ce nom : Entrée le nomme.".replace(" :", f"{NBSP}:")
            return [row((cut(told, width), SOFT))]
        self.picked = max(-1, min(self.picked, len(found) - 1))
        counts = self.filer.counts
        lines = [(theme.title, plural(counts[theme.key], "idée")) for theme in found]
        chosen = self.picked if self.picked >= 0 else None
        return families.listed(row(("Thèmes déjà nommés", TITLE)), lines, chosen, width, height)

    def _chips(self) -> list[tuple[Key, str]]:
        if self.session.workshop.read_only:
            return [(keys.OWN, keys.OWN.label), (keys.TAKE, keys.TAKE.label)]
        shown = (keys.NAME_THEME, keys.RENAME, keys.WITHDRAW) if self.filer.themes else (keys.NAME_THEME,)
        return [*((key, key.label) for key in shown), (keys.LEFT_ONLY, "toutes" if self.filer.only_left else "à ranger")]

    def letters(self) -> tuple[Key, ...]:
        """Return the letters that do something now."""
        if self.session.workshop.read_only:
            return (keys.OWN, keys.TAKE, keys.LEFT_ONLY)
        return (keys.NAME_THEME, keys.RENAME, keys.WITHDRAW, keys.LEFT_ONLY)

    def forward_words(self) -> str:
        """Return what F5 will do."""
        left = self.filer.left
        return f"idée suivante sans thème ({left} à ranger)" if left else "les documents (tout est rangé)"

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told in the foot: those that the letters over it do not tell."""
        if self.opened:
            more = (("↑↓", "un thème déjà nommé"),) if self.opened == NAME and self.filer.themes else ()
            return (("Entrée", DONE[self.opened]), *more, ("Échap", "laisser"))
        if self.session.workshop.read_only:
            return (("↑↓", "idée"), ("Tab", "séquence"), ("Échap", "remonter"))
        return (("1 à 9", "ranger"), ("0", "sortir"), ("Espace", "marquer"), ("←→", "thème"), ("Tab", "séquence"))

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page for the help."""
        own = (
            ("1 à 9", "ranger dans ce thème"),
            ("0", "sortir de son thème"),
            ("← → Entrée", "choisir un thème, y ranger"),
            ("Espace", "en marquer plusieurs"),
            ("F5 F4", "la suivante sans thème, celle d’avant"),
            ("Tab", "une séquence, toutes"),
            ("souris", "glisser sur un thème"),
        )
        return (*own, *((key.shown, key.help) for key in self.letters()))
