"""Printed forms, ledgers as Excel, and tables read from Excel and CSV."""

from zhixing.office.papers.envelope import Envelope
from zhixing.office.papers.form import compile, print_form  # noqa: A004 -- the architecture's name

__all__ = ["Envelope", "compile", "print_form"]
