"""第二步 民主推荐 (04-2a, 04-2b): the meeting before the talks, totals alone, good for one year."""

import json
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from tests.regulations.appointments.house import BALLOTS, CANDIDATE, House, facts
from zhixing.journal.models import Entry
from zhixing.law.refusal import Refusal
from zhixing.regulations.appointments.models import Recommendation, RecommendationBallots, RecommendationCount
from zhixing.regulations.appointments.workflow import recommend, submissions
from zhixing.regulations.appointments.workflow.ballots import Ballots, Votes
from zhixing.regulations.appointments.workflow.validity import validity


def test_talks_before_the_meeting_are_refused(house: House) -> None:
    case = house.begun()
    with pytest.raises(Refusal) as refused:
        house.recommend(case, "谈话推荐")
    assert facts(refused) == ["推荐次序"]


def test_talks_first_are_taken_where_the_basis_is_written(house: House) -> None:
    """G-19, B4-03."""
    case = house.begun()
    house.recommend(case, "谈话推荐", order_basis="鹿组〔2026〕2号")
    house.recommend(case, "会议推荐")
    assert Recommendation.objects.get(kind="谈话推荐").order_basis == "鹿组〔2026〕2号"


def test_the_third_step_is_refused_without_both(house: House) -> None:
    case = house.begun()
    with pytest.raises(Refusal) as refused:
        recommend.begin_inspection(case=case, **house.who("E002"))
    assert facts(refused) == ["会议推荐", "谈话推荐"]
    house.recommend(case, "会议推荐")
    with pytest.raises(Refusal) as refused:
        recommend.begin_inspection(case=case, **house.who("E002"))
    assert facts(refused) == ["谈话推荐"]


def test_one_kind_is_entered_once(house: House) -> None:
    case = house.begun()
    house.recommend(case, "会议推荐")
    with pytest.raises(Refusal) as refused:
        house.recommend(case, "会议推荐")
    assert facts(refused) == ["会议推荐"]


def test_everything_that_does_not_add_up_is_said_at_once(house: House) -> None:
    case, chosen = house.begun(), house.person(CANDIDATE)
    ballots = [Ballots("班子", 7, 8, 9, 7, 7), Ballots("中层", 2, 2, 2, 2, 2)]
    votes = [Votes(chosen, "班子", 8), Votes(chosen, "中层", 1)]
    with pytest.raises(Refusal) as refused:
        house.recommend(
            case, "会议推荐", ballots=ballots, votes=votes, scope="", counted_by="", watched_by="",
            held_on=house.day - timedelta(days=1),
        )  # fmt: skip
    assert facts(refused) == ["参加范围", "计票人", "监票人", "推荐日期", "票数", "票数", "身份", "得票"]
    assert not Recommendation.objects.exists()


def test_a_class_too_small_to_stay_anonymous_is_counted_with_another(house: House) -> None:
    case, chosen = house.begun(), house.person(CANDIDATE)
    with pytest.raises(Refusal) as refused:
        house.recommend(
            case, "会议推荐", ballots=[Ballots("班子", 2, 2, 2, 2, 2)], votes=[Votes(chosen, "班子", 2)]
        )
    assert facts(refused) == ["身份"]
    house.recommend(
        case, "会议推荐", ballots=[Ballots("班子", 3, 3, 3, 3, 3)], votes=[Votes(chosen, "班子", 2)]
    )


def test_a_person_who_does_not_serve_gets_no_votes(house: House) -> None:
    case = house.begun()
    stranger = house.person(CANDIDATE)
    stranger.services.update(until=house.day - timedelta(days=1))
    with pytest.raises(Refusal) as refused:
        house.recommend(case, "会议推荐")
    assert facts(refused) == ["被推荐人"]


def test_nothing_leads_from_a_vote_to_a_voter(house: House) -> None:
    """B4-08: no voter, no ballot, no order, no time beside the totals, neither in the tables nor in the journal."""
    case = house.begun()
    house.recommend(case, "会议推荐")
    for model in (RecommendationBallots, RecommendationCount):
        names = {one.name for one in model._meta.concrete_fields}
        assert names <= {
            "id", "organ", "recommendation", "voter_class", "person", "votes", "due", "present", "handed_out",
            "returned", "valid",
        }  # fmt: skip
    entry = Entry.objects.get(action="登记民主推荐")
    assert sorted(json.loads(entry.payload)) == ["拟任职务", "推荐日期", "方式", "有效票", "编号"]


def test_totals_stand_in_no_order_of_voting(house: House) -> None:
    case = house.begun()
    house.recommend(case, "会议推荐", votes=list(reversed(house.votes())))
    rows = RecommendationCount.objects.order_by("pk").values_list("person__number", "voter_class")
    assert list(rows) == sorted(rows)


def test_totals_are_never_changed(house: House) -> None:
    house.recommend(house.begun(), "会议推荐")
    with pytest.raises(DatabaseError), transaction.atomic():
        RecommendationCount.objects.update(votes=1)


def test_the_year_counts_from_the_earlier_of_the_two(house: House) -> None:
    """B4-02."""
    case = house.begun()
    house.recommend(case, "会议推荐")
    house.on(2026, 3, 9)
    house.recommend(case, "谈话推荐")
    found = validity(case)
    assert found is not None
    assert (found.since, found.last) == (date(2026, 3, 2), date(2027, 3, 2))


def test_on_the_last_day_it_is_still_used_and_a_day_later_refused(house: House) -> None:
    """B4-01."""
    case = house.recommended()
    house.on(2027, 3, 3)
    with pytest.raises(Refusal) as refused:
        house.submitted(case, "考察对象", CANDIDATE)
    (found,) = refused.value.findings
    assert (found.fact, found.clause) == ("推荐结果", "04-2b")
    assert "2027-03-02" in found.found
    assert "重新组织" in found.mend
    house.on(2027, 3, 2)
    house.submitted(case, "考察对象", CANDIDATE)


def test_recommending_anew_keeps_the_former_totals_and_goes_back_a_step(house: House) -> None:
    case = house.chosen()
    house.on(2027, 3, 3)
    with pytest.raises(Refusal) as refused:
        recommend.recommend_again(case=case, reason="", **house.who("E002"))
    assert facts(refused) == ["重新推荐的原因"]
    recommend.recommend_again(case=case, reason="推荐结果已过一年", **house.who("E002"))
    case.refresh_from_db()
    assert (case.step, case.candidate) == (2, None)
    assert Recommendation.objects.filter(superseded_at=None).count() == 0
    house.recommend(case, "会议推荐")
    house.recommend(case, "谈话推荐")
    assert RecommendationCount.objects.count() == 16


def test_whoever_got_no_vote_is_not_put_forward(house: House) -> None:
    case = house.recommended()
    with pytest.raises(Refusal) as refused:
        house.submitted(case, "考察对象", "E025")
    assert facts(refused) == ["人选", "人选"]


def test_the_secretary_alone_lets_a_request_onto_the_agenda(house: House) -> None:
    asked = house.submitted(house.recommended(), "考察对象", CANDIDATE)
    with pytest.raises(Refusal) as refused:
        submissions.consent(submission=asked, **house.who("E002"))
    assert facts(refused) == ["办理人"]


def test_a_withdrawn_request_may_be_made_anew(house: House) -> None:
    case = house.recommended()
    asked = house.submitted(case, "考察对象", CANDIDATE)
    with pytest.raises(Refusal) as refused:
        house.submitted(case, "考察对象", CANDIDATE)
    assert facts(refused) == ["提请"]
    submissions.withdraw(submission=asked, reason="再酝酿", **house.who("E002"))
    assert house.submitted(case, "考察对象", CANDIDATE).pk != asked.pk


def test_the_sheet_of_the_tests_adds_up() -> None:
    assert all(one.valid <= one.returned <= one.present <= one.due for one in BALLOTS)
