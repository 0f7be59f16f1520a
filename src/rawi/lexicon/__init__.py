"""What Rawi knows: hand-editable tables, checked when they are read, and the indexes compiled from them."""

from rawi.lexicon.lexicon import Lexicon
from rawi.lexicon.matcher import PhraseMatcher
from rawi.lexicon.tables import Column, Row, Table, TableError

__all__ = ["Column", "Lexicon", "PhraseMatcher", "Row", "Table", "TableError"]
