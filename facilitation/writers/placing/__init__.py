"""Where the words of a slide go, and at what size: measured here, drawn by the writer of a format."""
