from datetime import UTC, datetime

import pytest

from zhixing.files.carried import digests_of
from zhixing.files.store import keep
from zhixing.regulations.attendance.models import Leave

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_every_file_a_record_points_to_is_named_once() -> None:
    first, second = (
        keep(organ="鹿城经信", name="证明.txt", content=content.encode(), by="E001", at=NOW)
        for content in ("第一份", "第二份")
    )
    carrying = Leave(certificate=first, proof=second)
    assert digests_of([carrying, Leave(certificate=first), Leave()]) == sorted([first.digest, second.digest])
    assert digests_of([first]) == [first.digest]
    assert digests_of([]) == []
