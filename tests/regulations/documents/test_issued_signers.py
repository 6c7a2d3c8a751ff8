"""会签 and 签发 (09-2.3): whose word is asked for, and whose word counts, handed on or not."""

from __future__ import annotations

from datetime import date

import pytest

from tests.regulations.documents.issuing import NOW, agreed, section, submitted, waiting, who
from tests.regulations.documents.receiving import facts
from zhixing.law.refusal import Refusal
from zhixing.office.matters import acts
from zhixing.office.matters.models import Matter, Opinion
from zhixing.organ.models import Delegation, Holding, Organ, Person, Portfolio
from zhixing.regulations.documents.models import IssuedDocument


def person(number: str) -> Person:
    return Person.objects.get(number=number)


def countersigning(document: IssuedDocument) -> list[list[int]]:
    steps = document.matter.steps.filter(act="会签")
    return [sorted(one["person"] for one in step.bearers) for step in steps]


def entrusted(organ: Organ, number: str, giver: str, receiver: str) -> None:
    Delegation.objects.create(
        organ=organ, number=f"委〔2026〕{number}号", giver=person(giver), receiver=person(receiver), kinds=["发文"],
        since=NOW, until=NOW.replace(month=12), basis="出差",
    )  # fmt: skip


def apart(organ: Organ) -> None:
    """书记 and 局长 are two people."""
    Holding.objects.filter(post="党组书记").update(person=person("E002"))


def test_a_signature_handed_on_counts_only_from_who_may_sign(organ: Organ) -> None:
    """B9-04: 转办 gives nobody the right to issue."""
    document = submitted(organ)
    agreed(document, "E030")
    agreed(document, "E005")
    acts.transfer(matter=Matter.objects.get(pk=document.matter_id), to=person("E002"), **who("E001"))
    with pytest.raises(Refusal) as refusal:
        agreed(document, "E002")
    assert (facts(refusal), refusal.value.findings[0].clause) == (["签发人"], "09-2.3")
    Holding.objects.create(
        organ=organ, person=person("E002"), post="主持工作", since=date(2026, 11, 1), basis="局长书面委托"
    )
    agreed(document, "E002")
    assert IssuedDocument.objects.get(pk=document.pk).signers == person("E002").name


def test_one_of_two_names_cannot_be_signed_for_both(organ: Organ) -> None:
    """B9-05: the secretary hands the step on to the chief; the party group's name is still not signed."""
    apart(organ)
    document = submitted(organ, name="联合")
    agreed(document, "E030")
    agreed(document, "E005")
    assert waiting(document) == ["E002"]
    acts.transfer(matter=Matter.objects.get(pk=document.matter_id), to=person("E001"), **who("E002"))
    agreed(document, "E001")
    with pytest.raises(Refusal) as refusal:
        agreed(document, "E001")
    assert [one.found for one in refusal.value.findings] == ["党组书记还没有签发"]


def test_the_chief_countersigns_what_only_the_secretary_signs(organ: Organ) -> None:
    apart(organ)
    Portfolio.objects.filter(section=section("办公室")).update(leader=person("E001"))
    assert countersigning(submitted(organ, "办公室", name="党组")) == [[person("E001").pk]]
    assert countersigning(submitted(organ, "办公室", name="局")) == []


def test_a_section_that_nobody_leads_is_the_chiefs(organ: Organ) -> None:
    apart(organ)
    Portfolio.objects.filter(section=section("信息化科")).update(until=date(2026, 1, 1))
    assert countersigning(submitted(organ, "信息化科", name="党组")) == [[person("E001").pk]]


def test_a_draft_for_another_section_is_countersigned_by_its_leader(organ: Organ) -> None:
    assert countersigning(submitted(organ, section=section("信息化科"))) == [[person("E004").pk]]


def test_who_stands_in_for_two_leaders_signs_for_each(organ: Organ) -> None:
    entrusted(organ, "1", "E003", "E002")
    entrusted(organ, "2", "E004", "E002")
    document = submitted(organ, "经济运行科", "信息化科")
    for number in ("E030", "E005", "E002"):
        agreed(document, number)
    assert waiting(document) == ["E002"]
    agreed(document, "E002")
    assert waiting(document) == ["E001"]
    said = Opinion.objects.filter(matter=document.matter_id, step__act="会签").order_by("pk")
    assert [one.on_behalf_of for one in said] == [person("E003"), person("E004")]


def test_a_leader_who_stands_in_for_another_signs_twice(organ: Organ) -> None:
    entrusted(organ, "1", "E003", "E004")
    document = submitted(organ, "经济运行科", "信息化科")
    for number in ("E030", "E005", "E004", "E004"):
        agreed(document, number)
    assert waiting(document) == ["E001"]
