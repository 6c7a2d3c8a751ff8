"""Several desks at once: numbers without gap or double, one paper entered once, one review."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from tests.regulations.documents.receiving import LETTER, People, entered, who
from tests.together import together
from zhixing.journal.verify import verify
from zhixing.law.refusal import Refusal
from zhixing.regulations.documents.models import ReceivedDocument
from zhixing.regulations.documents.workflow.received import register
from zhixing.regulations.documents.workflow.received_review import review

pytestmark = pytest.mark.django_db(transaction=True)


def test_eight_at_once_get_eight_numbers(people: People) -> None:
    def work(number: int) -> int:
        paper = replace(LETTER, sender_number=f"{number}号")
        return register(paper=paper, **who(people["E010"], key=f"desk-{number}")).seq

    together(work, people=8)
    numbers = ReceivedDocument.objects.values_list("number", flat=True)
    assert sorted(numbers) == list(range(1, 9))
    assert verify(people["E010"].organ_id).sound


def test_the_same_paper_at_once_is_entered_once(people: People) -> None:
    def work(number: int) -> str:
        try:
            register(paper=LETTER, **who(people["E010"], key=f"same-{number}"))
        except Refusal as refused:
            return refused.findings[0].fact
        return "登记"

    assert Counter(together(work, people=4)) == {"登记": 1, "来文单位和字号": 3}


def test_two_reviews_at_once_are_one(people: People) -> None:
    document = entered(people)

    def work(number: int) -> str:
        mine = ReceivedDocument.objects.get(pk=document.pk)
        acting = who(people["E010"], key=f"review-{number}")
        try:
            review(document=mine, ours=True, fits_rules=True, fits_drafting=True, reason="", **acting)
        except Refusal as refused:
            return refused.findings[0].fact
        return "初审"

    assert Counter(together(work, people=2)) == {"初审": 1, "状态": 1}
