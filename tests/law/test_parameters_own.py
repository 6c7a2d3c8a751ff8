"""An organ's own value has the type of the edition's."""

from fractions import Fraction

import pytest

from zhixing.law.document import Parameter
from zhixing.law.parameters import typed, typed_like
from zhixing.law.values import Value


@pytest.mark.parametrize(
    ("before", "unit", "text", "value"),
    [
        ("21.75", "天", "22", Fraction(22)),  # not 44 half-days
        ("21.75", "天", "20.83", Fraction(2083, 100)),
        ("13", "天", "15", 30),
        ("2:00", "小时", "2.5", 150),
        ("1/2", "比例", "1/3", Fraction(1, 3)),
    ],
)
def test_it_is_read_as_the_edition_s_value_is(before: str, unit: str, text: str, value: Value) -> None:
    edition = Parameter("某数", before, unit, "", typed(before, unit), "02-1", 1)
    assert typed_like(edition, text) == value
    assert type(typed_like(edition, text)) is type(typed(before, unit))
