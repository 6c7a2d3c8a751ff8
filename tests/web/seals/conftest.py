"""The small bureau with an office: 王芒种 keeps the seal, 郑清明 leads section and office, 陈谷雨 is the chief."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.web.attendance.desks import Desks, clock, post
from tests.web.bureau import BEGIN, Bureau, build
from zhixing.organ.models import Holding, Portfolio, Section
from zhixing.regulations.seals.models import Seal, SealUse

MORNING = "2026-11-23 09:00"
LATER = "2026-11-23 10:00"
USE_NEW = "/seals/uses/new/"
Ask = Callable[..., SealUse]


@pytest.fixture
def desks(bureau: Bureau) -> Desks:
    organ, keeper = bureau.organ, bureau.person("办公室")
    office = Section.objects.create(organ=organ, name="办公室", kind="内设科室", since=BEGIN)
    Portfolio.objects.create(organ=organ, leader=bureau.person("局领导"), section=office, since=BEGIN)
    Holding.objects.create(organ=organ, person=keeper, post="印章管理员", since=BEGIN)
    return Desks(bureau)


@pytest.fixture
def stranger(db: None) -> Client:
    """The chief of another organ."""
    other = build("ouhai-jx", "瓯海区经信局")
    client = Client()
    client.force_login(other.accounts["局长"])
    return client


def paper(name: str = "报表") -> SimpleUploadedFile:
    return SimpleUploadedFile(f"{name}.txt", f"{name}全文".encode())


def entered(desks: Desks, kind: str = "局章", keeper: str = "办公室", **more: Any) -> Seal:
    with clock(MORNING):
        answer = post(
            desks.of("办公室主任"), "/seals/new/", act="登记印章", **{
                f"record-{name}": value
                for name, value in {
                    "name": f"鹿城区经信局{kind}", "kind": kind, "material": "铜", "maker": "区人民政府",
                    "in_use_since": date(2019, 3, 1).isoformat(), "keeper": desks.person(keeper).pk,
                    "impression": paper("印模"), **more,
                }.items()
            },
        )  # fmt: skip
    assert answer.status_code == 302, answer.content.decode()
    return Seal.objects.latest("pk")


@pytest.fixture
def seal(desks: Desks) -> Seal:
    return entered(desks)


def typed(seal: Seal, **more: Any) -> dict[str, Any]:
    return {
        "seal": seal.pk, "title": "三季度统计报表", "purpose": "其他", "reason": "报送统计报表", "material": "完整文件",
        "copies": 2, "pages": 3, "recipient": "区统计局", "act": "提交", **more,
    }  # fmt: skip


@pytest.fixture
def ask(desks: Desks, seal: Seal) -> Ask:
    def asked(role: str = "职员", **more: Any) -> SealUse:
        with clock(MORNING):
            answer = post(desks.of(role), USE_NEW, **typed(seal, **{"file": paper(), **more}))
        assert answer.status_code == 302, answer.content.decode()
        return SealUse.objects.latest("pk")

    return asked


def agree(desks: Desks, role: str, matter: int) -> None:
    with clock(LATER):
        client = desks.of(role)
        answer = post(client, f"/matters/{matter}/act/", act="同意", text="同意")
    assert answer.status_code == 302, answer.content.decode()


@pytest.fixture
def approved(desks: Desks, ask: Ask) -> SealUse:
    use = ask()
    assert use.matter_id is not None
    agree(desks, "局领导", use.matter_id)
    use.refresh_from_db()
    assert use.status == "已批"
    return use
