"""Synthesis → the slides of a deck, decided before any is drawn: what the room said, or what is projected for it."""
