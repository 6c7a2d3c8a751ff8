import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.search.marks import excerpt, marked


def hits(text: str, *phrases: str) -> list[str]:
    return [piece.text for piece in marked(text, phrases) if piece.hit]


@given(st.text(max_size=40), st.lists(st.text(alphabet="请假ab", min_size=1, max_size=3), max_size=3))
def test_marking_never_changes_a_text(text: str, phrases: list[str]) -> None:
    assert "".join(piece.text for piece in marked(text, phrases)) == text


@pytest.mark.parametrize(
    ("text", "phrases", "found"),
    [
        ("贺兰亭请事假", ["事假"], ["事假"]),
        ("ＡＢ科的Ab", ["ab"], ["ＡＢ", "Ab"]),
        ("㈠请假", ["(一)"], ["㈠"]),
        ("请假期限", ["请假", "假期"], ["请假期"]),
        ("请假", ["外出"], []),
    ],
)
def test_what_was_asked_for_is_marked_as_it_stands(text: str, phrases: list[str], found: list[str]) -> None:
    assert hits(text, *phrases) == found


def test_an_excerpt_shows_the_words_in_the_middle_of_a_long_text() -> None:
    pieces = excerpt("前" * 100 + "看病" + "后" * 100, ["看病"])
    assert "".join(piece.text for piece in pieces) == "…" + "前" * 30 + "看病" + "后" * 30 + "…"
    assert [piece.text for piece in pieces if piece.hit] == ["看病"]


def test_a_text_without_the_words_has_no_excerpt() -> None:
    assert excerpt("请假", ["外出"]) == []
