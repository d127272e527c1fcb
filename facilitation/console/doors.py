"""The doors of the console: what shows each screen over the one under one's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

if TYPE_CHECKING:
    from facilitation.console.session import Session
    from facilitation.console.shelf import Filters


class Doors(App[None]):
    """An application with a door to each screen; ``session`` is the open day, None when there is none."""

    session: Session | None = None

    def show_models(self) -> None:
        """Show the models a day can start from."""
        from facilitation.console.screens.models import ModelsScreen

        self.push_screen(ModelsScreen())

    def show_cards(self, key: str = "", filters: Filters | None = None) -> None:
        """Show the exercises of the library; the one of that key is chosen, when the filters leave it."""
        from facilitation.console.screens.cards import CardsScreen

        self.push_screen(CardsScreen(key, filters))

    def show_trial(self) -> None:
        """Show the trial of the keyboard."""
        from facilitation.console.screens.trial import TrialScreen

        self.push_screen(TrialScreen())

    def show_documents(self) -> None:
        """Show the documents of the open day."""
        from facilitation.console.screens.documents import DocumentsScreen

        if self.session is not None:
            self.push_screen(DocumentsScreen(self.session))

    def show_paper(self) -> None:
        """Show where filled paper sheets are typed."""
        from facilitation.console.screens.paper import PaperScreen

        if self.session is not None:
            self.push_screen(PaperScreen(self.session))

    def show_photos(self) -> None:
        """Show the photos of paperboards, those of the sequence under one's eyes first."""
        from facilitation.console.screens.photos import PhotosScreen

        if self.session is not None:
            self.push_screen(PhotosScreen(self.session, self._played()))

    def show_writing(self) -> None:
        """Show staff's own paragraphs, those on the sequence under one's eyes first."""
        from facilitation.console.screens.writing import WritingScreen

        if self.session is not None:
            self.push_screen(WritingScreen(self.session, self._played()))

    def show_merging(self) -> None:
        """Show the ideas of the open day that several groups said."""
        from facilitation.console.screens.merging import MergingScreen

        if self.session is not None:
            self.push_screen(MergingScreen(self.session))

    def show_themes(self) -> None:
        """Show the ideas of the open day, to file under themes."""
        from facilitation.console.screens.themes import ThemesScreen

        if self.session is not None:
            self.push_screen(ThemesScreen(self.session))

    def _played(self) -> str:
        """Return the sequence under one's eyes, '' when it is the day."""
        from facilitation.console.screens.live import LiveScreen

        return self.screen.play.key if isinstance(self.screen, LiveScreen) else ""
