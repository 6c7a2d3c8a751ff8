"""婚丧、探亲、生育等假 (02-1.6b): days and proof stand in the edition; 区管干部 (02-1.6d): the district's paper."""

from __future__ import annotations

import io
from datetime import date

import pypdfium2
import pytest

from tests.regulations.attendance.leave.bureau import Bureau, at
from tests.regulations.attendance.leave.desk import NOW, Desk, facts, labels, refused
from zhixing.files.models import StoredFile
from zhixing.files.store import keep
from zhixing.office.matters import acts
from zhixing.regulations.attendance.models import Leave

MONDAY = date(2026, 10, 12)


@pytest.fixture
def proof(bureau: Bureau) -> StoredFile:
    page, held = pypdfium2.PdfDocument.new(), io.BytesIO()
    page.new_page(200, 200)
    page.save(held)
    return keep(organ=bureau.organ.pk, name="证明.pdf", content=held.getvalue(), by="E025", at=NOW)


@pytest.mark.parametrize(
    ("kind", "last", "over"),
    [
        ("婚假", date(2026, 10, 28), date(2026, 10, 29)),
        ("丧假", date(2026, 10, 14), date(2026, 10, 15)),
        ("陪产假", date(2026, 10, 26), date(2026, 10, 27)),
        ("育儿假", date(2026, 10, 23), date(2026, 10, 26)),
        ("独生子女陪护假", date(2026, 10, 16), date(2026, 10, 19)),
    ],
)
def test_a_kind_has_its_days_and_not_half_a_day_more(
    desk: Desk, proof: StoredFile, kind: str, last: date, over: date
) -> None:
    """13, 3, 10 and 5 working days, 15 days of the calendar, from Monday 12 October 2026."""
    assert facts(desk.assess("E025", desk.asking("E025", kind, MONDAY, last, proof=proof))) == []
    longer = desk.assess("E025", desk.asking("E025", kind, MONDAY, over, last_half="上午", proof=proof))
    assert facts(longer) == ["天数"]
    assert longer.findings[0].cite == "《考勤制度》一、6 其他：婚丧探亲和生育方面的假"


def test_the_days_of_a_year_are_summed_and_the_next_year_begins_anew(desk: Desk, proof: StoredFile) -> None:
    desk.ask("E025", "独生子女陪护假", MONDAY, date(2026, 10, 14), proof=proof)
    more = desk.asking("E025", "独生子女陪护假", date(2026, 11, 2), date(2026, 11, 4), proof=proof)
    assert facts(desk.assess("E025", more)) == ["天数"]
    two = desk.asking("E025", "独生子女陪护假", date(2026, 11, 2), date(2026, 11, 3), proof=proof)
    assert facts(desk.assess("E025", two)) == []
    january = desk.asking("E025", "独生子女陪护假", date(2027, 1, 11), date(2027, 1, 15), proof=proof)
    assert facts(desk.assess("E025", january)) == []


def test_one_occasion_in_two_adjoining_requests_is_one_occasion(desk: Desk, proof: StoredFile) -> None:
    desk.ask("E025", "丧假", MONDAY, date(2026, 10, 13), proof=proof)
    rest = desk.asking("E025", "丧假", date(2026, 10, 14), date(2026, 10, 15), proof=proof)
    assert facts(desk.assess("E025", rest)) == ["天数"]


@pytest.mark.parametrize(
    ("kind", "proof"),
    [("婚假", "结婚证"), ("探亲假", "亲属居住地证明"), ("产假", "出生医学证明或者预产期证明")],
)
def test_the_proof_that_is_missing_is_named(desk: Desk, kind: str, proof: str) -> None:
    found = desk.assess("E025", desk.asking("E025", kind, MONDAY))
    assert [(fault.fact, fault.expected) for fault in found.findings] == [("证明材料", proof)]
    assert labels(found) == ["分管局长签署意见", "局长审批", "办公室备案"]


def test_after_an_emergency_the_proof_follows(desk: Desk, bureau: Bureau) -> None:
    asking = desk.asking(
        "E025", "丧假", date(2026, 8, 31), emergency=True, asked_whom=bureau["E004"],
        asked_at=at(date(2026, 8, 31), 7), asked_how="电话",
    )  # fmt: skip
    assert facts(desk.assess("E025", asking)) == []


def test_the_four_kinds_of_the_source_need_no_proof_and_have_no_limit(desk: Desk) -> None:
    desk.give("E025", "补休", "1", date(2026, 12, 31))
    for kind in ("事假", "病假", "年休假", "补休假"):
        assert facts(desk.assess("E025", desk.asking("E025", kind, MONDAY, consent=False))) == []


def test_what_the_district_decided_is_entered_with_its_number(desk: Desk, bureau: Bureau) -> None:
    leave = desk.ask("E004", "事假", MONDAY)
    desk.agree(leave.matter, "E001")
    given = {"matter": leave.matter, "actor": bureau["E010"], "at": NOW}
    assert refused(acts.agree, **given, key="a", text="同意") == ["区级批件文号"]
    assert Leave.objects.get(pk=leave.pk).status == "待批"
    acts.agree(**given, key="b", text="区里同意，鹿干监〔2026〕12号")  # type: ignore[arg-type]  # fields by name
    assert Leave.objects.get(pk=leave.pk).status == "已批"
