"""What commands print: answers, refusals in the order 结论 → 事实 → 依据 → 下一步 → 谁能处理, JSON."""

import json
import sys
from collections.abc import Mapping

from zhixing.law.refusal import Finding, Refusal

ASKER = "提出问题的人"


def print_json(data: Mapping[str, object]) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))


def print_refusal(refusal: Refusal, *, as_json: bool) -> None:
    """JSON goes to the output, words go beside it."""
    if as_json:
        print_json(refusal.as_json())
    else:
        print(refusal_text(refusal), file=sys.stderr)


def refusal_text(refusal: Refusal) -> str:
    return "\n".join([f"结论：{refusal.conclusion}", *map(finding_text, refusal.findings)])


def finding_text(finding: Finding) -> str:
    """One finding in five lines, or four where no clause stands behind it."""
    basis = f"依据：{finding.cite}（{finding.clause}）" if finding.clause else f"依据：{finding.cite}"
    lines = [
        f"事实：{finding.sentence}",
        basis if finding.cite or finding.clause else "",
        f"下一步：{finding.mend}",
        f"谁能处理：{finding.who or ASKER}",
    ]
    return "\n".join(filter(None, lines))
