"""Rows of a table as text files hold them."""


def row(*cells: str) -> str:
    return ",".join(cells)
