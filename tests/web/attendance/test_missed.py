"""漏签：from the day in one's own month to the confirmation of the head of section (02-1.1a)."""

from datetime import date

from django.test import Client

from tests.web.attendance.desks import Desks, clock, post, text, words
from zhixing.regulations.attendance.models import MissedSignIn, SignIn

LIST, NEW, MONTH = "/attendance/missed/", "/attendance/missed/new/", "/attendance/my-month/"
EVENING, NEXT = "2026-11-19 18:00", "2026-11-20 09:00"


def typed(desks: Desks, **other: object) -> dict[str, object]:
    return {
        "day": "2026-11-19", "half": "上午", "arrived": "08:20", "witness": desks.person("财务").pk,
        "reason": "忙着接电话，忘了签到",
    } | other  # fmt: skip


def stated(desks: Desks) -> MissedSignIn:
    with clock(EVENING):
        answer = post(desks.of("职员"), NEW, **typed(desks))
    assert (answer.status_code, answer["Location"]) == (302, f"{MONTH}?month=2026-11")
    return MissedSignIn.objects.get()


def test_the_day_of_ones_own_month_leads_to_the_form_filled_in(desks: Desks) -> None:
    with clock(EVENING):
        person = desks.of("职员")
        month = text(person.get(MONTH))
        assert f"{NEW}?day=2026-11-19&amp;half=%E4%B8%8A%E5%8D%88" in month
        assert "说明2026-11-16上午漏签" not in month
        form = text(person.get(NEW, {"day": "2026-11-19", "half": "下午"}))
    assert 'value="2026-11-19"' in form
    assert '<option value="下午" selected>' in form


def test_the_head_of_section_confirms_on_its_page_and_the_month_shows_it(desks: Desks) -> None:
    missed = stated(desks)
    address = f"{LIST}{missed.pk}/"
    with clock(NEXT):
        own = text(desks.of("职员").get(MONTH))
        assert "已说明漏签，等确认" in own
        assert "说明2026-11-19上午漏签" not in own
        assert "说明2026-11-19下午漏签" in own
        head = desks.of("科室负责人")
        assert "有1份漏签说明等您确认" in words(head.get(LIST))
        assert "忙着接电话" in text(head.get(address))
        assert post(head, address, act="确认").status_code == 302
        assert "已确认" in words(desks.of("职员").get(address))
        assert "说明2026-11-19上午漏签" not in text(desks.of("职员").get(MONTH))
    row = SignIn.objects.get()
    assert (row.day, row.half, row.source, row.by) == (
        date(2026, 11, 19),
        "上午",
        "补登",
        desks.person("科室负责人"),
    )


def test_a_no_needs_its_reason_and_keeps_the_page(desks: Desks) -> None:
    missed = stated(desks)
    address = f"{LIST}{missed.pk}/"
    with clock(NEXT):
        empty = post(desks.of("科室负责人"), address, act="不予确认")
        assert (empty.status_code, "没有填写理由" in words(empty)) == (422, True)
        said = {"decline-opinion": "那时不在办公室"}
        assert post(desks.of("科室负责人"), address, act="不予确认", **said).status_code == 302
        assert "那时不在办公室" in words(desks.of("职员").get(address))
    assert not SignIn.objects.exists()


def test_the_person_takes_it_back_and_cannot_confirm_it(desks: Desks) -> None:
    missed = stated(desks)
    address = f"{LIST}{missed.pk}/"
    with clock(NEXT):
        assert post(desks.of("职员"), address, act="确认").status_code == 422
        assert post(desks.of("职员"), address, act="撤回").status_code == 302
    missed.refresh_from_db()
    assert missed.state == "已撤回"


def test_what_is_wrong_is_said_at_once_and_nothing_typed_is_lost(desks: Desks) -> None:
    with clock("2026-11-25 09:00"):
        late = post(desks.of("职员"), NEW, **typed(desks, arrived="13:50"))
        empty = post(desks.of("职员"), NEW, day="十九日", half="上午", arrived="", reason="")
    assert "要求：不晚于2026-11-23" in words(late)
    assert "到岗时间：13:50" in words(late)
    assert "忙着接电话" in text(late)
    for said in ("请填写实际到岗时间。", "请选择证明人。", "请填写漏签原因。", "写法如：2026-11-23"):
        assert said in words(empty)


def test_colleagues_and_other_organs_see_none_of_it(desks: Desks, stranger: Client) -> None:
    missed = stated(desks)
    with clock(NEXT):
        assert stranger.get(f"{LIST}{missed.pk}/").status_code == 404
        assert desks.of("财务").get(f"{LIST}{missed.pk}/").status_code == 404
        assert "忙着接电话" not in text(desks.of("财务").get(LIST))
        assert "没有漏签说明" in text(stranger.get(LIST))


def test_a_day_to_come_leads_to_the_leave_form_with_this_day(desks: Desks) -> None:
    with clock(NEXT):
        month = text(desks.of("职员").get(MONTH))
        assert "/attendance/leave/new/?first=2026-11-26" in month
        assert "/attendance/leave/new/?first=2026-11-28" not in month  # a Saturday
        form = text(desks.of("职员").get("/attendance/leave/new/", {"first": "2026-11-26"}))
    assert form.count('value="2026-11-26"') == 2
