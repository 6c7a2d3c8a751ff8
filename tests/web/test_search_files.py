"""What attached files say is found by whoever may open them, and by nobody else."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.files.papers import docx, pdf
from tests.web.attendance.desks import Desks, clock, post
from tests.web.bureau import STAFF, Bureau, build
from zhixing.files import disk
from zhixing.files.models import StoredFile
from zhixing.files.permission import may_open
from zhixing.organ.policy import viewer_of
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.policies import sees_certificate
from zhixing.search.index import rebuild
from zhixing.search.models import Document

MORNING = "2026-09-22 09:00"
SAYS, WORD = "建议静养两天不宜远行", "静养"
SICK = {
    "kind": "病假", "first": "2026-09-28", "first_half": "上午", "last": "2026-09-28", "last_half": "下午",
    "reason": "发热", "consent": "false",
}  # fmt: skip


@pytest.fixture
def desks(bureau: Bureau) -> Desks:
    return Desks(bureau)


def asked(desks: Desks, content: bytes, name: str = "病假单.pdf", act: str = "提交") -> Leave:
    with clock(MORNING):
        stand_in = str(desks.person("财务").pk)
        typed = SICK | {"stand_in": stand_in, "act": act, "certificate": SimpleUploadedFile(name, content)}
        assert post(desks.of("职员"), "/attendance/leave/new/", **typed).status_code == 302
    return Leave.objects.get()


def found(client: Client, words: str = WORD) -> tuple[int, list[str]]:
    """How many files are counted, and the excerpts shown."""
    answer = client.get("/search/", {"q": words, "kind": "附件"})
    count = next(kind.count for kind in answer.context["kinds"] if kind.name == "附件")
    return count, ["".join(piece.text for piece in hit.excerpt) for hit in answer.context["hits"]]


@pytest.mark.parametrize(("name", "make"), [("病假单.pdf", pdf), ("病假单.docx", docx)])
def test_a_word_within_a_file_leads_to_its_matter(desks: Desks, name: str, make: object) -> None:
    leave = asked(desks, make(SAYS), name)  # type: ignore[operator]
    with clock(MORNING):
        answer = desks.of("职员").get("/search/", {"q": WORD, "kind": "附件"})
    [hit] = answer.context["hits"]
    assert hit.address == f"/matters/{leave.matter_id}/"
    assert SAYS in "".join(piece.text for piece in hit.excerpt)


def test_it_is_found_and_counted_only_for_whoever_may_open_it(desks: Desks) -> None:
    asked(desks, pdf(SAYS))
    with clock(MORNING):
        counts = {role: found(desks.of(role)) for role in STAFF}
    assert {role for role, (count, _) in counts.items() if count} == {
        "职员",
        "局领导",
        "办公室",
        "办公室主任",
    }
    assert all(excerpts == [] for count, excerpts in counts.values() if not count)
    # neither do its words lead to the matter by another way
    with clock(MORNING):
        for role in STAFF:
            kinds = desks.of(role).get("/search/", {"q": WORD}).context["kinds"]
            assert sum(kind.count for kind in kinds) == counts[role][0]


def test_opening_and_searching_follow_the_same_rule(desks: Desks) -> None:
    leave = asked(desks, pdf(SAYS))
    stored = StoredFile.objects.get()
    day = leave.first
    assert day is not None
    for account in desks.bureau.accounts.values():
        viewer = viewer_of(account, day)
        assert may_open(viewer, stored) == sees_certificate(viewer, leave), account


def test_a_draft_is_found_by_its_author_only(desks: Desks) -> None:
    asked(desks, pdf(SAYS), act="保存草稿")
    with clock(MORNING):
        assert [role for role in STAFF if found(desks.of(role))[0]] == ["职员"]


def test_another_organ_finds_nothing(desks: Desks) -> None:
    asked(desks, pdf(SAYS))
    stranger = Client()
    stranger.force_login(build("ouhai-jx", "瓯海区经信局").accounts["办公室"])
    with clock(MORNING):
        assert found(stranger) == (0, [])


def test_a_file_without_a_record_is_found_by_nobody(desks: Desks) -> None:
    leave = asked(desks, pdf(SAYS))
    Leave.objects.filter(pk=leave.pk).update(certificate=None)
    with clock(MORNING):
        assert [role for role in STAFF if found(desks.of(role))[0]] == []


def test_the_index_is_made_anew_from_the_files_on_disk(desks: Desks) -> None:
    asked(desks, pdf(SAYS))
    Document.objects.filter(kind="附件").delete()
    with clock(MORNING):
        assert found(desks.of("职员"))[0] == 0
        assert rebuild()["附件"] == 1
        assert found(desks.of("职员"))[0] == 1


def test_a_file_that_is_gone_is_still_found_by_its_name(desks: Desks) -> None:
    asked(desks, pdf(SAYS))
    disk.place(StoredFile.objects.get().storage).unlink()
    rebuild()
    with clock(MORNING):
        assert found(desks.of("职员"))[0] == 0
        assert found(desks.of("职员"), "病假单")[0] == 1
