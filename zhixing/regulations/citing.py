"""Where a clause stands, by its number alone: 02-1.2a is 《考勤制度》一、2 事假."""

from datetime import date

from zhixing.law.regulation import edition_on
from zhixing.regulations import shelf


def cite(clause: str, day: date) -> str:
    """Raises a Refusal for a number no regulation has, or where none is in force on the day."""
    book = edition_on(shelf.by_number(clause.partition("-")[0]), day)
    found = book.clauses.get(clause)
    return f"《{book.title}》{found.cite}" if found else f"《{book.title}》"
