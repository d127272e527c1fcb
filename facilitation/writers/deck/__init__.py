"""Synthesis → the slides of a deck, decided before any is drawn: what the room said, or what is projected for it."""

from facilitation.writers.deck.restitution import restitution
from facilitation.writers.deck.support import support

__all__ = ["restitution", "support"]
