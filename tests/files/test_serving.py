from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from tests.web.bureau import Bureau, build
from zhixing.files import disk, permission
from zhixing.files.kinds import KINDS
from zhixing.files.models import StoredFile
from zhixing.files.serving import NotThere, headers, serve
from zhixing.files.store import Tampered, keep
from zhixing.office.matters.models import Matter
from zhixing.organ.policy import Viewer, viewer_of
from zhixing.regulations.attendance.models import Leave

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


@pytest.fixture
def bureau() -> Bureau:
    return build()


@pytest.fixture
def everybody() -> Iterator[None]:
    """A rule that allows every file, as long as the test lasts."""
    before = list(permission._rules)
    permission.register(lambda *_: True)
    yield
    permission._rules[:] = before


def viewer(bureau: Bureau, role: str = "职员") -> Viewer:
    return viewer_of(bureau.accounts[role], date(2026, 3, 2))


def kept(bureau: Bureau, name: str = "病历 “复查”.txt") -> StoredFile:
    return keep(organ=bureau.organ.pk, name=name, content="门诊病历".encode(), by="E001 林小满", at=NOW)


def test_what_no_rule_allows_is_not_there(bureau: Bureau) -> None:
    with pytest.raises(NotThere):
        serve(viewer(bureau), kept(bureau).pk)


def test_a_file_of_another_organ_is_not_there_whatever_the_rules_say(bureau: Bureau, everybody: None) -> None:
    other = build("ouhai-jx", "瓯海区经信局")
    stored = kept(bureau)
    assert serve(viewer(bureau), stored.pk).content == "门诊病历".encode()
    with pytest.raises(NotThere):
        serve(viewer(other), stored.pk)


def test_a_number_without_a_file_is_not_there(bureau: Bureau, everybody: None) -> None:
    with pytest.raises(NotThere):
        serve(viewer(bureau), 4711)


def test_a_certificate_is_opened_by_the_person_and_the_office_and_nobody_else(bureau: Bureau) -> None:
    stored = kept(bureau)
    matter = Matter.objects.create(
        organ=bureau.organ, regulation="attendance", procedure="请假", title="病假", starter=bureau.person("职员"),
        created_at=NOW, state="审批中",
    )  # fmt: skip
    Leave.objects.create(
        organ=bureau.organ, matter=matter, person=bureau.person("职员"), kind="病假", certificate=stored
    )
    opened = {role for role in bureau.accounts if permission.may_open(viewer(bureau, role), stored)}
    assert opened == {"职员", "办公室", "办公室主任"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_saved_and_never_shown_in_the_page(kind: str) -> None:
    stored = StoredFile(pk=7, organ="a", name=f"病历 “复查”;\r\n.{kind}", kind=kind, size=3)
    given = headers(stored)
    assert given["Content-Disposition"] == (
        f'attachment; filename="7.{kind}"; '
        f"filename*=UTF-8''%E7%97%85%E5%8E%86%20%E2%80%9C%E5%A4%8D%E6%9F%A5%E2%80%9D%3B%0D%0A.{kind}"
    )
    assert given["X-Content-Type-Options"] == "nosniff"
    assert given["Content-Security-Policy"].startswith("sandbox")
    assert given["Cache-Control"] == "private, no-store"
    assert "html" not in given["Content-Type"]
    assert "svg" not in given["Content-Type"]


def test_a_swapped_byte_is_not_served_and_raises_the_alarm(
    bureau: Bureau, everybody: None, caplog: pytest.LogCaptureFixture
) -> None:
    stored = kept(bureau)
    disk.place(stored.storage).write_bytes("门诊病厉".encode())
    with pytest.raises(Tampered):
        serve(viewer(bureau), stored.pk)
    [record] = caplog.records
    assert (record.name, record.levelname) == ("zhixing.alarm", "CRITICAL")
