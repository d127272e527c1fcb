"""Drawing on a terminal: colours, lines of text, digits, figures. Nothing here knows a day."""
