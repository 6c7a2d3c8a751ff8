"""A thing is entered, changes hands when the receiver says so, is stopped, and keeps its number for ever."""

from datetime import date

import pytest
from django.db import IntegrityError

from tests.office.registers.conftest import DAY, REGISTER, Rules, deputised, lent, who
from zhixing.journal.models import Entry
from zhixing.journal.verify import verify
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.registers.acts.entering import destroy, enter_thing, halt, hand_in, resume, stop, void
from zhixing.office.registers.acts.handing import (
    decline,
    entrust,
    give_back,
    hand_over,
    take,
    take_back_offer,
)
from zhixing.office.registers.models import HandOver, Kept
from zhixing.organ.made import made
from zhixing.organ.models import Organ, Person

People = dict[str, Person]


def facts(refusal: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [one.fact for one in refusal.value.findings]


def test_a_thing_gets_its_number_and_its_keeper(kept: Kept, people: People) -> None:
    assert (kept.number, kept.state) == ("模〔2026〕1号", "在用")
    assert kept.keeper == kept.holder == people["E011"]
    assert not kept.deputised


def test_pressed_twice_it_is_entered_once(people: People) -> None:
    acting = who(people["E008"])
    first = enter_thing(register=REGISTER, name="公章", keeper=people["E011"], since=DAY, **acting)
    second = enter_thing(register=REGISTER, name="公章", keeper=people["E011"], since=DAY, **acting)
    assert first == second
    assert Kept.objects.count() == 1


def test_everything_wrong_with_an_entry_is_told_at_once(people: People, rules: Rules) -> None:
    rules.keeping.append(Finding("保管人", "已有一枚", "没有", "换一位。"))
    with pytest.raises(Refusal) as refusal:
        enter_thing(register=REGISTER, name=" ", keeper=people["E011"], since=DAY, **who(people["E031"]))
    assert facts(refusal) == ["办理人", "名称", "保管人"]
    assert not Kept.objects.exists()


def test_a_thing_changes_hands_only_when_it_was_taken(kept: Kept, people: People) -> None:
    offered = made(
        HandOver, hand_over(kept=kept, receiver=people["E012"], reason="轮岗", **who(people["E011"]))
    )
    kept.refresh_from_db()
    assert kept.keeper == people["E011"]
    take(hand_over=offered, remark="印模清楚", **who(people["E012"], days=1))
    kept.refresh_from_db()
    assert (kept.keeper, kept.holder, kept.kept_since) == (people["E012"], people["E012"], date(2026, 11, 24))


def test_only_the_receiver_takes_it(kept: Kept, people: People) -> None:
    offered = made(
        HandOver, hand_over(kept=kept, receiver=people["E012"], reason="轮岗", **who(people["E011"]))
    )
    with pytest.raises(Refusal) as refusal:
        take(hand_over=offered, remark="", **who(people["E011"]))
    assert facts(refusal) == ["办理人"]


def test_what_is_declined_stays_where_it_was(kept: Kept, people: People) -> None:
    offered = made(
        HandOver, hand_over(kept=kept, receiver=people["E012"], reason="轮岗", **who(people["E011"]))
    )
    with pytest.raises(Refusal):
        decline(hand_over=offered, reason="", **who(people["E012"]))
    decline(hand_over=offered, reason="印面破损", **who(people["E012"]))
    offered.refresh_from_db()
    kept.refresh_from_db()
    assert (offered.state, offered.answer, kept.holder) == ("未接收", "印面破损", people["E011"])


def test_an_offer_is_taken_back_by_whoever_made_it(kept: Kept, people: People) -> None:
    offered = made(
        HandOver, hand_over(kept=kept, receiver=people["E012"], reason="轮岗", **who(people["E011"]))
    )
    with pytest.raises(Refusal):
        take_back_offer(hand_over=offered, reason="不用了", **who(people["E008"]))
    take_back_offer(hand_over=offered, reason="不轮岗了", **who(people["E011"]))
    hand_over(kept=kept, receiver=people["E013"], reason="轮岗", **who(people["E011"]))
    assert HandOver.objects.filter(state="待接收").count() == 1


def test_two_offers_of_one_thing_are_refused(kept: Kept, people: People) -> None:
    hand_over(kept=kept, receiver=people["E012"], reason="轮岗", **who(people["E011"]))
    with pytest.raises(Refusal) as refusal:
        hand_over(kept=kept, receiver=people["E013"], reason="轮岗", **who(people["E011"]))
    assert "交接" in facts(refusal)


def test_whoever_keeps_it_for_a_while_has_it_and_the_keeper_answers_for_it(
    kept: Kept, people: People
) -> None:
    deputised(kept, people)
    assert (kept.keeper, kept.holder, kept.held_until) == (people["E011"], people["E010"], date(2026, 11, 27))


def to_another(act: str, kept: Kept, people: People) -> None:
    acting, receiver = who(people["E010"]), people["E012"]
    if act == "entrust":
        entrust(kept=kept, receiver=receiver, reason="忙", until=DAY, **acting)
    else:
        hand_over(kept=kept, receiver=receiver, reason="忙", **acting)


@pytest.mark.parametrize("act", ["entrust", "hand_over"])
def test_whoever_keeps_it_for_a_while_passes_it_on_to_nobody(kept: Kept, people: People, act: str) -> None:
    deputised(kept, people)
    with pytest.raises(Refusal) as refusal:
        to_another(act, kept, people)
    (found,) = refusal.value.findings
    assert (found.fact, found.clause) == ("移交人", "99-c")
    assert "只能交回施南枝" in found.mend


def test_it_is_given_back_to_the_keeper_who_confirms(kept: Kept, people: People) -> None:
    deputised(kept, people)
    back = made(HandOver, give_back(kept=kept, reason="出差回来", **who(people["E010"], days=2)))
    assert back.receiver == people["E011"]
    take(hand_over=back, remark="印章完好", **who(people["E011"], days=2))
    kept.refresh_from_db()
    assert (kept.holder, kept.held_until) == (people["E011"], None)


def test_the_keeper_cannot_give_back_what_nobody_keeps_for_him(kept: Kept, people: People) -> None:
    with pytest.raises(Refusal):
        give_back(kept=kept, reason="出差回来", **who(people["E011"]))


@pytest.mark.parametrize("rule", ["keeping", "handing"])
def test_the_regulation_may_have_something_against_it_when_it_is_offered_and_when_it_is_taken(
    kept: Kept, people: People, rules: Rules, rule: str
) -> None:
    against = [Finding("接收人", "不合适", "合适", "换一位。", clause="99-x")]
    offered = made(
        HandOver, hand_over(kept=kept, receiver=people["E012"], reason="轮岗", **who(people["E011"]))
    )
    getattr(rules, rule).extend(against)
    with pytest.raises(Refusal) as taken:
        take(hand_over=offered, remark="", **who(people["E012"]))
    take_back_offer(hand_over=offered, reason="不合适", **who(people["E011"]))
    with pytest.raises(Refusal) as again:
        hand_over(kept=kept, receiver=people["E012"], reason="轮岗", **who(people["E011"]))
    assert facts(taken) == facts(again) == ["接收人"]


def test_custody_that_ended_before_it_began_is_refused(kept: Kept, people: People) -> None:
    with pytest.raises(Refusal) as refusal:
        entrust(
            kept=kept, receiver=people["E010"], reason="出差", until=date(2026, 11, 22), **who(people["E011"])
        )
    assert facts(refusal) == ["代管到"]


def test_nothing_is_handed_over_while_it_is_out(kept: Kept, people: People) -> None:
    lent(kept, people)
    with pytest.raises(Refusal) as refusal:
        hand_over(kept=kept, receiver=people["E012"], reason="轮岗", **who(people["E011"]))
    assert facts(refusal) == ["状态"]


def test_a_thing_is_stopped_with_its_reason_and_may_come_back(kept: Kept, people: People) -> None:
    with pytest.raises(Refusal) as refusal:
        stop(kept=kept, reason="", **who(people["E011"]))
    assert facts(refusal) == ["办理人", "原因"]
    stop(kept=kept, reason="印面磨损", **who(people["E008"]))
    kept.refresh_from_db()
    assert (kept.state, kept.ended_on, kept.end_reason) == ("停用", DAY, "印面磨损")
    resume(kept=kept, reason="清洗后可用", **who(people["E008"]))
    kept.refresh_from_db()
    assert (kept.state, kept.ended_on, kept.end_reason) == ("在用", None, "")


def test_whoever_has_it_in_hand_stops_it_at_once_when_it_is_lost(kept: Kept, people: People) -> None:
    deputised(kept, people)
    with pytest.raises(Refusal) as refusal:
        halt(kept=kept, reason="", **who(people["E031"]))
    assert facts(refusal) == ["办理人", "原因"]
    halt(kept=kept, reason="丢失", **who(people["E010"]))
    kept.refresh_from_db()
    assert (kept.state, kept.end_reason) == ("停用", "丢失")


def test_only_what_was_stopped_is_handed_in_or_destroyed(kept: Kept, people: People) -> None:
    for act in (hand_in, destroy):
        with pytest.raises(Refusal) as refusal:
            act(kept=kept, reason="更名", **who(people["E008"]))
        assert facts(refusal) == ["状态"]
    stop(kept=kept, reason="更名", **who(people["E008"]))
    hand_in(kept=kept, reason="送制发机关", **who(people["E008"]))
    destroy(kept=kept, reason="制发机关销毁", **who(people["E008"]))
    kept.refresh_from_db()
    assert kept.state == "已销毁"


def test_a_void_entry_keeps_its_number_with_the_reason(kept: Kept, people: People) -> None:
    """E33."""
    void(kept=kept, reason="登记错了", **who(people["E008"]))
    kept.refresh_from_db()
    assert (kept.number, kept.state, kept.end_reason) == ("模〔2026〕1号", "已作废", "登记错了")
    following = made(
        Kept,
        enter_thing(register=REGISTER, name="公章", keeper=people["E011"], since=DAY, **who(people["E008"])),
    )
    assert following.number == "模〔2026〕2号"


def test_what_was_used_is_stopped_and_not_made_void(kept: Kept, people: People) -> None:
    lent(kept, people)
    with pytest.raises(Refusal) as refusal:
        void(kept=kept, reason="登记错了", **who(people["E008"]))
    assert facts(refusal) == ["状态", "登记"]


def test_the_database_holds_no_end_without_a_reason(kept: Kept) -> None:
    with pytest.raises(IntegrityError):
        Kept.objects.filter(pk=kept.pk).update(state="停用")


def test_every_act_stands_in_the_journal_and_explains_every_row(
    kept: Kept, people: People, organ: Organ
) -> None:
    deputised(kept, people)
    stop(kept=kept, reason="磨损", **who(people["E008"]))
    actions = Entry.objects.filter(organ=organ.pk).order_by("seq").values_list("action", flat=True)
    assert [one for one in actions if one in {"登记", "代管", "接收", "停用"}] == [
        "登记",
        "代管",
        "接收",
        "停用",
    ]
    report = verify(organ.pk, None)
    assert report.sound, report
