from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from zhixing.search.index import Words, put
from zhixing.search.models import Citation, Document
from zhixing.search.query import citations, citing, find, records
from zhixing.search.tokens import document_tokens, query_tokens


def titles(organ: str, asked: str) -> list[str]:
    return [document.title for document in find(organ, "事项", asked)]


def enter(organ: str, number: int, title: str, body: str = "") -> None:
    put(organ=organ, kind="事项", object_id=str(number), words=Words(title, body))


@given(st.text(alphabet="请休假审批表印章A1 ，", min_size=1, max_size=12))
def test_every_piece_of_a_text_asks_only_for_tokens_the_text_has(text: str) -> None:
    tokens = set(document_tokens(text))
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            piece = text[start:end]
            if "A" in piece or "1" in piece:
                continue  # a plain word is found whole
            assert set(query_tokens(piece)) <= tokens


def test_full_width_letters_and_capitals_are_found_by_plain_ones() -> None:
    assert document_tokens("ＡＢ２") == ["ab2"]


@pytest.mark.django_db
def test_one_and_two_character_words_are_found() -> None:
    enter("鹿城", 1, "贺兰亭的事假申请", "去省城看病")
    assert titles("鹿城", "亭") == ["贺兰亭的事假申请"]
    assert titles("鹿城", "事假") == ["贺兰亭的事假申请"]
    assert titles("鹿城", "省城 事假") == ["贺兰亭的事假申请"]


@pytest.mark.django_db
def test_a_phrase_is_not_found_by_its_pairs_in_another_order() -> None:
    enter("鹿城", 1, "假期请示与请假期限")
    enter("鹿城", 2, "期请，请假")
    assert titles("鹿城", "请假期") == ["假期请示与请假期限"]


@pytest.mark.django_db
def test_a_word_without_end_is_found_by_its_beginning() -> None:
    enter("鹿城", 1, "一串字母", "a" * 200_000)
    assert titles("鹿城", "a" * 60) == ["一串字母"]


@pytest.mark.django_db
def test_a_text_with_more_words_than_an_engine_holds_is_found_by_those_in_front() -> None:
    characters = [chr(code) for code in range(0x4E00, 0x9FA5)]
    body = "".join("".join(characters[start::step]) for step in range(1, 80) for start in range(step))
    assert len(set(pairwise(body))) > 500_000
    enter("鹿城", 1, "一部字典", body)
    assert titles("鹿城", "".join(characters[100:110])) == ["一部字典"]


@pytest.mark.django_db
def test_nothing_of_another_organ_is_found() -> None:
    enter("瓯海", 1, "瓯海的请假")
    assert titles("鹿城", "请假") == []


@pytest.mark.django_db
def test_a_renewed_record_is_found_by_its_new_words_only() -> None:
    enter("鹿城", 1, "旧标题")
    enter("鹿城", 1, "新标题")
    assert titles("鹿城", "旧") == []
    assert titles("鹿城", "新标题") == ["新标题"]


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["", "  ", '"', "'", "' | 'a", "* OR NEAR(", "；--", "请" * 5000])
def test_nothing_a_person_types_breaks_the_search(asked: str) -> None:
    assert titles("鹿城", asked) == []


@pytest.mark.django_db
def test_a_kind_is_searched_by_itself() -> None:
    enter("鹿城", 1, "林启衡请年休假")
    put(organ="鹿城", kind="人员", object_id="1", words=Words("林启衡"))
    assert list(records(find("鹿城", "人员", "启衡"))) == [1]
    assert titles("鹿城", "林启衡") == ["林启衡请年休假"]


@pytest.mark.django_db
def test_the_newest_comes_first() -> None:
    for number in range(1, 4):
        enter("鹿城", number, f"第{number}次请假")
    assert titles("鹿城", "请假") == ["第3次请假", "第2次请假", "第1次请假"]


@pytest.mark.django_db
def test_a_record_is_listed_under_each_clause_it_rests_on_and_under_no_other_any_more() -> None:
    place = {"organ": "鹿城", "kind": "事项", "object_id": "7"}
    put(**place, words=Words("请假", clauses=("02-1.2a", "02-1.6b", "02-1.2a")))
    assert [list(citing("鹿城", "事项", clause)) for clause in ("02-1.2a", "02-1.6b")] == [[7], [7]]
    put(**place, words=Words("请假", clauses=("02-1.6b",)))
    assert [list(citing("鹿城", "事项", clause)) for clause in ("02-1.2a", "02-1.6b")] == [[], [7]]
    assert list(citing("瓯海", "事项", "02-1.6b")) == []


@pytest.mark.django_db
def test_a_record_that_reads_as_before_is_not_written_again(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    enter("鹿城", 1, "请假")
    with django_assert_num_queries(1):
        enter("鹿城", 1, "请假")


@pytest.mark.django_db
def test_cases_are_counted_by_clause_among_the_records_one_may_see() -> None:
    for number, clauses in ((1, ("02-1.2a", "02-1.6b")), (2, ("02-1.2a",))):
        put(organ="鹿城", kind="事项", object_id=str(number), words=Words("请假", clauses=clauses))
    documents = Document.objects.order_by("pk")
    first, second = documents
    Citation.objects.filter(record=1).update(record=first.pk)
    Citation.objects.filter(record=2).update(record=second.pk + 1000)
    assert citations("鹿城", "事项", documents) == {"02-1.2a": 1, "02-1.6b": 1}
