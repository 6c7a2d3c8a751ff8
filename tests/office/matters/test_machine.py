"""Every sequence of acts keeps the promise of the desk: no to-do lost, none double, none left behind."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from zhixing.office.matters import machine
from zhixing.office.matters.machine import OutOfOrderError, Position, Stop

STARTER, DEPUTY, CHIEF, OFFICE, OTHER, ANOTHER = 1, 2, 3, 4, 5, 6
PEOPLE = (DEPUTY, CHIEF, OFFICE, OTHER, ANOTHER)
LONG = (Stop(None, "签署意见", (DEPUTY,)), Stop(None, "审批", (CHIEF,)), Stop(None, "备案", (OFFICE, OTHER)))


def begun(stops: tuple[Stop, ...] = LONG) -> Position:
    return machine.submit(Position(STARTER), stops)


def open_todos(position: Position) -> list[int]:
    return [todo.person for todo in position.todos if todo.state == machine.TODO]


def test_the_first_stop_is_open_after_submitting() -> None:
    assert open_todos(begun()) == [DEPUTY]


def test_the_second_level_cannot_act_before_the_first() -> None:
    with pytest.raises(OutOfOrderError):
        machine.agree(begun(), CHIEF)


def test_the_last_decision_agrees_and_filing_closes() -> None:
    agreed = machine.agree(machine.agree(begun(), DEPUTY), CHIEF)
    assert (agreed.status, open_todos(agreed)) == ("已同意", [OFFICE, OTHER])
    filed = machine.agree(agreed, OTHER)
    assert (filed.status, open_todos(filed)) == ("已办结", [])


def test_the_starter_withdraws_only_before_the_next_act() -> None:
    assert machine.withdraw(begun()).status == "已撤回"
    with pytest.raises(OutOfOrderError):
        machine.withdraw(machine.agree(begun(), DEPUTY))


def test_a_handler_takes_back_only_before_the_next_act() -> None:
    passed = machine.agree(begun(), DEPUTY)
    taken = machine.take_back(passed, DEPUTY)
    assert (taken.current, open_todos(taken)) == (0, [DEPUTY])
    with pytest.raises(OutOfOrderError):
        machine.take_back(machine.agree(passed, CHIEF), DEPUTY)


def test_a_return_goes_the_whole_way_again() -> None:
    returned = machine.send_back(machine.agree(begun(), DEPUTY), CHIEF, None, machine.AGAIN)
    assert (returned.status, open_todos(returned)) == ("已退回", [])
    again = machine.submit(returned, LONG)
    assert open_todos(again) == [DEPUTY]


def test_a_return_may_come_straight_to_whoever_returned_it() -> None:
    returned = machine.send_back(machine.agree(begun(), DEPUTY), CHIEF, None, machine.STRAIGHT)
    assert open_todos(machine.resubmit(returned)) == [CHIEF]


@pytest.mark.parametrize(("mode", "then"), [(machine.AGAIN, [DEPUTY]), (machine.STRAIGHT, [CHIEF])])
def test_a_return_to_an_earlier_step_keeps_its_mode(mode: str, then: list[int]) -> None:
    stops = (Stop(None, "审核", (OTHER,)), *LONG)
    at_chief = machine.agree(machine.agree(begun(stops), OTHER), DEPUTY)
    returned = machine.send_back(at_chief, CHIEF, 0, mode)
    assert open_todos(returned) == [OTHER]
    assert open_todos(machine.agree(returned, OTHER)) == then


def test_all_of_a_joint_step_must_sign() -> None:
    stops = (Stop(None, "会签", (DEPUTY, OTHER)), Stop(None, "审批", (CHIEF,)))
    half = machine.agree(begun(stops), DEPUTY)
    assert open_todos(half) == [OTHER]
    assert open_todos(machine.agree(half, OTHER)) == [CHIEF]


def test_a_transferred_to_do_is_the_others_for_good() -> None:
    moved = machine.transfer(begun(), DEPUTY, ANOTHER)
    assert open_todos(moved) == [ANOTHER]
    with pytest.raises(OutOfOrderError):
        machine.agree(moved, DEPUTY)


def test_nothing_is_transferred_to_the_starter() -> None:
    with pytest.raises(OutOfOrderError):
        machine.transfer(begun(), DEPUTY, STARTER)


def test_a_signer_before_comes_back_to_whoever_asked() -> None:
    asked = machine.add_signer(begun(), DEPUTY, ANOTHER, "前")
    assert open_todos(asked) == [ANOTHER]
    assert open_todos(machine.agree(asked, ANOTHER)) == [DEPUTY]


def test_a_signer_after_is_next() -> None:
    asked = machine.add_signer(begun(), DEPUTY, ANOTHER, "后")
    assert open_todos(machine.agree(asked, DEPUTY)) == [ANOTHER]


def test_a_refusal_ends_it() -> None:
    refused = machine.refuse(begun(), DEPUTY)
    assert (refused.status, open_todos(refused)) == ("不同意", [])
    with pytest.raises(OutOfOrderError):
        machine.agree(refused, DEPUTY)


def test_what_is_agreed_is_not_refused_any_more() -> None:
    agreed = machine.agree(machine.agree(begun(), DEPUTY), CHIEF)
    with pytest.raises(OutOfOrderError):
        machine.refuse(agreed, OFFICE)


stops_drawn = st.lists(
    st.tuples(
        st.sampled_from(("签署意见", "审批", "备案", "会签")), st.sets(st.sampled_from(PEOPLE), min_size=1)
    ),
    min_size=1,
    max_size=4,
).map(lambda drawn: tuple(Stop(None, act, tuple(sorted(people))) for act, people in drawn))


class Desk(RuleBasedStateMachine):
    """People try anything at any time; what is refused changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.position = Position(STARTER)
        self.plan: tuple[Stop, ...] = LONG

    def attempt(self, move: machine.Move) -> None:
        before = self.position
        try:
            self.position = move(before)
        except OutOfOrderError:
            assert self.position is before

    @rule(plan=stops_drawn)
    def submit(self, plan: tuple[Stop, ...]) -> None:
        self.attempt(lambda position: machine.submit(position, plan))

    @rule()
    def resubmit(self) -> None:
        self.attempt(machine.resubmit)

    @rule(person=st.sampled_from(PEOPLE))
    def agree(self, person: int) -> None:
        self.attempt(lambda position: machine.agree(position, person))

    @rule(person=st.sampled_from(PEOPLE))
    def refuse(self, person: int) -> None:
        self.attempt(lambda position: machine.refuse(position, person))

    @rule(
        person=st.sampled_from(PEOPLE),
        to=st.one_of(st.none(), st.integers(0, 4)),
        mode=st.sampled_from((machine.AGAIN, machine.STRAIGHT)),
    )
    def send_back(self, person: int, to: int | None, mode: str) -> None:
        self.attempt(lambda position: machine.send_back(position, person, to, mode))

    @rule()
    def withdraw(self) -> None:
        self.attempt(machine.withdraw)

    @rule(person=st.sampled_from(PEOPLE))
    def take_back(self, person: int) -> None:
        self.attempt(lambda position: machine.take_back(position, person))

    @rule(person=st.sampled_from(PEOPLE), to=st.sampled_from((STARTER, *PEOPLE)))
    def transfer(self, person: int, to: int) -> None:
        self.attempt(lambda position: machine.transfer(position, person, to))

    @rule(
        person=st.sampled_from(PEOPLE),
        signer=st.sampled_from((STARTER, *PEOPLE)),
        where=st.sampled_from(("前", "后")),
    )
    def add_signer(self, person: int, signer: int, where: str) -> None:
        self.attempt(lambda position: machine.add_signer(position, person, signer, where))

    @precondition(lambda self: self.position.status in machine.UNDER_WAY)
    @rule(person=st.sampled_from(PEOPLE))
    def void(self, person: int) -> None:
        self.attempt(lambda position: machine.void(position, person))

    @invariant()
    def under_way_means_one_open_stop_with_its_to_dos(self) -> None:
        opened = [place for place, stop in enumerate(self.position.stops) if stop.state == machine.OPEN]
        if self.position.status in machine.UNDER_WAY:
            assert len(opened) == 1
            assert open_todos(self.position)
        else:
            assert opened == []
            assert open_todos(self.position) == []

    @invariant()
    def no_to_do_is_double_and_none_is_the_starters(self) -> None:
        assert all(count == 1 for count in Counter(open_todos(self.position)).values())
        assert STARTER not in open_todos(self.position)

    @invariant()
    def every_open_to_do_stands_at_the_open_stop(self) -> None:
        places = {todo.stop for todo in self.position.todos if todo.state == machine.TODO}
        assert places <= {self.position.current}

    @invariant()
    def agreed_means_nothing_is_left_to_decide(self) -> None:
        if self.position.status in {machine.AGREED, machine.CLOSED}:
            assert not self.position.undecided
        if self.position.status == machine.RUNNING:
            assert self.position.undecided


TestDesk = Desk.TestCase


@given(stops_drawn)
def test_agreeing_all_along_always_ends(stops: tuple[Stop, ...]) -> None:
    position = begun(stops)
    for _ in range(sum(len(stop.bearers) for stop in stops)):
        if position.status == "已办结":
            break
        position = machine.agree(position, open_todos(position)[0])
    assert position.status == "已办结"
