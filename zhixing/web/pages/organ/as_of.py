"""The day as of which a page of the organ is read."""

from datetime import date

from zhixing.web.days import day_in
from zhixing.web.requests import DeskRequest, looking


def day_asked(request: DeskRequest) -> date:
    """The day in the address, otherwise today; a day that does not exist is today."""
    return day_in(request.GET.get("on", "")) or looking(request).day
