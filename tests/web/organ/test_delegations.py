from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.web.bureau import Bureau
from tests.web.organ.conftest import SignIn
from zhixing.organ.models import Delegation

LIST = "web:organ_delegations"
NEW = "web:organ_delegation_new"


def give(client: Client, to: int, **more: object) -> int:
    typed = {
        "key": str(uuid4()),
        "receiver": to,
        "since": "2099-01-05",
        "until": "2099-01-09",
        "kinds": ["请假"],
        "basis": "局长办公会决定",
    }
    return client.post(reverse(NEW), typed | more).status_code


def test_whoever_has_approvals_to_entrust_may_give_them(bureau: Bureau, sign_in: SignIn) -> None:
    may = [role for role in bureau.accounts if sign_in(role).get(reverse(NEW)).status_code == 200]
    assert may == ["科室负责人", "局领导", "局长", "办公室主任", "纪检"]


def test_a_leader_gives_whole_days_and_takes_them_back(bureau: Bureau, sign_in: SignIn) -> None:
    client = sign_in("局领导")
    assert give(client, bureau.person("科室负责人").pk) == 302
    given = Delegation.objects.get()
    assert (given.giver, given.receiver, given.kinds) == (
        bureau.person("局领导"),
        bureau.person("科室负责人"),
        ["请假"],
    )
    # Shanghai is eight hours ahead
    assert given.since == datetime(2099, 1, 4, 16, tzinfo=UTC)
    assert given.until == datetime(2099, 1, 9, 15, 59, 59, tzinfo=UTC)
    assert "未生效" in client.get(reverse(LIST)).content.decode()
    back = reverse("web:organ_delegation_revoke", args=[given.pk])
    assert client.post(back, {"key": str(uuid4())}).status_code == 302
    given.refresh_from_db()
    assert given.revoked_at is not None
    assert "已收回" in client.get(reverse(LIST)).content.decode()


def test_no_one_but_the_giver_takes_it_back(bureau: Bureau, sign_in: SignIn) -> None:
    give(sign_in("局领导"), bureau.person("科室负责人").pk)
    back = reverse("web:organ_delegation_revoke", args=[Delegation.objects.get().pk])
    codes = {
        role: sign_in(role).post(back, {"key": str(uuid4())}).status_code
        for role in ("科室负责人", "局长", "职员", "系统管理员")
    }
    assert codes == {"科室负责人": 422, "局长": 422, "职员": 404, "系统管理员": 403}
    assert Delegation.objects.get().revoked_at is None


def test_it_is_not_passed_on(bureau: Bureau, sign_in: SignIn) -> None:
    give(sign_in("局领导"), bureau.person("科室负责人").pk)
    assert give(sign_in("科室负责人"), bureau.person("职员").pk) == 422
    assert Delegation.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"receiver": ""},
        {"receiver": "999999"},
        {"until": "2098-12-31"},
        {"until": "明天"},
        {"basis": " "},
        {"kinds": ["没有这项"]},
        {"key": "不是"},
    ],
)
def test_what_is_typed_wrong_is_refused_and_kept(
    wrong: dict[str, object], bureau: Bureau, sign_in: SignIn
) -> None:
    client = sign_in("局领导")
    assert give(client, bureau.person("职员").pk, **wrong) == 422
    assert not Delegation.objects.exists()


def test_nobody_of_another_organ_can_be_chosen_or_seen(
    bureau: Bureau, elsewhere: Bureau, sign_in: SignIn
) -> None:
    client = sign_in("局长")
    assert give(client, elsewhere.person("职员").pk) == 422
    other = Delegation.objects.create(
        organ=elsewhere.organ,
        number="授权〔2026〕9号",
        giver=elsewhere.person("局长"),
        receiver=elsewhere.person("职员"),
        since=datetime(2026, 1, 1, tzinfo=UTC),
        until=datetime(2099, 1, 1, tzinfo=UTC),
        basis="文件",
    )
    assert "授权〔2026〕9号" not in client.get(reverse(LIST)).content.decode()
    back = reverse("web:organ_delegation_revoke", args=[other.pk])
    assert client.post(back, {"key": str(uuid4())}).status_code == 404


def test_one_sees_the_own_delegations_and_the_office_all(bureau: Bureau, sign_in: SignIn) -> None:
    give(sign_in("局领导"), bureau.person("科室负责人").pk)
    sees = [
        role
        for role in ("职员", "科室负责人", "局领导", "局长", "办公室", "财务")
        if "授权〔" in sign_in(role).get(reverse(LIST)).content.decode()
    ]
    assert sees == ["科室负责人", "局领导", "局长", "办公室"]
