"""What 17 asks of the shape of registers: who may keep, hand over and lend a seal; what a line says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.office.registers import kinds
from zhixing.office.registers.models import HandOver, Kept, Line
from zhixing.office.registers.models.hands import FOR_A_WHILE, FOR_GOOD
from zhixing.office.registers.overdue import late_loan_of
from zhixing.organ.authority import holds
from zhixing.organ.models import Person
from zhixing.organ.policy import Viewer
from zhixing.organ.who import holders
from zhixing.regulations.seals.models import CarryOut, Custody, Designation, Seal
from zhixing.regulations.seals.workflow.finance import two_in_one_hand
from zhixing.regulations.seals.workflow.gate import manages
from zhixing.regulations.seals.workflow.lines import says_of, stamping_of
from zhixing.regulations.seals.workflow.sources import CARRY, CUSTODY, key_in
from zhixing.regulations.seals.workflow.statute import finding, own_of, ruling
from zhixing.regulations.seals.workflow.urgent import unsigned_of

REGISTER, SERIES = "印章", "印"
WATCHING = frozenset({"办公室主任", "局长", "纪检"})


def inside(viewer: Viewer) -> bool:
    """Who reads every book of seals: the office, the chief, the discipline head, whoever leads the office."""
    if viewer.person is None:
        return False
    if viewer.roles & WATCHING or holds(viewer.person, ("印章管理员",), viewer.day):
        return True
    return viewer.person in holders(viewer.organ, "分管办公室领导", about=viewer.person, day=viewer.day)


def keeping(kept: Kept | None, person: Person, day: date) -> list[Finding]:
    """A new thing is asked about by `seals.enter_seal`, which knows its kind already."""
    seal = Seal.objects.filter(kept=kept).first() if kept else None
    if kept is None or seal is None:
        return []
    return list(two_in_one_hand(person, day, finance=seal.is_finance, but=kept))


def handing(hand: HandOver, day: date) -> list[Finding]:
    """For a while with the leader's consent (17-3), for good to whom the office has named (17-2a)."""
    if hand.kind == FOR_A_WHILE:
        return _without_consent(hand, day)
    if hand.kind == FOR_GOOD:
        named = Designation.objects.filter(seal__kept=hand.kept).first()
        if named is None or named.keeper_id != hand.receiver_id:
            return [
                finding(
                    day=day, clause="17-2a", fact="接收人", found=f"{hand.receiver.name}没有被指定为保管人",
                    expected="办公室指定的保管人", mend="请先由办公室指定新的保管人，再当面移交。", who="办公室主任",
                )
            ]  # fmt: skip
    return []


def _without_consent(hand: HandOver, day: date) -> list[Finding]:
    custody = Custody.objects.filter(pk=key_in(hand.source, CUSTODY)).select_related("seal").first()
    fits = (
        custody is not None
        and custody.seal is not None
        and custody.seal.kept_id == hand.kept_id
        and (custody.person_id, custody.deputy_id) == (hand.giver_id, hand.receiver_id)
        and custody.last == hand.until
        and custody.status == "已批"
    )
    facts = {"分管办公室领导同意": fits, "交出的人": "保管人"}
    if ruling("代管", day, own_of(hand.organ_id), **facts).outcome["可以交接"]:
        return []
    return [
        finding(
            day=day, clause="17-3", fact="代管", found="分管办公室的局领导没有同意这次代管",
            expected="同意了代管人和起止日期", mend="请先办代管申请，同意以后再交接。", who="分管办公室领导",
        )
    ]  # fmt: skip


def lending(kept: Kept, source: str, day: date) -> list[Finding]:
    carry = (
        CarryOut.objects.filter(pk=key_in(source, CARRY), status="已批").select_related("use__seal").first()
    )
    findings = []
    if carry is None or carry.use is None or carry.use.seal is None or carry.use.seal.kept_id != kept.pk:
        findings.append(
            finding(
                day=day, clause="17-7a", fact="外带", found="没有批准的外带审批", expected="分管办公室领导批准的外带",
                mend="请先办外带审批。", who="分管办公室领导",
            )
        )  # fmt: skip
    late = late_loan_of(kept, day)
    if late is not None:
        findings.append(
            finding(
                day=day, clause="17-7a", fact="逾期", found=f"{late.borrower.name}借出的应在{late.due}归还",
                expected="上一次外带已经归还", mend="请先催还，保管人验过印再外带。", who=late.borrower.name,
            )
        )  # fmt: skip
    return findings


def says(line: Line) -> Mapping[str, str]:
    stamping = stamping_of(line.source)
    return says_of(stamping) if stamping else {}


def unfinished(kept: Kept, year: int) -> list[Finding]:
    """What keeps the book of a year open: a seal still out, an urgent use nobody has signed for (17-8)."""
    day = date(year, 12, 31)
    out = [
        finding(
            day=day, clause="17-8", fact="外带", found=f"{loan.number}还没有归还", expected="都已归还",
            mend="请先验印归还。", who=loan.borrower.name,
        )
        for loan in kept.loans.filter(state__in=("借出", "待验收"), out_at__year__lte=year)
    ]  # fmt: skip
    open_ = [
        finding(
            day=day, clause="17-4b", fact="补签", found=f"“{use.title}”先行用印，没有补签", expected="手续补齐",
            mend="请先补签。", who=use.person.name,
        )
        for use in unsigned_of(kept, year)
    ]  # fmt: skip
    return [*out, *open_]


def register() -> None:
    """Called once by the app when it is ready."""
    kinds.register(
        kinds.Register(
            name=REGISTER, series=SERIES, manages=manages, inside=inside, says=says,
            clauses={
                "entry": "17-1", "keeper": "17-2a", "custody": "17-3", "loan": "17-7b", "lines": "17-5a",
                "book": "17-8", "stock": "17-1",
            },
            posts={"manages": "办公室主任或者印章管理员"},
            keeping=keeping, handing=handing, lending=lending, unfinished=unfinished,
        )
    )  # fmt: skip
