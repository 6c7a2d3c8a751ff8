"""An act against somebody's request says why."""

from zhixing.law.refusal import Finding, Refusal


def reason_given(act: str, text: str) -> None:
    """Raises Refusal where nothing is written."""
    if not text.strip():
        raise Refusal(
            f"不能{act}：没有写明理由。",
            [Finding("理由", "没有填写", f"写明{act}的理由", "请填写理由后再办。")],
        )
