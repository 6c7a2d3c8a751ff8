from datetime import timedelta

import pytest

from tests.office.matters.conftest import EDITION, LONG, NOW, Told, person, route_for, sent
from zhixing.journal.models import Entry
from zhixing.journal.verify import verify
from zhixing.law.refusal import Refusal
from zhixing.office.matters import acts
from zhixing.office.matters.allowed import acts_open
from zhixing.office.matters.lists import done, sent_to_me, started, todo
from zhixing.office.matters.models import Matter, Opinion, Task
from zhixing.organ.delegations import delegate, revoke
from zhixing.organ.models import Account, Delegation, Organ, Person
from zhixing.organ.policy import Viewer, viewer_of, visible


def viewer(organ: Organ, number: str) -> Viewer:
    who = person(organ, number)
    account, _ = Account.objects.get_or_create(username=number, defaults={"organ": organ, "person": who})
    return viewer_of(account, NOW.date())


def holders(matter: Matter) -> list[str]:
    open_tasks = Task.objects.filter(matter=matter, state="待办", kind="办理")
    return sorted(open_tasks.values_list("person__number", flat=True))


def test_the_whole_way_from_draft_to_filed(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    assert matter.number == "试〔2026〕1号"
    assert holders(matter) == ["E004"]
    acts.agree(matter=matter, actor=person(organ, "E004"), at=NOW, key="甲", text="拟同意。")
    assert holders(matter) == ["E001"]
    acts.agree(matter=matter, actor=person(organ, "E001"), at=NOW, key="乙", text="同意。")
    assert (matter.state, told.heard) == ("已同意", ["approved"])
    acts.agree(matter=matter, actor=person(organ, "E014"), at=NOW, key="丙")
    assert (matter.state, told.heard) == ("已办结", ["approved", "filed"])
    assert holders(matter) == []
    trail = list(Opinion.objects.filter(matter=matter).values_list("person__number", "act"))
    assert trail == [("E025", "提交"), ("E004", "同意"), ("E001", "同意"), ("E014", "备案")]


def test_every_row_of_a_matter_is_explained_by_the_journal(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    acts.agree(matter=matter, actor=person(organ, "E004"), at=NOW, key="甲")
    assert verify(organ.pk, None).sound
    Matter.objects.filter(pk=matter.pk).update(state="已办结")
    assert not verify(organ.pk, None).sound


def test_the_same_key_has_one_effect_and_the_first_receipt(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    first = acts.agree(matter=matter, actor=person(organ, "E004"), at=NOW, key="甲")
    again = acts.agree(matter=matter, actor=person(organ, "E004"), at=NOW, key="甲")
    assert again == first
    assert holders(matter) == ["E001"]


def test_whoever_has_no_to_do_is_refused_and_told_who_has(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    with pytest.raises(Refusal) as refused:
        acts.agree(matter=matter, actor=person(organ, "E001"), at=NOW, key="甲")
    assert refused.value.findings[0].who == "吴慕川"
    assert holders(matter) == ["E004"]


def test_an_approver_of_another_organ_finds_nothing(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    elsewhere = Organ.objects.create(key="ouhai", name="瓯海", short_name="瓯海", created_at=NOW)
    stranger = Person.objects.create(organ=elsewhere, number="E004", name="吴慕川")
    with pytest.raises(Refusal, match="没有找到"):
        acts.agree(matter=matter, actor=stranger, at=NOW, key="甲")


def test_of_two_who_act_at_once_the_second_is_told(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    seen = matter.version
    acts.transfer(matter=matter, actor=person(organ, "E004"), to=person(organ, "E003"), at=NOW, key="甲")
    with pytest.raises(Refusal, match="吴慕川已于2026-11-20 09:00办理（转办）"):
        acts.agree(matter=matter, actor=person(organ, "E003"), at=NOW, key="乙", seen=seen)


def test_whoever_comes_after_a_filing_is_told_of_a_filing(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    for number in ("E004", "E001"):
        acts.agree(matter=matter, actor=person(organ, number), at=NOW, key=number)
    seen = matter.version
    acts.agree(matter=matter, actor=person(organ, "E014"), at=NOW, key="备案")
    with pytest.raises(Refusal, match="苏小满已于2026-11-20 09:00办理（备案）"):
        acts.agree(matter=matter, actor=person(organ, "E014"), at=NOW, key="再备案", seen=seen)


def test_a_return_to_the_starter_and_a_second_round(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    acts.send_back(matter=matter, actor=person(organ, "E004"), at=NOW, key="甲", text="请写明事由。")
    assert (matter.state, told.heard) == ("已退回", ["withdrawn"])
    starter = person(organ, "E025")
    route = route_for(starter, *LONG)
    acts.submit(matter=matter, actor=starter, at=NOW, key="乙", route=route, edition=EDITION)
    assert (matter.state, matter.round, matter.number) == ("审批中", 2, "试〔2026〕1号")
    assert holders(matter) == ["E004"]


def test_a_return_without_a_reason_is_refused(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    with pytest.raises(Refusal, match="没有写明理由"):
        acts.send_back(matter=matter, actor=person(organ, "E004"), at=NOW, key="甲", text=" ")


def test_straight_back_to_whoever_returned_it(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    acts.agree(matter=matter, actor=person(organ, "E004"), at=NOW, key="甲")
    acts.send_back(
        matter=matter, actor=person(organ, "E001"), at=NOW, key="乙", text="补附件。", mode="直送退回人"
    )
    acts.resubmit(matter=matter, actor=person(organ, "E025"), at=NOW, key="丙")
    assert holders(matter) == ["E001"]


def test_withdrawing_is_for_the_starter_and_before_the_next_act(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    with pytest.raises(Refusal, match="只有申请人本人"):
        acts.withdraw(matter=matter, actor=person(organ, "E004"), at=NOW, key="甲")
    acts.withdraw(matter=matter, actor=person(organ, "E025"), at=NOW, key="乙")
    assert (matter.state, holders(matter)) == ("已撤回", [])


def test_a_delegate_acts_in_the_givers_name_until_the_end(organ: Organ, told: Told) -> None:
    giver, receiver = person(organ, "E004"), person(organ, "E003")
    delegate(
        giver=giver, receiver=receiver, kinds=["试办"], since=NOW, until=NOW + timedelta(days=3),
        basis="出差", actor=giver, at=NOW, key="委托",
    )  # fmt: skip
    matter = sent(organ)
    task = Task.objects.get(matter=matter, state="待办")
    assert (task.person, task.on_behalf_of) == (receiver, giver)
    revoke(delegation=Delegation.objects.get(), actor=giver, at=NOW, key="收回")
    with pytest.raises(Refusal, match="委托已经结束"):
        acts.agree(matter=matter, actor=receiver, at=NOW, key="甲")


def test_a_delegation_is_not_passed_on(organ: Organ) -> None:
    first, second, third = (person(organ, number) for number in ("E004", "E003", "E002"))
    times = {"since": NOW, "until": NOW + timedelta(days=3), "basis": "出差", "at": NOW, "kinds": []}
    delegate(giver=first, receiver=second, actor=first, key="一", **times)  # type: ignore[arg-type]
    with pytest.raises(Refusal) as refused:
        delegate(giver=second, receiver=third, actor=second, key="二", **times)  # type: ignore[arg-type]
    assert [finding.fact for finding in refused.value.findings] == ["转授"]


def test_a_signer_before_and_the_opinion_of_each(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    acts.add_signer(
        matter=matter, actor=person(organ, "E004"), signer=person(organ, "E012"), where="前", at=NOW, key="甲"
    )
    assert holders(matter) == ["E012"]
    acts.agree(matter=matter, actor=person(organ, "E012"), at=NOW, key="乙", text="经费可行。")
    assert holders(matter) == ["E004"]


def test_circulated_copies_are_read_and_signed_for(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    acts.circulate(
        matter=matter, actor=person(organ, "E025"), people=[person(organ, "E026")], at=NOW, key="甲"
    )
    assert sent_to_me(viewer(organ, "E026")).count() == 1
    acts.read(matter=matter, actor=person(organ, "E026"), at=NOW, key="乙")
    assert Task.objects.get(matter=matter, kind="传阅").state == "已办"
    with pytest.raises(Refusal, match="没有送给您的待阅件"):
        acts.read(matter=matter, actor=person(organ, "E026"), at=NOW, key="丙")


def test_urging_twice_within_an_hour_is_refused(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    acts.urge(matter=matter, actor=person(organ, "E025"), at=NOW, key="甲")
    with pytest.raises(Refusal, match="不用催办"):
        acts.urge(matter=matter, actor=person(organ, "E025"), at=NOW + timedelta(minutes=59), key="乙")
    acts.urge(matter=matter, actor=person(organ, "E025"), at=NOW + timedelta(minutes=61), key="丙")


def test_a_void_number_is_kept_and_the_next_is_another(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    acts.void(matter=matter, actor=person(organ, "E025"), at=NOW, key="甲", text="不用办了。")
    assert (matter.state, matter.number) == ("已作废", "试〔2026〕1号")
    assert sent(organ, key="提交二").number == "试〔2026〕2号"


def test_an_opinion_is_never_rewritten(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    opinion = Opinion.objects.get(matter=matter)
    opinion.text = "改过的意见"
    with pytest.raises(Exception, match="append-only"):
        opinion.save()


def test_the_lists_hold_what_their_names_say(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    assert [task.matter for task in todo(viewer(organ, "E004"))] == [matter]
    acts.agree(matter=matter, actor=person(organ, "E004"), at=NOW, key="甲")
    assert [task.matter for task in done(viewer(organ, "E004"))] == [matter]
    assert list(todo(viewer(organ, "E004"))) == []
    assert list(started(viewer(organ, "E025"))) == [matter]


def test_a_matter_is_seen_by_its_people_the_office_and_the_leaders_in_charge_only(
    organ: Organ, told: Told
) -> None:
    sent(organ)
    seen = {
        number: visible(viewer(organ, number), Matter).count()
        for number in ("E025", "E004", "E001", "E008", "E003", "E026", "E024")
    }
    assert seen == {"E025": 1, "E004": 1, "E001": 1, "E008": 1, "E003": 0, "E026": 0, "E024": 0}


def test_the_buttons_are_the_acts_that_would_succeed(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    assert acts_open(matter, person(organ, "E004"), NOW)[:5] == ("同意", "不同意", "退回", "转办", "加签")
    assert "撤回" in acts_open(matter, person(organ, "E025"), NOW)
    assert acts_open(matter, person(organ, "E024"), NOW) == ()


def test_a_refused_act_leaves_no_entry(organ: Organ, told: Told) -> None:
    matter = sent(organ)
    before = Entry.objects.count()
    with pytest.raises(Refusal):
        acts.agree(matter=matter, actor=person(organ, "E001"), at=NOW, key="甲")
    assert Entry.objects.count() == before
