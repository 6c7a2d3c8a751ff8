"""借阅公文: whoever asks for a classified paper says whether the borrower is in its circle (09-1.5b)."""

from collections.abc import Iterable

from zhixing.law.ask import Ask
from zhixing.law.facts import Facts
from zhixing.law.refusal import Finding
from zhixing.regulations.documents.facts import ORDINARY, UNSAID


def circle_said(ask: Ask, facts: Facts) -> Iterable[Finding]:
    if facts["密级"] != ORDINARY and facts["传达范围内"] == UNSAID:
        yield ask.finding(
            fact="传达范围内",
            found="没有给出",
            expected="是或否",
            mend="请写明借阅的人在不在这份文件的传达阅读范围里。",
            clause="09-1.5b",
        )
