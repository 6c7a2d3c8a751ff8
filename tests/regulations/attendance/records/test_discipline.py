"""违纪登记 and 评优名单: 02-3.3, and the tier of 02-3.2 that strikes from the list."""

from __future__ import annotations

from datetime import date

import pytest

from tests.regulations.attendance.records.bureau import Bureau, at, key
from zhixing.journal.models import Entry
from zhixing.law.refusal import Refusal
from zhixing.organ.models import Account
from zhixing.organ.policy import viewer_of, visible
from zhixing.regulations.attendance.models import AbsenceCase, AbsenceHalf, DisciplineRecord
from zhixing.regulations.attendance.workflow.discipline import register, revoke
from zhixing.regulations.attendance.workflow.honours import honours_list

DAY = date(2026, 11, 19)
NOW = at("2026-11-20 09:00:00")
SOURCE = "区效能办督查告诫书〔2026〕第6号"


def registered(
    bureau: Bureau, kind: str = "效能告诫", name: str = "贺兰亭", day: date = DAY, source: str = SOURCE
) -> DisciplineRecord:
    register(
        actor=bureau["潘映雪"], person=bureau[name], kind=kind, day=day, source=source, text="工作时间浏览购物网站",
        at=NOW, key=key(),
    )  # fmt: skip
    return DisciplineRecord.objects.latest("pk")


def struck(bureau: Bureau, year: int = 2026, day: date = date(2026, 12, 31)) -> dict[str, list[str]]:
    """Clauses by the name of whoever may not be honoured."""
    rows = honours_list(bureau.organ, year, day)
    return {row.person.name: [one.clause for one in row.struck] for row in rows if not row.eligible}


def absent(bureau: Bureau, name: str, days: list[date]) -> None:
    """Whole days decided to be absence."""
    case = AbsenceCase.objects.create(
        organ=bureau.organ, number=f"旷认〔2026〕{key()}号", person=bureau[name], facts="没有签到", state="已认定",
        opened_by=bureau["潘映雪"], opened_at=NOW, notified_at=NOW, decided_by=bureau["林启衡"], decided_at=NOW,
    )  # fmt: skip
    AbsenceHalf.objects.bulk_create(
        AbsenceHalf(organ=bureau.organ, case=case, person=bureau[name], day=day, half=half)
        for day in days
        for half in ("上午", "下午")
    )


def test_a_record_says_what_was_found_and_where_it_is_written(bureau: Bureau) -> None:
    row = registered(bureau, "网购")
    assert (row.kind, row.day, row.source, row.by) == ("网购", DAY, SOURCE, bureau["潘映雪"])
    entry = Entry.objects.get(action="登记违纪")
    assert (entry.rule, entry.object_id) == ("02-3.3", str(row.pk))


def test_every_fault_of_a_record_is_named_at_once_with_its_clause(bureau: Bureau) -> None:
    with pytest.raises(Refusal) as refusal:
        register(
            actor=bureau["潘映雪"], person=bureau["贺兰亭"], kind="午睡", day=date(2026, 11, 21), source=" ", text="",
            at=NOW, key=key(),
        )  # fmt: skip
    assert [finding.fact for finding in refusal.value.findings] == ["来源", "事实", "情形", "日期"]
    assert {finding.clause for finding in refusal.value.findings} == {"02-3.3"}
    assert not DisciplineRecord.objects.exists()


@pytest.mark.parametrize("name", ["贺兰亭", "吴慕川", "金若谷"])
def test_only_the_office_enters_a_record(bureau: Bureau, name: str) -> None:
    with pytest.raises(Refusal, match="不归您"):
        register(
            actor=bureau[name], person=bureau["邓一舟"], kind="炒股", day=DAY, source=SOURCE, text="炒股", at=NOW,
            key=key(),
        )  # fmt: skip


def test_a_warning_strikes_from_the_years_list_and_the_list_says_why(bureau: Bureau) -> None:
    registered(bureau)
    (row,) = [row for row in honours_list(bureau.organ, 2026, DAY) if not row.eligible]
    (reason,) = row.struck
    assert row.person == bureau["贺兰亭"]
    assert reason.reason == f"2026-11-19被效能办督查告诫（{SOURCE}）"
    assert reason.cite == "《考勤制度》三（三）违纪追究"


def test_other_records_and_other_years_strike_nobody(bureau: Bureau) -> None:
    registered(bureau, "网购")
    registered(bureau, "效能告诫", "邓一舟", date(2025, 12, 31))
    assert struck(bureau) == {}
    assert struck(bureau, 2025) == {"邓一舟": ["02-3.3"]}


def test_a_revoked_warning_stays_to_be_seen_and_strikes_nobody(bureau: Bureau) -> None:
    row = registered(bureau)
    revoke(actor=bureau["潘映雪"], record=row, reason="区效能办撤销告诫", at=NOW, key=key())
    row.refresh_from_db()
    assert (row.voided_at, row.void_reason) == (NOW, "区效能办撤销告诫")
    assert struck(bureau) == {}
    with pytest.raises(Refusal) as refusal:
        revoke(actor=bureau["潘映雪"], record=row, reason="", at=NOW, key=key())
    assert [finding.fact for finding in refusal.value.findings] == ["撤销原因", "登记"]


@pytest.mark.parametrize(("days", "clauses"), [(4, []), (5, ["02-3.2"]), (10, ["02-3.2"])])
def test_five_days_of_absence_in_a_year_strike_from_the_list(
    bureau: Bureau, days: int, clauses: list[str]
) -> None:
    absent(bureau, "邓一舟", [date(2026, 11, 2 + 7 * (n // 5) + n % 5) for n in range(days)])
    assert struck(bureau).get("邓一舟", []) == clauses


def test_the_list_holds_everyone_who_served_in_the_year(bureau: Bureau) -> None:
    rows = honours_list(bureau.organ, 2026, DAY)
    assert [row.person.name for row in rows] == [
        "林启衡", "吴慕川", "叶知秋", "潘映雪", "金若谷", "邓一舟", "罗景行", "贺兰亭",
    ]  # fmt: skip


def test_a_record_is_seen_by_the_person_the_office_and_the_leaders_only(bureau: Bureau) -> None:
    registered(bureau)
    seen = set()
    for name, person in bureau.people.items():
        account = Account.objects.create(organ=bureau.organ, person=person, username=person.number)
        if visible(viewer_of(account, DAY), DisciplineRecord).exists():
            seen.add(name)
    assert seen == {"贺兰亭", "潘映雪", "叶知秋", "吴慕川", "林启衡"}


def test_another_organ_neither_enters_nor_sees_nor_counts_it(bureau: Bureau, other: Bureau) -> None:
    row = registered(bureau)
    with pytest.raises(Refusal, match="不归您"):
        revoke(actor=other["曾望山"], record=row, reason="试", at=NOW, key=key())
    with pytest.raises(Refusal, match="不归您"):
        register(
            actor=other["曾望山"], person=bureau["贺兰亭"], kind="炒股", day=DAY, source="无", text="无", at=NOW,
            key=key(),
        )  # fmt: skip
    account = Account.objects.create(organ=other.organ, person=other["曾望山"], username="ouhai")
    assert not visible(viewer_of(account, DAY), DisciplineRecord).exists()
    assert struck(other) == {}
