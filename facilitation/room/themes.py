"""The themes that staff name after the day, and the ideas that they file under each."""

from __future__ import annotations

from facilitation.events import Event, IdeasFiled, ThemeAdded, ThemeReworded, ThemeWithdrawn


class Themes:
    """The themes that stand, by key, in the order they were named, and where each idea is filed: under one theme at most."""

    def __init__(self) -> None:
        self._titles: dict[str, str] = {}
        self._filed: dict[str, str] = {}

    @property
    def titles(self) -> dict[str, str]:
        """The title of each theme, by key, in the order they were named."""
        return dict(self._titles)

    def of(self, answer: str) -> str:
        """Return the key of the theme an idea is filed under, '' when it is under none."""
        theme = self._filed.get(answer, "")
        return theme if theme in self._titles else ""

    def apply(self, event: Event, body: ThemeAdded | ThemeReworded | ThemeWithdrawn | IdeasFiled) -> None:
        """Bring one decision in; a theme that another computer withdrew is neither named again nor filled."""
        match body:
            case ThemeAdded():
                self._titles[event.key] = body.title
            case ThemeReworded():
                if body.theme in self._titles:
                    self._titles[body.theme] = body.title
            case ThemeWithdrawn():
                self._titles.pop(body.theme, None)
            case IdeasFiled():
                self._filed |= dict.fromkeys(body.answers, body.theme)
