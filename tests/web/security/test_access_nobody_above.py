"""The house does not start with a superuser or the admin; nobody bears two of the three offices (AC-05, AC-06)."""

import sys
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.core.management.base import SystemCheckError
from django.db import IntegrityError, transaction
from django.urls import path
from django.views.generic import View

from tests.web.bureau import Bureau
from tests.web.security import production
from zhixing.law.refusal import Refusal
from zhixing.organ.admission import close, grant, register_account, reopen
from zhixing.organ.clock import now
from zhixing.organ.models import Account, Person
from zhixing.site import urls
from zhixing.site.safe_start import refuse_unsafe

STRONG = "Huangyan-8842-tangerine"
SYSTEM, SECURITY, AUDIT = "系统管理员", "安全管理员", "审计管理员"
WITH_ADMIN = """
from zhixing.site.settings.production import *
INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.admin"]
"""


def ours() -> set[str]:
    return {str(found.id) for found in run_checks() if str(found.id).startswith("zhixing.")}


def test_the_house_as_it_is_starts() -> None:
    assert ours() == set()
    refuse_unsafe()


@pytest.mark.parametrize("power", ["is_superuser", "is_staff"])
def test_it_does_not_start_with_an_account_above_the_policies(
    power: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Account, power, True)
    assert ours() == {"zhixing.E001"}
    with pytest.raises(SystemCheckError):
        refuse_unsafe()


def test_it_does_not_start_with_an_account_that_may_do_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Account, "has_perm", lambda *_: True)
    assert ours() == {"zhixing.E002"}


def test_it_does_not_start_with_an_address_of_the_admin(monkeypatch: pytest.MonkeyPatch) -> None:
    class Door(View):
        """Stands where the admin's pages would."""

    view = Door.as_view()
    view.__module__ = "django.contrib.admin.sites"
    monkeypatch.setattr(urls, "urlpatterns", [*urls.urlpatterns])
    urls.urlpatterns.append(path("admin/", view))
    production_resolver = __import__("django.urls", fromlist=["get_resolver"]).get_resolver()
    vars(production_resolver).pop("url_patterns", None)
    try:
        assert ours() >= {"zhixing.E004"}
    finally:
        urls.urlpatterns.pop()
        vars(production_resolver).pop("url_patterns", None)


def test_the_web_server_itself_refuses_the_admin(tmp_path: Path) -> None:
    (tmp_path / "with_admin.py").write_text(WITH_ADMIN)
    start = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import zhixing.site.wsgi"
    plain = production.run(tmp_path / "var", "-c", start)
    assert plain.returncode == 0, plain.stderr
    refused = production.run(tmp_path / "var", "-c", start, DJANGO_SETTINGS_MODULE="with_admin")
    assert refused.returncode != 0
    assert "zhixing.E003" in refused.stderr
    assert "with_admin" not in sys.modules


def registered(bureau: Bureau, officer: str, person: Person | None, name: str) -> Account:
    actor = bureau.accounts[SYSTEM]
    register_account(
        username=name, password=STRONG, person=person, officer=officer, actor=actor, at=now(), key=name
    )
    return Account.objects.get(username=name)


@pytest.mark.django_db
def test_nobody_bears_two_of_the_three_offices(bureau: Bureau) -> None:
    person = bureau.person("职员")
    first = registered(bureau, SECURITY, person, "first")
    assert (first.bearer, first.person) == (person, None)
    for officer in (AUDIT, SYSTEM, SECURITY):
        with pytest.raises(Refusal) as refused:
            registered(bureau, officer, person, "second")
        assert [finding.fact for finding in refused.value.findings] == ["担任人"]
    other = registered(bureau, AUDIT, bureau.person("财务"), "third")
    assert other.bearer == bureau.person("财务")


@pytest.mark.django_db
def test_an_office_without_a_bearer_is_refused(bureau: Bureau) -> None:
    with pytest.raises(Refusal) as refused:
        registered(bureau, AUDIT, None, "nobody")
    assert [finding.fact for finding in refused.value.findings] == ["担任人"]


@pytest.mark.django_db
def test_the_database_itself_refuses_a_second_office(bureau: Bureau) -> None:
    person = bureau.person("职员")
    Account.objects.create(organ=bureau.organ, username="a", officer=SECURITY, bearer=person)
    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.create(organ=bureau.organ, username="b", officer=AUDIT, bearer=person)
    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.create(organ=bureau.organ, username="c", bearer=person)
    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.create(organ=bureau.organ, username="d", officer=AUDIT, person=person)


@pytest.mark.django_db
def test_a_laid_down_office_makes_room_and_does_not_come_back(bureau: Bureau) -> None:
    person, system = bureau.person("职员"), bureau.accounts[SYSTEM]
    first = registered(bureau, SECURITY, person, "first")
    grant(account=first, actor=bureau.accounts[SECURITY], at=now(), key="授权")
    close(account=first, actor=system, at=now(), key="停用")
    registered(bureau, AUDIT, person, "second")
    with pytest.raises(Refusal):
        reopen(account=first, actor=system, at=now(), key="重新启用")
