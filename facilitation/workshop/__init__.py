"""The use cases; the only package a surface talks to. Import from its modules: a list of days needs no journal."""
