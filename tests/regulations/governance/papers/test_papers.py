"""The papers of a meeting read back from the files: what a clerk would check line by line."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pypdfium2
import pytest

from tests.regulations.governance.party_meeting import PartyMeeting
from zhixing.office.meetings.acts.minutes import correct
from zhixing.office.meetings.models import Minutes
from zhixing.regulations.governance.papers.notice import print_notice
from zhixing.regulations.governance.papers.printed import Printing, full_moment, in_chinese
from zhixing.regulations.governance.papers.record import print_record
from zhixing.regulations.governance.papers.sign_in import print_sign_in
from zhixing.regulations.governance.papers.summary import print_extract, print_summary

PRINTED = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)


def read(paper: bytes) -> str:
    """Every page's text without spaces and line breaks."""
    document = pypdfium2.PdfDocument(io.BytesIO(paper))
    pages = [page.get_textpage().get_text_range() for page in document]
    return "".join("".join(pages).split())


@pytest.fixture
def printing(party: PartyMeeting) -> Printing:
    return Printing(party.person("E008"), PRINTED)


def test_the_notice_says_when_where_who_and_which_topics(party: PartyMeeting, printing: Printing) -> None:
    paper = read(print_notice(party.noticed(), printing))
    for said in (
        "会议通知", "党组会议2026年第1次", "2026年11月24日（星期二）上午9时", "三楼会议室",
        "1．审议2027年度部门预算草案", "3．研究工业企业技改补助名单", "开会以前向召集人请假",
    ):  # fmt: skip
        assert said in paper
    assert party.person("E001").name in paper
    assert f"{party.person('E011').name}（第1项）" in paper
    assert "草稿" not in paper


def test_a_notice_not_yet_sent_is_a_draft(party: PartyMeeting, printing: Printing) -> None:
    assert "草稿" in read(print_notice(party.planned(), printing))


def test_the_sign_in_sheet_has_a_line_for_each_and_who_agreed_to_an_absence(
    party: PartyMeeting, printing: Printing
) -> None:
    paper = read(print_sign_in(party.opened(), printing))
    assert "应到：6人" in paper
    for number in ("E001", "E002", "E003", "E004", "E006", "E007", "E008", "E011"):
        assert party.person(number).name in paper
    assert f"请假：赴省厅参加培训（{party.person('E001').name}准假）" in paper
    assert "09:01" in paper  # the first to arrive
    assert "第1项" in paper


def test_the_record_is_what_was_sealed_with_corrections_beside(
    party: PartyMeeting, printing: Printing
) -> None:
    meeting = party.sealed()
    minutes = Minutes.objects.get(meeting=meeting)
    correct(minutes=minutes, place="第1项发言", text="方案基本可行", reason="记录有误", **party.who("E008"))
    paper = read(print_record(meeting, minutes, printing))
    for said in (
        "党组会议记录", "第1次表决：举手表决，应到6人，实到5人；赞成5票，反对0票", "通过。",
        "第1次表决：记名投票，应到6人，实到5人；赞成3票，反对1票，弃权1票", "未通过。",
        "（缺席，书面意见，不计票）：赞成预算草案。", "结果：暂缓", "更正为“方案基本可行”", "还没有确认",
        minutes.hash,
    ):  # fmt: skip
        assert said in paper
    assert f"{party.person('E006').name}反对" in paper
    assert "草稿" not in paper


def test_a_record_not_sealed_is_a_draft(party: PartyMeeting, printing: Printing) -> None:
    assert "草稿" in read(print_record(party.closed(), None, printing))


def test_the_summary_stands_in_the_layout_of_official_minutes(
    party: PartyMeeting, printing: Printing
) -> None:
    summary = party.issued()
    content = print_summary(summary, printing)
    paper = read(content)
    for said in (
        f"{party.organ.name}党组会议纪要", "〔2026〕第1期", "会议应到6人，实到5人",
        "一、审议2027年度部门预算草案", "会议原则同意预算草案", "2026年12月18日前完成", "三、研究工业企业技改补助名单",
        f"出席：{party.person('E001').name}、", f"请假：{party.person('E004').name}",
        f"列席：{party.person('E008').name}、{party.person('E011').name}（第1项）", "分送：党组成员", "2026年11月24日印发", "—1—",
    ):  # fmt: skip
        assert said in paper, said
    assert "草稿" not in paper
    first = pypdfium2.PdfDocument(io.BytesIO(content))[0]
    assert [round(side) for side in first.get_size()] == [595, 842]


def test_the_summary_before_its_signature_is_a_draft_without_a_number(
    party: PartyMeeting, printing: Printing
) -> None:
    paper = read(print_summary(party.drafted(), printing))
    assert "草稿" in paper
    assert "第1期" not in paper


def test_an_extract_holds_one_sections_items_alone(party: PartyMeeting, printing: Printing) -> None:
    paper = read(print_extract(party.issued(), party.section.name, printing))
    assert "审议2027年度部门预算草案" in paper
    assert "2026-12-18" in paper
    assert "办公用房" not in paper


@pytest.mark.parametrize(
    ("number", "said"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (34, "三十四")]
)
def test_a_number_as_headings_have_it(number: int, said: str) -> None:
    assert in_chinese(number) == said


def test_a_moment_as_a_notice_has_it() -> None:
    assert full_moment(datetime(2026, 11, 24, 1, 0, tzinfo=UTC)) == "2026年11月24日（星期二）上午9时"
    assert full_moment(datetime(2026, 11, 24, 6, 30, tzinfo=UTC)) == "2026年11月24日（星期二）下午2时30分"
