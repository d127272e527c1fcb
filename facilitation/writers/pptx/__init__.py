"""The slide writer: decks of native, editable, accessible slides, written as XML text."""
