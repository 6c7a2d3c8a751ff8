"""02-1.1a 签到：two a working day; no second one, none in the future, none on a day off."""

from datetime import date, time

import pytest

from tests.regulations.attendance.records.bureau import Bureau, at, key
from zhixing.journal.models import Entry
from zhixing.law.refusal import Refusal
from zhixing.regulations.attendance.models import Schedule, SignIn
from zhixing.regulations.attendance.workflow.day_view import day_status, month_calendar, sign_in_page
from zhixing.regulations.attendance.workflow.schedule import DayHours, set_schedule
from zhixing.regulations.attendance.workflow.signin import make_up, sign_in, void_sign_in

DAY = date(2026, 11, 19)


def words(bureau: Bureau, name: str, day: date, now: str) -> tuple[str, str]:
    morning, afternoon = day_status(bureau[name], day, at(now))
    return morning.word, afternoon.word


def test_a_person_signs_in_once_each_half_day(bureau: Bureau) -> None:
    sign_in(actor=bureau["贺兰亭"], at=at("2026-11-19 08:29:59"), key=key())
    sign_in(actor=bureau["贺兰亭"], at=at("2026-11-19 13:05:00"), key=key())
    rows = SignIn.objects.values_list("day", "half", "source").order_by("half")
    assert list(rows) == [(DAY, "上午", "网页"), (DAY, "下午", "网页")]
    assert words(bureau, "贺兰亭", DAY, "2026-11-19 18:00:00") == ("出勤", "出勤")


def test_the_limit_second_is_on_time_and_the_next_is_late(bureau: Bureau) -> None:
    sign_in(actor=bureau["贺兰亭"], at=at("2026-11-19 08:30:00.999999"), key=key())
    sign_in(actor=bureau["邓一舟"], at=at("2026-11-19 08:30:01"), key=key())
    assert words(bureau, "贺兰亭", DAY, "2026-11-19 09:00:00")[0] == "出勤"
    assert words(bureau, "邓一舟", DAY, "2026-11-19 09:00:00")[0] == "迟到"


def test_a_double_tap_gives_the_first_receipt_and_one_sign_in(bureau: Bureau) -> None:
    tap = key()
    first = sign_in(actor=bureau["贺兰亭"], at=at("2026-11-19 08:25:00"), key=tap)
    again = sign_in(actor=bureau["贺兰亭"], at=at("2026-11-19 08:25:01"), key=tap)
    assert first == again
    assert SignIn.objects.count() == 1
    assert Entry.objects.filter(action="签到").count() == 1


def test_a_second_device_is_refused_and_told_the_first_time(bureau: Bureau) -> None:
    sign_in(actor=bureau["贺兰亭"], at=at("2026-11-19 08:25:00"), key=key())
    with pytest.raises(Refusal) as refusal:
        sign_in(actor=bureau["贺兰亭"], at=at("2026-11-19 08:26:00"), key=key())
    (finding,) = refusal.value.findings
    assert "08:25:00签到" in finding.found
    assert finding.clause == "02-1.1a"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2026-11-21 08:20:00", "休息"),
        ("2026-10-01 08:20:00", "放假"),
        ("2026-11-19 17:00:01", "下班"),
        ("2023-12-29 08:20:00", "不在册"),
    ],
)
def test_nobody_signs_in_on_a_day_off_or_after_hours(bureau: Bureau, when: str, said: str) -> None:
    with pytest.raises(Refusal) as refusal:
        sign_in(actor=bureau["贺兰亭"], at=at(when), key=key())
    assert any(said in finding.found for finding in refusal.value.findings)
    assert not SignIn.objects.exists()


def test_a_make_up_sunday_is_a_working_day(bureau: Bureau) -> None:
    sign_in(actor=bureau["贺兰亭"], at=at("2026-09-20 08:20:00"), key=key())
    assert words(bureau, "贺兰亭", date(2026, 9, 20), "2026-09-21 08:00:00") == ("出勤", "待核实")


def test_summer_hours_hold_from_their_first_to_their_last_day(bureau: Bureau) -> None:
    Schedule.objects.create(
        organ=bureau.organ, season="夏令", morning_from=time(8), morning_to=time(12), afternoon_from=time(14, 30),
        afternoon_to=time(17, 30), since=date(2026, 6, 1), until=date(2026, 9, 30), basis="夏令作息通知",
    )  # fmt: skip
    for day in ("2026-05-29", "2026-06-01", "2026-09-30", "2026-10-08"):
        sign_in(actor=bureau["贺兰亭"], at=at(f"{day} 08:15:00"), key=key())
    late = [
        day_status(bureau["贺兰亭"], day, at("2026-10-09 08:00:00"))[0].late
        for day in (date(2026, 5, 29), date(2026, 6, 1), date(2026, 9, 30), date(2026, 10, 8))
    ]
    assert late == [False, True, True, False]


def test_until_the_districts_notice_is_entered_the_editions_hours_hold(bureau: Bureau) -> None:
    Schedule.objects.all().delete()
    pages = [sign_in_page(bureau["贺兰亭"], at(f"{day} 13:00:00")) for day in ("2026-07-01", "2026-11-19")]
    assert [page.hours.begins for page in pages] == [time(14, 30), time(13, 30)]


def test_the_office_enters_the_districts_hours_with_their_basis(bureau: Bureau) -> None:
    def enter(actor: str, hours: DayHours, basis: str) -> None:
        set_schedule(
            actor=bureau[actor], season="夏令", hours=hours, since=date(2026, 6, 1), until=date(2026, 9, 30),
            basis=basis, at=at("2026-05-20 09:00:00"), key=key(),
        )  # fmt: skip

    summer = DayHours(time(8), time(11, 30), time(14, 30), time(17, 30))
    with pytest.raises(Refusal, match="不归您"):
        enter("贺兰亭", summer, "温鹿政办通知")
    with pytest.raises(Refusal) as refusal:
        enter("潘映雪", DayHours(time(12), time(8), time(14, 30), time(17, 30)), "")
    assert {finding.fact for finding in refusal.value.findings} == {"依据", "作息"}
    enter("潘映雪", summer, "温鹿政办通知")
    assert sign_in_page(bureau["贺兰亭"], at("2026-06-01 07:50:00")).hours.begins == time(8)


def test_women_are_off_in_the_afternoon_of_the_eighth_of_march(bureau: Bureau) -> None:
    day = date(2027, 3, 8)
    assert words(bureau, "贺兰亭", day, "2027-03-09 08:00:00") == ("待核实", "放假")
    assert words(bureau, "邓一舟", day, "2027-03-09 08:00:00") == ("待核实", "待核实")


def test_the_eighth_of_march_on_a_sunday_moves_to_no_other_day(bureau: Bureau) -> None:
    assert words(bureau, "贺兰亭", date(2026, 3, 9), "2026-03-10 08:00:00") == ("待核实", "待核实")


def test_the_page_says_which_half_day_is_open(bureau: Bureau) -> None:
    page = sign_in_page(bureau["贺兰亭"], at("2026-11-19 08:10:00"))
    assert (page.half, page.closed, page.signed_at) == ("上午", "", None)
    sign_in(actor=bureau["贺兰亭"], at=at("2026-11-19 08:11:12"), key=key())
    assert sign_in_page(bureau["贺兰亭"], at("2026-11-19 08:12:00")).signed_at == time(8, 11, 12)
    assert sign_in_page(bureau["贺兰亭"], at("2026-11-19 12:00:00")).half == "下午"
    assert "不用签到" in sign_in_page(bureau["贺兰亭"], at("2026-11-21 09:00:00")).closed


def test_the_calendar_of_a_month_has_every_day(bureau: Bureau) -> None:
    bureau.signs("贺兰亭", date(2026, 10, 1), date(2026, 10, 31), d1009p=None)
    squares = month_calendar(bureau["贺兰亭"], 2026, 10, at("2026-11-02 08:00:00"))
    shown = {square.day.day: square.word for square in squares}
    assert len(squares) == 31
    assert (shown[1], shown[8], shown[9], shown[10]) == ("放假", "出勤", "上午出勤，下午待核实", "出勤")


def test_a_forgotten_sign_in_needs_a_witness_and_the_office(bureau: Bureau) -> None:
    def enter(actor: str, witness: str, reason: str, when: str) -> None:
        make_up(
            actor=bureau[actor], person=bureau["贺兰亭"], signed_at=at(when), witness=bureau[witness],
            reason=reason, at=at("2026-11-20 09:00:00"), key=key(),
        )  # fmt: skip

    with pytest.raises(Refusal, match="不归您"):
        enter("邓一舟", "罗景行", "忘了", "2026-11-19 08:20:00")
    with pytest.raises(Refusal) as refusal:
        enter("潘映雪", "贺兰亭", " ", "2026-11-23 08:20:00")
    assert {finding.fact for finding in refusal.value.findings} == {"补登原因", "签到时间", "证明人"}
    enter("潘映雪", "罗景行", "签到页面打不开", "2026-11-19 08:20:00")
    assert words(bureau, "贺兰亭", DAY, "2026-11-20 09:00:00") == ("出勤", "待核实")


def test_a_sign_in_made_up_by_hand_is_judged_late_like_any_other(bureau: Bureau) -> None:
    make_up(
        actor=bureau["潘映雪"], person=bureau["贺兰亭"], signed_at=at("2026-11-19 08:40:00"),
        witness=bureau["罗景行"], reason="忘了签", at=at("2026-11-20 09:00:00"), key=key(),
    )  # fmt: skip
    assert words(bureau, "贺兰亭", DAY, "2026-11-20 09:00:00")[0] == "迟到"


def test_the_office_does_not_make_up_its_own_sign_in(bureau: Bureau) -> None:
    with pytest.raises(Refusal) as refusal:
        make_up(
            actor=bureau["潘映雪"], person=bureau["潘映雪"], signed_at=at("2026-11-19 08:20:00"),
            witness=bureau["罗景行"], reason="忘了签", at=at("2026-11-20 09:00:00"), key=key(),
        )  # fmt: skip
    assert [finding.fact for finding in refusal.value.findings] == ["登记人"]


def test_a_voided_sign_in_stays_and_the_half_day_is_open_again(bureau: Bureau) -> None:
    sign_in(actor=bureau["贺兰亭"], at=at("2026-11-19 08:25:00"), key=key())
    row = SignIn.objects.get()
    void_sign_in(
        actor=bureau["潘映雪"], sign_in=row, reason="他人代签", at=at("2026-11-19 13:00:00"), key=key()
    )
    assert SignIn.objects.filter(voided_at__isnull=False, void_reason="他人代签").count() == 1
    assert words(bureau, "贺兰亭", DAY, "2026-11-19 18:00:00") == ("待核实", "待核实")


def test_another_organ_neither_sees_nor_touches_a_sign_in(bureau: Bureau, other: Bureau) -> None:
    sign_in(actor=bureau["贺兰亭"], at=at("2026-11-19 08:25:00"), key=key())
    with pytest.raises(Refusal, match="不归您"):
        void_sign_in(
            actor=other["曾望山"],
            sign_in=SignIn.objects.get(),
            reason="试",
            at=at("2026-11-19 09:00:00"),
            key=key(),
        )
    assert words(other, "白露", DAY, "2026-11-20 09:00:00") == ("待核实", "待核实")
