"""A regulation with a gap, an overlap and a wrong example, for commands that must say so."""

from pathlib import Path

from zhixing.law.facts import Fact, Number, YesNo
from zhixing.law.regulation import Regulation

EDITION = """---
编号: "99"
名称: 试验制度
文号: 试〔2020〕1号
施行: 2020-01-01
---

## 一、档次 {#99-1}

三次以下不办，五次以上办，七次两样都说。

| 决策 档次 | 次数 | → 要办 |
|---|---|---|
| 少 | < 3 | 否 |
| 多 | ≥ 5 | 是 |
| 又多 | 7 | 否 |

| 示例 档次 | 次数 | → 要办 |
|---|---|---|
| 写错的例子 | 1 | 是 |
"""


def broken_regulation(folder: Path) -> Regulation:
    (folder / "2020-01-01.md").write_text(EDITION, encoding="utf-8")
    facts = (Fact("次数", Number(0, 10)), Fact("要办", YesNo()))
    return Regulation(number="99", key="trial", title="试验制度", folder=folder, facts=facts)
