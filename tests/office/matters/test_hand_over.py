import pytest

from tests.office.matters.conftest import NOW, Told, person, sent
from zhixing.law.refusal import Refusal
from zhixing.office.matters.acts import agree
from zhixing.office.matters.acts.hand_over import hand_over, waiting_for
from zhixing.office.matters.models import Opinion, Task
from zhixing.organ.models import Organ

REASON = "调区统计局工作。"


def handed(
    organ: Organ, *, leaver: str = "E004", heir: str = "E005", actor: str = "E008", text: str = REASON
) -> int:
    receipts = hand_over(
        leaver=person(organ, leaver),
        heir=person(organ, heir),
        actor=person(organ, actor),
        at=NOW,
        key=f"移交{leaver}",
        text=text,
    )
    return len(receipts)


def test_every_matter_of_the_leaver_stands_with_the_heir_and_goes_on(organ: Organ, told: Told) -> None:
    first, second = sent(organ), sent(organ, key="提交二")
    assert handed(organ) == 2
    assert waiting_for(person(organ, "E004")) == []
    assert waiting_for(person(organ, "E005")) == [first, second]
    agree(matter=first, actor=person(organ, "E005"), at=NOW, key="同意", text="同意。")
    assert waiting_for(person(organ, "E001")) == [first]
    assert Task.objects.filter(person=person(organ, "E004"), state="已转办").count() == 2


def test_the_trail_names_who_handed_what_to_whom(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    handed(organ)
    said = Opinion.objects.get(matter=matter, act="移交")
    assert (said.person.number, said.text) == ("E008", REASON)


def test_the_same_key_again_hands_nothing_twice(organ: Organ, told: Told) -> None:
    sent(organ)
    handed(organ)
    with pytest.raises(Refusal) as refused:
        handed(organ)
    assert [finding.fact for finding in refused.value.findings] == ["待办"]


def test_all_that_is_wrong_is_said_at_once(organ: Organ, told: Told) -> None:
    sent(organ)
    with pytest.raises(Refusal) as refused:
        handed(organ, heir="E025", actor="E020", text=" ")
    assert [finding.fact for finding in refused.value.findings] == ["办理人", "移交原因", "接收人"]
    assert len(waiting_for(person(organ, "E004"))) == 1
