"""Documents to be set: one plain notice and what differs from it."""

from datetime import UTC, date, datetime

from zhixing.regulations.documents.papers.issued import DOCUMENT, LETTER, MINUTES, Issued, printed

AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
BUREAU, PARTY = "温州市鹿城区经济和信息化局", "中共温州市鹿城区经济和信息化局党组"
PLAIN = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳"  # 32 signs without a mark
NOTICE = Issued(
    form=DOCUMENT, organ="lucheng", names=(BUREAU,), number="温鹿经信〔2026〕7号", title=f"{BUREAU}关于印发《公文处理办法》的通知",
    body="一、总体要求\n（一）基本原则。坚持实事求是。\n1.公文办理要及时。\n" + PLAIN * 10 + "特此通知", dated=date(2026, 11, 23),
    addressees="各科室、下属单位", copied_to="区委办公室、区政府办公室", printed_by=f"{BUREAU}办公室",
)  # fmt: skip

__all__ = ["AT", "BUREAU", "DOCUMENT", "LETTER", "MINUTES", "NOTICE", "PARTY", "PLAIN", "pdf"]


def pdf(paper: Issued) -> bytes:
    return printed(paper, at=AT)
