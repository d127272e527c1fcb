"""Animer une journée inter-acteurs, garder chaque réponse, publier la synthèse."""

__version__ = "0.1.0"
