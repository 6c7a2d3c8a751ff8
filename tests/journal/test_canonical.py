import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.digests import digest
from zhixing.digests.choose import ABC
from zhixing.digests.sm3 import sm3_hex
from zhixing.journal.canonical import canonical, instant

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@given(values)
def test_canonical_text_says_exactly_the_value(value: object) -> None:
    assert json.loads(canonical(value)) == value


@given(st.dictionaries(texts, st.integers(), min_size=2, max_size=6))
def test_the_order_of_keys_does_not_matter(value: dict[str, int]) -> None:
    assert canonical(dict(reversed(value.items()))) == canonical(value)


@given(values, values)
def test_two_values_share_a_text_only_when_they_are_equal(one: object, other: object) -> None:
    same = canonical(one) == canonical(other)
    assert same == (json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True))


def test_canonical_text_has_no_spaces_and_chinese_as_it_is() -> None:
    assert canonical({"b": [1, "甲"], "a": None}) == '{"a":null,"b":[1,"甲"]}'


def test_an_instant_is_utc_with_microseconds() -> None:
    at = datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=8)))
    assert instant(at) == "2026-03-02T01:00:00.000000Z"
    assert instant(at.astimezone(UTC)) == instant(at)


def test_an_instant_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        instant(datetime(2026, 3, 2, 9, 0))  # noqa: DTZ001 -- what is refused


def test_sm3_gives_the_values_of_the_standard() -> None:
    """GB/T 32905-2016, appendix A."""
    assert sm3_hex(b"abc") == ABC
    assert sm3_hex(b"abcd" * 16) == "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"


@given(st.binary(max_size=200))
def test_both_makings_of_sm3_agree(content: bytes) -> None:
    assert digest("sm3", content) == sm3_hex(content)


def test_sha256_is_the_library_s() -> None:
    assert digest("sha256", b"abc") == hashlib.sha256(b"abc").hexdigest()


def test_an_unknown_algorithm_is_refused() -> None:
    with pytest.raises(ValueError, match="md5"):
        digest("md5", b"")
