"""旷工认定 and 评优名单: asked, told, heard, decided by the chief with reasons; never by itself (02-1.2b, 02-3.2)."""

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from tests.web.attendance.desks import Desks, clock, post, text, words
from tests.web.attendance.registers import hours, pays, signs
from zhixing.regulations.attendance.models import AbsenceCase
from zhixing.regulations.attendance.workflow.absence_year import year_of

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

HERE, NEW, HONOURS = "/attendance/absence/", "/attendance/absence/new/", "/attendance/honours/"
OPENED, HEARD, AFTER = "2026-11-16 09:00", "2026-11-17 09:00", "2026-11-20 09:00"
STRETCH = "from=2026-11-09&to=2026-11-13"  # a week, ten half-days
HALVES = [f"2026-11-{day:02} {half}" for day in range(9, 14) for half in ("上午", "下午")]


def asks(desks: Desks, role: str = "办公室", *, whom: str = "职员", **typed: object) -> "Answer":
    given = {"act": "提出待核实", "ask-slots": HALVES, "ask-facts": "没有签到，也没有手续", **typed}
    with clock(OPENED):
        return post(desks.of(role), f"{NEW}?person={desks.person(whom).pk}&{STRETCH}", **given)


def acts(desks: Desks, role: str, moment: str, word: str, **typed: object) -> "Answer":
    with clock(moment):
        return post(desks.of(role), f"{HERE}{AbsenceCase.objects.get().pk}/", act=word, **typed)


def looks(desks: Desks, role: str, moment: str = AFTER) -> "Answer":
    with clock(moment):
        return desks.of(role).get(f"{HERE}{AbsenceCase.objects.get().pk}/")


@pytest.fixture
def case(desks: Desks) -> AbsenceCase:
    """职员 did not sign in from Monday to Friday; the office asks."""
    hours(desks)
    signs(desks, date(2026, 11, 9), date(2026, 11, 13), but="职员")
    assert asks(desks).status_code == 302
    return AbsenceCase.objects.get()


@pytest.fixture
def proposed(desks: Desks, case: AbsenceCase) -> AbsenceCase:
    assert acts(desks, "办公室", OPENED, "通知本人", **{"notice-notice": "请说明"}).status_code == 302
    assert acts(desks, "职员", HEARD, "陈述申辩", **{"state-text": "家中有急事"}).status_code == 302
    assert acts(desks, "办公室", HEARD, "提请认定", **{"propose-opinion": "建议认定"}).status_code == 302
    case.refresh_from_db()
    return case


def absent(desks: Desks) -> int:
    return year_of(desks.person("职员"), date(2026, 11, 20)).halves


def test_the_office_finds_the_half_days_nobody_explained(desks: Desks) -> None:
    hours(desks)
    signs(desks, date(2026, 11, 9), date(2026, 11, 13), but="职员")
    with clock(OPENED):
        shown = words(desks.of("办公室").get(f"{NEW}?{STRETCH}"))
        assert "E001 林小满 10 提出" in shown
        assert "周立春" not in shown
        for role in ("职员", "局长", "科室负责人", "财务"):
            assert desks.of(role).get(NEW).status_code == 403
        assert desks.of("办公室").get(f"{NEW}?from=2026-11-13&to=2026-11-09").status_code == 422


def test_a_question_needs_half_days_and_facts(desks: Desks) -> None:
    hours(desks)
    nothing: dict[str, Any] = {"ask-slots": [], "ask-facts": ""}
    empty = asks(desks, **nothing)
    assert empty.status_code == 422
    assert "没有填写事实" in words(empty)
    assert "半天：一个也没有选" in words(empty)
    assert asks(desks, "职员").status_code == 403
    assert not AbsenceCase.objects.exists()


def test_nobody_of_another_organ_is_asked_about_or_seen(
    desks: Desks, case: AbsenceCase, stranger: Client
) -> None:
    with clock(OPENED):
        assert stranger.get(f"{NEW}?person={desks.person('职员').pk}").status_code == 404
        assert stranger.get(f"{HERE}{case.pk}/").status_code == 404
        assert case.number not in text(stranger.get(HERE))


def test_a_case_is_seen_by_the_person_the_office_the_leader_in_charge_and_the_chief(
    desks: Desks, case: AbsenceCase
) -> None:
    for role in ("职员", "办公室", "局领导", "局长"):
        assert looks(desks, role).status_code == 200
    for role in ("科室负责人", "财务", "纪检"):
        assert looks(desks, role).status_code == 404
        with clock(AFTER):
            assert case.number not in text(desks.of(role).get(HERE))


def test_before_the_decision_nothing_is_absence(desks: Desks, proposed: AbsenceCase) -> None:
    assert proposed.state == "待认定"
    assert absent(desks) == 0
    assert "局长认定以前，这些半天都不算旷工" in text(looks(desks, "职员"))


def test_no_step_of_the_hearing_can_be_skipped(desks: Desks, case: AbsenceCase) -> None:
    skipped = acts(desks, "局长", AFTER, "认定", **{"decide-decision": ""})
    assert skipped.status_code == 422
    assert "状态：待核实；要求：待认定" in words(skipped)
    assert "没有填写认定意见" in words(skipped)
    assert "状态：待核实" in words(acts(desks, "职员", AFTER, "陈述申辩", **{"state-text": "有事"}))
    assert "没有填写通知内容" in words(acts(desks, "办公室", OPENED, "通知本人"))
    assert acts(desks, "办公室", OPENED, "通知本人", **{"notice-notice": "请说明"}).status_code == 302
    early = acts(desks, "办公室", HEARD, "提请认定", **{"propose-opinion": "建议认定"})
    assert "陈述申辩：本人还没有陈述，期限没有过" in words(early)
    case.refresh_from_db()
    assert case.state == "已通知"


def test_only_the_person_speaks_and_only_the_office_notifies(desks: Desks, case: AbsenceCase) -> None:
    for role in ("职员", "局长", "局领导"):
        assert acts(desks, role, OPENED, "通知本人", **{"notice-notice": "请说明"}).status_code == 422
    assert acts(desks, "办公室", OPENED, "通知本人", **{"notice-notice": "请说明"}).status_code == 302
    for role in ("办公室", "局长", "局领导"):
        refused = acts(desks, role, HEARD, "陈述申辩", **{"state-text": "代为说明"})
        assert (refused.status_code, "请交本人办理" in words(refused)) == (422, True)
    case.refresh_from_db()
    assert case.state == "已通知"


def test_only_the_chief_decides_and_with_reasons(desks: Desks, proposed: AbsenceCase) -> None:
    for role in ("办公室", "局领导", "职员"):
        refused = acts(desks, role, AFTER, "认定", **{"decide-decision": "属实"})
        assert (refused.status_code, "这件事不归您办理" in words(refused)) == (422, True)
        assert "认定为旷工" not in text(looks(desks, role))
    assert "认定为旷工" in text(looks(desks, "局长"))
    assert "没有填写认定意见" in words(acts(desks, "局长", AFTER, "认定", **{"decide-decision": " "}))
    assert acts(desks, "局长", AFTER, "认定", **{"decide-decision": "情况属实"}).status_code == 302
    proposed.refresh_from_db()
    assert (proposed.state, proposed.decided_by) == ("已认定", desks.person("局长"))
    assert absent(desks) == 10


def test_a_case_let_go_counts_nothing(desks: Desks, proposed: AbsenceCase) -> None:
    assert acts(desks, "局长", AFTER, "不认定", **{"decide-decision": "情有可原"}).status_code == 302
    assert "不予认定" in words(looks(desks, "职员"))
    assert absent(desks) == 0


def test_half_days_without_papers_are_not_taken_out(desks: Desks, proposed: AbsenceCase) -> None:
    none = acts(desks, "办公室", AFTER, "转出", **{"release-reason": "补了手续"})
    assert "半天：一个也没有选中" in words(none)
    given = {"release-slots": [HALVES[0]], "release-reason": "补了手续"}
    assert "2026-11-09上午：没有手续" in words(acts(desks, "办公室", AFTER, "转出", **given))
    assert acts(desks, "局长", AFTER, "转出", **given).status_code == 422
    assert proposed.halves.filter(released_at=None).count() == 10


def test_the_bonus_is_shown_to_the_person_only(desks: Desks, proposed: AbsenceCase) -> None:
    pays(desks, "职员")  # a bonus of 2000.00 at the year's end
    acts(desks, "局长", AFTER, "认定", **{"decide-decision": "情况属实"})
    assert "年终奖：2000.00" in words(looks(desks, "职员"))
    for role in ("局长", "办公室", "局领导"):
        shown = words(looks(desks, role))
        assert "取消评优： 是" in shown
        assert "2000.00" not in shown


def test_the_list_of_honours_names_reason_and_clause(desks: Desks, proposed: AbsenceCase) -> None:
    acts(desks, "局长", AFTER, "认定", **{"decide-decision": "情况属实"})
    with clock(AFTER):
        shown = words(desks.of("办公室").get(HONOURS))
        assert "取消评优 2026年认定旷工5天 《考勤制度》三（二）旷工" in shown
        assert "周立春 产业科 可以评优" in shown
        assert "可以评优" in words(desks.of("办公室").get(HONOURS, {"year": "2025", "q": "林小满"}))


def test_the_list_of_honours_is_for_the_office_and_leaders(
    desks: Desks, proposed: AbsenceCase, stranger: Client
) -> None:
    acts(desks, "局长", AFTER, "认定", **{"decide-decision": "情况属实"})
    with clock(AFTER):
        for role in ("职员", "科室负责人", "财务"):
            assert desks.of(role).get(HONOURS).status_code == 403
        for role in ("局长", "局领导"):
            assert "认定旷工5天" in text(desks.of(role).get(HONOURS))
        assert "认定旷工5天" not in text(desks.of("纪检").get(HONOURS))  # is in charge of no section
        assert "认定旷工5天" not in text(stranger.get(HONOURS))


def test_the_chief_reads_before_deciding_what_the_clause_would_say_without_any_pay(
    desks: Desks, case: AbsenceCase
) -> None:
    shown = words(looks(desks, "局长"))
    # ten half-days strike the honours and take the higher of half the bonus and so much a day (02-3.2, G-16)
    assert "全年旷工 5天 最长连续 5天 年终奖 一半与按天取高 评优 取消当年评优 预警 没有" in shown
    assert f"{case.number} " in shown
    assert "还没有认定，这些半天只算待核实" in shown
