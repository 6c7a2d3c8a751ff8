"""One matter on its page: the paper, the acts at hand, the trail with receipts that can be checked."""

import re

import pytest
from django.test import Client

from tests.web.attendance.desks import Desks, clock, post, text, words
from tests.web.bureau import Bureau, build
from zhixing.office.matters.models import Matter

MORNING, LATER = "2026-09-22 09:00", "2026-09-22 14:30"
RECEIPT = re.compile(r"lucheng-jx-\d{6}-[0-9a-f]{16}")
SICK = "腰椎间盘突出"


@pytest.fixture
def desks(bureau: Bureau) -> Desks:
    return Desks(bureau)


@pytest.fixture
def stranger(db: None) -> Client:
    client = Client()
    client.force_login(build("ouhai-jx", "瓯海区经信局").accounts["办公室"])
    return client


def asked(desks: Desks, **more: str) -> Matter:
    """A leave of three days: opinion of the leader in charge, then the chief."""
    typed = {
        "kind": "事假",
        "first": "2026-09-28",
        "first_half": "上午",
        "last": "2026-09-30",
        "last_half": "下午",
        "reason": "家中有事",
        "stand_in": str(desks.person("财务").pk),
        "act": "提交",
    }
    with clock(MORNING):
        assert post(desks.of("职员"), "/attendance/leave/new/", **typed | more).status_code == 302
    return Matter.objects.get()


def page(desks: Desks, role: str, matter: Matter, when: str = LATER) -> str:
    with clock(when):
        return words(desks.of(role).get(f"/matters/{matter.pk}/"))


def act(desks: Desks, role: str, matter: Matter, **typed: str) -> None:
    with clock(LATER):
        assert post(desks.of(role), f"/matters/{matter.pk}/act/", **typed).status_code == 302


def test_the_page_is_the_paper_form(desks: Desks) -> None:
    shown = page(desks, "局领导", asked(desks))
    for part in (
        "请（休）假审批表",
        "姓名 林小满",
        "假别 事假",
        "天数 3天",
        "工作代理人 孙小暑",
        "分管局长签署意见",
    ):
        assert part in shown


def test_an_agreement_without_words_reads_as_one_on_the_paper(desks: Desks) -> None:
    matter = asked(desks)
    act(desks, "局领导", matter, act="同意")
    assert "分管局长签署意见 同意 郑清明 2026年9月22日" in page(desks, "局长", matter)


def test_it_says_on_whose_desk_it_lies_and_since_when(desks: Desks) -> None:
    assert "郑清明 办理中 分管局长签署意见 2026-09-22 09:00 送达，已等 5小时" in page(
        desks, "职员", asked(desks)
    )


def test_the_trail_gives_receipts_that_stand_the_check(desks: Desks) -> None:
    shown = page(desks, "职员", asked(desks))
    receipt = RECEIPT.search(shown)
    assert receipt is not None
    with clock(LATER):
        told = words(desks.of("职员").get("/receipts/", {"receipt": receipt.group()}))
        wrong = words(desks.of("职员").get("/receipts/", {"receipt": receipt.group()[:-4] + "0000"}))
    assert "回执与日志相符" in told
    assert "回执与日志不符" in wrong


def test_nobody_urges_a_matter_that_lies_on_the_own_desk(desks: Desks) -> None:
    matter = asked(desks)
    assert 'value="催办"' not in raw(desks, "局领导", matter)
    assert 'value="催办"' in raw(desks, "职员", matter)


def test_illness_is_read_by_who_decides_and_not_by_others_in_charge(desks: Desks) -> None:
    matter = asked(desks, kind="病假", consent="false", reason=SICK)
    for role, seen in (("局领导", True), ("职员", True), ("办公室", True)):
        assert (SICK in page(desks, role, matter)) is seen, role
    with clock(LATER):
        assert desks.of("财务").get(f"/matters/{matter.pk}/").status_code == 404


def test_a_withdrawn_matter_leads_back_to_its_form(desks: Desks) -> None:
    matter = asked(desks)
    act(desks, "职员", matter, act="撤回")
    assert "修改后再提交" in page(desks, "职员", matter)
    assert "修改后再提交" not in page(desks, "局长", matter)


def test_a_stranger_finds_no_matter(desks: Desks, stranger: Client) -> None:
    matter = asked(desks)
    assert stranger.get(f"/matters/{matter.pk}/").status_code == 404


def raw(desks: Desks, role: str, matter: Matter) -> str:
    with clock(LATER):
        return text(desks.of(role).get(f"/matters/{matter.pk}/"))
