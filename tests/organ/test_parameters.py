"""An organ's own values: proposed, confirmed, counted from their day on, never before."""

from datetime import UTC, date, datetime

import pytest

from tests.web.bureau import Bureau, build
from zhixing.journal.models import Entry
from zhixing.law.decide import decide
from zhixing.law.refusal import Refusal
from zhixing.organ.models import OwnValue, Portfolio, Section
from zhixing.organ.parameters import own_values
from zhixing.organ.parameters_changed import confirm, propose, refuse, withdraw
from zhixing.organ.parameters_checks import Wanted
from zhixing.organ.parameters_effect import effect_of
from zhixing.regulations.attendance.book import BOOK

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
FROM = date(2026, 12, 1)
SICK = "病假滚动日数"


@pytest.fixture
def bureau(db: None) -> Bureau:
    return build()


def ask(
    bureau: Bureau, name: str = "婚假天数", text: str = "15", since: date = FROM, *, role: str = "办公室主任",
    basis: str = "鹿经信〔2026〕40号", key: str = "提请",
) -> OwnValue:  # fmt: skip
    propose(
        wanted=Wanted(BOOK, name, text, since), basis=basis, reason="省里调整",
        actor=bureau.person(role), at=NOW, key=key,
    )  # fmt: skip
    return OwnValue.objects.latest("pk")


def settle(
    bureau: Bureau, row: OwnValue, *, role: str = "局长", key: str = "确认", at: datetime = NOW
) -> None:
    confirm(row=row, regulation=BOOK, actor=bureau.person(role), opinion="", at=at, key=key)


def on(bureau: Bureau, day: date) -> dict[str, str]:
    return {name: one.text for name, one in own_values(bureau.organ.pk, "02").on(day).items()}


def facts(refusal: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [finding.fact for finding in refusal.value.findings]


def test_a_proposal_counts_for_nothing_until_it_is_confirmed(bureau: Bureau) -> None:
    row = ask(bureau)
    assert on(bureau, FROM) == {}
    settle(bureau, row)
    assert on(bureau, FROM) == {"婚假天数": "15"}
    assert on(bureau, date(2026, 11, 30)) == {}


def test_a_ruling_says_the_value_with_its_day_and_before_that_day_the_edition_s(bureau: Bureau) -> None:
    settle(bureau, ask(bureau))
    own = own_values(bureau.organ.pk, "02")
    for day, text, since in ((FROM, "15", FROM), (date(2026, 11, 30), "13", date(2018, 2, 1))):
        ruling = decide(BOOK, "假期上限", {"假别": "婚假"}, on=day, overrides=own.on(day))
        used = {value.name: (value.value, value.since) for value in ruling.values}
        assert used["婚假天数"] == (text, since)


def test_a_later_value_ends_the_one_before_and_both_stay(bureau: Bureau) -> None:
    settle(bureau, ask(bureau))
    later = ask(bureau, text="20", since=date(2027, 1, 1), key="再提")
    settle(bureau, later, key="再确认")
    assert [on(bureau, day)["婚假天数"] for day in (FROM, date(2026, 12, 31), date(2027, 1, 1))] == [
        "15",
        "15",
        "20",
    ]
    first = OwnValue.objects.earliest("pk")
    assert (first.until, first.state) == (date(2026, 12, 31), "已确认")


def test_everything_wrong_with_a_proposal_is_said_at_once(bureau: Bureau) -> None:
    with pytest.raises(Refusal) as refused:
        ask(bureau, text="400", since=date(2026, 11, 20), role="职员", basis=" ")
    assert facts(refused) == ["办理人", "依据文号", "施行日期", "婚假天数"]
    assert not OwnValue.objects.exists()


def test_what_the_text_says_takes_a_new_edition(bureau: Bureau) -> None:
    with pytest.raises(Refusal) as refused:
        ask(bureau, "一般人员限", "3")
    assert (facts(refused), refused.value.findings[0].clause) == (["一般人员限"], "02-1.2a")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("婚假天数", "13"),  # as it is
        ("婚假天数", "十五"),
        ("婚假天数", "15.3"),  # no half-day
        ("婚假天数", "367"),
        ("婚假天数", "0"),
        ("婚假天数", ""),
        ("婚假天数", "2026-01-01"),
        (SICK, "30.5"),
        ("迟到宽限", "1441"),
        ("通宵最短", "25:00"),
        ("补休顺延到月", "13"),
        ("不存在", "1"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(bureau: Bureau, name: str, text: str) -> None:
    with pytest.raises(Refusal) as refused:
        ask(bureau, name, text)
    assert len(refused.value.findings) == 1


def test_a_value_that_tears_a_table_is_refused(bureau: Bureau) -> None:
    # the second tier of annual leave would begin after the third
    with pytest.raises(Refusal) as refused:
        ask(bureau, "年休二档满年", "21")
    assert set(facts(refused)) == {"年休二档满年"}


def test_zero_is_a_value_where_the_edition_says_zero(bureau: Bureau) -> None:
    settle(bureau, ask(bureau, "迟到宽限", "5"))
    back = ask(bureau, "迟到宽限", "0", since=date(2027, 1, 1), key="还原")
    settle(bureau, back, key="确认还原")
    assert on(bureau, date(2027, 1, 1)) == {"迟到宽限": "0"}


def test_the_leader_of_the_office_confirms_and_nobody_else(bureau: Bureau) -> None:
    office = Section.objects.create(
        organ=bureau.organ, name="办公室", kind="内设科室", since=date(2020, 1, 1)
    )
    Portfolio.objects.create(
        organ=bureau.organ, leader=bureau.person("纪检"), section=office, since=date(2020, 1, 1)
    )
    row = ask(bureau)
    for role in ("办公室主任", "局长", "职员"):
        with pytest.raises(Refusal) as refused:
            settle(bureau, row, role=role)
        assert refused.value.findings[0].expected == bureau.person("纪检").name
    settle(bureau, row, role="纪检")
    row.refresh_from_db()
    assert row.state == "已确认"


def test_a_day_that_has_come_cannot_be_confirmed(bureau: Bureau) -> None:
    row = ask(bureau)
    with pytest.raises(Refusal) as refused:
        settle(bureau, row, at=datetime(2026, 12, 1, 1, 0, tzinfo=UTC))
    assert facts(refused) == ["施行日期"]


def test_a_refusal_needs_its_reason_and_decides_once(bureau: Bureau) -> None:
    row = ask(bureau)
    chief = bureau.person("局长")
    with pytest.raises(Refusal):
        refuse(row=row, actor=chief, opinion="", at=NOW, key="不同意")
    refuse(row=row, actor=chief, opinion="等上级文件", at=NOW, key="不同意")
    with pytest.raises(Refusal):
        settle(bureau, row)
    assert on(bureau, FROM) == {}


def test_whoever_proposed_takes_it_back_and_proposes_anew(bureau: Bureau) -> None:
    row = ask(bureau)
    with pytest.raises(Refusal):
        ask(bureau, key="再提")
    with pytest.raises(Refusal):
        withdraw(row=row, actor=bureau.person("局长"), at=NOW, key="代撤")
    withdraw(row=row, actor=bureau.person("办公室主任"), at=NOW, key="撤回")
    assert ask(bureau, key="再提").state == "待确认"


def test_pressed_twice_it_is_proposed_and_confirmed_once(bureau: Bureau) -> None:
    row = ask(bureau)
    assert ask(bureau) == row
    settle(bureau, row)
    settle(bureau, row)
    assert list(Entry.objects.order_by("seq").values_list("action", flat=True)) == ["提请数值", "确认数值"]


def test_another_organ_neither_confirms_it_nor_counts_by_it(bureau: Bureau) -> None:
    elsewhere = build("ouhai-jx", "瓯海区经信局")
    row = ask(bureau)
    with pytest.raises(Refusal):
        settle(elsewhere, row)
    settle(bureau, row, key="自己确认")
    assert on(elsewhere, FROM) == {}


def test_the_preview_names_the_rules_and_the_examples_that_come_out_otherwise() -> None:
    effect = effect_of(Wanted(BOOK, "婚假天数", "15", FROM), {})
    assert (effect.before, effect.after) == ("13", "15")
    assert [(rule.table, rule.column, rule.before, rule.after) for rule in effect.rules] == [
        ("假期上限", "上限天数", "13", "15")
    ]
    assert all(example.before != example.after for example in effect.examples)


def test_the_preview_names_reckoned_questions() -> None:
    assert "事假扣款" in effect_of(Wanted(BOOK, "月计薪天数", "22", FROM), {}).computed
