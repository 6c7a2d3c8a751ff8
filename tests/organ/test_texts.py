"""制度原文: entered clause by clause, superseded and never changed, the organ's own."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.organ.conftest import NOW
from zhixing.journal.models import Entry
from zhixing.journal.verify import verify
from zhixing.law.refusal import Refusal
from zhixing.organ.models import Account, Organ, Person, RegulationText
from zhixing.organ.policy import viewer_of, visible
from zhixing.organ.texts import enter_texts, texts_of


def entered(organ: Organ, texts: dict[str, str], *, hours: int = 0, actor: str = "叶知秋") -> None:
    enter_texts(
        organ=organ, number="02", texts=texts, source="考勤制度.docx", actor=actor, at=NOW + timedelta(hours=hours),
        key=f"原文{hours}",
    )  # fmt: skip


def shown(organ: Organ) -> dict[str, str]:
    return {clause: row.text for clause, row in texts_of(organ, "02").items()}


def test_the_wording_of_each_clause_is_kept_with_who_entered_it(organ: Organ) -> None:
    entered(organ, {"02-2": " 第一句。\n", "02-1.4": "第二句。"})
    assert shown(organ) == {"02-2": "第一句。", "02-1.4": "第二句。"}
    row = texts_of(organ, "02")["02-2"]
    assert (row.entered_by, row.source, row.at) == ("叶知秋", "考勤制度.docx", NOW)
    assert Entry.objects.get(action="录入制度原文").object_id == "02"


def test_a_new_wording_supersedes_and_the_former_stays(organ: Organ) -> None:
    entered(organ, {"02-2": "旧的。", "02-1.4": "不变。"})
    entered(organ, {"02-2": "新的。", "02-1.4": "不变。"}, hours=1)
    assert shown(organ) == {"02-2": "新的。", "02-1.4": "不变。"}
    former = RegulationText.objects.get(text="旧的。")
    assert former.superseded_at == NOW + timedelta(hours=1)
    assert RegulationText.objects.count() == 3
    assert [fault.says for fault in verify(organ.pk).faults if fault.layer == "记录"] == []


def test_an_earlier_wording_may_come_back(organ: Organ) -> None:
    for hours, text in enumerate(("甲。", "乙。", "甲。")):
        entered(organ, {"02-2": text}, hours=hours)
    assert shown(organ) == {"02-2": "甲。"}


def test_the_same_act_sent_twice_enters_once(organ: Organ) -> None:
    entered(organ, {"02-2": "一句。"})
    entered(organ, {"02-2": "一句。"})
    assert RegulationText.objects.count() == 1


def test_nothing_new_and_nothing_said_are_refused_together(organ: Organ) -> None:
    entered(organ, {"02-2": "一句。"})
    with pytest.raises(Refusal) as refusal:
        entered(organ, {"02-2": "一句。"}, hours=1, actor=" ")
    assert [finding.fact for finding in refusal.value.findings] == ["录入人", "原文"]
    with pytest.raises(Refusal) as refusal:
        entered(organ, {"02-1.4": " ", "02-1.5a": ""}, hours=2)
    assert [finding.clause for finding in refusal.value.findings] == ["02-1.4", "02-1.5a"]


def test_the_staff_of_the_organ_see_it_and_nobody_of_another(organ: Organ) -> None:
    entered(organ, {"02-2": "一句。"})
    other = Organ.objects.create(key="ouhai", name="瓯海", short_name="瓯海", created_at=NOW)
    insider = Account.objects.create(
        organ=organ, person=Person.objects.get(organ=organ, number="E025"), username="e025"
    )
    officer = Account.objects.create(organ=organ, officer="系统管理员", username="guanli")
    outsider = Account.objects.create(organ=other, officer="系统管理员", username="waidi")
    counts = [
        visible(viewer_of(one, NOW.date()), RegulationText).count() for one in (insider, officer, outsider)
    ]
    assert counts == [1, 0, 0]
    assert texts_of(other, "02") == {}
