"""The organ's own wording beside the edition's, clause by clause."""

from datetime import UTC, date, datetime

from django.test import Client
from django.urls import reverse

from tests.web.bureau import Bureau
from tests.web.organ.conftest import SignIn
from zhixing.organ.models import OwnValue
from zhixing.organ.texts import enter_texts

NOW = datetime(2026, 11, 20, 1, tzinfo=UTC)
CLAUSE, ISSUED = "02-1.2a", "本局工作人员请事假须先经批准。"


def enter(bureau: Bureau) -> None:
    enter_texts(
        organ=bureau.organ, number="02", texts={CLAUSE: ISSUED}, source="鹿经信〔2018〕5号", actor="办公室",
        at=NOW, key="录入",
    )  # fmt: skip


def regulation(client: Client) -> str:
    return client.get(reverse("web:regulation", args=["02"])).content.decode()


def clause(client: Client, number: str = CLAUSE) -> str:
    return client.get(reverse("web:clause", args=["02", number])).content.decode()


def test_without_it_the_page_says_so_and_shows_our_words(bureau: Bureau, sign_in: SignIn) -> None:
    client = sign_in("职员")
    assert "还没有录入本机关印发的原文" in regulation(client)
    assert "还没有录入本机关印发的原文" in clause(client)


def test_it_stands_beside_our_words_with_its_source(bureau: Bureau, sign_in: SignIn) -> None:
    enter(bureau)
    client = sign_in("职员")
    for page in (regulation(client), clause(client)):
        assert ISSUED in page
        assert "鹿经信〔2018〕5号" in page
    assert "还没有录入" in clause(client, "02-1.1a")
    assert "以原文为准" in regulation(client)


def test_another_organ_s_wording_is_not_shown(bureau: Bureau, elsewhere: Bureau, sign_in: SignIn) -> None:
    enter(elsewhere)
    assert ISSUED not in regulation(sign_in("职员"))


def test_the_organ_s_own_value_stands_in_the_clause(bureau: Bureau, sign_in: SignIn) -> None:
    OwnValue.objects.create(
        organ=bureau.organ, number="02", name="迟到宽限", text="5", unit="分", clause="02-1.1a", basis="会纪1号",
        reason="试行", since=date(2026, 1, 1), state="已确认", proposed_by=bureau.person("办公室主任"),
        proposed_at=NOW, decided_by=bureau.person("局长"), decided_at=NOW,
    )  # fmt: skip
    shown = sign_in("职员").get(reverse("web:clause", args=["02", "02-1.1a"])).context["shown"]
    own = {line.parameter.name: line.own for line in shown.parameters}
    assert own["迟到宽限"].text == "5"
    assert own["签到次数"] is None
