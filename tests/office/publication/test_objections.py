"""反映: in the period, its last day included, named or anonymous, each one answered before anything goes on."""

from datetime import date, timedelta

import pytest

from tests.office.publication.conftest import DAY, KIND, at, published
from zhixing.law.refusal import Refusal
from zhixing.office.publication.acts.objections import answer, take_objection
from zhixing.office.publication.models import Objection, PublicNotice
from zhixing.office.publication.period import standing, unfinished
from zhixing.organ.models import Account, Person
from zhixing.organ.policy import viewer_of, visible

People = dict[str, Person]
LAST, AFTER = date(2026, 10, 10), date(2026, 10, 12)


def heard(
    notice: PublicNotice, people: People, on: date, form: str = "实名", name: str = "群众甲"
) -> Objection:
    take_objection(
        notice=notice, form=form, name=name, contact="138", received_on=on, content="反映一件事",
        actor=people["E006"], at=at(max(on, DAY)), key=f"o-{on}-{form}",
    )  # fmt: skip
    return Objection.objects.latest("pk")


def answered(objection: Objection, people: People, result: str) -> None:
    answer(
        objection=objection, inquiry="查了", result=result, answer="已当面答复", actor=people["E006"], at=at(AFTER),
        key=f"a-{objection.pk}",
    )  # fmt: skip


def facts(refused: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [one.fact for one in refused.value.findings]


def test_one_that_came_on_the_last_day_counts_and_stops_everything(people: People) -> None:
    """B4-05."""
    notice = published(people)
    heard(notice, people, LAST)
    (found,) = unfinished(notice, KIND, AFTER)
    assert (found.fact, found.found, found.clause) == ("公示反映", "1件没有答复", "04-6")


def test_one_that_came_in_time_may_be_entered_after_the_period(people: People) -> None:
    notice = published(people)
    take_objection(
        notice=notice, form="实名", name="甲", contact="", received_on=LAST, content="事", actor=people["E006"],
        at=at(AFTER), key="late",
    )  # fmt: skip
    assert Objection.objects.get().received_on == LAST


@pytest.mark.parametrize("day", [DAY - timedelta(days=1), LAST + timedelta(days=1)])
def test_one_outside_the_period_is_sent_another_way(people: People, day: date) -> None:
    notice = published(people)
    with pytest.raises(Refusal) as refused:
        take_objection(
            notice=notice, form="实名", name="甲", contact="", received_on=day, content="事", actor=people["E006"],
            at=at(AFTER), key="x",
        )  # fmt: skip
    assert facts(refused) == ["收到日期"]


def test_an_anonymous_one_keeps_no_name_even_if_one_was_typed(people: People) -> None:
    objection = heard(published(people), people, DAY, form="匿名", name="群众乙")
    assert (objection.name, objection.contact) == ("", "")


def test_everything_that_is_missing_is_said_at_once(people: People) -> None:
    notice = published(people)
    with pytest.raises(Refusal) as refused:
        take_objection(
            notice=notice, form="实名", name="", contact="", received_on=date(2026, 9, 1), content="",
            actor=people["E015"], at=at(DAY), key="x",
        )  # fmt: skip
    assert facts(refused) == ["办理人", "反映人", "收到日期", "反映内容"]


def test_each_one_needs_inquiry_result_and_answer(people: People) -> None:
    objection = heard(published(people), people, DAY)
    with pytest.raises(Refusal) as refused:
        answer(
            objection=objection, inquiry="", result="", answer="", actor=people["E006"], at=at(DAY), key="x"
        )
    assert facts(refused) == ["核查情况", "答复", "核查结论"]


def test_an_answer_is_given_once(people: People) -> None:
    objection = heard(published(people), people, DAY)
    answered(objection, people, "不影响")
    with pytest.raises(Refusal) as refused:
        answer(
            objection=objection, inquiry="又查", result="影响", answer="改口", actor=people["E006"], at=at(DAY),
            key="again",
        )  # fmt: skip
    assert facts(refused) == ["反映"]
    objection.refresh_from_db()
    assert objection.result == "不影响"


def test_when_all_are_answered_and_none_upheld_it_goes_on(people: People) -> None:
    notice = published(people)
    answered(heard(notice, people, DAY), people, "不影响")
    assert unfinished(notice, KIND, LAST) != []
    assert unfinished(notice, KIND, AFTER) == []


def test_an_upheld_one_bars_what_was_announced(people: People) -> None:
    notice = published(people)
    answered(heard(notice, people, DAY), people, "影响")
    (found,) = unfinished(notice, KIND, AFTER)
    assert "影响" in found.found
    assert len(standing(notice, AFTER).barred) == 1


def test_nobody_outside_sees_who_objected(people: People) -> None:
    objection = heard(published(people), people, DAY)
    seen = []
    for number in ("E015", "E006"):
        account = Account.objects.create(organ=objection.organ, person=people[number], username=number)
        seen.append(visible(viewer_of(account, DAY), Objection).count())
    assert seen == [0, 1]
