"""Whose upload a file is."""

from zhixing.organ.models import Person


def uploader(person: Person) -> str:
    """As the file's record says it: number and name."""
    return f"{person.number} {person.name}"
