"""The installation's own virus scanner, where it has one: a program that reads the file from its input.

Exit code 0: nothing found; 1: a virus; anything else: it did not get to an answer, and the file is refused.
`clamdscan --no-summary -` answers in this way.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

from zhixing.law.refusal import Finding

CLEAN, INFECTED = 0, 1
PATIENCE = 60  # seconds
# the harmless file by which scanners are tried (EICAR), in two pieces so that this one is not taken for it
TRIAL = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def virus_findings(content: bytes, scanner: Sequence[str]) -> list[Finding]:
    """Empty when nothing was found; without a scanner only the trial file is known."""
    if TRIAL in content:
        return [infected()]
    if not scanner:
        return []
    try:
        done = subprocess.run(scanner, input=content, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603 -- named by the installation, not by a user
    except (OSError, subprocess.TimeoutExpired):
        return [unanswered()]
    return {CLEAN: list[Finding](), INFECTED: [infected()]}.get(done.returncode, [unanswered()])


def infected() -> Finding:
    return Finding("病毒查杀", "发现病毒", "没有病毒", "请先查杀本机病毒，再从原处重新取得文件。")


def unanswered() -> Finding:
    return Finding("病毒查杀", "没有查成", "查过没有病毒", "请稍后重新上传。", who="系统管理员")
