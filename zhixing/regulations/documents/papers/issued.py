"""The issued document as PDF/A in the layout of GB/T 9704-2012: document, letter and minutes form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from zhixing.office import papers
from zhixing.office.papers.placed import placed
from zhixing.organ.local_time import today
from zhixing.regulations.documents.papers.body import mark_size, paragraphs, title_lines

HERE = Path(__file__).parent
DOCUMENT, LETTER, MINUTES = "文件", "信函", "纪要"
TEMPLATES = {DOCUMENT: "document.typ", LETTER: "letter.typ", MINUTES: "minutes.typ"}
LINES = (22, 21, 20, 23, 24, 19, 18, 17)  # the standard lets the lines move so that no signature stands alone


@dataclass(frozen=True, slots=True)
class Issued:
    """What stands on the sheets. `names` are the organs as the red head says them, one or, issued jointly, two;
    `signers` are shown on upward documents only; texts of several lines have one line each."""

    form: str
    organ: str
    names: tuple[str, ...]
    number: str
    title: str
    body: str
    dated: date
    mark: str = ""  # 纪要: ××纪要
    addressees: str = ""
    urgency: str = ""
    copy_number: str = ""
    signers: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    sealed: bool = True
    remark: str = ""
    copied_to: str = ""
    printed_by: str = ""
    printed_on: date | None = None
    present: str = ""
    absent: str = ""
    sitting_in: str = ""

    @property
    def signed(self) -> tuple[str, ...]:
        """Minutes carry no signature and no seal."""
        return () if self.form == MINUTES else self.names


def chinese_day(day: date) -> str:
    """2026年3月2日: Arabic figures without filling noughts."""
    return f"{day.year}年{day.month}月{day.day}日"


def as_data(paper: Issued) -> dict[str, object]:
    """What the template reads."""
    marks = (paper.mark,) if paper.form == MINUTES else paper.names
    suffix = "文件" if paper.form == DOCUMENT else ""
    return {
        "标志": list(marks),
        "标志后缀": suffix,
        "标志字号": mark_size(marks, suffix),
        "发文机关": "、".join(paper.names),
        "发文字号": paper.number,
        "份号": paper.copy_number,
        "紧急程度": "" if paper.urgency == "平件" else paper.urgency,
        "签发人": "　".join(paper.signers),
        "标题": title_lines(paper.title),
        "主送": paper.addressees,
        "正文": paragraphs(paper.body),
        "附件": list(paper.annexes),
        "署名": list(paper.signed),
        "成文日期": chinese_day(paper.dated),
        "盖章": paper.sealed,
        "附注": paper.remark,
        "抄送": paper.copied_to,
        "印发机关": paper.printed_by,
        "印发日期": chinese_day(paper.printed_on or paper.dated),
        "出席": paper.present,
        "请假": paper.absent,
        "列席": paper.sitting_in,
    }


def printed(paper: Issued, *, at: datetime) -> bytes:
    """PDF/A bytes, the same for the same paper; raises Refusal naming every sign that no face can show."""
    template, data = HERE / TEMPLATES[paper.form], as_data(paper)
    data["行数"] = lines_of(template, data, today(at).isoformat(), paper.organ)
    return papers.compile(template, data, at=at, organ=paper.organ)


def lines_of(template: Path, data: dict[str, object], day: str, organ: str) -> int:
    """22 lines a page; fewer or more, where the signature would come to a page that no line of the text stands on."""
    for lines in LINES:
        tried = {**data, "行数": lines}
        ends, signed = (
            placed(template, tried, label, day=day, organ=organ) for label in ("text-end", "signed")
        )
        if not signed or ends[-1] == signed[-1]:
            return lines
    return LINES[0]
