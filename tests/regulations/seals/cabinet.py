"""What people of the demo bureau do with seals in tests, in one line each; Monday, 2026-11-23."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any, TypedDict

import pytest

from zhixing.files.models import StoredFile
from zhixing.files.store import keep
from zhixing.journal.verify import verify
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.matters import acts
from zhixing.office.matters.models import Matter, Task
from zhixing.organ.made import made
from zhixing.organ.models import Organ, Person, Section
from zhixing.regulations.seals.models import CarryOut, Custody, Seal, SealUse, Stamping
from zhixing.regulations.seals.workflow.carry import request_carry
from zhixing.regulations.seals.workflow.carry_out import hand_out
from zhixing.regulations.seals.workflow.carry_request import CarryRequest
from zhixing.regulations.seals.workflow.custody import CustodyRequest, request_custody
from zhixing.regulations.seals.workflow.custody_hands import accept, give
from zhixing.regulations.seals.workflow.seals import enter_seal
from zhixing.regulations.seals.workflow.stamping import stamp
from zhixing.regulations.seals.workflow.use import request_use
from zhixing.regulations.seals.workflow.use_request import UseRequest

Fields = dict[str, Any]  # keyword arguments by name
NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)
CHECKED: Fields = {"material_fits": True, "purpose_clear": True, "papers_complete": True}
# E011 keeps the bureau's seals, E012 and E013 one finance seal each; E002 leads the office, E001 is the chief
KEEPERS = {"局章": "E011", "党组章": "E011", "财务专用章": "E012", "法人名章": "E013", "业务专用章": "E011"}


class Acting(TypedDict):
    actor: Person
    at: datetime
    key: str


@dataclass
class Cabinet:
    """People by number; acts at a running minute, each with its own key."""

    organ: Organ
    at: datetime = NOW
    keys: count[int] = field(default_factory=count)

    def person(self, number: str) -> Person:
        return Person.objects.get(organ=self.organ, number=number)

    def section(self, name: str) -> Section:
        return Section.objects.get(organ=self.organ, name=name)

    def who(self, number: str) -> Acting:
        self.at += timedelta(minutes=1)
        return Acting(actor=self.person(number), at=self.at, key=f"key-{next(self.keys)}")

    def later(self, **span: int) -> None:
        self.at += timedelta(**span)

    def file(self, name: str = "合同") -> StoredFile:
        content = f"{name} {next(self.keys)}".encode()
        return keep(organ=self.organ.pk, name=f"{name}.txt", content=content, by="E031 彭越", at=self.at)

    def seal(self, kind: str = "局章", **more: Any) -> Seal:
        given: Fields = {
            "name": f"鹿城区经信局{kind}", "kind": kind, "material": "铜", "maker": "区人民政府",
            "in_use_since": date(2019, 3, 1), "keeper": self.person(KEEPERS.get(kind, "E011")),
            "impression": self.file("印模"),
        }  # fmt: skip
        return made(Seal, enter_seal(**{**given, **more}, **self.who("E008")))

    def paper(self, seal: Seal, **more: Any) -> UseRequest:
        """A statistical return of the section of enterprise service, two copies."""
        whole = UseRequest(
            seal=seal, title="三季度企业统计报表", purpose="其他", reason="报送统计报表", material="完整文件",
            copies=2, pages=3, recipient="区统计局", file=more.pop("file", None) or self.file("报表"),
        )  # fmt: skip
        return replace(whole, **more)

    def asked(self, seal: Seal, number: str = "E031", **more: Any) -> SealUse:
        return request_use(request=self.paper(seal, **more), **self.who(number))

    def approved(self, seal: Seal, number: str = "E031", **more: Any) -> SealUse:
        use = self.asked(seal, number, **more)
        assert use.matter is not None
        self.agreed(use.matter)
        return SealUse.objects.get(pk=use.pk)

    def agreed(self, matter: Matter) -> None:
        for task in Task.objects.filter(matter=matter, state="待办", kind="办理").select_related("person")[
            :1
        ]:
            acts.agree(matter=Matter.objects.get(pk=matter.pk), text="同意", **self.who(task.person.number))

    def bearers(self, matter: Matter | None) -> list[str]:
        tasks = Task.objects.filter(matter=matter, state="待办", kind="办理")
        return sorted(tasks.values_list("person__number", flat=True))

    def stamped(self, use: SealUse, number: str = "E011", **more: Any) -> Stamping:
        given: Fields = {
            "copies": 1, "stamped_by": self.person(number), "keeper_present": True, **CHECKED, **more
        }  # fmt: skip
        return made(Stamping, stamp(use=SealUse.objects.get(pk=use.pk), **given, **self.who(number)))

    def carrying(self, use: SealUse, **more: Any) -> CarryRequest:
        today = self.at.date()
        whole = CarryRequest(
            use=SealUse.objects.get(pk=use.pk), companion="E032 章木兰", destination="瓯江大厦", reason="现场签合同",
            out=today, due=today, undertaken=True,
        )  # fmt: skip
        return replace(whole, **more)

    def carried(self, use: SealUse, number: str = "E031", **more: Any) -> CarryOut:
        """Agreed to and handed out."""
        carry = request_carry(request=self.carrying(use, **more), **self.who(number))
        self.agreed(carry.matter)
        carry.refresh_from_db()
        hand_out(carry=carry, **self.who("E011"))
        carry.refresh_from_db()
        return carry

    def custody(self, seal: Seal, deputy: str = "E010", number: str = "E011", **more: Any) -> Custody:
        """Agreed to, not yet handed over."""
        today = self.at.date()
        whole = CustodyRequest(
            seal=seal, deputy=self.person(deputy), first=today, last=today + timedelta(days=2), reason="出差"
        )
        custody = request_custody(request=replace(whole, **more), **self.who(number))
        self.agreed(custody.matter)
        custody.refresh_from_db()
        return custody

    def given(self, custody: Custody) -> None:
        """Handed over by the keeper and taken by the deputy."""
        assert custody.seal is not None
        assert custody.deputy is not None
        give(custody=custody, **self.who(custody.seal.kept.keeper.number))
        accept(custody=custody, remark="印面完好", **self.who(custody.deputy.number))

    def deputised(self, seal: Seal, deputy: str = "E010") -> Custody:
        custody = self.custody(seal, deputy)
        self.given(custody)
        return custody


def findings(act: Callable[[], object]) -> tuple[Finding, ...]:
    """Everything that is held against the act; it has to be refused."""
    with pytest.raises(Refusal) as refusal:
        act()
    return refusal.value.findings


def facts(act: Callable[[], object]) -> list[tuple[str, str]]:
    """(事实, clause) of each."""
    return [(one.fact, one.clause) for one in findings(act)]


def unexplained(organ: Organ) -> list[str]:
    """Accounts are made by the tests themselves."""
    return [fault.says for fault in verify(organ.pk).faults if not fault.says.startswith("账号")]
