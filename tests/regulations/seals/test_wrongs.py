"""强行用印 (17-9), 丢失、错误用印、私存、非法用印、销毁 (17-10)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.regulations.seals.cabinet import DAY, Cabinet, Fields, facts
from zhixing.journal.models import Entry
from zhixing.office.duties.models import Notice
from zhixing.office.duties.reminders import borne_by
from zhixing.organ.made import made
from zhixing.organ.models import Account
from zhixing.organ.policy import viewer_of, visible
from zhixing.regulations.seals.models import Coercion, Incident, Seal
from zhixing.regulations.seals.workflow import coercion, incidents


def reported(cabinet: Cabinet, seal: Seal, about: str, by: str = "E011") -> Coercion:
    person = cabinet.person(about)
    return made(
        Coercion, coercion.report(seal=seal, about=person, day=DAY, text="没有批就要盖", **cabinet.who(by))
    )


def readers(cabinet: Cabinet) -> set[str]:
    """Everybody of the bureau who finds the report."""
    found = set()
    for number in range(1, 43):
        person = cabinet.person(f"E{number:03}")
        account = Account(organ=cabinet.organ, person=person)
        if visible(viewer_of(account, DAY), Coercion).exists():
            found.add(person.number)
    return found


def test_coercion_reaches_the_chief_and_the_discipline_head_alone(cabinet: Cabinet, seal: Seal) -> None:
    reported(cabinet, seal, "E005")
    assert readers(cabinet) == {"E001", "E006", "E011"}
    told = Notice.objects.filter(object_kind="强行用印报告")
    assert {one.person.number for one in told} == {"E001", "E006"}
    assert all("何念慈" not in one.text for one in told)


@pytest.mark.parametrize(("about", "expected"), [("E001", {"E006", "E011"}), ("E006", {"E001", "E011"})])
def test_whom_it_is_about_never_reads_it(
    cabinet: Cabinet, seal: Seal, about: str, expected: set[str]
) -> None:
    reported(cabinet, seal, about)
    assert readers(cabinet) == expected


def test_the_journal_tells_that_there_is_a_report_and_not_what_it_says(cabinet: Cabinet, seal: Seal) -> None:
    reported(cabinet, seal, "E005")
    entry = Entry.objects.get(object_kind="强行用印报告")
    assert "没有批" not in entry.payload
    assert "何念慈" not in entry.payload


def test_only_whoever_keeps_the_seal_reports(cabinet: Cabinet, seal: Seal) -> None:
    assert facts(lambda: reported(cabinet, seal, "E005", by="E032")) == [("报告人", "17-9")]


def test_it_is_answered_by_the_two_alone(cabinet: Cabinet, seal: Seal) -> None:
    report = reported(cabinet, seal, "E005")
    refused = facts(lambda: coercion.answer(report=report, text="谈话", **cabinet.who("E008")))
    assert refused == [("办理人", "17-9")]
    coercion.answer(report=report, text="已谈话提醒", **cabinet.who("E006"))
    assert (report.state, report.answered_by) == ("已处理", cabinet.person("E006"))


def incident(cabinet: Cabinet, seal: Seal, kind: str, number: str = "E008", **more: Any) -> Incident:
    return made(
        Incident,
        incidents.report(seal=seal, kind=kind, day=DAY, text="经过如下", **more, **cabinet.who(number)),
    )


@pytest.mark.parametrize(
    ("kind", "state"),
    [("丢失", "停用"), ("错误用印", "在用"), ("私自留存", "停用"), ("非法用印", "停用")],
)
def test_what_happened_decides_whether_it_is_stopped(
    cabinet: Cabinet, seal: Seal, kind: str, state: str
) -> None:
    assert incident(cabinet, seal, kind).accountable
    seal.kept.refresh_from_db()
    assert seal.kept.state == state


def test_a_keeper_who_has_lost_a_seal_stops_it_at_once(cabinet: Cabinet) -> None:
    """E012 keeps the finance seal and does not manage the register."""
    finance = cabinet.seal("财务专用章")
    incident(cabinet, finance, "丢失", "E012")
    finance.kept.refresh_from_db()
    assert finance.kept.state == "停用"
    assert facts(lambda: incident(cabinet, finance, "丢失", "E031")) == [("办理人", "17-10")]


def test_an_old_seal_is_stopped_the_same_day_and_handed_in_by_a_day(cabinet: Cabinet, seal: Seal) -> None:
    """B17-09."""
    assert facts(lambda: incident(cabinet, seal, "机构更名")) == [("最迟上交", "17-10")]
    by = DAY + timedelta(days=10)
    assert not incident(cabinet, seal, "机构更名", hand_in_by=by).accountable
    seal.kept.refresh_from_db()
    assert seal.kept.state == "停用"
    (open_,) = [one for one in borne_by(cabinet.person("E011"), DAY) if one.object_kind == "旧章上交"]
    assert open_.due == by


def test_an_incident_ends_with_whoever_is_held_to_account(cabinet: Cabinet, seal: Seal) -> None:
    lost = incident(cabinet, seal, "丢失")
    refused = facts(lambda: incidents.close(incident=lost, outcome="", **cabinet.who("E008")))
    assert refused == [("处理结果", "17-10"), ("责任人", "17-10")]
    keeper = cabinet.person("E011")
    incidents.close(
        incident=lost, outcome="通报批评，登报声明作废", responsible=keeper, **cabinet.who("E008")
    )
    assert (lost.state, lost.responsible) == ("已处理", keeper)


def test_two_different_people_see_a_seal_destroyed(cabinet: Cabinet, seal: Seal) -> None:
    one, two = cabinet.person("E010"), cabinet.person("E009")
    place: Fields = {"day": DAY, "place": "制发机关集中销毁"}
    given: Fields = {"seal": seal, **place, "first_witness": one}
    told = facts(lambda: incidents.destroyed(**given, second_witness=one, **cabinet.who("E008")))
    assert told == [("在场人", "17-10"), ("状态", "17-10")]
    incident(cabinet, seal, "更换新章", hand_in_by=DAY)
    seal.kept.refresh_from_db()
    incidents.destroyed(**given, second_witness=two, **cabinet.who("E008"))
    seal.kept.refresh_from_db()
    assert (seal.kept.state, seal.impression is not None) == ("已销毁", True)
