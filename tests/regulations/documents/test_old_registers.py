"""旧登记簿: every bad row is named, all or nothing, and numbering goes on above what was on paper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest

from tests.regulations.documents.receiving import DAY, NOW, People, entered, facts, who
from zhixing.journal.verify import verify
from zhixing.law.refusal import Refusal
from zhixing.office.papers.columns import Column
from zhixing.office.papers.ledger import Ledger, write
from zhixing.organ.models import Organ
from zhixing.regulations.documents.models import DocumentNumber, IssuedDocument, ReceivedDocument
from zhixing.regulations.documents.workflow.numbers import take
from zhixing.regulations.documents.workflow.old_registers import REGISTERS, bring_in, judged

RECEIVED, ISSUED = REGISTERS["received"], REGISTERS["issued"]
LINE: Mapping[str, str] = {
    "收文号": "收〔2026〕120号", "收文日期": "2026-03-05", "来文单位": "区政府", "来文字号": "温鹿政〔2026〕3号",
    "标题": "关于春季安全检查的通知", "文种": "通知", "紧急程度": "加急", "办理结果": "已布置。", "办结日期": "2026-03-09",
}  # fmt: skip
SENT: Mapping[str, str] = {
    "发文字号": "温鹿经信〔2026〕31号", "成文日期": "2026-03-05", "标题": "关于节能检查的通知", "文种": "通知",
    "主送": "各科室", "签发人": "林启衡", "拟稿科室": "企业服务科",
}  # fmt: skip


def sheet(*lines: Mapping[str, str]) -> bytes:
    heads = tuple(dict.fromkeys(head for line in lines for head in line))
    return write(
        Ledger(
            title="旧登记簿", organ="本局", period="2026年", made_by="文书", made_at=datetime(2026, 11, 1, tzinfo=UTC),
            columns=[Column(head) for head in heads], rows=[[line.get(head, "") for head in heads] for line in lines],
        )
    )  # fmt: skip


def test_every_bad_row_is_named_and_nothing_is_entered(people: People, organ: Organ) -> None:
    known = entered(people)
    content = sheet(
        LINE,
        {**LINE, "收文号": "二十号", "收文日期": "三月五日", "文种": "便条"},
        {**LINE, "收文号": known.shown},
        {**LINE, "收文号": "收〔2026〕122号", "收文日期": "2027-01-01"},
        LINE,
    )
    with pytest.raises(Refusal) as refusal:
        bring_in(register=RECEIVED, name="旧收文.xlsx", content=content, **who(people["E010"]))
    assert facts(refusal) == [
        "第5行“收文号”", "第5行“收文日期”", "第5行“文种”", "第8行“收文号”", "第6行“收文号”", "第7行“收文日期”",
    ]  # fmt: skip
    assert ReceivedDocument.objects.count() == 1


def test_the_old_lines_are_closed_found_and_numbering_goes_on_above_them(
    people: People, organ: Organ
) -> None:
    read_only = {
        **LINE,
        "收文号": "收〔2026〕121号",
        "标题": "关于放假的通知",
        "办理结果": "",
        "办结日期": "",
    }
    bring_in(register=RECEIVED, name="旧收文.xlsx", content=sheet(LINE, read_only), **who(people["E010"]))
    done, seen = ReceivedDocument.objects.order_by("number")
    assert (done.shown, done.state, done.mode, done.closed_on) == (
        "收〔2026〕120号",
        "已办结",
        "办件",
        date(2026, 3, 9),
    )
    assert (seen.mode, seen.closed_on, seen.registered_by) == ("阅件", date(2026, 3, 5), people["E010"])
    assert entered(people, sender_number="新〔2026〕1号").shown == "收〔2026〕122号"
    assert verify(organ.pk).sound


def test_issued_ones_take_their_place_in_the_number_book(people: People, organ: Organ) -> None:
    bring_in(register=ISSUED, name="旧发文.xlsx", content=sheet(SENT), **who(people["E010"]))
    document = IssuedDocument.objects.get()
    assert (str(document.number), document.state, document.signers) == (
        "温鹿经信〔2026〕31号",
        "已分发",
        "林启衡",
    )
    assert document.section is not None
    assert document.section.name == "企业服务科"
    take(series="温鹿经信", title="新的通知", **who(people["E010"]))
    assert [one.number for one in DocumentNumber.objects.order_by("number")] == [31, 32]
    _, faults = judged(ISSUED, organ, "旧发文.xlsx", sheet(SENT), DAY)
    assert [one.fact for one in faults] == ["第4行“发文字号”"]
    assert verify(organ.pk).sound


def test_only_the_clerk_brings_in_and_the_same_press_once(people: People, organ: Organ) -> None:
    with pytest.raises(Refusal) as refusal:
        bring_in(register=RECEIVED, name="旧收文.xlsx", content=sheet(LINE), **who(people["E031"]))
    assert facts(refusal) == ["办理人"]
    for _ in range(2):
        bring_in(
            register=RECEIVED,
            name="旧收文.xlsx",
            content=sheet(LINE),
            actor=people["E010"],
            at=NOW,
            key="once",
        )
    assert ReceivedDocument.objects.count() == 1
