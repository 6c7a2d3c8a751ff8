from datetime import UTC, datetime

import pytest

from tests.people import build_people
from zhixing.organ.models import Organ

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


@pytest.fixture
def organ(db: None) -> Organ:
    return build_people(NOW)
