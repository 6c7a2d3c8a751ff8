"""Leaders one after the other, each with name and time; what is to be done has a name and a day."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.office.circulation.conftest import (
    DAY,
    NOW,
    People,
    Rules,
    advised,
    doing,
    holders,
    reader,
    waiting,
    who,
)
from zhixing.law.refusal import Refusal
from zhixing.office.circulation.acts.assigning import Order, finish, reassign, report_progress
from zhixing.office.circulation.acts.opening import close
from zhixing.office.circulation.acts.signing import Route, advise, pass_over, sign
from zhixing.office.circulation.lists import to_do, to_sign
from zhixing.office.circulation.models import Box, Sheet
from zhixing.organ.delegations import delegate
from zhixing.organ.models import Account, Person, Section
from zhixing.organ.policy import Viewer, visible

TWO_WEEKS = date(2026, 12, 7)


def facts(refusal: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [one.fact for one in refusal.value.findings]


def viewer(person: Person) -> Viewer:
    return Viewer(Account(username=person.number), person, person.organ, frozenset({"职员"}), DAY)


def noted(box: Box, person: Person, text: str = "已阅。") -> None:
    sign(box=box, text=text, assigns=False, orders=(), readers=(), **who(person, hours=2))


def test_boxes_come_in_the_order_of_the_leaders(sheet: Sheet, people: People) -> None:
    advised(sheet, people, "E002", "E001")
    assert (waiting(sheet).leader, holders(sheet)) == (people["E002"], {"E002"})
    noted(waiting(sheet), people["E002"])
    assert (waiting(sheet).leader, holders(sheet)) == (people["E001"], {"E001"})
    noted(waiting(sheet), people["E001"])
    assert (sheet.boxes.filter(state="待签").count(), holders(sheet)) == (0, {"E010"})


def test_nobody_signs_before_the_turn_or_in_anothers_box(sheet: Sheet, people: People) -> None:
    advised(sheet, people, "E002", "E001")
    later = sheet.boxes.get(leader=people["E001"])
    with pytest.raises(Refusal) as refusal:
        noted(later, people["E001"])
    assert facts(refusal) == ["意见栏"]
    with pytest.raises(Refusal) as refusal:
        noted(waiting(sheet), people["E001"])
    assert facts(refusal) == ["办理人"]


def test_a_signature_carries_the_moment_of_the_act(sheet: Sheet, people: People) -> None:
    """B9-10: a name without its time does not get as far as the table."""
    advised(sheet, people, "E002")
    box = waiting(sheet)
    noted(box, people["E002"])
    box.refresh_from_db()
    assert (box.signed_by, box.signed_at) == (people["E002"], NOW + timedelta(hours=2))
    with pytest.raises(IntegrityError), transaction.atomic():
        Box.objects.filter(pk=box.pk).update(signed_at=None)


def test_an_opinion_with_work_in_it_says_who_does_it_by_when(sheet: Sheet, people: People) -> None:
    advised(sheet, people, "E002")
    with pytest.raises(Refusal) as refusal:
        sign(
            box=waiting(sheet),
            text="请抓紧办理。",
            assigns=True,
            orders=(),
            readers=(),
            **who(people["E002"]),
        )
    assert facts(refusal) == ["责任"]
    with pytest.raises(Refusal) as refusal:
        sign(
            box=waiting(sheet), text="请办理。", assigns=True, orders=[Order(None, people["E031"], None)],
            readers=(), **who(people["E002"]),
        )  # fmt: skip
    assert facts(refusal) == ["办理期限"]
    yesterday = Order(None, None, DAY - timedelta(days=1))
    with pytest.raises(Refusal) as refusal:
        sign(
            box=waiting(sheet),
            text="请办理。",
            assigns=True,
            orders=[yesterday],
            readers=(),
            **who(people["E002"]),
        )
    assert facts(refusal) == ["责任科室、责任人", "办理期限"]


def assigned(sheet: Sheet, people: People) -> None:
    advised(sheet, people, "E005")
    section = Section.objects.get(name="企业服务科")
    sign(
        box=waiting(sheet), text="请企业服务科办理。", assigns=True, orders=[Order(section, None, TWO_WEEKS)],
        readers=[people["E004"]], **who(people["E005"]),
    )  # fmt: skip


def test_a_section_named_is_a_to_do_of_its_head(sheet: Sheet, people: People) -> None:
    assigned(sheet, people)
    one = doing(sheet, people["E030"])
    assert (one.responsible, one.due) == (f"企业服务科（{people['E030'].name}）", TWO_WEEKS)
    assert list(to_do(viewer(people["E030"]))) == [one]
    assert reader(sheet, people["E004"]).state == "已送达"


def test_the_head_hands_it_on_within_the_section_only(sheet: Sheet, people: People) -> None:
    assigned(sheet, people)
    one = doing(sheet, people["E030"])
    with pytest.raises(Refusal) as refusal:
        reassign(assignment=one, person=people["E019"], reason="熟悉情况", **who(people["E030"]))
    assert facts(refusal) == ["责任人"]
    reassign(assignment=one, person=people["E031"], reason="熟悉情况", **who(people["E030"]))
    one.refresh_from_db()
    assert (one.state, doing(sheet, people["E031"]).due) == ("已收回", TWO_WEEKS)


def test_a_result_needs_its_words_and_whoever_does_it(sheet: Sheet, people: People) -> None:
    assigned(sheet, people)
    one = doing(sheet, people["E030"])
    report_progress(assignment=one, text="已联系企业", **who(people["E030"]))
    with pytest.raises(Refusal) as refusal:
        finish(assignment=one, result=" ", **who(people["E031"]))
    assert facts(refusal) == ["办理人", "办理结果"]
    finish(assignment=one, result="材料已报送。", **who(people["E030"]))
    one.refresh_from_db()
    assert (one.state, one.progress.count()) == ("已办结", 1)


def test_it_is_not_closed_while_somebody_still_has_to_act(sheet: Sheet, people: People) -> None:
    assigned(sheet, people)
    with pytest.raises(Refusal) as refusal:
        close(sheet=sheet, remark="", **who(people["E010"]))
    assert facts(refusal) == ["传阅", "承办"]


def test_a_stand_in_signs_for_an_absent_leader(sheet: Sheet, people: People) -> None:
    advised(sheet, people, "E003")
    box = waiting(sheet)
    with pytest.raises(Refusal):
        noted(box, people["E004"])
    delegate(
        giver=people["E003"], receiver=people["E004"], kinds=[], since=NOW, until=NOW + timedelta(days=3),
        basis="外出学习", **who(people["E003"]),
    )  # fmt: skip
    assert list(to_sign(viewer(people["E004"]), NOW + timedelta(hours=1))) == [box]
    assert visible(viewer(people["E004"]), Sheet).count() == 1
    noted(box, people["E004"])
    box.refresh_from_db()
    assert (box.by_another, box.on_behalf, box.leader) == (True, "授权〔2026〕1号", people["E003"])


@pytest.mark.parametrize("signer", ["E002", "E003"])
def test_whoever_of_the_two_signs_the_paper_goes_on(sheet: Sheet, people: People, signer: str) -> None:
    delegate(
        giver=people["E002"], receiver=people["E003"], kinds=[], since=NOW, until=NOW + timedelta(days=3),
        basis="外出学习", **who(people["E002"]),
    )  # fmt: skip
    advised(sheet, people, "E002", "E001")
    assert holders(sheet) == {"E003"}
    noted(waiting(sheet), people[signer])
    assert holders(sheet) == {"E001"}


def test_a_leader_passed_over_keeps_it_to_read_and_the_stand_in_does_not(
    sheet: Sheet, people: People
) -> None:
    delegate(
        giver=people["E002"], receiver=people["E003"], kinds=[], since=NOW, until=NOW + timedelta(days=3),
        basis="外出学习", **who(people["E002"]),
    )  # fmt: skip
    advised(sheet, people, "E002", "E001")
    pass_over(box=waiting(sheet), reason="两人都在外地", **who(people["E010"]))
    assert holders(sheet) == {"E001", "E002"}


def test_a_leader_passed_over_reads_it_afterwards(sheet: Sheet, people: People) -> None:
    advised(sheet, people, "E003", "E001")
    with pytest.raises(Refusal) as refusal:
        pass_over(box=waiting(sheet), reason="", **who(people["E031"]))
    assert facts(refusal) == ["办理人", "跳过的原因"]
    pass_over(box=waiting(sheet), reason="休假，没有委托", **who(people["E010"]))
    assert waiting(sheet).leader == people["E001"]
    assert reader(sheet, people["E003"]).state == "已送达"


def test_advice_says_whom_it_goes_to(sheet: Sheet, people: People, rules: Rules) -> None:
    rules.watched = True
    with pytest.raises(Refusal) as refusal:
        advise(box=waiting(sheet), text="", route=Route(), **who(people["E008"]))
    assert facts(refusal) == ["拟办意见", "送批送阅", "催办人"]
    with pytest.raises(Refusal) as refusal:
        advise(
            box=waiting(sheet),
            text="请批示",
            route=Route([people["E031"]], (), people["E010"]),
            **who(people["E008"]),
        )
    assert facts(refusal) == ["送批"]


def test_the_same_press_twice_signs_once(sheet: Sheet, people: People) -> None:
    advised(sheet, people, "E002")
    box, acting = waiting(sheet), who(people["E002"], key="twice")
    first = sign(box=box, text="已阅。", assigns=False, orders=(), readers=(), **acting)
    assert sign(box=box, text="已阅。", assigns=False, orders=(), readers=(), **acting) == first


def test_whoever_does_it_has_it_in_hand(sheet: Sheet, people: People) -> None:
    assigned(sheet, people)
    assert holders(sheet) == {"E030", "E004"}
    reassign(
        assignment=doing(sheet, people["E030"]), person=people["E031"], reason="分工", **who(people["E030"])
    )
    assert holders(sheet) == {"E031", "E004"}
    finish(assignment=doing(sheet, people["E031"]), result="已报送。", **who(people["E031"], hours=3))
    assert holders(sheet) == {"E004"}
