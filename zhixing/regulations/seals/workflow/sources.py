"""How records of 17 are named in the register of their seal: seals.stamping:12."""

STAMPING, CARRY, CUSTODY = "seals.stamping:", "seals.carry:", "seals.custody:"


def key_in(source: str, prefix: str) -> int:
    """The record's key; 0, which no record has, where the source is of another kind."""
    number = source.removeprefix(prefix)
    return int(number) if source.startswith(prefix) and number.isdecimal() else 0
