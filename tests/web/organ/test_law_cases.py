from datetime import UTC, datetime

from django.urls import reverse

from tests.web.bureau import Bureau
from tests.web.organ.conftest import SignIn
from zhixing.office.matters.models import Matter, Step

CLAUSE = "02-1.2a"
AT = datetime(2026, 11, 2, tzinfo=UTC)


def ruled(bureau: Bureau, role: str, number: int) -> Matter:
    """A matter whose ruling cites one clause and whose route stands on another."""
    matter = Matter.objects.create(
        organ=bureau.organ, regulation="attendance", procedure="请假", title=f"第{number}次请事假",
        starter=bureau.person(role), created_at=AT, submitted_at=AT, state="审批中",
        ruling={"because": [{"clause": CLAUSE, "cite": "一、2 事假", "text": ""}]},
    )  # fmt: skip
    Step.objects.create(
        organ=bureau.organ, matter=matter, order=0, name="备案", post="办公室", clause="02-1.6b"
    )
    matter.save()
    return matter


def cases(bureau: Bureau, sign_in: SignIn, role: str, clause: str = CLAUSE) -> list[str]:
    page = sign_in(role).get(reverse("web:clause", args=["02", clause])).context["page"]
    return [matter.title for matter in page.object_list]


def test_a_clause_lists_the_cases_that_rest_on_it_by_ruling_or_by_route(
    bureau: Bureau, sign_in: SignIn
) -> None:
    ruled(bureau, "职员", 1)
    assert cases(bureau, sign_in, "办公室") == ["第1次请事假"]
    assert cases(bureau, sign_in, "办公室", "02-1.6b") == ["第1次请事假"]
    assert cases(bureau, sign_in, "办公室", "02-1.4") == []


def test_only_cases_one_may_see_are_listed_and_counted(
    bureau: Bureau, elsewhere: Bureau, sign_in: SignIn
) -> None:
    ruled(bureau, "职员", 1)
    ruled(bureau, "财务", 2)
    ruled(elsewhere, "职员", 3)
    assert cases(bureau, sign_in, "职员") == ["第1次请事假"]
    counts = {
        role: {shown.clause.id: number for shown, number, _ in response.context["clauses"]}[CLAUSE]
        for role in ("职员", "财务", "办公室", "纪检")
        for response in [sign_in(role).get(reverse("web:regulation", args=["02"]))]
    }
    assert counts == {"职员": 1, "财务": 1, "办公室": 2, "纪检": 0}
