from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache

from tests.api.calls import NOW, Calls
from tests.web.bureau import Bureau, build


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    """Tuesday, 1 September 2026, nine o'clock; nobody has asked anything yet in this minute."""
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def bureau(db: None) -> Bureau:
    return build()


@pytest.fixture
def other(db: None) -> Bureau:
    return build("ouhai-jx", "瓯海区经信局")


@pytest.fixture
def calls(bureau: Bureau) -> Calls:
    return Calls(bureau)
