"""The widgets of the console: painted rows, and one line to type in."""
