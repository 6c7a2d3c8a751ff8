from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.web.bureau import STAFF, Bureau
from tests.web.organ.conftest import SignIn
from zhixing.organ.models import OwnValue
from zhixing.organ.parameters import own_values
from zhixing.regulations import shelf

NAME = "婚假天数"
PAGE = "web:organ_parameter"


def test_every_number_of_every_regulation_stands_with_its_clause(bureau: Bureau, sign_in: SignIn) -> None:
    response = sign_in("职员").get(reverse("web:organ_parameters"))
    parts = response.context["parts"]
    assert [part.edition.number for part in parts] == [each.number for each in shelf.all()]
    assert all(line.cite for part in parts for line in part.lines)


def test_before_any_regulation_was_in_force_there_is_none(bureau: Bureau, sign_in: SignIn) -> None:
    response = sign_in("职员").get(reverse("web:organ_parameters"), {"on": "1990-01-01"})
    assert (response.status_code, response.context["parts"]) == (200, [])


def test_staff_read_them(bureau: Bureau, sign_in: SignIn) -> None:
    address = reverse("web:organ_parameters")
    assert [role for role in bureau.accounts if sign_in(role).get(address).status_code == 200] == list(STAFF)


def typed(act: str = "提请", **more: object) -> dict[str, object]:
    since = (timezone.localdate() + timedelta(days=5)).isoformat()
    return {
        "key": str(uuid4()), "act": act, "text": "15", "since": since, "basis": "会纪〔2026〕9号", "reason": "省里调整",
    } | more  # fmt: skip


def send(client: Client, name: str = NAME, **more: str) -> int:
    return client.post(reverse("web:organ_parameter_propose", args=["02", name]), typed(**more)).status_code


def settle(client: Client, act: str = "确认", opinion: str = "") -> int:
    row = OwnValue.objects.latest("pk")
    address = reverse("web:organ_parameter_decide", args=[row.pk])
    return client.post(address, {"key": str(uuid4()), "act": act, "opinion": opinion}).status_code


def test_the_head_of_the_office_proposes_and_leaders_decide(bureau: Bureau, sign_in: SignIn) -> None:
    proposes = [role for role in bureau.accounts if send(sign_in(role), act="看改动") != 403]
    assert proposes == ["办公室主任"]
    assert send(sign_in("办公室主任")) == 302
    codes = {role: settle(sign_in(role), "不同意") for role in bureau.accounts}
    # every leader reaches the page's act; only the one in charge is not refused, and he owes a reason
    assert {role for role, code in codes.items() if code != 403} == {"局领导", "局长", "纪检"}
    assert OwnValue.objects.get().state == "待确认"


def test_a_proposal_is_looked_at_sent_confirmed_and_shown(bureau: Bureau, sign_in: SignIn) -> None:
    head = sign_in("办公室主任")
    address = reverse("web:organ_parameter_propose", args=["02", NAME])
    looked = head.post(address, typed("看改动"))
    assert (looked.status_code, looked.context["effect"].after) == (200, "15")
    assert not OwnValue.objects.exists()
    assert send(head) == 302
    listed = sign_in("职员").get(reverse("web:organ_parameters"))
    assert [row.name for row in listed.context["waiting"]] == [NAME]
    chief = sign_in("局长")
    assert [row.name for row in chief.get(reverse("web:desk")).context["values"]] == [NAME]
    assert not sign_in("局领导").get(reverse("web:desk")).context["values"]
    assert chief.get(reverse(PAGE, args=["02", NAME])).context["may_decide"]
    assert settle(chief) == 302
    row = OwnValue.objects.get()
    assert own_values(bureau.organ.pk, "02").on(row.since)[NAME].text == "15"
    later = sign_in("职员").get(reverse("web:organ_parameters"), {"on": row.since.isoformat()})
    lines = {line.parameter.name: line for part in later.context["parts"] for line in part.lines}
    assert (lines[NAME].shown, lines[NAME].own.since) == ("15", row.since)


def test_a_refused_proposal_keeps_what_was_typed(bureau: Bureau, sign_in: SignIn) -> None:
    address = reverse("web:organ_parameter_propose", args=["02", NAME])
    answer = sign_in("办公室主任").post(address, typed(text="400"))
    assert answer.status_code == 422
    assert "不超过366天" in answer.content.decode()
    assert "会纪〔2026〕9号" in answer.content.decode()


@pytest.mark.parametrize("act", ["看改动", "提请"])
def test_nothing_typed_is_said_at_the_fields(act: str, bureau: Bureau, sign_in: SignIn) -> None:
    address = reverse("web:organ_parameter_propose", args=["02", NAME])
    answer = sign_in("办公室主任").post(address, {"key": str(uuid4()), "act": act})
    assert (answer.status_code, set(answer.context["form"].errors)) == (
        422,
        {"text", "since", "basis", "reason"},
    )


def test_what_the_text_says_has_no_form(bureau: Bureau, sign_in: SignIn) -> None:
    answer = sign_in("办公室主任").get(reverse(PAGE, args=["02", "一般人员限"]))
    assert answer.context["form"] is None
    assert "换用新版本" in answer.content.decode()


def test_whoever_proposed_takes_it_back(bureau: Bureau, sign_in: SignIn) -> None:
    head = sign_in("办公室主任")
    send(head)
    address = reverse("web:organ_parameter_withdraw", args=[OwnValue.objects.get().pk])
    assert head.post(address, {"key": str(uuid4())}).status_code == 302
    assert OwnValue.objects.get().state == "已撤回"


def test_another_organ_neither_sees_nor_decides_it(
    bureau: Bureau, elsewhere: Bureau, sign_in: SignIn
) -> None:
    send(sign_in("办公室主任"))
    stranger = Client()
    stranger.force_login(
        elsewhere.accounts["局长"], backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    assert settle(stranger) == 404
    assert not stranger.get(reverse("web:organ_parameters")).context["waiting"]


@pytest.mark.parametrize(("number", "name"), [("02", "没有"), ("99", NAME)])
def test_a_number_that_is_not_there_has_no_page(
    number: str, name: str, bureau: Bureau, sign_in: SignIn
) -> None:
    assert sign_in("职员").get(reverse(PAGE, args=[number, name])).status_code == 404
