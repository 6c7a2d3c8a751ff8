"""Every URL, every role: the declared table is exactly what happens (S2)."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from zhixing.web.access import ACCESS


def names(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from names(pattern.url_patterns, inner)
        elif pattern.name:
            yield prefix + pattern.name
        else:
            yield f"{prefix}<unnamed {pattern.pattern}>"


MOUNTED = sorted(set(names(get_resolver().url_patterns)))


@pytest.mark.parametrize("name", MOUNTED)
def test_every_page_is_declared(name: str) -> None:
    assert name in ACCESS


def test_nothing_is_declared_that_is_not_there() -> None:
    assert set(ACCESS) - set(MOUNTED) == set()
