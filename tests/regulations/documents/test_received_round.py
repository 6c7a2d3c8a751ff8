"""办文 (09-1.3 to 09-1.7): from advice to closing; who sees it; two at once; another organ."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.regulations.documents.receiving import (
    DAY,
    NOW,
    People,
    entered,
    facts,
    instructed,
    passed,
    sent,
    viewer,
    waiting,
    who,
)
from zhixing.law.refusal import Refusal
from zhixing.office.circulation.acts.assigning import finish
from zhixing.office.circulation.acts.reading import finish_reading
from zhixing.office.circulation.acts.signing import sign
from zhixing.office.circulation.models import Sheet
from zhixing.office.duties.reminders import borne_by
from zhixing.organ.models import Organ, Person
from zhixing.organ.policy import visible
from zhixing.regulations.documents.models import ReceivedDocument
from zhixing.regulations.documents.papers.received import Printing, print_sheet, sheet_of
from zhixing.regulations.documents.workflow.received_reply import Answer, close, reply

DUE = date(2026, 12, 7)
DONE = Answer(replied_on=DAY, form="复函")


def state(document: ReceivedDocument) -> str:
    document.refresh_from_db()
    return document.state


def under_way(people: People) -> tuple[ReceivedDocument, Sheet]:
    """Instructed by E005, in the hands of E031."""
    document = entered(people)
    sheet = passed(document, people)
    sent(sheet, people, ["E005"])
    instructed(sheet, people, "E005", "E031", DUE)
    return document, sheet


def test_an_action_document_goes_its_whole_way(people: People) -> None:
    document = entered(people)
    sheet = passed(document, people)
    assert state(document) == "待拟办"
    sent(sheet, people, ["E002", "E005"], ["E015"])
    assert state(document) == "批办中"
    sign(
        box=waiting(sheet),
        text="已阅。",
        assigns=False,
        orders=(),
        readers=(),
        **who(people["E002"], hours=2),
    )
    instructed(sheet, people, "E005", "E031", DUE)
    assert state(document) == "承办中"
    finish(assignment=sheet.assignments.get(), result="已报送。", **who(people["E031"], hours=3))
    assert state(document) == "传阅中"
    finish_reading(reader=sheet.readers.get(), remark="", **who(people["E015"], hours=3))
    assert state(document) == "待办结"
    reply(document=document, answer=DONE, **who(people["E031"], hours=4))
    close(document=document, remark="", **who(people["E010"], hours=5))
    assert (state(document), document.result, document.closed_on) == ("已办结", "已报送。", DAY)


def test_work_without_a_name_is_not_passed_on(people: People) -> None:
    """09-1.3b, question 交办."""
    sheet = passed(entered(people), people)
    sent(sheet, people, ["E005"])
    with pytest.raises(Refusal) as refusal:
        sign(
            box=waiting(sheet),
            text="请抓紧办理。",
            assigns=True,
            orders=(),
            readers=(),
            **who(people["E005"]),
        )
    assert facts(refusal) == ["责任科室、责任人"]
    assert refusal.value.findings[0].clause == "09-1.3b"


@pytest.mark.parametrize("changes", [{"urgency": "特急"}, {"urgency": "加急"}, {"weighty": True}])
def test_pressing_and_weighty_ones_are_urged_by_name(people: People, changes: dict[str, object]) -> None:
    """09-1.6, question 专人催办."""
    sheet = passed(entered(people, **changes), people)
    with pytest.raises(Refusal) as refusal:
        sent(sheet, people, ["E005"])
    assert facts(refusal) == ["催办人"]
    sent(sheet, people, ["E005"], watcher="E009")
    sheet.refresh_from_db()
    assert sheet.watcher == people["E009"]


def test_nothing_is_closed_without_reply_or_reason(people: People) -> None:
    """09-1.7, question 办结."""
    document, sheet = under_way(people)
    with pytest.raises(Refusal) as refusal:
        close(document=document, remark="", **who(people["E010"]))
    assert facts(refusal) == ["承办", "办理结果、答复"]
    finish(assignment=sheet.assignments.get(), result="已报送。", **who(people["E031"], hours=3))
    with pytest.raises(Refusal) as refusal:
        close(document=document, remark="", **who(people["E010"]))
    assert facts(refusal) == ["办理结果、答复"]
    assert (state(document), sheet.state) == ("待办结", "流转中")
    reply(document=document, answer=Answer(no_reply_reason="来文没有要求答复"), **who(people["E010"]))
    close(document=document, remark="", **who(people["E010"], hours=4))
    assert state(document) == "已办结"


def test_a_reply_is_whole_and_by_the_right_one(people: People) -> None:
    document, _ = under_way(people)
    with pytest.raises(Refusal) as refusal:
        reply(document=document, answer=Answer(), **who(people["E019"]))
    assert facts(refusal) == ["办理人", "办理结果", "答复"]
    late = replace(DONE, result="已办", replied_on=DAY + timedelta(days=1), form="", no_reply_reason="不用")
    with pytest.raises(Refusal) as refusal:
        reply(document=document, answer=late, **who(people["E031"]))
    assert facts(refusal) == ["答复", "答复方式", "答复日期"]


def test_what_is_to_be_read_closes_when_all_have_read(people: People) -> None:
    document = entered(people, mode="阅件")
    sheet = passed(document, people)
    sent(sheet, people, readers=["E002", "E003"])
    assert state(document) == "传阅中"
    for reader in sheet.readers.all():
        finish_reading(reader=reader, remark="", **who(reader.person, hours=2))
    close(document=document, remark="", **who(people["E010"], hours=3))
    assert state(document) == "已办结"


def test_whoever_bears_it_is_reminded(people: People) -> None:
    under_way(people)
    assert [(one.subject, one.due) for one in borne_by(people["E031"], DAY)] == [
        ("收〔2026〕1号承办事项", DUE)
    ]
    assert borne_by(people["E010"], DAY) == []


def test_the_office_sees_all_and_others_what_came_to_them(people: People) -> None:
    under_way(people)
    seen = {number for number, person in people.items() if visible(viewer(person), ReceivedDocument).exists()}
    assert seen == {"E001", "E002", "E005", "E008", "E010", "E030", "E031"} - {"E030"}


def test_another_organ_sees_nothing(people: People) -> None:
    document, _ = under_way(people)
    other = Organ.objects.create(
        key="other", name="另一个局", short_name="另局", code_word="另", created_at=NOW
    )
    stranger = Person.objects.create(organ=other, number="E010", name="外人", sex="男")
    with pytest.raises(Refusal):
        close(document=document, remark="", **who(stranger))
    with pytest.raises(Refusal):
        reply(document=document, answer=DONE, **who(stranger))


def test_of_two_who_close_the_second_is_told(people: People) -> None:
    document = entered(people, mode="阅件")
    sheet = passed(document, people)
    sent(sheet, people, readers=["E002"])
    finish_reading(reader=sheet.readers.get(), remark="", **who(people["E002"], hours=2))
    seen_before = ReceivedDocument.objects.get(pk=document.pk)
    close(document=document, remark="", **who(people["E010"], hours=3))
    with pytest.raises(Refusal) as refusal:
        close(document=seen_before, remark="", **who(people["E008"], hours=3))
    assert facts(refusal) == ["办文单"]


def test_the_printed_sheet_says_what_the_boxes_say(people: People) -> None:
    """09-1.3b, 09-1.4: boxes with name and time, readers with both times, who does it by when."""
    document, sheet = under_way(people)
    told = sheet_of(document, sheet, Printing(people["E010"], NOW))
    box = sheet.boxes.get(leader=people["E005"])
    assert told["instructions"] == [
        {"意见": "请按时办好。", "姓名": people["E005"].name, "日期": "2026-11-23 11:00"}
    ]
    assert told["assigned"] == [f"{people['E031'].name}，2026年12月7日前办好"]
    assert box.signed_at is not None
    assert print_sheet(document, sheet, Printing(people["E010"], NOW)).startswith(b"%PDF")
