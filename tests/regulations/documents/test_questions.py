"""The questions of 09 (spec/questions.md): facts in, outcome out, and what is refused."""

from datetime import date, timedelta
from itertools import product

import pytest

from tests.regulations.documents.asking import outcome, refused, ruling

CLASSIFIED = ("秘密", "机密", "绝密")


@pytest.mark.parametrize("inside", ["是", "否"])
@pytest.mark.parametrize("circle", ["是", "否", None])
def test_an_ordinary_paper_is_lent_inside_and_only_viewed_outside(inside: str, circle: str | None) -> None:
    facts = {"密级": "普通", "局内": inside} | ({"传达范围内": circle} if circle else {})
    said = outcome("借阅公文", **facts)
    assert said == {"结论": "可借" if inside == "是" else "只可查阅", "审批": ["文书登记"]}


@pytest.mark.parametrize(("level", "inside"), list(product(CLASSIFIED, ("是", "否"))))
def test_a_classified_paper_needs_the_circle_and_the_office_director(level: str, inside: str) -> None:
    said = outcome("借阅公文", 密级=level, 传达范围内="是", 局内=inside)
    assert said == {"结论": "可借" if inside == "是" else "只可查阅", "审批": ["办公室主任批准"]}


@pytest.mark.parametrize(("level", "inside"), list(product(CLASSIFIED, ("是", "否"))))
def test_nobody_lends_a_classified_paper_outside_its_circle(level: str, inside: str) -> None:
    """B9-02, B9-03."""
    said = outcome("借阅公文", 密级=level, 传达范围内="否", 局内=inside)
    assert said["结论"] == "不得借阅"
    assert said["审批"] in ([], "—")


@pytest.mark.parametrize("level", CLASSIFIED)
def test_the_circle_of_a_classified_paper_must_be_said(level: str) -> None:
    (found,) = refused("借阅公文", 密级=level, 局内="是")
    assert (found.fact, found.clause) == ("传达范围内", "09-1.5b")


def test_every_fault_of_the_input_is_told_at_once() -> None:
    assert {one.fact for one in refused("借阅公文", 密级="内部")} == {"密级", "局内"}


def test_secret_papers_are_treated_as_confidential_by_a_reading_that_is_shown() -> None:
    found = ruling("借阅公文", 密级="秘密", 传达范围内="是", 局内="是")
    assert [one.id for one in found.readings] == ["G-70"]
    assert ruling("借阅公文", 密级="机密", 传达范围内="是", 局内="是").readings == ()


@pytest.mark.parametrize(
    ("name", "signed"),
    [("局", ["局长签发"]), ("党组", ["党组书记签发"]), ("联合", ["党组书记签发", "局长签发"])],
)
def test_who_issues(name: str, signed: list[str]) -> None:
    """B9-05."""
    assert outcome("签发", 名义=name) == {"签发": signed}


@pytest.mark.parametrize(
    ("urgency", "received", "limit"),
    [
        ("特急", "2026-11-23", "2026-11-23"),
        ("特急", "2026-11-21", "2026-11-23"),  # a Saturday: the next working day
        ("特急", "2026-10-10", "2026-10-10"),  # a Saturday that is worked
        ("特急", "2026-10-01", "2026-10-08"),
        ("加急", "2026-11-23", "2026-11-26"),
        ("加急", "2026-09-29", "2026-10-09"),
        ("平件", "2026-11-23", "2026-12-07"),
        ("平件", "2026-11-21", "2026-12-04"),
    ],
)
def test_until_when_a_document_is_dealt_with(urgency: str, received: str, limit: str) -> None:
    """B9-11."""
    assert outcome("办文时限", 紧急程度=urgency, 收文日期=received) == {"期限": limit}


def test_the_limit_of_every_day_of_a_year_is_a_working_day_not_before_it() -> None:
    for day in (date(2026, 1, 1) + timedelta(days=n) for n in range(360)):
        ends = [
            date.fromisoformat(str(outcome("办文时限", 紧急程度=urgency, 收文日期=day.isoformat())["期限"]))
            for urgency in ("特急", "加急", "平件")
        ]
        assert [day, *ends] == sorted([day, *ends])


def test_limits_stand_on_a_reading() -> None:
    found = ruling("办文时限", 紧急程度="平件", 收文日期="2026-11-23")
    assert [one.name for one in found.values] == ["平件时限"]
    assert found.readings


@pytest.mark.parametrize(
    ("year", "latest"), [("2025", "2026-03-31"), ("2026", "2027-03-31"), ("2023", "2024-03-31")]
)
def test_papers_of_a_year_are_handed_in_by_the_end_of_march(year: str, latest: str) -> None:
    assert outcome("归档期限", 文件年度=year) == {"最迟": latest}


@pytest.mark.parametrize(
    ("day", "in_time"), [("2026-03-31", "是"), ("2026-04-01", "否"), ("2025-12-31", "是")]
)
def test_the_last_day_is_in_time_and_the_day_after_is_late(day: str, in_time: str) -> None:
    """B9-08."""
    assert outcome("归档移交", 文件年度="2025", 移交日期=day) == {"按期": in_time}


def test_papers_cannot_be_handed_in_before_their_year() -> None:
    (found,) = refused("归档移交", 文件年度="2026", 移交日期="2025-12-31")
    assert (found.fact, found.clause) == ("移交日期", "09-3")


@pytest.mark.parametrize(
    ("name", "signer", "given", "may"),
    [
        ("局", "局长", "否", "是"),
        ("局", "副局长", "否", "否"),
        ("局", "副局长", "是", "是"),
        ("党组", "副局长", "是", "否"),
        ("党组", "局长", "否", "否"),
        ("联合", "书记兼局长", "否", "是"),
        ("局", "其他人员", "是", "否"),
    ],
)
def test_who_may_issue(name: str, signer: str, given: str, may: str) -> None:
    """B9-04, B9-05: being entrusted with the bureau's work is no secretary's pen."""
    said = outcome("签发资格", 名义=name, 签发人身份=signer, 有主持工作授权=given)
    assert said == {"可以签发": may}
