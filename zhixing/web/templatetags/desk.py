"""What the templates of the desk say often: addresses, statuses, days, fields."""

import uuid
from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple
from django.template.context import Context
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from zhixing.law.values import show_days
from zhixing.office.matters.models import Matter
from zhixing.web import assets
from zhixing.web import menu as desk_menu
from zhixing.web.statuses import tone_of

register = template.Library()
LOOKS = {"CheckboxInput": "form-check-input", "Select": "form-select", "SelectMultiple": "form-select"}


@register.simple_tag
def asset(path: str) -> str:
    """The address of a static file with its content's mark, so that a new one is fetched at once."""
    return assets.address(path)


@register.simple_tag(takes_context=True)
def menu(context: Context) -> list[desk_menu.Group]:
    request = context["request"]
    here = request.resolver_match.view_name if request.resolver_match else ""
    waiting = {"web:todo": "todo_count", "web:notices": "notice_count"}
    return desk_menu.of(
        request.roles, here, {name: int(context.get(count) or 0) for name, count in waiting.items()}
    )


@register.filter
def algorithm(name: str) -> str:
    """A digest's algorithm as its standard calls it."""
    return {"sm3": "国密SM3", "sha256": "SHA-256"}.get(name, name)


@register.simple_tag
def address_of(name: str, *values: object) -> str:
    """The address of a page, or "" where this installation has no such page."""
    try:
        return reverse(name, args=values)
    except NoReverseMatch:
        return ""


@register.simple_tag
def clause_link(clause: str, cite: str) -> str:
    """The citation, as a link to the clause in the law book where one stands behind it."""
    if not clause:
        return cite
    return format_html(
        '<a class="clause-link" href="{}#{}">{}</a>',
        reverse("web:regulation", args=[clause.split("-", maxsplit=1)[0]]),
        clause,
        cite,
    )


@register.inclusion_tag("web/parts/status.html")
def status(word: str) -> dict[str, str]:
    """A state as a coloured word."""
    return {"word": word, "tone": tone_of(word)}


@register.simple_tag(takes_context=True)
def asked_with(context: Context) -> list[tuple[str, str]]:
    """What the address asks, name by name; a template alone would take `?items=…` for the list of them."""
    return [(name, str(value)) for name, value in context["request"].GET.items()]


@register.simple_tag(takes_context=True)
def page_address(context: Context, number: int) -> str:
    """This list at another page, with its search kept."""
    query = context["request"].GET.copy()
    query["page"] = str(number)
    return f"{context.get('list_at', '')}?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def export_address(context: Context) -> str:
    """What this list shows, all pages of it, as Excel."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    query["export"] = "xlsx"
    return f"{context.get('list_at', '')}?{query.urlencode()}"


@register.simple_tag
def act_key() -> SafeString:
    """The form's own key: the same form sent twice acts once."""
    return format_html('<input type="hidden" name="key" value="{}">', uuid.uuid4())


@register.filter
def is_check(field: BoundField) -> bool:
    return isinstance(field.field.widget, CheckboxInput)


@register.filter
def is_checks(field: BoundField) -> bool:
    return isinstance(field.field.widget, CheckboxSelectMultiple)


@register.simple_tag
def dressed(field: BoundField, **more: Any) -> str:
    """A form field in the style of the desk, marked when it is wrong."""
    kind = field.field.widget.__class__.__name__
    look = LOOKS.get(kind, "form-control")
    attributes = {"class": f"{look} is-invalid" if field.errors else look, **more}
    if field.errors:
        attributes |= {"aria-invalid": "true", "aria-describedby": f"{field.auto_id}_error"}
    return field.as_widget(attrs=attributes)


@register.simple_tag
def single_sign_on() -> dict[str, str]:
    """Name and address of the organ's own sign-on; empty where it has none."""
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    if not apps:
        return {}
    return {
        "name": apps[0]["name"],
        "address": reverse("openid_connect_login", args=[apps[0]["provider_id"]]),
    }


@register.filter
def stamp(moment: datetime | None) -> str:
    """2018-02-01 08:30, in the office's own time."""
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M") if moment else ""


@register.filter
def full_day(day: date | datetime | None) -> str:
    """2018年2月1日."""
    if day is None:
        return ""
    local = timezone.localtime(day) if isinstance(day, datetime) else day
    return f"{local.year}年{local.month}月{local.day}日"


@register.filter
def days(halves: int | None) -> str:
    """Half-days as days: 5 -> 2.5."""
    return "" if halves is None else show_days(halves)


@register.filter
def listed(value: object) -> str:
    """A list as one reads it: 甲、乙."""
    return "、".join(str(part) for part in value) if isinstance(value, list | tuple) else str(value)


@register.simple_tag
def holders_of(matter: Matter) -> str:
    """Who has the matter now, with a telephone where one is known."""
    people = [task.person for task in getattr(matter, "open_tasks", ())]
    return "、".join(f"{one.name}（{one.phone}）" if one.phone else one.name for one in people) or "—"
