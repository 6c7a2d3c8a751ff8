"""密级标志 are found in every way an office writes them; words about secrecy pass (security.md DP-01)."""

from itertools import product

import pytest

from tests.files import papers
from tests.rows import row
from zhixing.files.inspection import read
from zhixing.files.marks import find_marks, refuse_marked
from zhixing.law.refusal import Finding, Findings, Refusal

WORDS = ("绝密", "机密", "秘密")
GAPS = ("", " ", "　", "\t", "\u200b", "  ", "·")
PERIODS = ("", "1年", "10年", " 20 年", "６个月", "长期", "三十年")
MARKED = [
    f"{before}{word[0]}{gap}{word[1]}{star_gap}★{period}"
    for before, word, gap, star_gap, period in product(("", "第一段\n"), WORDS, GAPS, ("", " "), PERIODS)
]
ODD = [
    "机密☆10年", "秘密⭐1年", "絕密★", "機密★20年", "【机密】★10年", "秘密*5年", "机密＊20年", "密级：机密",
    "密　级：秘密", "密级和保密期限：秘密★1年", "密级\u003a绝密 30年", "机密\n★\n20年", "★机密★", "秘密\n关于召开会议的通知",
    "000001\n机密 20年\n特急\n", "〔秘密〕\n通知", "机\n密\n★",
]  # fmt: skip
PROSE = [
    "携带秘密文件外出须经批准。",
    "涉及国家机密、工作秘密的事项，按保密制度办理。",
    "绝密、机密、秘密三级文件由机要人员专人管理，",
    "密级：机密、秘密、绝密三级。",
    "不得在非涉密计算机上处理秘密级以上文件。",
    "保密期限：绝密不超过三十年，机密不超过二十年，秘密不超过十年。",
    "会议内容属于工作秘密，请勿外传。",
    "借阅秘密档案须分管领导批准。",
    "商业秘密和个人隐私不予公开。",
    "五★星级酒店不得入住；秘密文件另行寄送。",
    "1.秘密文件的收发\n2.秘密文件的清退",
    "评分：★★★★★",
]


def content_findings(kind: str, content: bytes) -> list[Finding]:
    findings = Findings()
    read(kind, content, findings)
    return list(findings)


@pytest.mark.parametrize("text", [*MARKED, *ODD], ids=repr)
def test_a_mark_is_found(text: str) -> None:
    assert find_marks(text)


@pytest.mark.parametrize("text", PROSE, ids=repr)
def test_speaking_of_secrets_passes(text: str) -> None:
    assert find_marks(text) == ()


def test_the_mark_is_named_without_its_spaces_and_once() -> None:
    assert find_marks("机 密 ★ 正文 机密★ 尾") == ("机密★",)


@pytest.mark.parametrize("mark", ["机密★20年", "秘 密 ★ 1年", "绝密★"])
@pytest.mark.parametrize(
    ("kind", "make"),
    [
        ("txt", lambda text: text.encode("gb18030")),
        ("csv", lambda text: row("序号", f"标题\n1,{text}\n").encode()),
        ("docx", lambda text: papers.docx("通知", text)),
        ("docx", lambda text: papers.docx("通知", header=text)),
        ("docx", lambda text: papers.docx("通知", cell=text)),
        ("docx", lambda text: papers.docx_of_runs(*text)),
        ("docx", lambda text: papers.with_part(papers.docx("表"), "word/embeddings/内.xlsx", papers.xlsx(text))),
        ("xlsx", papers.xlsx),
        ("xlsx", lambda text: papers.xlsx("表", header=f"&C{text}")),
        ("ofd", papers.ofd),
        ("pdf", papers.pdf),
    ],
)  # fmt: skip
def test_a_mark_inside_a_file_is_found(kind: str, make: papers.Make, mark: str) -> None:
    [finding] = content_findings(kind, make(mark))
    assert "密级标志" in finding.found
    assert mark.replace(" ", "") in finding.found


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf", "txt", "ofd"])
def test_a_file_that_speaks_of_secrets_passes(kind: str) -> None:
    make: dict[str, papers.Make] = {
        "docx": papers.docx,
        "xlsx": papers.xlsx,
        "pdf": papers.pdf,
        "ofd": papers.ofd,
    }
    content = make[kind](PROSE[0]) if kind in make else PROSE[0].encode()
    assert content_findings(kind, content) == []


def test_free_text_of_a_form_is_refused_with_every_field_named() -> None:
    with pytest.raises(Refusal) as refused:
        refuse_marked({"事由": "参加机密★会议", "备注": "无", "意见": "见秘密★1年文件"})
    assert [finding.fact for finding in refused.value.findings] == ["事由", "意见"]
    assert "会议" not in refused.value.findings[0].found
