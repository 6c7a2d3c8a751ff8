"""漏签：stated by the person, confirmed by the head of section, made up by that decision (02-1.1a)."""

from datetime import date, time

import pytest

from tests.regulations.attendance.records.bureau import Bureau, at, key
from zhixing.journal.models import Entry
from zhixing.journal.verify import verify
from zhixing.law.refusal import Refusal
from zhixing.office.duties.models import Notice
from zhixing.regulations.attendance.models import MissedSignIn, Month, SignIn
from zhixing.regulations.attendance.workflow import month as months
from zhixing.regulations.attendance.workflow.day_view import day_status
from zhixing.regulations.attendance.workflow.missed import (
    confirm_missed,
    decline_missed,
    state_missed,
    take_back_missed,
)
from zhixing.regulations.attendance.workflow.signin import make_up

THURSDAY = date(2026, 11, 19)
EVENING, FRIDAY = at("2026-11-19 18:00:00"), at("2026-11-20 09:00:00")


def states(bureau: Bureau, name: str = "贺兰亭", **other: object) -> MissedSignIn:
    said = {
        "day": THURSDAY, "half": "上午", "arrived": time(8, 20), "witness": bureau["邓一舟"],
        "reason": "忙着接电话，忘了签到", "at": EVENING,
    } | other  # fmt: skip
    state_missed(actor=bureau[name], key=key(), **said)  # type: ignore[arg-type]
    return MissedSignIn.objects.latest("pk")


def refused(bureau: Bureau, **other: object) -> set[str]:
    with pytest.raises(Refusal) as refusal:
        states(bureau, **other)  # type: ignore[arg-type]
    return {finding.fact for finding in refusal.value.findings}


def word(bureau: Bureau) -> tuple[str, str]:
    morning, _ = day_status(bureau["贺兰亭"], THURSDAY, FRIDAY)
    return morning.word, morning.why


def test_stating_it_changes_nothing_and_tells_the_head_of_section(bureau: Bureau) -> None:
    states(bureau)
    assert word(bureau) == ("待核实", "已说明漏签，等确认")
    [notice] = Notice.objects.all()
    assert notice.person == bureau["罗景行"]
    assert "贺兰亭" not in notice.text  # a notice says nothing of the matter itself (domain 4.2)


def test_the_head_of_section_confirms_and_the_mark_is_there(bureau: Bureau) -> None:
    missed = states(bureau)
    confirm_missed(actor=bureau["罗景行"], missed=missed, opinion="", at=FRIDAY, key=key())
    assert word(bureau)[0] == "出勤"
    row = SignIn.objects.get()
    assert (row.source, row.at, row.by, row.witness) == (
        "补登", at("2026-11-19 08:20:00"), bureau["罗景行"], bureau["邓一舟"],
    )  # fmt: skip
    missed.refresh_from_db()
    assert (missed.state, missed.sign_in) == ("已确认", row)
    assert Entry.objects.filter(action="确认漏签").count() == 1


def test_every_row_of_it_is_explained_by_the_journal(bureau: Bureau) -> None:
    missed = states(bureau)
    confirm_missed(actor=bureau["罗景行"], missed=missed, opinion="属实", at=FRIDAY, key=key())
    said = [fault.says for fault in verify(bureau.organ.pk, None).faults]
    assert [one for one in said if "漏签" in one or one.startswith("签到")] == []


def test_who_came_late_stays_late(bureau: Bureau) -> None:
    missed = states(bureau, arrived=time(8, 45))
    confirm_missed(actor=bureau["罗景行"], missed=missed, opinion="", at=FRIDAY, key=key())
    assert word(bureau)[0] == "迟到"


def test_declined_with_a_reason_the_half_day_stays_open_and_may_be_stated_again(bureau: Bureau) -> None:
    missed = states(bureau)
    with pytest.raises(Refusal):
        decline_missed(actor=bureau["罗景行"], missed=missed, opinion=" ", at=FRIDAY, key=key())
    decline_missed(actor=bureau["罗景行"], missed=missed, opinion="当时不在办公室", at=FRIDAY, key=key())
    assert word(bureau)[0] == "待核实"
    assert not SignIn.objects.exists()
    assert states(bureau, at=FRIDAY).state == "待确认"
    missed.refresh_from_db()
    assert (missed.state, missed.opinion) == ("未确认", "当时不在办公室")


@pytest.mark.parametrize("name", ["贺兰亭", "邓一舟", "金若谷", "吴慕川"])
def test_neither_the_person_nor_the_witness_nor_a_stranger_decides(bureau: Bureau, name: str) -> None:
    missed = states(bureau)
    with pytest.raises(Refusal, match="不归您"):
        confirm_missed(actor=bureau[name], missed=missed, opinion="", at=FRIDAY, key=key())
    with pytest.raises(Refusal, match="不归您"):
        decline_missed(actor=bureau[name], missed=missed, opinion="不", at=FRIDAY, key=key())


def test_what_the_head_of_section_witnessed_goes_to_the_office(bureau: Bureau) -> None:
    missed = states(bureau, witness=bureau["罗景行"])
    assert {notice.person for notice in Notice.objects.all()} <= {bureau["潘映雪"], bureau["叶知秋"]}
    with pytest.raises(Refusal, match="不归您"):
        confirm_missed(actor=bureau["罗景行"], missed=missed, opinion="", at=FRIDAY, key=key())
    confirm_missed(actor=bureau["潘映雪"], missed=missed, opinion="", at=FRIDAY, key=key())
    assert word(bureau)[0] == "出勤"


def test_it_is_stated_within_two_working_days(bureau: Bureau) -> None:
    # the second working day after Thursday 19 November is Monday the 23rd
    assert states(bureau, at=at("2026-11-23 17:00:00")).state == "待确认"
    assert refused(bureau, half="下午", arrived=time(13, 20), at=at("2026-11-24 08:00:00")) == {"说明时限"}


def test_everything_wrong_is_said_at_once(bureau: Bureau) -> None:
    wrong = {"reason": " ", "witness": bureau["贺兰亭"], "arrived": time(14), "at": at("2026-11-24 08:00:00")}
    assert refused(bureau, **wrong) == {"漏签原因", "证明人", "到岗时间", "说明时限"}
    assert refused(bureau, day=date(2026, 11, 22), at=at("2026-11-23 08:00:00")) == {"日期"}
    assert refused(bureau, at=at("2026-11-19 08:00:00")) == {"到岗时间"}


def test_a_half_day_is_stated_once_and_never_where_a_sign_in_stands(bureau: Bureau) -> None:
    states(bureau)
    assert refused(bureau) == {"漏签"}
    bureau.signs("贺兰亭", date(2026, 11, 18), date(2026, 11, 18))
    assert refused(bureau, day=date(2026, 11, 18)) == {"签到"}


def test_a_sign_in_made_up_meanwhile_by_the_office_is_not_doubled(bureau: Bureau) -> None:
    missed = states(bureau)
    make_up(
        actor=bureau["潘映雪"], person=bureau["贺兰亭"], signed_at=at("2026-11-19 08:29:00"),
        witness=bureau["邓一舟"], reason="忘了", at=FRIDAY, key=key(),
    )  # fmt: skip
    with pytest.raises(Refusal, match="没有确认"):
        confirm_missed(actor=bureau["罗景行"], missed=missed, opinion="", at=FRIDAY, key=key())
    assert SignIn.objects.count() == 1


def test_a_locked_month_takes_no_statement(bureau: Bureau) -> None:
    for name in bureau.people:
        bureau.signs(
            name, date(2026, 10, 1), date(2026, 10, 31), **({"d1030p": None} if name == "贺兰亭" else {})
        )
    states(bureau, day=date(2026, 10, 30), half="下午", arrived=time(13), at=at("2026-11-02 08:50:00"))
    missed = MissedSignIn.objects.get()
    months.open_month(actor=bureau["潘映雪"], year=2026, month=10, at=at("2026-11-02 09:00:00"), key=key())
    months.lock(actor=bureau["潘映雪"], sheet=Month.objects.get(), at=FRIDAY, key=key())
    with pytest.raises(Refusal) as refusal:
        confirm_missed(actor=bureau["罗景行"], missed=missed, opinion="", at=FRIDAY, key=key())
    assert [finding.fact for finding in refusal.value.findings] == ["考勤月份"]


def test_the_person_takes_it_back_before_it_is_decided(bureau: Bureau) -> None:
    missed = states(bureau)
    with pytest.raises(Refusal, match="不归您"):
        take_back_missed(actor=bureau["罗景行"], missed=missed, at=FRIDAY, key=key())
    take_back_missed(actor=bureau["贺兰亭"], missed=missed, at=FRIDAY, key=key())
    with pytest.raises(Refusal):
        confirm_missed(actor=bureau["罗景行"], missed=missed, opinion="", at=FRIDAY, key=key())


def test_an_act_sent_twice_makes_one_sign_in(bureau: Bureau) -> None:
    missed, same = states(bureau), key()
    receipts = {
        confirm_missed(actor=bureau["罗景行"], missed=missed, opinion="", at=FRIDAY, key=same).seq
        for _ in range(2)
    }
    assert len(receipts) == SignIn.objects.count() == 1


def test_another_organ_has_no_say(bureau: Bureau, other: Bureau) -> None:
    missed = states(bureau)
    with pytest.raises(Refusal, match="不归您"):
        confirm_missed(actor=other["曾望山"], missed=missed, opinion="", at=FRIDAY, key=key())
    assert refused(bureau, half="下午", arrived=time(13), witness=other["白露"]) == {"证明人"}
