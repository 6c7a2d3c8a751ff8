"""Several at one sheet at the same moment: each box is signed once, each paper read once, nothing is lost."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.office.circulation.conftest import NOW, People, advised, holders, reader, waiting, who
from tests.together import together
from zhixing.journal.verify import verify
from zhixing.law.refusal import Refusal
from zhixing.office.circulation.acts.reading import finish_reading
from zhixing.office.circulation.acts.signing import sign
from zhixing.office.circulation.models import Sheet
from zhixing.organ.delegations import delegate

pytestmark = pytest.mark.django_db(transaction=True)


def test_leader_and_stand_in_at_once_sign_one_box_once(sheet: Sheet, people: People) -> None:
    delegate(
        giver=people["E002"], receiver=people["E003"], kinds=[], since=NOW, until=NOW.replace(day=27),
        basis="外出", **who(people["E002"]),
    )  # fmt: skip
    advised(sheet, people, "E002", "E001")
    box = waiting(sheet)

    def work(number: int) -> str:
        acting = who(people[("E002", "E003")[number]], hours=2, key=f"at-once-{number}")
        try:
            sign(box=box, text="已阅。", assigns=False, orders=(), readers=(), **acting)
        except Refusal as refused:
            return refused.findings[0].fact
        return "签了"

    assert Counter(together(work, people=2)) == {"签了": 1, "意见栏": 1}
    assert (waiting(sheet).leader, holders(sheet)) == (people["E001"], {"E001"})


def test_all_readers_at_once_and_the_paper_is_back_with_the_clerk(sheet: Sheet, people: People) -> None:
    numbers = ("E002", "E003", "E004", "E005")
    advised(sheet, people, readers=numbers)
    rows = [reader(sheet, people[one]) for one in numbers]

    def work(number: int) -> str:
        acting = who(people[numbers[number]], hours=2, key=f"read-{number}")
        finish_reading(reader=rows[number], remark="", **acting)
        return "已阅"

    assert together(work, people=4) == ["已阅"] * 4
    assert holders(sheet) == {"E010"}
    assert verify(sheet.organ_id).sound
