"""Questions and their answers: asked as they come, corrected, withdrawn."""

from __future__ import annotations

from textual import events

from facilitation.console import words
from facilitation.console.paint.ideas import listed
from facilitation.console.paint.row import EMPTY, SOFT, STRONG, Row, row, width_of, wrapped
from facilitation.console.screens.ideas import IdeaScreen
from facilitation.console.widgets.line import Field, LineView
from facilitation.typography import french, plural

CHOOSING = (
    ("Entrée", "corriger"),
    ("Suppr", "retirer"),
    ("↑↓", "choisir"),
    ("Échap", "laisser"),
    ("Ctrl+Z", "annuler"),
)


class QuestionsScreen(IdeaScreen):
    """Questions as they come: one types a question, then its answers. Tab goes between the two, F6 to the next question."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]  # session, sequence, sheet
        self.desk.whole_room = True
        self.asking = not self.desk.rows
        self.picked = ""  # the question chosen with ↑ ↓, while the line asks
        self.rewording = ""  # the question whose words are in the line
        self._withdrawn: list[str] = []

    def refresh_all(self) -> None:
        """Ask for a question once the current one is undone: an answer would have nowhere to go."""
        if self.desk.row is None and self.session.keeper.is_idle:
            self.asking = True
            self.desk.settle()
        self._welcome_back()
        super().refresh_all()

    def _welcome_back(self) -> None:
        """Come back to a question withdrawn here that an undo has just put back."""
        asked = {found.key for found in self.desk.rows}
        back = [key for key in self._withdrawn if key in asked]
        if back:
            self._withdrawn = [key for key in self._withdrawn if key not in asked]
            self.desk.row_key = back[-1]
            self.picked = ""
            self.desk.settle()

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
        held = key in {self.picked, self.rewording}
        ground = ("att_doux" if self.rewording else "sel") if held else ""
        ink, soft = (STRONG if on else SOFT)._replace(ground=ground), SOFT._replace(ground=ground)
        answers = sum(self.desk.size(key, column.key) for column in self.desk.sheet.columns)
        lines = wrapped(title, width - 18)
        count = row((f"{plural(answers, 'réponse')} " if answers else "sans réponse ", soft))
        mark = ("▌▶ " if held else " ▶ " if on else "   ", ink)
        room = width - width_of(count)
        first = row(mark, (f"{lines[0]:<{room - 3}}", ink), *count)
        return [first, *(row("   ", (line, ink)) for line in lines[1:])]

    def here(self) -> str:
        """Return nothing: the whole room asks and answers."""
        return ""

    def chip(self) -> str:
        """Return « question » or « réponse »."""
        return "Question" if self.asking else self.column_name()

    def line_view(self) -> LineView:
        """Return the line's view."""
        if self.rewording:
            return LineView("modifier · Question", ground="tatt", ink="sur_tatt", below=french("Échap : laisser comme avant"))
        if self.asking and not self.desk.editing:
            return LineView(
                "Question", placeholder="la question, avec leurs mots, puis Entrée", below=french("Tab : ses réponses")
            )
        return super().line_view()

    # --- typing a question, an answer, a correction ---

    def submitted(self, text: str) -> None:
        """Take a line: with a question chosen, its correction opens; then the line is what the question becomes."""
        if self.picked and not text:
            self._reword(self.picked)
        elif self.rewording and text != "?":
            if text and not self.refuses_to_write() and self.desk.reword_row(self.rewording, text):
                self._leave_rewording()
            self.refresh_all()
        else:
            super().submitted(text)

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

    def action_reword(self) -> None:
        """F2: correct the question that is chosen, else the current one; while one answers, the last answer."""
        if not self.asking:
            super().action_reword()
        elif not self.rewording:
            self._reword(self.picked or self.desk.row_key)

    def _reword(self, key: str) -> None:
        found = self.desk.sheet.row(key)
        if found is None or self.refuses_to_write():
            return
        self.session.drafts[self._asked()] = self.line.field.value
        self.rewording, self.picked, self.desk.row_key = key, "", key
        self._write(found.title)
        self.refresh_all()

    def _drop_rewording(self) -> None:
        self._leave_rewording()
        self.say(words.QUESTION_AS_BEFORE)
        self.refresh_all()

    def _leave_rewording(self) -> None:
        self.rewording = ""
        self._write(self.session.drafts.get(self._asked(), ""))

    # --- choosing a question, withdrawing it ---

    def pressed(self, event: events.Key) -> bool:
        """While the line asks, ↑ ↓ choose a question and Suppr withdraws it; an unfinished line is left alone."""
        if not self.asking or self.session.workshop.read_only:
            return super().pressed(event)
        match event.key:
            case "up" | "down":
                if not self.rewording and not self.line.field.value:
                    self._pick(-1 if event.key == "up" else 1)
            case "delete" | "backspace" if self.picked:
                self._withdraw_question()
            case _:
                return super().pressed(event)
        return True

    def _pick(self, step: int) -> None:
        keys = [found.key for found in self.desk.rows]
        if not keys:
            return
        if self.picked in keys:
            rank = max(0, keys.index(self.picked) + step)
            self.picked = keys[rank] if rank < len(keys) else ""
        else:
            self.picked = keys[-1 if step < 0 else 0]
        self.desk.row_key = self.picked or self.desk.row_key
        self.desk.settle()
        self.refresh_all()

    def _withdraw_question(self) -> None:
        if self.refuses_to_write():
            return
        keys, key = [found.key for found in self.desk.rows], self.picked
        rank = keys.index(key)
        left = [other for other in keys if other != key]
        self.desk.withdraw_row(key, lambda: self._withdrawn.append(key))
        self.picked = left[min(rank, len(left) - 1)] if left else ""
        self.desk.row_key = self.picked or key
        self.refresh_all()

    def on_field_typed(self, event: Field.Typed) -> None:
        """A letter while choosing means asking again."""
        self.picked = ""
        super().on_field_typed(event)
        self.refresh_all()

    # --- moving about, undoing, leaving ---

    def _change_column(self, _step: int) -> None:
        if self.desk.editing or self.rewording or not self.desk.rows:
            return
        self.before_moving()
        self.asking = not self.asking
        self.after_moving()

    def before_moving(self) -> None:
        """Put the unfinished line away: a question's draft has a place of its own."""
        self.picked = ""
        if self.rewording:
            self._drop_rewording()
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

    def action_undo(self) -> None:
        """Ctrl+Z: leave the question's words as they were; else the text of the line, then the last act."""
        if self.rewording:
            self._drop_rewording()
        else:
            super().action_undo()

    def action_up_level(self) -> None:
        """Esc: leave the correction, then the choice, then the screen."""
        if self.rewording:
            self._drop_rewording()
        elif self.picked:
            self.picked = ""
            self.refresh_all()
        else:
            super().action_up_level()

    def foot_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of what one is doing: asking, choosing a question, correcting it, answering."""
        if self.rewording:
            return (("Entrée", "garder la correction"), ("Échap", "abandonner"))
        return CHOOSING if self.picked else super().foot_keys()

    def typing_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys told while one types."""
        if not self.asking:
            return (("Entrée", "garder"), ("Tab", "une question"), ("F6", "question"), ("↑", "corriger"), ("Ctrl+Z", "annuler"))
        if not self.desk.rows:
            return (("Entrée", "garder"), ("Ctrl+Z", "annuler"))
        return (("Entrée", "garder"), ("Tab", "sa réponse"), ("F2", "corriger"), ("↑", "choisir"), ("Ctrl+Z", "annuler"))
