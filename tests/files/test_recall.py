"""How many of the marked papers are found, and how many of the others are held up (DP-01)."""

from itertools import product

import pytest

from tests.files import papers
from zhixing.files.inspection import read
from zhixing.files.marks import find_marks
from zhixing.law.refusal import Findings

WORDS = ("绝密", "机密", "秘密")
PERIODS = ("", "6个月", "1年", "10年", "20年", "30年", "长期", "二十年")
SHAPES = (
    "{word}★{period}", "{word} ★ {period}", "{first}　{last}★{period}", "{first} {last} ★{period}", "{word}★\n{period}", "{word}☆{period}",
    "{word}⭐{period}", "★{word}★{period}", "（{word}★{period}）", "【{word}】★{period}", "密级：{word}★{period}", "密级和保密期限：{word}★{period}",
    "{first}\u200b{last}★{period}", "{first}·{last}★{period}", "{word}＊{period}", "{word}*{period}",
)  # fmt: skip
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
LAYOUTS = (
    "{mark}\n关于做好年度工作的通知\n各科室：\n",
    "000012\n{mark}\n特急\n鹿城区经信局文件\n",
    "关于召开会议的请示\n正文一段。\n正文二段。\n正文三段。\n正文四段。\n{mark}\n",
)
# office sentences that speak of secrets, stars, periods and marks without carrying one
TALK = (
    "携带秘密文件外出，须经分管领导批准。", "涉密人员离岗实行脱密期管理。", "秘密级文件由专人登记、专柜存放。", "绝密级文件不得复印。",
    "机密、秘密文件的传阅由机要员直接送达。", "商业秘密受法律保护。", "请对会议内容保守秘密。", "工作秘密不得擅自公开。",
    "定密责任人应当明确保密期限和知悉范围。", "秘密的保密期限一般不超过十年。", "机密文件阅后当天退还。", "不得用手机谈论秘密事项。",
    "泄露国家秘密的，依法追究责任。", "本办法所称秘密，是指国家秘密。", "对外提供资料前先作保密审查。", "酒店评为五星级（★★★★★）。",
    "★请各科室于10年一次的普查中据实填报。", "机密计算机与互联网物理隔离。", "密级文件的标志由起草单位拟定。", "秘密文件、内部资料一律不上网。",
    "项目名称为“绿色★家园”，为期3年。", "保密期限满十年的，自行解密。", "收到秘密文件后20年内妥善保存登记簿。", "“机密”二字由打字员套红。",
    "绝密、机密、秘密三种密级的标志分别使用。", "办公室负责秘密载体的销毁。", "秘密会议的记录由专人保管。", "涉密会议不得携带手机。",
    "党委会讨论的机密事项，与会人员不得外传。", "员工须签订保守秘密承诺书，期限2年。", "密码设备按机密级管理。", "申请公开的信息涉及国家秘密的，不予公开。",
    "未经批准，不得摘抄秘密文件。", "秘密件应当通过机要交换传递。", "考勤数据不属于秘密。", "本通知不涉密。", "涉密岗位补贴每月按规定发放。",
    "离职人员交还全部秘密载体。", "档案室保存机密档案十二卷。", "存储过秘密信息的介质不得降低密级使用。", "请假事由涉及秘密的，可以当面说明。",
    "外出报送机密文件，由两人同行。", "本页第3行加★的为重点企业。", "重点项目以☆标注，工期1年。", "解密后的秘密档案可以借阅。",
    "秘密、机密、绝密级事项的期限，按最长计算。", "值班人员不得谈论机密。", "局域网不得处理秘密级信息。", "打印秘密文件须登记份数。", "本年度没有产生国家秘密。",
)  # fmt: skip


def marked() -> list[str]:
    """Every word, every shape, every period, in one of three places of a paper."""
    texts = []
    for place, (word, shape, period) in enumerate(product(WORDS, SHAPES, PERIODS)):
        if not period and shape.rstrip("{period}")[-1] in "*＊":
            continue  # a word with an asterisk alone marks a footnote
        written = period.translate(FULL_WIDTH) if place % 3 == 0 else period
        mark = shape.format(word=word, first=word[0], last=word[1], period=written)
        texts.append(LAYOUTS[place % len(LAYOUTS)].format(mark=mark))
    return texts


def as_files(text: str, place: int) -> tuple[str, bytes]:
    makes: tuple[tuple[str, papers.Make], ...] = (
        ("txt", lambda one: one.encode("utf-8")),
        ("txt", lambda one: one.encode("gb18030")),
        ("docx", lambda one: papers.docx(*one.split("\n"))),
        ("pdf", papers.pdf),
        ("docx", lambda one: papers.docx_of_runs(*one.replace("\n", " "))),
        ("xlsx", lambda one: papers.xlsx(*one.split("\n"))),
    )
    kind, make = makes[place % len(makes)]
    return kind, make(text)


def wrong_with(kind: str, content: bytes) -> int:
    findings = Findings()
    read(kind, content, findings)
    return len(findings)


def test_of_marked_papers_hardly_one_in_fifty_is_missed() -> None:
    texts = marked()
    missed = [text for text in texts if not find_marks(text)]
    assert len(texts) >= 200
    assert len(missed) <= len(texts) * 2 // 100, missed


def test_of_marked_files_hardly_one_in_fifty_is_missed() -> None:
    files = [as_files(text, place) for place, text in enumerate(marked()) if "\u200b" not in text]
    missed = [place for place, (kind, content) in enumerate(files) if not wrong_with(kind, content)]
    assert len(files) >= 200
    assert len(missed) <= len(files) * 2 // 100, missed


def test_of_papers_that_speak_of_secrets_hardly_one_in_fifty_is_held_up() -> None:
    held = [text for text in TALK if find_marks(text)]
    assert len(TALK) >= 50
    assert len(held) <= len(TALK) * 2 // 100, held


@pytest.mark.parametrize("kind", ["txt", "docx", "xlsx", "pdf"])
def test_a_whole_paper_about_secrets_passes_in_every_form(kind: str) -> None:
    make: dict[str, papers.Make] = {
        "txt": lambda text: text.encode(),
        "docx": lambda text: papers.docx(*text.split("\n")),
        "xlsx": lambda text: papers.xlsx(*text.split("\n")),
        "pdf": papers.pdf,
    }
    assert wrong_with(kind, make[kind]("\n".join(TALK))) == 0
