"""Typing is sacred: every printable character goes to the text, and nothing is deleted silently."""

from __future__ import annotations

import string

import pytest
from textual import events
from textual.widgets import Input

from facilitation.console.widgets.line import LONG_PLACEHOLDER, SHORT_PLACEHOLDER, CaptureLine, Field, LineView
from tests.console.widgets.staging import Stage

PRINTABLE = string.ascii_letters + string.digits + "éèàçùœÉÀ’'\"«»·−–…°€&~#{[|`\\^@]}$£¤*µ%!§:/;.,?<>()=+-_"


class Line(Stage):
    """A stage that listens to the line."""

    def on_mount(self) -> None:
        self.line.show(LineView("ASV/CLSM/CLS · Mains"))
        self.line.field.focus()

    @property
    def line(self) -> CaptureLine:
        return self.query_one(CaptureLine)

    def on_field_pasted(self, message: Field.Pasted) -> None:
        self.heard.append(message.text)

    def on_field_asked(self, _message: Field.Asked) -> None:
        self.heard.append("comment coller")

    def on_field_typed(self, _message: Field.Typed) -> None:
        self.heard.append("tapé")

    def on_input_submitted(self, message: Input.Submitted) -> None:
        self.heard.append(("entrée", message.value))


async def test_every_printable_character_goes_to_the_text() -> None:
    app = Line(CaptureLine())
    async with app.run_test(size=(80, 24)) as pilot:
        for sign in PRINTABLE:
            app.line.field.post_message(events.Key(sign, sign))
        await pilot.pause()
        assert app.line.field.value == PRINTABLE


async def test_enter_gives_the_line() -> None:
    app = Line(CaptureLine())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("V", "u", "enter")
        assert app.heard == ["tapé", "tapé", ("entrée", "Vu")]


async def test_neither_ctrl_letters_nor_function_keys_change_the_text() -> None:
    app = Line(CaptureLine())
    letters = [f"ctrl+{letter}" for letter in string.ascii_lowercase if letter not in "chijmqvz"]
    async with app.run_test(size=(80, 24)) as pilot:
        for key in [*letters, *(f"f{number}" for number in range(2, 10))]:
            app.line.field.value = "un plan local"
            app.line.field.cursor_position = 7
            await pilot.press(key)
            assert app.line.field.value == "un plan local", key
            assert app.focused is app.line.field, key


async def test_ctrl_backspace_takes_the_word_at_the_left() -> None:
    app = Line(CaptureLine())
    async with app.run_test(size=(80, 24)) as pilot:
        app.line.field.value = "un plan local"
        app.line.field.cursor_position = 8
        await pilot.press("ctrl+backspace")
        assert app.line.field.value == "un local"


async def test_ctrl_a_chooses_the_whole_text() -> None:
    app = Line(CaptureLine())
    async with app.run_test(size=(80, 24)) as pilot:
        app.line.field.value = "un plan local"
        await pilot.press("ctrl+a", "x")
        assert app.line.field.value == "x"


async def test_coming_back_to_the_line_never_chooses_its_text() -> None:
    app = Line(CaptureLine())
    async with app.run_test(size=(80, 24)) as pilot:
        app.line.field.value = "Formations"
        app.line.field.cursor_position = 10
        app.set_focus(None)
        app.line.field.focus()
        await pilot.press("!")
        assert app.line.field.value == "Formations!"


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
async def test_a_paste_keeps_all_its_lines(end: str) -> None:
    app = Line(CaptureLine())
    async with app.run_test(size=(80, 24)) as pilot:
        text = end.join(["• Cartographie", "", "- Annuaire des acteurs"])
        app.line.field.post_message(events.Paste(text))
        await pilot.pause()
        assert app.heard == [text]
        assert app.line.field.value == ""


async def test_a_paste_of_two_hundred_lines_is_one_message() -> None:
    app = Line(CaptureLine())
    async with app.run_test(size=(80, 24)) as pilot:
        text = "\r".join(f"idée {rank}" for rank in range(200))
        app.line.field.post_message(events.Paste(text))
        await pilot.pause()
        assert app.heard == [text]


async def test_a_paste_of_one_line_goes_where_the_cursor_is() -> None:
    app = Line(CaptureLine())
    async with app.run_test(size=(80, 24)) as pilot:
        app.line.field.value = "un local"
        app.line.field.cursor_position = 3
        app.line.field.post_message(events.Paste("plan \r"))
        await pilot.pause()
        assert app.line.field.value == "un plan local"
        assert app.heard == []


@pytest.mark.parametrize("text", ["", "\r", "  \r\n \n"])
async def test_an_empty_paste_changes_nothing(text: str) -> None:
    app = Line(CaptureLine())
    async with app.run_test(size=(80, 24)) as pilot:
        app.line.field.post_message(events.Paste(text))
        await pilot.pause()
        assert (app.line.field.value, app.heard) == ("", [])


async def test_ctrl_v_that_reaches_us_asks_how_to_paste() -> None:
    app = Line(CaptureLine())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+v")
        assert app.heard == ["comment coller"]
        assert app.line.field.value == ""


async def test_the_chip_says_where_the_text_goes_and_below_who_speaks() -> None:
    app = Line(CaptureLine())
    async with app.run_test(size=(80, 24)) as pilot:
        app.line.show(LineView("Mains", "PF 13"))
        await pilot.pause()
        await pilot.pause()
        assert app.lines[0].startswith(f" Mains › {LONG_PLACEHOLDER}")
        assert app.lines[1].startswith("  dit par\u00a0: PF 13")
        assert app.lines[1].endswith("↓ changer")


async def test_the_words_to_type_are_short_when_the_line_is() -> None:
    app = Line(CaptureLine())
    async with app.run_test(size=(40, 24)) as pilot:
        app.line.show(LineView("Mains"))
        await pilot.pause()
        assert app.line.field.placeholder == SHORT_PLACEHOLDER


async def test_the_cursor_is_calm() -> None:
    app = Line(CaptureLine())
    async with app.run_test(size=(80, 24)):
        assert not app.line.field.cursor_blink
