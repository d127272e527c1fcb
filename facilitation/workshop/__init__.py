"""The use cases; the only thing a surface talks to."""

from facilitation.workshop.workshop import Workshop, Write

__all__ = ["Workshop", "Write"]
