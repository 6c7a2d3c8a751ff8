"""发文 (09-2): from the draft to the addressee; nothing is numbered before it is signed, nothing changed after."""

from __future__ import annotations

from datetime import date

import pytest

from tests.regulations.documents.issuing import (
    NOW,
    agreed,
    basis,
    letter,
    section,
    step,
    submitted,
    waiting,
    who,
)
from tests.regulations.documents.receiving import facts, viewer
from tests.regulations.seals.cabinet import Cabinet
from zhixing.files.models import StoredFile
from zhixing.journal.verify import verify
from zhixing.law.refusal import Refusal
from zhixing.organ.models import Delegation, Holding, Organ, Person
from zhixing.organ.policy import visible
from zhixing.regulations.documents.models import IssuedDocument
from zhixing.regulations.documents.workflow.filing_sources import ready
from zhixing.regulations.documents.workflow.issued_draft import draft_document, submit_document
from zhixing.regulations.documents.workflow.issued_out import number, prove, receipt, send, stamp
from zhixing.regulations.documents.workflow.issued_request import typed_in
from zhixing.regulations.seals.models import SealUse

OTHERS = ("经济运行科", "信息化科")  # led by E003 and E004


def fresh(document: IssuedDocument) -> IssuedDocument:
    return IssuedDocument.objects.select_related("matter", "number").get(pk=document.pk)


def test_a_reply_that_three_leaders_sign_goes_out_sealed_and_received(organ: Organ) -> None:
    cabinet = Cabinet(organ, at=NOW)
    seal = cabinet.seal()
    document = submitted(organ, *OTHERS)
    assert (waiting(document), step(document)) == (["E030"], "审核")
    agreed(document, "E030")
    assert (waiting(document), step(document)) == (["E005"], "审签")
    agreed(document, "E005")
    assert (waiting(document), step(document)) == (["E003", "E004"], "会签")
    agreed(document, "E004")
    assert waiting(document) == ["E003"]
    agreed(document, "E003")
    assert (waiting(document), step(document)) == (["E001"], "签发")
    agreed(document, "E001")
    assert (fresh(document).state, fresh(document).signers) == ("已签发", "林启衡")
    agreed(document, "E008")
    number(document=fresh(document), series="温鹿经信函", **who("E010"))
    assert str(fresh(document).number) == "温鹿经信函〔2026〕1号"
    prove(document=fresh(document), **who("E031"))
    assert waiting(document) == ["E010", "E011"]
    stamp(document=fresh(document), seal=seal.pk, **who("E011", minutes=60))
    use = SealUse.objects.get()
    assert (use.document_number, use.copies, use.digest) == (
        "温鹿经信函〔2026〕1号",
        3,
        fresh(document).sealed_digest,
    )
    assert use.matter is None
    send(document=fresh(document), **who("E010", minutes=60))
    ended = fresh(document)
    assert (ended.state, ended.matter.state) == ("已分发", "已办结")
    assert [one.recipient for one in ended.distributions.all()] == ["市经信局", "区政府办公室"]
    first = ended.distributions.get(recipient="市经信局")
    receipt(
        distribution=first, received_by="市局文书", received_on=date(2026, 11, 23), **who("E010", minutes=60)
    )
    with pytest.raises(Refusal) as refusal:
        receipt(distribution=first, received_by="", received_on=date(2027, 1, 1), **who("E031", minutes=60))
    assert facts(refusal) == ["办理人", "签收日期", "签收人", "签收"]
    assert [one.source for one in ready(section("企业服务科"), 2026)] == [f"发文:{document.pk}"]
    assert verify(organ.pk).sound


def test_everything_missing_from_a_draft_is_said_at_once_and_nothing_stays_behind(organ: Organ) -> None:
    empty = letter(title="", body=" ", type="", main_to="", disclosure="不予公开", section=None, copies=0)
    with pytest.raises(Refusal) as refusal:
        submit_document(request=empty, **who("E031"))
    assert facts(refusal) == ["标题", "正文", "拟稿科室", "文种", "不予公开的理由", "印数", "依据文件"]
    assert {one.clause for one in refusal.value.findings} == {"09-2.1", "09-2.2"}
    assert not IssuedDocument.objects.exists()


@pytest.mark.parametrize(
    ("kind", "main_to", "found"),
    [
        ("请示", "区政府、市经信局", ["主送"]),
        ("请示", "区政府", []),
        ("通知", "", ["主送"]),
        ("通告", "", []),
    ],
)
def test_a_request_for_instructions_has_one_addressee(
    organ: Organ, kind: str, main_to: str, found: list[str]
) -> None:
    request = letter(type=kind, main_to=main_to, form="文件")
    if not found:
        assert submit_document(request=request, files=[basis(organ)], **who("E031")).state == "办理中"
        return
    with pytest.raises(Refusal) as refusal:
        submit_document(request=request, files=[basis(organ)], **who("E031"))
    assert facts(refusal) == found


def test_a_draft_is_kept_changed_and_seen_by_nobody_else(organ: Organ) -> None:
    document = draft_document(request=letter(title=""), **who("E031"))
    again = draft_document(request=letter("信息化科"), document=document, files=[basis(organ)], **who("E031"))
    assert (again.pk, again.version, again.state) == (document.pk, 2, "草稿")
    assert [one.name for one in typed_in(again).touched] == ["信息化科"]
    people = {one.number: one for one in Person.objects.all()}
    seen = {
        one: visible(viewer(people[one]), IssuedDocument).count() for one in ("E031", "E030", "E010", "E001")
    }
    assert seen == {"E031": 1, "E030": 0, "E010": 0, "E001": 0}
    assert StoredFile.objects.count() == 1


def test_the_own_portfolio_alone_needs_no_countersignature(organ: Organ) -> None:
    document = submitted(organ, "企业服务科")
    acts_of = list(document.matter.steps.values_list("act", flat=True))
    assert acts_of == ["审核", "审签", "签发", "复核", "编号", "校对", "用印", "分发"]


def test_it_is_not_signed_while_a_countersignature_is_open(organ: Organ) -> None:
    document = submitted(organ, *OTHERS)
    agreed(document, "E030")
    agreed(document, "E005")
    agreed(document, "E003")
    with pytest.raises(Refusal):
        agreed(document, "E001")
    assert (fresh(document).state, waiting(document)) == ("办理中", ["E004"])


def test_the_party_groups_name_is_signed_by_the_secretary_and_both_names_once_by_one_person(
    organ: Organ,
) -> None:
    """B9-05."""
    both = submitted(organ, name="联合")
    issuing = both.matter.steps.filter(act="签发")
    assert [(one.label, one.merged) for one in issuing] == [("党组书记签发", ["局长签发"])]
    Holding.objects.filter(post="党组书记").update(person=Person.objects.get(number="E002"))
    two = submitted(organ, name="联合")
    assert list(two.matter.steps.filter(act="签发").values_list("label", flat=True)) == [
        "党组书记签发",
        "局长签发",
    ]
    party = submitted(organ, name="党组")
    assert [one["person"] for one in party.matter.steps.get(act="签发").bearers] == [
        Person.objects.get(number="E002").pk
    ]


def test_a_deputy_signs_only_with_the_chiefs_written_charge(organ: Organ) -> None:
    """B9-04."""
    chief, deputy = (Person.objects.get(number=one) for one in ("E001", "E002"))
    given = Delegation.objects.create(
        organ=organ, number="委〔2026〕1号", giver=chief, receiver=deputy, kinds=["发文"], since=NOW,
        until=NOW.replace(month=12), basis="出差",
    )  # fmt: skip
    with pytest.raises(Refusal) as refusal:
        submitted(organ)
    assert facts(refusal) == ["签发人"]
    assert refusal.value.findings[0].clause == "09-2.3"
    Holding.objects.create(
        organ=organ, person=deputy, post="主持工作", since=date(2026, 11, 1), basis="局长书面委托"
    )
    document = submitted(organ)
    signer = document.matter.steps.get(act="签发").bearers[0]
    assert (signer["person"], signer["delegation"]) == (deputy.pk, given.pk)


def test_who_sees_it_once_it_went_up(organ: Organ) -> None:
    document = submitted(organ)
    people = {one.number: one for one in Person.objects.all()}
    seen = {
        one: visible(viewer(people[one]), IssuedDocument).count()
        for one in ("E031", "E030", "E005", "E010", "E001", "E024")
    }
    assert seen == {"E031": 1, "E030": 1, "E005": 1, "E010": 1, "E001": 1, "E024": 0}
    other = Organ.objects.create(
        key="other", name="别的局", short_name="别局", code_word="别", digest="SM3", created_at=NOW
    )
    stranger = Person(organ=other, number="E031", name="旁人")
    stranger.organ_id = other.pk
    assert not IssuedDocument.objects.filter(organ=other).exists()
    with pytest.raises(Refusal) as refusal:
        prove(
            document=document,
            actor=Person.objects.create(organ=other, number="X1", name="旁人"),
            at=NOW,
            key="x",
        )
    assert "办理人" in facts(refusal)


@pytest.mark.parametrize(("main_to", "seen"), [("各科室、下属单位", 1), ("信息化科", 1), ("市经信局", 0)])
def test_a_document_sent_to_all_sections_is_seen_in_each(organ: Organ, main_to: str, seen: int) -> None:
    seal = Cabinet(organ, at=NOW).seal()
    document = submitted(organ, type="通知", form="文件", main_to=main_to, copied_to="")
    reader = Person.objects.get(number="E028")  # of 信息化科, which has no part in it
    assert visible(viewer(reader), IssuedDocument).count() == 0
    while step(document) != "编号":
        agreed(document, waiting(document)[0])
    number(document=fresh(document), series="温鹿经信", **who("E010"))
    prove(document=fresh(document), **who("E031"))
    stamp(document=fresh(document), seal=seal.pk, **who("E011", minutes=60))
    send(document=fresh(document), **who("E010", minutes=60))
    assert visible(viewer(reader), IssuedDocument).count() == seen
