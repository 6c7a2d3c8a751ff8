"""The day as of which a page of the organ is read."""

from datetime import date

from django.utils.dateparse import parse_date

from zhixing.web.requests import DeskRequest, looking


def day_asked(request: DeskRequest) -> date:
    """The day in the address, otherwise today; a day that does not exist is today."""
    try:
        return parse_date(request.GET.get("on", "")) or looking(request).day
    except ValueError:
        return looking(request).day
