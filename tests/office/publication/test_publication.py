"""A notice from its draft to its end: reviewed by another, its period whole, nothing published ever lost."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from tests.office.publication.conftest import DAY, KIND, NAME, SOURCE, at, drafted, missing, published
from zhixing.journal.models import Entry
from zhixing.law.calendar import DayKind
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.publication.acts.draft import approve, draft, rewrite, send_back
from zhixing.office.publication.acts.publish import publish, take_down
from zhixing.office.publication.models import PublicNotice, PublishedText
from zhixing.office.publication.period import standing, standing_notice, unfinished
from zhixing.organ.days import DayRow, import_notice
from zhixing.organ.models import Account, Organ, Person
from zhixing.organ.policy import viewer_of, visible

People = dict[str, Person]


def facts(refused: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [one.fact for one in refused.value.findings]


def test_an_empty_draft_is_refused_with_everything_that_is_missing(people: People) -> None:
    with pytest.raises(Refusal) as refused:
        draft(
            name=NAME, source=SOURCE, title="", text=" ", scope="", contact="", actor=people["E015"], at=at(DAY),
            key="a",
        )  # fmt: skip
    assert facts(refused) == ["办理人", "标题", "公示内容", "公示范围", "受理方式"]
    assert not PublicNotice.objects.exists()


def test_a_second_notice_about_the_same_record_is_refused_while_the_first_stands(people: People) -> None:
    notice = drafted(people)
    with pytest.raises(Refusal) as refused:
        drafted(people, DAY + timedelta(days=1))
    assert facts(refused) == ["公示"]
    take_down(notice=notice, reason="写错了人选", actor=people["E008"], at=at(DAY), key="down")
    assert drafted(people, DAY + timedelta(days=1)).pk != notice.pk


def test_nobody_reviews_the_own_draft(people: People) -> None:
    draft(
        name=NAME, source=SOURCE, title="公示", text="文", scope="局", contact="电话", actor=people["E009"],
        at=at(DAY), key="a",
    )  # fmt: skip
    with pytest.raises(Refusal) as refused:
        approve(notice=PublicNotice.objects.get(), opinion="", actor=people["E009"], at=at(DAY), key="b")
    assert facts(refused) == ["审核人"]


def test_an_unreviewed_draft_is_not_published(people: People) -> None:
    with pytest.raises(Refusal) as refused:
        publish(notice=drafted(people), actor=people["E008"], at=at(DAY), key="b")
    assert facts(refused) == ["公示状态"]


def test_a_draft_sent_back_needs_a_reason_and_goes_round_again(people: People) -> None:
    notice = drafted(people)
    with pytest.raises(Refusal) as refused:
        send_back(notice=notice, opinion=" ", actor=people["E002"], at=at(DAY), key="b")
    assert facts(refused) == ["退回原因"]
    send_back(notice=notice, opinion="学历没写", actor=people["E002"], at=at(DAY), key="c")
    notice.refresh_from_db()
    assert (notice.state, notice.review) == ("拟稿", "学历没写")
    rewrite(
        notice=notice, title="公示", text="文，本科", scope="局", contact="电话", reason="", actor=people["E008"],
        at=at(DAY), key="d",
    )  # fmt: skip
    notice.refresh_from_db()
    assert notice.state == "待审核"


def test_what_the_regulation_misses_stops_publishing(people: People) -> None:
    notice = drafted(people)
    approve(notice=notice, opinion="", actor=people["E002"], at=at(DAY), key="b")
    missing.append(Finding("任前审核", "没有回复", "已经同意", "请先登记回复。"))
    with pytest.raises(Refusal) as refused:
        publish(notice=notice, actor=people["E008"], at=at(DAY), key="c")
    assert facts(refused) == ["任前审核"]


def test_the_period_counts_from_the_day_after_over_holidays_and_a_make_up_saturday(people: People) -> None:
    """B4-04: 29 and 30 September, 8, 9 and 10 October."""
    notice = published(people)
    assert (notice.published_on, notice.last_day) == (DAY, date(2026, 10, 10))
    now = standing(notice, date(2026, 10, 10))
    assert (now.over, now.left, now.actionable) == (False, 1, date(2026, 10, 12))
    assert standing(notice, date(2026, 10, 11)).over


def test_a_year_nobody_has_published_is_said_to_be_estimated(people: People) -> None:
    notice = published(people, date(2027, 9, 27))
    assert notice.estimated
    (found,) = unfinished(notice, KIND, date(2027, 9, 28))
    assert "暂估" in found.found


def test_a_holiday_notice_moves_the_last_day_of_a_running_period(organ: Organ, people: People) -> None:
    notice = published(people, date(2026, 11, 2))
    assert notice.last_day == date(2026, 11, 9)
    rows = [DayRow(date(2026, 11, 6), DayKind.REST.value, "停工")]
    imported = import_notice(
        organ=organ,
        rows=rows,
        notice="浙政办〔2026〕9号",
        actor=people["E008"],
        at=at(date(2026, 11, 3)),
        key="n",
    )
    notice.refresh_from_db()
    assert notice.last_day == date(2026, 11, 10)
    assert [(one.before, one.after) for one in imported.moved] == [("2026-11-09", "2026-11-10")]
    assert Entry.objects.filter(action="公示期重算").count() == 1


def test_a_period_that_is_over_is_not_counted_anew(organ: Organ, people: People) -> None:
    notice = published(people, date(2026, 11, 2))
    rows = [DayRow(date(2026, 11, 6), DayKind.REST.value, "停工")]
    import_notice(
        organ=organ, rows=rows, notice="文", actor=people["E008"], at=at(date(2026, 11, 12)), key="n"
    )
    notice.refresh_from_db()
    assert notice.last_day == date(2026, 11, 9)


def test_an_edit_after_publishing_restarts_the_period_and_keeps_both_texts(people: People) -> None:
    """E36."""
    notice = published(people, date(2026, 11, 2))
    with pytest.raises(Refusal) as refused:
        rewrite(
            notice=notice, title="公示", text="改了", scope="局", contact="电话", reason="", actor=people["E008"],
            at=at(date(2026, 11, 4)), key="e",
        )  # fmt: skip
    assert facts(refused) == ["修改原因"]
    rewrite(
        notice=notice, title="公示", text="拟任副科长。", scope="局机关", contact="电话", reason="职务写错",
        actor=people["E008"], at=at(date(2026, 11, 4)), key="f",
    )  # fmt: skip
    notice.refresh_from_db()
    assert (notice.state, notice.last_day) == ("待审核", None)
    assert [one.fact for one in unfinished(notice, KIND, date(2026, 11, 20))] == ["公示"]
    approve(notice=notice, opinion="", actor=people["E002"], at=at(date(2026, 11, 5)), key="g")
    publish(notice=notice, actor=people["E008"], at=at(date(2026, 11, 5)), key="h")
    notice.refresh_from_db()
    assert notice.last_day == date(2026, 11, 12)
    texts = list(notice.texts.values_list("number", "text", "last_day", "reason"))
    assert texts == [
        (1, "拟任科长。", date(2026, 11, 9), ""),
        (2, "拟任副科长。", date(2026, 11, 12), "职务写错"),
    ]


def test_a_published_text_is_never_changed(people: People) -> None:
    published(people)
    with pytest.raises(DatabaseError), transaction.atomic():
        PublishedText.objects.update(text="另一个人")


def test_taking_down_needs_a_reason_and_keeps_the_text(people: People) -> None:
    notice = published(people)
    with pytest.raises(Refusal) as refused:
        take_down(notice=notice, reason="", actor=people["E008"], at=at(DAY), key="d")
    assert facts(refused) == ["撤下原因"]
    take_down(notice=notice, reason="程序终止", actor=people["E008"], at=at(DAY), key="e")
    notice.refresh_from_db()
    assert (notice.state, notice.taken_down_by, notice.texts.count()) == ("已撤下", people["E008"], 1)
    assert standing_notice(notice.organ_id, NAME, SOURCE) is None


def test_publishing_twice_with_one_key_publishes_once(people: People) -> None:
    notice = published(people)
    publish(notice=notice, actor=people["E008"], at=at(DAY, 11), key=f"publish-{DAY}")
    assert notice.texts.count() == 1


def test_everybody_sees_what_is_published_and_only_the_inside_sees_a_draft(people: People) -> None:
    notice = drafted(people)
    seen = {}
    for number in ("E015", "E008"):
        account = Account.objects.create(organ=notice.organ, person=people[number], username=number)
        seen[number] = viewer_of(account, DAY)
    assert [visible(seen[one], PublicNotice).count() for one in ("E015", "E008")] == [0, 1]
    PublicNotice.objects.filter(pk=notice.pk).update(
        state="公示中", published_on=DAY, working_days=5, last_day=date(2026, 10, 10)
    )
    assert [visible(seen[one], PublicNotice).count() for one in ("E015", "E008")] == [1, 1]


def test_another_organ_sees_nothing_and_may_do_nothing(people: People) -> None:
    notice = published(people)
    other = Organ.objects.create(
        key="other", name="别的局", short_name="别局", code_word="别", second_factor=False,
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    stranger = Person.objects.create(organ=other, number="E008", name="同号的人")
    with pytest.raises(Refusal) as refused:
        take_down(notice=notice, reason="试试", actor=stranger, at=at(DAY), key="x")
    assert "单位" in facts(refused)
