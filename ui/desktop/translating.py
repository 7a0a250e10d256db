"""Phrases outside of a widget's class, given with the context that Qt Linguist shows them in.

``packaging/translations.py`` finds both functions by their names.
"""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def marked(_context: str, words: str) -> str:
    """Mark words of a table, which are translated where the table is read."""
    return words
