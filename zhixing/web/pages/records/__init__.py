"""A register is declared, not written: its list, its form, the page of one record and its Excel come of themselves."""

from zhixing.web.pages.records.book import Book, Entry, Shown
from zhixing.web.pages.records.routes import routes

__all__ = ["Book", "Entry", "Shown", "routes"]
