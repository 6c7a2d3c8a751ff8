"""What must hold before the house opens: nobody stands above the policies (AC-06)."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import CheckMessage, Error, Tags, register
from django.urls import URLPattern, URLResolver, get_resolver

ADMIN = "django.contrib.admin"
POWERS = ("is_superuser", "is_staff")


@register(Tags.security)
def nobody_is_above_the_policies(app_configs: Any, **_: Any) -> list[CheckMessage]:  # noqa: ARG001 -- Django's signature
    return [*_accounts(get_user_model()), *_back_doors()]


def _accounts(account: type[Any]) -> Iterator[Error]:
    columns = {field.name for field in account._meta.get_fields()}
    for power in POWERS:
        if power in columns or getattr(account, power, False) is not False:
            yield Error(f"账号不得有 {power}。", id="zhixing.E001")
    if account(is_active=True).has_perm("anything"):
        yield Error("账号不得越过各项权限规则。", id="zhixing.E002")


def _back_doors() -> Iterator[Error]:
    if apps.is_installed(ADMIN) or ADMIN in settings.INSTALLED_APPS:
        yield Error("不得安装通用管理后台。", id="zhixing.E003")
    if any(module.startswith(ADMIN) for module in _modules(get_resolver().url_patterns)):
        yield Error("不得开放通用管理后台的地址。", id="zhixing.E004")


def _modules(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    """Where the view of each address is written."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _modules(pattern.url_patterns)
        else:
            yield str(getattr(pattern.callback, "__module__", ""))
