"""Two people at one matter, two matters at one counter: one wins, the other is told (C1, C2)."""

from collections import Counter

import pytest

from tests.office.matters.conftest import NOW, Told, person, sent
from tests.together import together
from zhixing.journal.models import Entry
from zhixing.journal.verify import verify
from zhixing.law.refusal import Refusal
from zhixing.office.matters.acts import agree, refuse
from zhixing.office.matters.models import Matter, Opinion, Task
from zhixing.organ.models import Organ

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 6


def outcome(act: str, matter: Matter, organ: Organ, key: str) -> str:
    leader = person(organ, "E004")
    acts = {"同意": agree, "不同意": refuse}
    try:
        acts[act](matter=Matter.objects.get(pk=matter.pk), actor=leader, at=NOW, key=key, text=f"{act}。")
    except Refusal as refused:
        return refused.conclusion
    return act


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_agreeing_and_refusing_at_once_leaves_one_decision(organ: Organ, told: Told, turn: int) -> None:
    matter = sent(organ)
    acts = ("同意", "不同意") if turn % 2 else ("不同意", "同意")
    said = together(lambda who: outcome(acts[who], matter, organ, f"办理{who}"), people=2)
    [won] = [word for word in said if word in acts]
    [lost] = [word for word in said if word not in acts]
    assert lost.startswith(("不能", "没有办理"))
    assert Opinion.objects.exclude(act="提交").get().act == won
    assert Task.objects.filter(matter=matter, step__order=0, state="已办").count() == 1
    assert verify(organ.key, None).sound


def test_one_press_sent_five_times_at_once_acts_once(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    said = together(lambda _: outcome("同意", matter, organ, "一次按下"), people=5)
    assert Counter(said) == {"同意": 5}
    assert Opinion.objects.filter(matter=matter, act="同意").count() == 1
    assert Entry.objects.filter(organ=organ.key, action="同意").count() == 1


def test_matters_submitted_at_once_are_numbered_without_gap_or_double(organ: Organ, told: Told) -> None:
    together(lambda who: [sent(organ, key=f"{who}-{turn}") for turn in range(ROUNDS)], people=4)
    numbers = sorted(Matter.objects.filter(organ=organ).values_list("number", flat=True))
    assert numbers == sorted(f"试〔2026〕{number}号" for number in range(1, 4 * ROUNDS + 1))
