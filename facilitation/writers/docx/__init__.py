"""The synthesis as a Word document: text, lists and tables in named styles, native drawings and charts."""

from facilitation.writers.docx.document import write

__all__ = ["write"]
