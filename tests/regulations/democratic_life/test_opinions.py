"""Opinions of four groups, signed or not, and what they come to (13-5)."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from tests.regulations.democratic_life.hall import (
    CLERK,
    DAY,
    OFFICE,
    Hall,
    facts,
    refused,
)
from zhixing.journal.models import Entry
from zhixing.office.duties.models import Notice
from zhixing.regulations.democratic_life.models import LifeOpinion, OpinionSummary
from zhixing.regulations.democratic_life.workflow import opinions

# 征求意见


def test_a_signed_opinion_says_who_wrote_it(hall: Hall) -> None:
    case = hall.planned()
    opinions.give(case=case, group="科室", text="多到科室听意见。", **hall.who(CLERK))
    opinion = LifeOpinion.objects.get()
    assert (opinion.person, opinion.anonymous) == (hall.person(CLERK), False)
    assert Entry.objects.filter(object_kind="征求意见").get().actor.startswith(CLERK)


def test_an_unsigned_opinion_names_nobody_anywhere(hall: Hall) -> None:
    case = hall.planned()
    who = hall.who(CLERK)
    opinions.give_unsigned(case=case, group="科室", text="少开会。", **who)
    opinion = LifeOpinion.objects.get()
    assert (opinion.person, opinion.by, opinion.source, opinion.day) == (None, None, "", who["at"].date())
    entry = Entry.objects.get(object_kind="征求意见")
    assert (entry.actor, entry.office) == ("匿名", "")
    assert entry.at.strftime("%H:%M") == "16:00"  # midnight of the day in Shanghai, whatever the hour was
    actor = who["actor"]
    for word in (actor.number, actor.name):
        assert word not in f"{entry.payload}{entry.actor}{entry.states}{entry.key}"
    assert not Notice.objects.filter(object_kind="征求意见").exists()


def test_an_unsigned_opinion_sent_twice_counts_once(hall: Hall) -> None:
    case = hall.planned()
    who = hall.who(CLERK)
    first = opinions.give_unsigned(case=case, group="科室", text="少开会。", **who)
    assert opinions.give_unsigned(case=case, group="科室", text="少开会。", **who) == first
    assert LifeOpinion.objects.count() == 1


def test_the_database_itself_keeps_a_name_from_an_unsigned_opinion(hall: Hall) -> None:
    case = hall.planned()
    with pytest.raises(IntegrityError), transaction.atomic():
        LifeOpinion.objects.create(
            organ=hall.organ, case=case, group="科室", text="少开会。", day=DAY, anonymous=True, by=hall.person(CLERK)
        )  # fmt: skip


def test_the_office_enters_what_was_heard_outside(hall: Hall) -> None:
    case = hall.planned()
    opinions.enter_heard(
        case=case,
        group="单位",
        source="区发改局",
        text="联系再紧密些。",
        day=hall.at.date(),
        **hall.who(OFFICE),
    )
    opinions.enter_heard_unsigned(case=case, group="退休", text="多来看看。", **hall.who(OFFICE))
    assert sorted(case.opinions.values_list("group", "source")) == [("单位", "区发改局"), ("退休", "")]
    found = refused(
        opinions.enter_heard, case=case, group="别的", source="", text="", day=DAY, **hall.who(CLERK)
    )
    assert facts(found) == ["哪一方面", "意见", "办理人", "提出单位或者人员", "日期"]
    found = refused(opinions.enter_heard_unsigned, case=case, group="退休", text="好", **hall.who(CLERK))
    assert facts(found) == ["办理人"]


def test_the_summary_speaks_of_all_four_groups(hall: Hall) -> None:
    case = hall.planned()
    hall.texts["units"] = " "
    found = refused(opinions.summarize, case=case, **hall.texts, **hall.who(OFFICE))
    assert facts(found) == ["相关单位"]
    hall.texts["units"] = "征求过，没有意见。"
    hall.summarized(case)
    assert [name for name, _ in OpinionSummary.objects.get().parts] == [
        "本局各科室", "相关单位", "党内外群众", "退休干部职工",
    ]  # fmt: skip


def test_only_the_office_sums_up(hall: Hall) -> None:
    case = hall.planned()
    assert facts(refused(opinions.summarize, case=case, **hall.texts, **hall.who("E002"))) == ["办理人"]
