"""复核、编号、校对、用印 (09-2.4): in their order; nothing is numbered before it is signed, nothing changed after."""

from __future__ import annotations

import pytest

from tests.regulations.documents.issuing import (
    agreed,
    checked,
    signed,
    step,
    submitted,
    waiting,
    who,
)
from tests.regulations.documents.receiving import facts
from zhixing.journal.verify import verify
from zhixing.law.refusal import Refusal
from zhixing.office.matters import acts
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Organ
from zhixing.regulations.documents.models import DocumentNumber, IssuedDocument
from zhixing.regulations.documents.workflow.issued_check import Changed, correct
from zhixing.regulations.documents.workflow.issued_out import number, prove, send, stamp


def fresh(document: IssuedDocument) -> IssuedDocument:
    return IssuedDocument.objects.select_related("matter", "number").get(pk=document.pk)


def changed(document: IssuedDocument, **texts: str) -> Changed:
    names = ("title", "main_to", "copied_to", "body", "annexes")
    return Changed(**{name: texts.get(name, getattr(document, name)) for name in names})


def test_no_number_before_issue_and_check_and_by_the_clerk(organ: Organ) -> None:
    """B9-06."""
    document = submitted(organ)
    with pytest.raises(Refusal) as refusal:
        number(document=fresh(document), series="温鹿经信", **who("E031"))
    assert facts(refusal) == ["办理人", "编号"]
    ready_to_check = signed(organ)
    with pytest.raises(Refusal) as refusal:
        number(document=ready_to_check, series="温鹿经信", **who("E010"))
    assert refusal.value.findings[0].found == "还没有复核"
    done = checked(organ)
    number(document=done, series="温鹿经信", **who("E010"))
    with pytest.raises(Refusal) as refusal:
        number(document=fresh(done), series="温鹿经信", **who("E010"))
    assert facts(refusal) == ["发文字号"]
    assert DocumentNumber.objects.count() == 1


def test_a_step_on_the_document_is_not_done_by_a_word_of_agreement(organ: Organ) -> None:
    document = checked(organ)
    with pytest.raises(Refusal) as refusal:
        agreed(document, "E010")
    assert (facts(refusal), refusal.value.findings[0].clause) == (["状态"], "09-2.4")
    assert fresh(document).state == "已签发"


def test_a_changed_figure_goes_back_to_the_signer_whatever_the_office_says(organ: Organ) -> None:
    """B9-07."""
    document = signed(organ)
    before = document.signed_digest
    text = changed(document, body=document.body.replace("42", "43"))
    correct(document=document, changed=text, content=False, reason="改正项目数", **who("E008"))
    again = fresh(document)
    assert (again.state, again.signed_digest, waiting(again), step(again)) == ("办理中", "", ["E001"], "签发")
    agreed(document, "E001")
    signed_again = fresh(document)
    assert (signed_again.state, waiting(document)) == ("已签发", ["E008"])
    assert signed_again.signed_digest not in ("", before)
    assert [one.number for one in document.versions.all()] == [1, 2]
    assert "43" in str(document.versions.get(number=2).content["body"])
    assert "42" in str(document.versions.get(number=1).content["body"])


def test_the_office_mends_a_slip_itself_and_nothing_after_the_number(organ: Organ) -> None:
    document = signed(organ)
    slip = changed(document, title=document.title.replace("复函", "函"))
    correct(document=document, changed=slip, content=False, reason="规范文种用语", **who("E008"))
    assert (fresh(document).state, waiting(document), fresh(document).version) == ("已签发", ["E008"], 2)
    with pytest.raises(Refusal) as refusal:
        correct(
            document=fresh(document),
            changed=changed(fresh(document)),
            content=False,
            reason="",
            **who("E010"),
        )
    assert facts(refusal) == ["办理人", "修改说明", "文稿"]
    agreed(document, "E008")
    number(document=fresh(document), series="温鹿经信", **who("E010"))
    with pytest.raises(Refusal) as refusal:
        correct(
            document=fresh(document), changed=changed(document, title="另一个标题"), content=False, reason="改标题",
            **who("E008"),
        )  # fmt: skip
    assert (facts(refusal), refusal.value.findings[0].clause) == (["状态"], "09-2.4")


def test_the_order_after_the_number_is_proof_seal_sending(organ: Organ) -> None:
    document = checked(organ)
    with pytest.raises(Refusal) as refusal:
        prove(document=document, **who("E031"))
    assert facts(refusal) == ["状态"]
    number(document=document, series="温鹿经信", **who("E010"))
    with pytest.raises(Refusal) as refusal:
        prove(document=fresh(document), **who("E010"))
    assert facts(refusal) == ["办理人"]
    prove(document=fresh(document), **who("E031"))
    with pytest.raises(Refusal) as refusal:
        stamp(document=fresh(document), seal=0, **who("E010"))
    assert facts(refusal) == ["印章"]
    with pytest.raises(Refusal) as refusal:
        send(document=fresh(document), **who("E010"))
    assert facts(refusal) == ["状态"]


def test_a_void_document_keeps_its_number_in_the_book(organ: Organ) -> None:
    """B9-09."""
    document = checked(organ)
    number(document=document, series="温鹿经信", **who("E010"))
    acts.void(matter=Matter.objects.get(pk=document.matter_id), text="内容有误", **who("E008"))
    book = DocumentNumber.objects.get()
    assert (fresh(document).state, book.state, book.void_reason) == ("已作废", "作废", "内容有误")
    other = checked(organ)
    number(document=other, series="温鹿经信", **who("E010"))
    assert str(fresh(other).number) == "温鹿经信〔2026〕2号"
    assert verify(organ.pk).sound


def test_the_same_press_numbers_once(organ: Organ) -> None:
    document = checked(organ)
    acting = who("E010")
    told = {number(document=fresh(document), series="温鹿经信", **acting).text() for _ in range(2)}
    assert (len(told), DocumentNumber.objects.count()) == (1, 1)


def test_a_corrected_address_still_follows_the_rules_of_addressing(organ: Organ) -> None:
    document = signed(organ, type="请示", form="文件", main_to="区政府", copied_to="")
    for main_to, found in (("区政府、区委", ["主送"]), ("", ["主送"]), ("某" * 101, ["主送、抄送"])):
        with pytest.raises(Refusal) as refusal:
            correct(
                document=fresh(document), changed=changed(document, main_to=main_to), content=False,
                reason="改主送", **who("E008"),
            )  # fmt: skip
        assert facts(refusal) == found


def test_the_form_of_minutes_is_for_minutes_alone(organ: Organ) -> None:
    """Minutes bear no seal: nothing else goes out without one."""
    with pytest.raises(Refusal) as refusal:
        submitted(organ, form="纪要", type="通知")
    assert facts(refusal) == ["格式"]
    assert submitted(organ, form="纪要", type="纪要").state == "办理中"
