"""Which ideas say the same, and which a person should look at side by side. Plain values in, plain values out."""

from facilitation.merging.canonical import Reading, says_the_same
from facilitation.merging.families import Family, Idea, families, silent_groups
from facilitation.merging.index import Index, Match
from facilitation.merging.likeness import Kind

__all__ = ["Family", "Idea", "Index", "Kind", "Match", "Reading", "families", "says_the_same", "silent_groups"]
