from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from tests.web.bureau import STAFF, Bureau
from tests.web.organ.conftest import SignIn
from zhixing.office.matters.models import Matter

SEARCH = "web:search"


def matter(bureau: Bureau, role: str, title: str, **more: object) -> Matter:
    return Matter.objects.create(
        organ=bureau.organ,
        regulation="attendance",
        procedure="请假",
        title=title,
        starter=bureau.person(role),
        created_at=datetime(2026, 11, 1, tzinfo=UTC),
        **{"state": "审批中", **more},
    )


def titles(client: Client, asked: str, kind: str = "事项") -> list[str]:
    hits = client.get(reverse(SEARCH), {"q": asked, "kind": kind}).context["hits"]
    return ["".join(piece.text for piece in hit.title) for hit in hits]


def test_staff_search_and_officers_do_not(bureau: Bureau, sign_in: SignIn) -> None:
    codes = {role: sign_in(role).get(reverse(SEARCH), {"q": "假"}).status_code for role in bureau.accounts}
    assert codes == {role: 200 if role in STAFF else 403 for role in bureau.accounts}


def test_one_and_two_character_words_find_a_matter(bureau: Bureau, sign_in: SignIn) -> None:
    matter(bureau, "职员", "林小满请事假", form={"事由": "去省城看病"})
    client = sign_in("办公室")
    assert [titles(client, asked) for asked in ("满", "事假", "省城 事假")] == [["林小满请事假"]] * 3


def test_a_matter_is_found_by_those_who_may_see_it_only(bureau: Bureau, sign_in: SignIn) -> None:
    matter(bureau, "财务", "孙小暑请年休假")
    found = [role for role in STAFF if titles(sign_in(role), "年休")]
    assert found == ["局领导", "局长", "办公室", "办公室主任", "财务"]
    counts = {
        kind.name: kind.count
        for kind in sign_in("职员").get(reverse(SEARCH), {"q": "孙小暑"}).context["kinds"]
    }
    assert counts["事项"] == 0


def test_a_draft_is_found_by_its_author_only(bureau: Bureau, sign_in: SignIn) -> None:
    matter(bureau, "财务", "孙小暑的草稿", state="草稿")
    assert [role for role in STAFF if titles(sign_in(role), "草稿")] == ["财务"]


def test_nothing_of_another_organ_is_found_or_counted(
    bureau: Bureau, elsewhere: Bureau, sign_in: SignIn
) -> None:
    matter(elsewhere, "职员", "瓯海的请假")
    context = sign_in("局长").get(reverse(SEARCH), {"q": "瓯海"}).context
    assert {kind.count for kind in context["kinds"]} == {0}
    people = sign_in("局长").get(reverse(SEARCH), {"q": "林小满"}).context
    assert {kind.name: kind.count for kind in people["kinds"] if kind.count} == {"人员": 1}


def test_people_are_found_by_name_letters_and_initials(bureau: Bureau, sign_in: SignIn) -> None:
    person = bureau.person("职员")
    person.pinyin = "linxiaoman lxm"
    person.save()
    client = sign_in("财务")
    assert [titles(client, asked, "人员") for asked in ("小", "linxiaoman", "LXM", "E001")][1:] == [
        ["林小满"]
    ] * 3


def test_clauses_of_the_law_book_are_found(bureau: Bureau, sign_in: SignIn) -> None:
    assert any("事假" in title for title in titles(sign_in("职员"), "事假", "条文"))


def test_what_a_person_typed_is_marked_and_never_becomes_markup(bureau: Bureau, sign_in: SignIn) -> None:
    matter(bureau, "职员", "<script>alert(1)</script>请假")
    text = sign_in("办公室").get(reverse(SEARCH), {"q": "script"}).content.decode()
    assert "&lt;<mark>script</mark>&gt;" in text
    assert "<script>alert" not in text


@pytest.mark.parametrize("asked", ["", " ", '"', "'; --", "%", "_", "\x00", "*", "请" * 500, "NEAR(", "\\"])
def test_nothing_a_person_types_breaks_the_page(asked: str, bureau: Bureau, sign_in: SignIn) -> None:
    assert sign_in("职员").get(reverse(SEARCH), {"q": asked, "page": "x", "kind": "没有"}).status_code == 200


def test_a_long_answer_comes_in_pages(bureau: Bureau, sign_in: SignIn) -> None:
    for number in range(17):
        matter(bureau, "职员", f"第{number}次请假")
    client = sign_in("办公室")
    pages = [
        len(client.get(reverse(SEARCH), {"q": "请假", "kind": "事项", "page": page}).context["hits"])
        for page in (1, 2)
    ]
    assert pages == [15, 2]
