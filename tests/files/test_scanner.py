import sys

import pytest

from tests.files import papers
from tests.files.test_store import NOW
from zhixing.files.scanner import TRIAL, virus_findings
from zhixing.files.store import keep
from zhixing.law.refusal import Refusal

FINDS_ABC = (sys.executable, "-c", "import sys; sys.exit(b'abc' in sys.stdin.buffer.read())")
BROKEN = (sys.executable, "-c", "raise SystemExit(2)")


def test_what_the_scanner_finds_is_refused_and_what_it_passes_is_not() -> None:
    assert virus_findings(b"xabcx", FINDS_ABC)[0].found == "发现病毒"
    assert virus_findings(b"xyz", FINDS_ABC) == []


@pytest.mark.parametrize("scanner", [BROKEN, ("/no/such/program",)])
def test_without_an_answer_the_file_is_refused(scanner: tuple[str, ...]) -> None:
    assert virus_findings(b"xyz", scanner)[0].found == "没有查成"


@pytest.mark.django_db
def test_the_trial_file_is_refused_wherever_it_hides() -> None:
    for name, content in {
        "试.txt": TRIAL,
        "试.csv": b"a,b\n" + TRIAL,
        "试.png": papers.PNG_1X1[:-12] + TRIAL,
    }.items():
        with pytest.raises(Refusal):
            keep(organ="鹿城经信", name=name, content=content, by="E001", at=NOW)
