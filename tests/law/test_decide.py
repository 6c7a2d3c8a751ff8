from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.law.small import BODY, FRONT, LATE, ON, not_too_long, regulation
from zhixing.law.decide import decide, prepare, questions
from zhixing.law.faults import EditionFault, EditionFaults
from zhixing.law.labels import Label
from zhixing.law.parameters import Override
from zhixing.law.refusal import Refusal
from zhixing.law.regulation import Question
from zhixing.law.written import written


def test_a_ruling_says_everything(tmp_path: Path) -> None:
    ruling = decide(
        regulation(tmp_path), "请假审批", {"职级": "中层干部", "假别": "事假", "天数": "1.5"}, on=ON
    )
    assert ruling.as_json() == {
        "regulation": "02",
        "question": "请假审批",
        "edition": "2018-02-01",
        "on": "2018-03-01",
        "facts": {"职级": "中层干部", "区管干部": "否", "假别": "事假", "天数": "1.5"},
        "outcome": {"审批": ["分管局长签署意见", "局长审批"]},
        "because": [{"clause": "02-1.2a", "cite": "一、2 事假", "text": "请假先填表。"}],
        "values": [
            {"name": "中层限", "value": "1", "unit": "天", "since": "2018-02-01", "clause": "02-1.2a"}
        ],
        "readings": [],
        "others": [
            other("02-1.2a", "一般人员，短", "职级", "一般人员", "中层干部"),
            other("02-1.2a", "一般人员，长", "职级", "一般人员", "中层干部"),
            other("02-1.2a", "中层，短", "天数", "≤ 中层限（1）", "1.5"),
            other("02-1.6d", "区管", "区管干部", "是", "否"),
            other("02-1.6d", "局领导", "职级", "局领导、局长", "中层干部"),
        ],
    }


def other(clause: str, row: str, column: str, required: str, given: str) -> dict[str, Any]:
    return {"clause": clause, "row": row, "failed": {"column": column, "required": required, "given": given}}


def test_an_outcome_is_typed(tmp_path: Path) -> None:
    ruling = decide(regulation(tmp_path), "请假审批", {"职级": "局长", "假别": "病假", "天数": "2"}, on=ON)
    assert ruling.outcome == {"审批": (Label("区级", "审批"),)}
    assert [(used.id, used.text) for used in ruling.readings] == [("G-27", "文件没有录入以前先这样办。")]


def test_text_and_typed_facts_get_the_same_answer(tmp_path: Path) -> None:
    ask = prepare(regulation(tmp_path), "请假审批", on=ON)
    as_text = ask({"职级": "一般人员", "区管干部": "否", "假别": "事假", "天数": "2"})
    typed = ask({"职级": "一般人员", "区管干部": False, "假别": "事假", "天数": 4})
    assert as_text.as_json() == typed.as_json()


def test_a_json_number_is_as_written() -> None:
    assert written({"天数": 2, "比": 0.5, "区管干部": True, "假别": ["事假", "病假"], "无": None}) == {
        "天数": "2",
        "比": "0.5",
        "区管干部": "是",
        "假别": "事假、病假",
    }


def test_an_answer_does_not_change_with_what_was_handed_in_or_out(tmp_path: Path) -> None:
    ask = prepare(regulation(tmp_path), "请假审批", on=ON)
    facts: dict[str, object] = {"职级": "一般人员", "区管干部": False, "假别": "事假", "天数": 4}
    ruling = ask(facts)
    before = ruling.as_json()
    facts["天数"] = 9
    handed: Any = ruling.as_json()
    handed["others"][0]["failed"]["given"] = "改"
    handed["outcome"]["审批"].append("改")
    assert ruling.as_json() == before
    with pytest.raises(TypeError):
        ruling.outcome["审批"] = None  # type: ignore[index]


def test_a_refusal_names_every_fault_of_the_input(tmp_path: Path) -> None:
    facts = {"职级": "科员", "天数": "0.3", "天气": "晴"}
    with pytest.raises(Refusal) as refused:
        decide(regulation(tmp_path), "请假审批", facts, on=ON)
    assert [(f.fact, f.found) for f in refused.value.findings] == [
        ("职级", "科员"),
        ("假别", "没有给出"),
        ("天数", "0.3"),
        ("天气", "晴"),
    ]
    assert all(f.expected and f.mend for f in refused.value.findings)


@pytest.mark.parametrize("days", [0, True, 4.0, 10**6, -2, None, "0", [2]])
def test_days_outside_the_domain_are_refused_on_the_fast_way_too(tmp_path: Path, days: object) -> None:
    facts = {"职级": "一般人员", "区管干部": False, "假别": "事假", "天数": days}
    with pytest.raises(Refusal) as refused:
        decide(regulation(tmp_path), "请假审批", facts, on=ON)
    assert [finding.fact for finding in refused.value.findings] == ["天数"]


def test_a_fact_of_the_wrong_kind_is_a_finding_and_no_crash(tmp_path: Path) -> None:
    facts = {"职级": ["一般人员"], "区管干部": 1, "假别": {"甲": 1}, "天数": b"2"}
    with pytest.raises(Refusal) as refused:
        decide(regulation(tmp_path), "请假审批", facts, on=ON)
    assert [f.fact for f in refused.value.findings] == ["职级", "区管干部", "假别", "天数"]


def test_an_unknown_question_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        decide(regulation(tmp_path), "请假", {}, on=ON)
    assert refused.value.findings[0].expected == "本制度可问的：迟到处置、请假审批、诫勉谈话"
    assert questions(regulation(tmp_path), on=ON) == ("迟到处置", "请假审批", "诫勉谈话")


def test_a_day_before_the_first_edition_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="没有施行中"):
        decide(regulation(tmp_path), "请假审批", {}, on=date(2018, 1, 31))


def test_no_row_is_a_fault_that_names_the_case_and_the_clauses(tmp_path: Path) -> None:
    text = FRONT + BODY.replace("| 局领导 | 局领导、局长 |", "| 局领导 | 局领导 |")
    facts = {"职级": "局长", "假别": "事假", "天数": "2"}
    with pytest.raises(EditionFault) as fault:
        decide(regulation(tmp_path, text), "请假审批", facts, on=ON)
    assert fault.value.case == "职级=局长、区管干部=否、假别=事假、天数=2"
    assert fault.value.clauses == ("02-1.2a", "02-1.6d")


def test_two_rows_are_a_fault_that_names_both(tmp_path: Path) -> None:
    text = FRONT + BODY.replace("| 局领导 | 局领导、局长 |", "| 局领导 | 局领导、局长、中层干部 |")
    facts = {"职级": "中层干部", "假别": "事假", "天数": "0.5"}
    with pytest.raises(EditionFault, match=r"02-1\.2a“中层，短”、02-1\.6d“局领导”") as fault:
        decide(regulation(tmp_path, text), "请假审批", facts, on=ON)
    assert fault.value.clauses == ("02-1.2a", "02-1.6d")


def test_a_computed_rule_answers_with_everything_it_asked(tmp_path: Path) -> None:
    ruling = decide(regulation(tmp_path), "迟到处置", {"当月次数": "3", "当月津补贴": "50"}, on=ON)
    answer: Any = ruling.as_json()
    assert answer["outcome"] == {"诫勉谈话": "是", "扣款": "50.00"}
    assert [reason["clause"] for reason in answer["because"]] == ["02-3.1"]
    assert [(used["name"], used["value"]) for used in answer["values"]] == [
        ("每次扣款", "20.00"),
        ("谈话次数", "3"),
    ]
    assert answer["others"] == [other("02-3.1", "没到", "当月次数", "< 谈话次数（3）", "3")]


def test_facts_that_do_not_go_together_are_a_finding_with_its_clause(tmp_path: Path) -> None:
    book = regulation(tmp_path, questions=(LATE, Question("请假审批", check=not_too_long)))
    facts = {"职级": "一般人员", "假别": "事假", "天数": "30.5"}
    with pytest.raises(Refusal) as refused:
        decide(book, "请假审批", facts, on=ON)
    assert refused.value.findings[0].cite == "《试行制度》一、2 事假"
    assert decide(book, "请假审批", facts | {"天数": "30"}, on=ON).because[0].clause == "02-1.2a"


def test_an_organ_may_set_its_own_value_and_the_answer_says_since_when(tmp_path: Path) -> None:
    book = regulation(tmp_path)
    facts = {"职级": "一般人员", "假别": "事假", "天数": "3"}
    own = {"一般人员限": Override("3", date(2018, 2, 20), "办公会纪要")}
    ruling = decide(book, "请假审批", facts, on=ON, overrides=own)
    assert ruling.outcome["审批"] == (Label("分管局长", "审批"), Label("办公室", "备案"))
    assert [(used.value, used.since) for used in ruling.values] == [("3", date(2018, 2, 20))]
    assert decide(book, "请假审批", facts, on=ON).values[0].value == "2"
    assert decide(book, "请假审批", facts, on=date(2018, 2, 19), overrides=own).values[0].value == "2"


def test_a_bad_value_of_an_organ_is_a_fault_of_its_edition(tmp_path: Path) -> None:
    for own in ({"一般人员限": Override("0.3", ON)}, {"没有的": Override("1", ON)}):
        with pytest.raises(EditionFaults):
            decide(regulation(tmp_path), "请假审批", {}, on=ON, overrides=own)
