"""A right that ended or was taken back since the page was read is refused in the act itself (AC-09, AC-10)."""

from datetime import datetime, timedelta

import pytest

from tests.office.matters.conftest import NOW, Told, person, sent
from tests.together import together
from zhixing.law.refusal import Refusal
from zhixing.office.matters.acts import agree, refuse, transfer
from zhixing.office.matters.models import Matter, Opinion, Task
from zhixing.organ.delegations import delegate, revoke
from zhixing.organ.models import Delegation, Holding, Organ, Person, Portfolio, Service

SECOND = timedelta(seconds=1)
END = NOW + timedelta(days=3)
YESTERDAY = NOW.date() - timedelta(days=1)


def by_delegation(organ: Organ) -> tuple[Matter, Person, Person]:
    """E004 has entrusted E003 until END; the matter waits with E003."""
    giver, receiver = person(organ, "E004"), person(organ, "E003")
    delegate(
        giver=giver, receiver=receiver, kinds=["试办"], since=NOW, until=END, basis="出差", actor=giver, at=NOW,
        key="委托",
    )  # fmt: skip
    return sent(organ), giver, receiver


def decisions(matter: Matter) -> list[str]:
    return list(Opinion.objects.filter(matter=matter).exclude(act="提交").values_list("act", flat=True))


def why_not(matter: Matter, actor: Person, at: datetime = NOW) -> str:
    """The refusal of an agreement; nothing is left behind."""
    with pytest.raises(Refusal) as refused:
        agree(matter=matter, actor=actor, at=at, key=f"{actor.pk}/{at}", text="同意。")
    assert decisions(matter) == []
    return refused.value.conclusion


def test_the_last_second_of_a_delegation_is_still_in_time(organ: Organ, told: Told) -> None:
    matter, _, receiver = by_delegation(organ)
    agree(matter=matter, actor=receiver, at=END, key="甲", text="同意。")
    assert decisions(matter) == ["同意"]


def test_one_second_after_the_end_the_receiver_is_refused(organ: Organ, told: Told) -> None:
    matter, _, receiver = by_delegation(organ)
    assert why_not(matter, receiver, END + SECOND) == "不能办理：委托已经结束。"


def test_one_second_before_the_beginning_nothing_goes_to_the_receiver(organ: Organ, told: Told) -> None:
    giver, receiver = person(organ, "E004"), person(organ, "E003")
    delegate(
        giver=giver, receiver=receiver, kinds=["试办"], since=NOW + SECOND, until=END, basis="出差",
        actor=giver, at=NOW, key="委托",
    )  # fmt: skip
    assert Task.objects.get(matter=sent(organ), state="待办").person == giver


def test_a_delegation_taken_back_since_the_page_was_read(organ: Organ, told: Told) -> None:
    matter, giver, receiver = by_delegation(organ)
    read = Matter.objects.get(pk=matter.pk)
    revoke(delegation=Delegation.objects.get(), actor=giver, at=NOW, key="收回")
    assert why_not(read, receiver) == "不能办理：委托已经结束。"


def test_a_post_laid_down_since_the_page_was_read(organ: Organ, told: Told) -> None:
    matter, leader = sent(organ), person(organ, "E004")
    read = Matter.objects.get(pk=matter.pk)
    Portfolio.objects.filter(leader=leader).update(until=YESTERDAY)
    later = NOW + timedelta(days=1)
    # laid down after the matter was sent, not before
    Matter.objects.filter(pk=matter.pk).update(submitted_at=NOW - timedelta(days=2))
    assert why_not(read, leader, later) == "不能办理：岗位已经变动。"
    with pytest.raises(Refusal):
        refuse(matter=read, actor=leader, at=later, key="不同意", text="不同意。")


def test_whoever_laid_the_post_down_can_hand_the_matter_on(organ: Organ, told: Told) -> None:
    matter, leader, next_one = sent(organ), person(organ, "E004"), person(organ, "E003")
    Matter.objects.filter(pk=matter.pk).update(submitted_at=NOW - timedelta(days=2))
    Portfolio.objects.filter(leader=leader).update(until=YESTERDAY)
    transfer(matter=matter, actor=leader, to=next_one, at=NOW, key="转办")
    agree(matter=matter, actor=next_one, at=NOW, key="同意", text="同意。")
    assert decisions(matter) == ["转办", "同意"]


def test_the_control_agrees_as_long_as_the_post_is_held(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    Holding.objects.filter(person=person(organ, "E012")).update(until=YESTERDAY)  # somebody else's post
    agree(matter=matter, actor=person(organ, "E004"), at=NOW, key="甲", text="同意。")
    assert decisions(matter) == ["同意"]


def test_the_starters_move_takes_no_matter_away(organ: Organ, told: Told) -> None:
    matter, starter = sent(organ), person(organ, "E025")
    before = Service.objects.on(NOW.date()).get(person=starter)
    elsewhere = Service.objects.on(NOW.date()).exclude(section=before.section).first()
    assert elsewhere is not None
    tomorrow = NOW.date() + timedelta(days=1)
    Service.objects.filter(pk=before.pk).update(until=NOW.date())
    Service.objects.create(
        organ=organ, person=starter, section=elsewhere.section, rank=before.rank, category=before.category,
        title=before.title, since=tomorrow,
    )  # fmt: skip
    agree(matter=matter, actor=person(organ, "E004"), at=NOW + timedelta(days=1), key="甲", text="同意。")
    assert decisions(matter) == ["同意"]


def test_whoever_left_since_the_page_was_read(organ: Organ, told: Told) -> None:
    matter, leader = sent(organ), person(organ, "E004")
    Service.objects.filter(person=leader).update(until=YESTERDAY)
    why_not(matter, leader)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", range(6))
def test_taking_back_and_acting_at_once_leaves_an_order(organ: Organ, told: Told, turn: int) -> None:
    """Either the act came first and stands, or the taking back did and the act is refused; never both ways."""
    matter, giver, receiver = by_delegation(organ)

    def take_back() -> str:
        revoke(delegation=Delegation.objects.get(), actor=giver, at=NOW, key="收回")
        return "收回"

    def act() -> str:
        try:
            agree(matter=Matter.objects.get(pk=matter.pk), actor=receiver, at=NOW, key="同意", text="同意。")
        except Refusal as refused:
            return refused.conclusion
        return "同意"

    doing = (take_back, act) if turn % 2 else (act, take_back)
    said = together(lambda who: doing[who](), people=2)
    assert set(said) <= {"收回", "同意", "不能办理：委托已经结束。"}
    assert decisions(matter) == (["同意"] if "同意" in said else [])
    later = NOW + SECOND
    with pytest.raises(Refusal):
        agree(matter=Matter.objects.get(pk=matter.pk), actor=receiver, at=later, key="再一次", text="同意。")
