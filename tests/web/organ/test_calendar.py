from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.web.bureau import STAFF, Bureau
from tests.web.organ.conftest import SignIn
from zhixing.law.refusal import Refusal
from zhixing.organ.days import calendar_of
from zhixing.organ.models import DayCorrection
from zhixing.web.pages.organ.notice_lines import read_lines

PAGE, CORRECT, NOTICE = "web:organ_calendar", "web:organ_calendar_correct", "web:organ_calendar_notice"
NEW_YEAR = "2027-01-01至2027-01-03 法定节假日 元旦\n2027-01-09　调休上班　元旦\n"


def shown(client: Client, year: int) -> dict[date, Any]:
    months = client.get(reverse(PAGE), {"year": year}).context["months"]
    return {day.day: day for month in months for week in month.weeks for day in week if day}


def test_staff_read_the_year_and_the_office_corrects_it(bureau: Bureau, sign_in: SignIn) -> None:
    reads = [role for role in bureau.accounts if sign_in(role).get(reverse(PAGE)).status_code == 200]
    assert reads == list(STAFF)
    for name in (CORRECT, NOTICE):
        writes = [role for role in bureau.accounts if sign_in(role).post(reverse(name)).status_code != 403]
        assert writes == ["办公室", "办公室主任"]


def test_every_day_of_a_year_says_its_kind_and_where_it_comes_from(bureau: Bureau, sign_in: SignIn) -> None:
    days = shown(sign_in("职员"), 2026)
    assert len(days) == 365
    assert days[date(2026, 10, 1)].says == "2026-10-01，法定节假日，国务院办公厅放假通知"
    assert days[date(2026, 11, 23)].says == "2026-11-23，工作日，国家规定的工作日历"
    assert (days[date(2026, 10, 10)].mark, days[date(2026, 10, 5)].mark) == ("班", "休")


def test_an_unpublished_year_says_so_on_every_day(bureau: Bureau, sign_in: SignIn) -> None:
    response = sign_in("职员").get(reverse(PAGE), {"year": 2028})
    assert "暂估" in response.content.decode()
    assert all("暂估" in day.says for day in shown(sign_in("职员"), 2028).values())


@pytest.mark.parametrize("year", ["", "x", "0", "99999", "２０２６", "-1", "1900"])
def test_a_year_beyond_the_calendar_shows_this_year(year: str, bureau: Bureau, sign_in: SignIn) -> None:
    assert sign_in("职员").get(reverse(PAGE), {"year": year}).status_code == 200


def test_one_day_is_put_right_with_its_notice(bureau: Bureau, sign_in: SignIn) -> None:
    typed = {
        "key": str(uuid4()),
        "day": "2026-11-24",
        "kind": "休息日",
        "name": "防台停工",
        "notice": "防指1号",
    }
    assert sign_in("办公室").post(reverse(CORRECT), typed).status_code == 200
    assert not calendar_of(bureau.organ).is_working(date(2026, 11, 24))
    assert shown(sign_in("职员"), 2026)[date(2026, 11, 24)].says == "2026-11-24，休息日，防台停工、按防指1号"


@pytest.mark.parametrize("wrong", [{"notice": ""}, {"day": "2026-02-30"}, {"kind": "假"}, {"key": ""}])
def test_a_correction_that_is_incomplete_changes_nothing(
    wrong: dict[str, str], bureau: Bureau, sign_in: SignIn
) -> None:
    typed = {"key": str(uuid4()), "day": "2026-11-24", "kind": "休息日", "notice": "防指1号"}
    assert sign_in("办公室").post(reverse(CORRECT), typed | wrong).status_code == 422
    assert not DayCorrection.objects.exists()


def test_a_notice_is_looked_at_before_it_is_entered(bureau: Bureau, sign_in: SignIn) -> None:
    client, typed = sign_in("办公室"), {"key": str(uuid4()), "notice": "国办9号", "text": NEW_YEAR}
    preview = client.post(reverse(NOTICE), typed).context["preview"]
    assert [(row.day.day, before, changed) for row, before, changed in preview] == [
        (1, "法定节假日", False),
        (2, "休息日", True),
        (3, "休息日", True),
        (9, "休息日", True),
    ]
    assert not DayCorrection.objects.exists()
    for _ in range(2):
        assert client.post(reverse(NOTICE), typed | {"act": "导入"}).status_code == 200
    assert DayCorrection.objects.filter(organ=bureau.organ).count() == 4
    assert calendar_of(bureau.organ).is_working(date(2027, 1, 9))


def test_the_days_of_one_organ_are_not_those_of_another(
    bureau: Bureau, elsewhere: Bureau, sign_in: SignIn
) -> None:
    DayCorrection.objects.create(
        organ=elsewhere.organ, day=date(2026, 11, 24), kind="休息日", name="瓯海停工", notice="瓯海1号"
    )
    assert "瓯海" not in sign_in("局长").get(reverse(PAGE), {"year": 2026}).content.decode()


def test_every_line_that_cannot_be_read_is_named_at_once() -> None:
    text = "元旦放假\n2027-13-01 休息日\n2027-01-05至2027-01-01 休息日\n\n2027-01-01 放假\n2027-01-01 休息日"
    with pytest.raises(Refusal) as refused:
        read_lines(text)
    assert [finding.fact for finding in refused.value.findings] == ["第1行", "第2行", "第3行", "第5行"]
