"""Labels of approval: a post and an act, both from closed lists."""

from dataclasses import dataclass

ABOVE = "区级"
POSTS = (
    "分管局长",
    "局长",
    "党组书记",
    "副局长",
    "分管办公室领导",
    "科室负责人",
    "办公室主任",
    "办公室",
    "考勤管理员",
    "文书",
    "会计",
    "出纳",
    "本人",
    ABOVE,
)
ACTS = ("审批", "签署意见", "备案", "同意", "登记", "知悉", "批准", "审核", "签发", "会签")


@dataclass(frozen=True, slots=True)
class Label:
    """Who does what in an approval, e.g. 分管局长 + 签署意见."""

    post: str
    act: str

    def __str__(self) -> str:
        return f"报{self.post}{self.act}" if self.post == ABOVE else f"{self.post}{self.act}"


_KNOWN = {str(label): label for label in (Label(post, act) for post in POSTS for act in ACTS)}


def parse_label(text: str) -> Label:
    """分管局长签署意见 -> Label("分管局长", "签署意见"); ValueError for anything outside the closed lists."""
    try:
        return _KNOWN[text.strip()]
    except KeyError:
        raise ValueError(f"审批用语应由岗位（{'、'.join(POSTS)}）和动作（{'、'.join(ACTS)}）组成") from None
