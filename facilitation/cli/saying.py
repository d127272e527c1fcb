"""Narration: it goes to stderr, so that the output holds data alone."""

from __future__ import annotations

import sys


def say(sentence: str) -> None:
    """Say a sentence to whoever typed the command."""
    print(sentence, file=sys.stderr)
