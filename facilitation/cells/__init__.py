"""One module per kind of cell: answers → blocks of a document."""
