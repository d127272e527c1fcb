"""The console, in Textual. It talks to the workshop only."""
