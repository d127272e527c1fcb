"""What can be undone and redone."""

from __future__ import annotations


class History:
    """The acts of one computer in one sequence that can be undone, and those undone that can be redone."""

    __slots__ = ("done", "undone")

    def __init__(self) -> None:
        self.done: list[str] = []
        self.undone: list[str] = []

    def did(self, act: str) -> None:
        """Note a new act: what was undone before it can no longer be redone."""
        if not self.done or self.done[-1] != act:
            self.done.append(act)
            self.undone.clear()

    def undo(self, act: str) -> None:
        """Note that an act was undone."""
        if act in self.done:
            self.done.remove(act)
            self.undone.append(act)

    def redo(self, act: str) -> None:
        """Note that an undone act counts again."""
        if act in self.undone:
            self.undone.remove(act)
            self.done.append(act)
