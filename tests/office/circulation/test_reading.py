"""Everybody reads at the same time; where it lies is always known; what went wrong gets a new line."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from tests.office.circulation.conftest import NOW, People, advised, holders, reader, who
from tests.office.circulation.test_signing import facts, viewer
from zhixing.law.refusal import Refusal
from zhixing.office.circulation.acts.handing import correct_hand, hand_on, urge, urge_readers
from zhixing.office.circulation.acts.opening import close, stop
from zhixing.office.circulation.acts.reading import (
    begin_reading,
    finish_reading,
    send_to_read,
    take_back_reading,
)
from zhixing.office.circulation.lists import to_read
from zhixing.office.circulation.models import Reader, Sheet, Urging
from zhixing.office.circulation.where import delayed, missed, whole_way
from zhixing.organ.policy import visible


def test_readers_get_it_at_the_same_time_in_three_states(sheet: Sheet, people: People) -> None:
    advised(sheet, people, readers=("E002", "E003", "E015"))
    assert holders(sheet) == {"E002", "E003", "E015"}
    one = reader(sheet, people["E003"])
    assert (one.state, list(to_read(viewer(people["E003"])))) == ("已送达", [one])
    begin_reading(reader=one, **who(people["E003"], hours=2))
    one.refresh_from_db()
    assert (one.state, one.opened_at) == ("在阅", NOW + timedelta(hours=2))
    finish_reading(reader=one, remark="", **who(people["E003"], hours=3))
    one.refresh_from_db()
    assert (one.state, one.read_at, holders(sheet)) == ("已阅", NOW + timedelta(hours=3), {"E002", "E015"})
    assert missed(sheet) == [people["E002"].name, people["E015"].name]


def test_nobody_reads_for_another(sheet: Sheet, people: People) -> None:
    advised(sheet, people, readers=("E002",))
    with pytest.raises(Refusal) as refusal:
        finish_reading(reader=reader(sheet, people["E002"]), remark="", **who(people["E003"]))
    assert facts(refusal) == ["办理人"]


def test_nobody_gets_it_twice_and_only_the_office_sends_it(sheet: Sheet, people: People) -> None:
    advised(sheet, people, readers=("E002",))
    with pytest.raises(Refusal) as refusal:
        send_to_read(sheet=sheet, people=[people["E002"]], why="", **who(people["E031"]))
    assert facts(refusal) == ["办理人", "传阅人"]


def test_what_went_to_the_wrong_one_is_taken_back_and_stays_on_the_sheet(
    sheet: Sheet, people: People
) -> None:
    advised(sheet, people, readers=("E002", "E030"))
    take_back_reading(
        reader=reader(sheet, people["E030"]), reason="应送产业发展科", **who(people["E010"], hours=2)
    )
    assert Reader.objects.get(sheet=sheet, person=people["E030"]).state == "已收回"
    assert not visible(viewer(people["E030"]), Sheet).exists()
    send_to_read(sheet=sheet, people=[people["E030"]], why="仍需阅知", **who(people["E010"], hours=3))
    assert Reader.objects.filter(sheet=sheet, person=people["E030"]).count() == 2


def test_a_wrong_hand_over_is_corrected_by_a_new_line(sheet: Sheet, people: People) -> None:
    hand_on(sheet=sheet, to=people["E015"], why="送科室核对", **who(people["E008"], hours=1))
    wrong = sheet.hands.get(holder=people["E015"])
    with pytest.raises(Refusal) as refusal:
        correct_hand(hand=wrong, to=people["E015"], reason="", **who(people["E015"]))
    assert facts(refusal) == ["办理人", "更正原因", "改送"]
    correct_hand(hand=wrong, to=people["E019"], reason="应送经济运行科", **who(people["E010"], days=2))
    new = sheet.hands.get(holder=people["E019"])
    assert (new.corrects, holders(sheet)) == (wrong, {"E019"})
    way = [(held.hand.holder.number, held.days) for held in whole_way(sheet, NOW + timedelta(days=5))]
    assert way == [("E010", 0), ("E008", 0), ("E015", 2), ("E019", 3)]


def test_only_who_has_it_hands_it_on(sheet: Sheet, people: People) -> None:
    with pytest.raises(Refusal) as refusal:
        hand_on(sheet=sheet, to=people["E019"], why="送科室", **who(people["E015"]))
    assert facts(refusal) == ["在谁手里"]


def test_urging_is_kept_for_ever(sheet: Sheet, people: People) -> None:
    advised(sheet, people, readers=("E002",))
    with pytest.raises(Refusal) as refusal:
        urge(sheet=sheet, person=people["E019"], text="", **who(people["E010"]))
    assert facts(refusal) == ["被催办人"]
    urge(sheet=sheet, person=people["E002"], text="今天开会要用", **who(people["E010"], hours=2))
    one = sheet.urgings.get()
    assert (one.about, one.by) == ("阅退", people["E010"])
    with pytest.raises(DatabaseError), transaction.atomic():
        Urging.objects.filter(pk=one.pk).update(text="改过")


def test_delays_are_named(sheet: Sheet, people: People) -> None:
    advised(sheet, people, "E001", readers=("E002",))
    later = NOW + timedelta(days=4)
    found = delayed(sheet.organ, later, most=2, among=[sheet.pk])
    assert [(one.person, one.what, one.days) for one in found] == [
        (people["E001"].name, "领导批示", 3),
        (people["E002"].name, "传阅已送达", 3),
    ]


def test_what_is_read_by_all_is_closed_by_the_office(sheet: Sheet, people: People) -> None:
    advised(sheet, people, readers=("E002",))
    finish_reading(reader=reader(sheet, people["E002"]), remark="", **who(people["E002"], hours=2))
    with pytest.raises(Refusal) as refusal:
        close(sheet=sheet, remark="", **who(people["E002"]))
    assert facts(refusal) == ["办理人"]
    lies_with = list(sheet.hands.filter(until=None))
    close(sheet=sheet, remark="", **who(people["E010"], hours=3))
    sheet.refresh_from_db()
    assert (sheet.state, list(sheet.hands.filter(until=None))) == ("已办结", lies_with)
    with pytest.raises(Refusal) as refusal:
        stop(sheet=sheet, reason="重复", **who(people["E010"], hours=4))
    assert facts(refusal) == ["办文单"]


def test_others_do_not_see_it(sheet: Sheet, people: People) -> None:
    advised(sheet, people, "E001", readers=("E002",))
    seen = {
        number
        for number in ("E001", "E002", "E003", "E010", "E031")
        if visible(viewer(people[number]), Sheet).exists()
    }
    assert seen == {"E001", "E002", "E010"}


def test_all_who_have_not_read_are_urged_at_one_press(sheet: Sheet, people: People) -> None:
    advised(sheet, people, readers=("E002", "E003", "E004"))
    finish_reading(reader=reader(sheet, people["E003"]), remark="", **who(people["E003"], hours=2))
    with pytest.raises(Refusal) as refusal:
        urge_readers(sheet=sheet, **who(people["E031"]))
    assert facts(refusal) == ["办理人"]
    urge_readers(sheet=sheet, **who(people["E010"], hours=3))
    assert {one.urged for one in sheet.urgings.all()} == {people["E002"], people["E004"]}
