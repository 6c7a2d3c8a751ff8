from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.regulations.attendance.leave.bureau import Bureau, build_bureau
from tests.regulations.attendance.leave.desk import Desk, unexplained


@pytest.fixture
def bureau(db: None) -> Bureau:
    return build_bureau()


@pytest.fixture
def desk(bureau: Bureau) -> Iterator[Desk]:
    """Whatever a test does with it, the journal explains every row in the end."""
    yield Desk(bureau)
    assert unexplained(bureau.organ) == []
