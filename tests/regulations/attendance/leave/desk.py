"""What people of the bureau do in the tests, in one line each; every act has a key of its own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import count
from typing import Any

import pytest

from tests.regulations.attendance.leave.bureau import Bureau, at
from zhixing.journal.verify import verify
from zhixing.law.refusal import Refusal
from zhixing.law.values import show_days
from zhixing.office.matters import acts
from zhixing.office.matters.models import Matter, Task
from zhixing.organ.models import Organ, Person
from zhixing.regulations.attendance.explained_leave import KINDS
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.balance_reading import available
from zhixing.regulations.attendance.workflow.balance_year import open_balance
from zhixing.regulations.attendance.workflow.leave import draft_leave, request_leave
from zhixing.regulations.attendance.workflow.leave_assess import assess
from zhixing.regulations.attendance.workflow.leave_request import LeaveAssessment, LeaveRequest

Fields = dict[str, Any]  # keyword arguments by name
NOW = at(date(2026, 9, 1))
ONE = LeaveRequest(reason="家中有事")


@dataclass
class Desk:
    bureau: Bureau
    keys: count[int] = field(default_factory=count)

    def key(self) -> str:
        return f"test-{next(self.keys)}"

    def asking(
        self, number: str, kind: str, first: date, last: date | None = None, **more: object
    ) -> LeaveRequest:
        """A whole request; a colleague of the office stands in."""
        stand_in = self.bureau["E024" if number != "E024" else "E025"]
        whole = replace(ONE, kind=kind, first=first, last=last or first, stand_in=stand_in)
        return replace(whole, **more)  # type: ignore[arg-type]  # fields by name

    def assess(self, number: str, request: LeaveRequest, now: datetime = NOW) -> LeaveAssessment:
        return assess(person=self.bureau[number], request=request, at=now)

    def ask(
        self,
        number: str,
        kind: str,
        first: date,
        last: date | None = None,
        now: datetime = NOW,
        **more: object,
    ) -> Leave:
        """Submit a leave; raises Refusal."""
        request = self.asking(number, kind, first, last, **more)
        return request_leave(request=request, actor=self.bureau[number], at=now, key=self.key())

    def drafted(self, number: str, kind: str, first: date, last: date | None = None, **more: object) -> Leave:
        request = self.asking(number, kind, first, last, **more)
        return draft_leave(request=request, actor=self.bureau[number], at=NOW, key=self.key())

    def agree(self, matter: Matter, number: str, now: datetime = NOW) -> None:
        """同意; the office writes the number of the district's paper where it enters what the district decided."""
        district = Task.objects.filter(matter=matter, state="待办", step__post="区级").exists()
        text = "区里同意，鹿干监〔2026〕12号" if district else "同意"
        acts.agree(matter=matter, actor=self.bureau[number], at=now, key=self.key(), text=text)

    def grant(self, leave: Leave, now: datetime = NOW) -> Leave:
        """Everybody agrees until the leave is granted."""
        while Leave.objects.get(pk=leave.pk).status == "待批":
            self.agree(leave.matter, self.next_of(leave.matter).number, now)
        return Leave.objects.select_related("matter").get(pk=leave.pk)

    def granted(
        self,
        number: str,
        kind: str,
        first: date,
        last: date | None = None,
        now: datetime = NOW,
        **more: object,
    ) -> Leave:
        return self.grant(self.ask(number, kind, first, last, now, **more), now)

    def next_of(self, matter: Matter) -> Person:
        return Task.objects.get(matter=matter, kind="办理", state="待办").person

    def give(
        self, number: str, account: str, days: str, expires: date, since: date = date(2026, 1, 1)
    ) -> None:
        """期初余额."""
        open_balance(
            person=self.bureau[number], account=account, halves=int(float(days) * 2), day=since,
            expires=expires, note="测试", actor=self.bureau["E010"], at=NOW, key=self.key(),
        )  # fmt: skip

    def left(self, number: str, account: str, day: date) -> str:
        return show_days(available(self.bureau[number], account, day))


def refused(act: object, *args: object, **kwargs: object) -> list[str]:
    """The facts of the findings that the act was refused with."""
    assert callable(act)
    with pytest.raises(Refusal) as caught:
        act(*args, **kwargs)
    return [finding.fact for finding in caught.value.findings]


def labels(assessed: LeaveAssessment) -> list[str]:
    assert assessed.ruling is not None
    ruling = assessed.rulings["请假审批"]
    outcome = ruling.outcome["审批"]
    assert isinstance(outcome, tuple)
    return [str(label) for label in outcome]


def facts(assessed: LeaveAssessment) -> list[str]:
    return [finding.fact for finding in assessed.findings]


def unexplained(organ: Organ) -> list[str]:
    """What the journal of the organ cannot explain of the rows of leave, balances, outings, overtime and duty."""
    faults = verify(organ.pk).faults
    kinds = (*KINDS.values(), "事项")
    return [fault.says for fault in faults if fault.layer == "链条" or fault.says.split("（")[0] in kinds]
