"""One finding, one refusal: the short way to say no."""

from __future__ import annotations

from collections.abc import Sequence

from zhixing.law.refusal import Finding, Refusal


def refused(
    conclusion: str, fact: str, found: str, expected: str, mend: str, *, clause: str = "", who: str = ""
) -> Refusal:
    return Refusal(conclusion, (Finding(fact, found, expected, mend, clause=clause, who=who),))


def words(findings: list[Finding], text: str, *, fact: str, clause: str) -> None:
    """Adds a finding where a text that must be written is empty."""
    if not text.strip():
        findings.append(Finding(fact, "没有填写", f"写明{fact}", f"请填写{fact}。", clause=clause))


def refuse(conclusion: str, findings: Sequence[Finding]) -> None:
    """Raises Refusal with every finding; nothing where there is none."""
    if findings:
        raise Refusal(conclusion, findings)
