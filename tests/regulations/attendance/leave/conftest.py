from __future__ import annotations

import pytest

from tests.regulations.attendance.leave.bureau import Bureau, build_bureau
from tests.regulations.attendance.leave.desk import Desk


@pytest.fixture
def bureau(db: None) -> Bureau:
    return build_bureau()


@pytest.fixture
def desk(bureau: Bureau) -> Desk:
    return Desk(bureau)
