"""Slides in an organisation's own layouts: same words, its placeholders, drawings kept inside the room it gives them."""
