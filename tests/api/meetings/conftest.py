"""The bureau of the meeting tests, seen over the interface."""

from tests.office.meetings.conftest import drawer, house, organ

__all__ = ["drawer", "house", "organ"]
