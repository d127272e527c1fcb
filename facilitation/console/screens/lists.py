"""Plain lists: other ideas, questions and their answers, and any sheet without a drawing of its own."""

from __future__ import annotations

from facilitation.console.paint.ideas import listed
from facilitation.console.paint.row import CURRENT, EMPTY, SOFT, STRONG, Piece, Row, cut, justified, row, wrapped
from facilitation.console.screens.ideas import IdeaScreen
from facilitation.console.widgets.line import LineView
from facilitation.typography import french, plural


class ListScreen(IdeaScreen):
    """Rows above, columns as tabs, the list of the current cell; a sheet of one cell is a plain list."""

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the choices there are, then the list."""
        head = self._head(width)
        empty = (
            french("Pas encore d’idée. Tapez la première, puis Entrée."),
            french("Plusieurs lignes copiées ailleurs ? Collez-les d’un coup."),
        )
        view = self.list_view(self.desk.address, title=self._title(width), empty=empty)
        return [*head, *listed(view, width - 2, height - len(head))]

    def _head(self, width: int) -> list[Row]:
        rows: list[Row] = [EMPTY]
        if len(self.desk.rows) > 1:
            rows.append(
                self._tabs([(found.short or found.title, found.key) for found in self.desk.rows], self.desk.row_key, width)
            )
        columns = self.desk.columns_of(self.desk.row) if self.desk.row else ()
        if len(columns) > 1:
            rows.append(
                self._tabs([(column.short or column.title, column.key) for column in columns], self.desk.column_key, width)
            )
        return rows

    @staticmethod
    def _tabs(names: list[tuple[str, str]], here: str, width: int) -> Row:
        room = max(8, (width - 2) // len(names) - 4)
        pieces: list[Piece] = [Piece(" ")]
        for name, key in names:
            pieces += [Piece(f" {cut(name, room)} ", CURRENT if key == here else SOFT), Piece("  ")]
        return tuple(pieces)

    def _title(self, width: int) -> Row:
        column = self.desk.column
        return row("   ", (cut(column.title if column else self.desk.sheet.title, width - 4), STRONG))

    def chip(self) -> str:
        """Return where the text goes: the row when there are several, then the column."""
        found = self.desk.row
        many = len(self.desk.rows) > 1 and found is not None
        return f"{found.short or found.title} · {self.column_name()}" if many and found else self.column_name()

    def typing_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told while one types."""
        keys = [("Entrée", "garder")]
        if self.desk.row and len(self.desk.columns_of(self.desk.row)) > 1:
            keys.append(("Tab", "colonne"))
        if len(self.desk.rows) > 1:
            keys.append(("F6", "ligne"))
        return (*keys, ("↑", "corriger"), ("Ctrl+Z", "annuler"))

    def action_overview(self) -> None:
        """F3: every cell of every group."""
        self.show_overview()

    def progress(self, width: int) -> tuple[str, tuple[Row, ...]]:
        """Return how many ideas each group gave."""
        room, day = self.session.workshop.room, self.session.workshop.day
        lines = []
        for group in day.groups:
            count = sum(
                room.size(self.desk.address_of(found.key, column.key)._replace(group=group.key))
                for found, column in self.desk.sheet.cells()
            )
            here = group.key == self.session.group
            lines.append(
                justified(row((cut(group.name, width - 5), STRONG if here else SOFT)), row((str(count or "·"), SOFT)), width)
            )
        return "Où on en est", tuple(lines)


class QuestionsScreen(IdeaScreen):
    """Questions as they come: one types a question, then its answers. Tab goes between the two, F6 to the next question."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]  # session, sequence, sheet
        self.desk.whole_room = True
        self.asking = not self.desk.rows

    def refresh_all(self) -> None:
        """Ask for a question once the current one is undone: an answer would have nowhere to go."""
        if self.desk.row is None and self.session.keeper.is_idle:
            self.asking = True
            self.desk.settle()
        super().refresh_all()

    def paint(self, width: int, height: int) -> list[Row]:
        """Return the questions, then the answers to the current one."""
        rows = self.desk.rows
        if not rows:
            told = ("Pas encore de question. Tapez la première, puis Entrée.", "Ensuite, Tab passe à sa réponse.")
            return [EMPTY, *(row("   ", (line, SOFT)) for line in told)]
        questions = [line for found in rows for line in self._question(found.key, found.title, width)]
        share = min(len(questions) + 1, height // 2)
        here = next((rank for rank, found in enumerate(rows) if found.key == self.desk.row_key), 0)
        start = sum(len(self._question(found.key, found.title, width)) for found in rows[:here])
        first = max(0, min(start - share // 2, len(questions) - share + 1))
        shown = questions[first : first + share - 1]
        column = self.desk.column
        title = row("   ", (column.title if column else "", STRONG))
        empty = ("Pas encore de réponse à cette question.",)
        view = self.list_view(self.desk.address, title=title, empty=empty)
        return [EMPTY, *shown, *listed(view, width - 2, height - len(shown) - 1)]

    def _question(self, key: str, title: str, width: int) -> list[Row]:
        on = key == self.desk.row_key
        answers = sum(self.desk.size(key, column.key) for column in self.desk.sheet.columns)
        lines = wrapped(title, width - 18)
        count = row((f"{plural(answers, 'réponse')} " if answers else "sans réponse ", SOFT))
        first = justified(row((" ▶ " if on else "   ", STRONG), (lines[0], STRONG if on else SOFT)), count, width)
        return [first, *(row("   ", (line, STRONG if on else SOFT)) for line in lines[1:])]

    def here(self) -> str:
        """Return nothing: the whole room asks and answers."""
        return ""

    def chip(self) -> str:
        """Return « question » or « réponse »."""
        return "Question" if self.asking else self.column_name()

    def line_view(self) -> LineView:
        """Return the line's view."""
        if self.asking and not self.desk.editing:
            return LineView(
                "Question", placeholder="la question, avec leurs mots, puis Entrée", below=french("Tab : ses réponses")
            )
        return super().line_view()

    def give(self, text: str) -> bool:
        """Keep a question, or an answer to the current one."""
        if not self.asking:
            return super().give(text)
        given = self.desk.add_row(text)
        self.asking = not given
        return given

    def paste(self, text: str) -> None:
        """Keep each line of a paste as a question, or as an answer to the current one."""
        if self.asking:
            self.desk.paste_rows(text)
        else:
            super().paste(text)

    def _change_column(self, _step: int) -> None:
        if self.desk.editing or not self.desk.rows:
            return
        self.before_moving()
        self.asking = not self.asking
        self.after_moving()

    def before_moving(self) -> None:
        """Put the unfinished line away: a question's draft has a place of its own."""
        if self.asking and not self.desk.editing:
            self.session.drafts[self._asked()] = self.line.field.value
            self.selected = ""
        else:
            super().before_moving()

    def after_moving(self) -> None:
        """Take out the unfinished line of the new place."""
        super().after_moving()
        if self.asking:
            self._write(self.session.drafts.get(self._asked(), ""))

    def _asked(self) -> str:
        return f"{self.play.key}|{self.desk.sheet_key}|question"

    def _change_row(self, step: int) -> None:
        self.before_moving()
        self.asking = False
        self.desk.next_row(step)
        self.after_moving()

    def typing_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told while one types."""
        other = "sa réponse" if self.asking else "une question"
        return (("Entrée", "garder"), ("Tab", other), ("F6", "question"), ("↑", "corriger"), ("Ctrl+Z", "annuler"))
