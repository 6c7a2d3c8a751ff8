"""Names in letters, for finding people by typing; surnames read as surnames (曾 is zeng, not ceng)."""

from pypinyin import Style, lazy_pinyin

SURNAMES = {
    "曾": "zeng", "查": "zha", "单": "shan", "仇": "qiu", "区": "ou", "解": "xie", "盖": "ge", "任": "ren",
    "华": "hua", "尉": "yu", "缪": "miao", "朴": "piao", "乐": "yue", "覃": "qin", "翟": "zhai", "冼": "xian",
}  # fmt: skip


def spelled(name: str) -> str:
    """贺兰亭 -> helanting hlt."""
    if not name:
        return ""
    first = SURNAMES.get(name[0]) or lazy_pinyin(name[0], style=Style.NORMAL)[0]
    syllables = [first, *lazy_pinyin(name[1:], style=Style.NORMAL)]
    return f"{''.join(syllables)} {''.join(one[0] for one in syllables if one)}"
