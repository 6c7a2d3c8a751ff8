"""The request as the desk's middleware leaves it: who looks, in which roles."""

from datetime import datetime

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from zhixing.organ.models import Account, Person
from zhixing.organ.policy import Viewer


class DeskRequest(HttpRequest):
    """`viewer` is None for guests; `person` may be asked for on pages that only staff may open."""

    user: Account  # a guest never reaches a view that reads it
    viewer: Viewer | None
    roles: frozenset[str]
    at: datetime
    htmx: HtmxDetails


def looking(request: "DeskRequest") -> Viewer:
    """The viewer of a page that needs one; raises PermissionError for a guest."""
    if request.viewer is None:
        raise PermissionError("尚未登录。")
    return request.viewer


def acting(request: "DeskRequest") -> Person:
    """The person who acts; raises PermissionError for an account without one."""
    person = looking(request).person
    if person is None:
        raise PermissionError("本账号没有对应的人员。")
    return person
