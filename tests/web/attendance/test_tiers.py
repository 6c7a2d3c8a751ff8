"""年度处置: what 三 of the regulation would say for each person, as proposals; seen by office, chief and the leader in charge."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from tests.web.attendance.desks import Desks, at, clock, text, words
from tests.web.attendance.registers import october
from zhixing.organ.days import calendar_of
from zhixing.organ.models import Portfolio
from zhixing.regulations.attendance.models import AbsenceCase, DisciplineRecord
from zhixing.regulations.attendance.workflow import absence
from zhixing.regulations.attendance.workflow.absence_decide import decide_case
from zhixing.regulations.attendance.workflow.day_view import days
from zhixing.regulations.attendance.workflow.discipline import register, revoke

HERE = "/attendance/tiers/"
NOW = "2026-11-20 09:00"


def key() -> str:
    return str(uuid4())


def decided(desks: Desks, role: str, halves: int) -> AbsenceCase:
    """The first half-days worked in October, asked about, heard and decided to be absence."""
    person, calendar = desks.person(role), calendar_of(desks.bureau.organ)
    working = [day for day in days(date(2026, 10, 1), date(2026, 10, 31)) if calendar.is_working(day)]
    slots = [(day, half) for day in working for half in ("上午", "下午")][:halves]
    keeper, early = desks.person("办公室"), at("2026-11-03 09:00")
    absence.open_case(actor=keeper, person=person, slots=slots, facts="没有签到", at=early, key=key())
    case = AbsenceCase.objects.latest("pk")
    absence.notify(actor=keeper, case=case, notice="请说明", at=early, key=key())
    absence.state(actor=person, case=case, text="忘了请假", at=early, key=key())
    absence.propose(actor=keeper, case=case, opinion="建议认定", at=early, key=key())
    decide_case(actor=desks.person("局长"), case=case, outcome="认定", decision="属实", at=at(NOW), key=key())
    return case


def warned(desks: Desks, role: str) -> None:
    register(
        actor=desks.person("办公室"), person=desks.person(role), kind="效能告诫", day=date(2026, 9, 3),
        source="告诫书〔2026〕6号", text="上班时间网购", at=at(NOW), key=key(),
    )  # fmt: skip


def seen(desks: Desks, role: str, **asked: str) -> str:
    with clock(NOW):
        return words(desks.of(role).get(HERE, asked))


# 三（二）: 5 days (10 half-days) strikes the honours and takes half the bonus; 4.5 days does neither
@pytest.mark.parametrize(
    ("halves", "days_", "bonus", "honours"),
    [
        (9, "4.5", "按天扣", "可以评优"),
        (10, "5", "一半与按天取高", "取消评优"),
        (20, "10", "全部", "取消评优"),
    ],
)
def test_the_days_of_a_year_decide_the_tier(
    desks: Desks, halves: int, days_: str, bonus: str, honours: str
) -> None:
    october(desks, but="职员")
    decided(desks, "职员", halves)
    page = seen(desks, "局长")
    assert f"全年{days_}天，最长连续{days_}天 年终奖{bonus}" in page
    assert f"林小满 产业科 — 全年{days_}天" in page
    assert f"— {honours} " in page


def test_three_late_mornings_and_a_warning_stand_under_their_clauses(desks: Desks) -> None:
    october(desks, late={"职员": 3})
    warned(desks, "财务")
    page = seen(desks, "办公室")
    assert "林小满 产业科 10月3次 诫勉谈话；按次扣津补贴 — — 可以评优" in page
    assert "孙小暑 产业科 — — 2026-09-03 效能办督查告诫 取消评优" in page
    assert "2人有记录，其余6人没有" in page


def test_a_revoked_record_is_gone_and_an_empty_year_says_so(desks: Desks) -> None:
    warned(desks, "财务")
    assert "孙小暑" in seen(desks, "局长")
    revoke(
        actor=desks.person("办公室"), record=DisciplineRecord.objects.get(), reason="告诫书撤回", at=at(NOW),
        key=key(),
    )  # fmt: skip
    assert "没有要处置的" in seen(desks, "局长")
    assert "没有要处置的" in seen(desks, "局长", year="2025")


def test_a_leader_sees_those_of_the_own_portfolio_only(desks: Desks) -> None:
    warned(desks, "财务")
    assert "孙小暑" in seen(desks, "局领导")
    Portfolio.objects.all().delete()
    assert "孙小暑" not in seen(desks, "局领导")


def test_no_amount_is_shown_and_only_office_and_leaders_come_in(desks: Desks, stranger: Client) -> None:
    october(desks, but="职员")
    decided(desks, "职员", 10)
    assert "元" not in seen(desks, "局长").split("三（一）迟到早退 三（二）旷工")[1].split("依据")[0]
    with clock(NOW):
        for role in ("职员", "科室负责人", "财务"):
            assert desks.of(role).get(HERE).status_code == 403
            assert desks.of(role).get(f"{HERE}export/").status_code == 403
        assert "林小满" not in text(stranger.get(HERE))
        exported = desks.of("办公室").get(f"{HERE}export/")
    assert b"".join(exported).startswith(b"PK")
