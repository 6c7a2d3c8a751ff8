"""The records of 01, one file an area."""

__all__: list[str] = []
