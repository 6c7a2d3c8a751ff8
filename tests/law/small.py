"""A small edition of a made-up regulation, for tests of the machine itself."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from zhixing.law.ask import Ask
from zhixing.law.facts import Choice, Days, Fact, Facts, Labels, Money, Number, YesNo
from zhixing.law.refusal import Finding
from zhixing.law.regulation import Question, Regulation
from zhixing.law.values import RANKS, Value

ON = date(2018, 3, 1)
FRONT = '---\n编号: "02"\n名称: 试行制度\n文号: 试〔2018〕1号\n施行: 2018-02-01\n---\n'
BODY = """
# 试行制度

## 一、2 事假 {#02-1.2a}

请假先填表。

| 参数 | 值 | 单位 | 含义 |
|---|---|---|---|
| 一般人员限 | 2 | 天 | 分管局长能批到几天 |
| 中层限 | 1 | 天 | 中层干部能批到几天 |

| 决策 请假审批 | 职级 | 区管干部 | 假别 | 天数 | → 审批 |
|---|---|---|---|---|---|
| 一般人员，短 | 一般人员 | 否 | 事假、病假 | ≤ 一般人员限 | 分管局长审批、办公室备案 |
| 一般人员，长 | 一般人员 | 否 | 事假、病假 | > 一般人员限 | 分管局长签署意见、局长审批 |
| 中层，短 | 中层干部 | 否 | 事假、病假 | ≤ 中层限 | 分管局长审批、办公室备案 |
| 中层，长 | 中层干部 | 否 | 事假、病假 | > 中层限 | 分管局长签署意见、局长审批 |

| 程序 请假 | 谁 | 办什么 | 要什么 | 时限 |
|---|---|---|---|---|
| 申请 | 本人 | 提交 | 起止 | 事前 |
| 审批 | 〔请假审批〕 | 同意 | — | — |

| 示例 请假审批 | 职级 | 假别 | 天数 | → 审批 |
|---|---|---|---|---|
| 恰好两天 | 一般人员 | 事假 | 2 | 分管局长审批、办公室备案 |

## 一、6 区管干部 {#02-1.6d}

照区里的文件办。

### 推定 G-27

文件没有录入以前先这样办。

| 决策 请假审批 | 职级 | 区管干部 | 假别 | 天数 | → 审批 |
|---|---|---|---|---|---|
| 区管 | 一般人员、中层干部 | 是 | — | — | 局长签署意见、报区级审批 |
| 局领导 | 局领导、局长 | — | — | — | 报区级审批 |

## 三（一）迟到早退 {#02-3.1}

到了三次要谈话、扣款。

| 参数 | 值 | 单位 | 含义 |
|---|---|---|---|
| 谈话次数 | 3 | 次 | 到几次谈话 |
| 每次扣款 | 20.00 | 元 | 每次扣多少 |

| 决策 诫勉谈话 | 当月次数 | → 诫勉谈话 |
|---|---|---|
| 没到 | < 谈话次数 | 否 |
| 到了 | ≥ 谈话次数 | 是 |

| 任务 | 周期 | 谁 | 凭据 |
|---|---|---|---|
| 月考勤汇总 | 每月 | 办公室 | 月考勤锁定 |

| 示例 迟到处置 | 当月次数 | 当月津补贴 | → 诫勉谈话 | → 扣款 |
|---|---|---|---|---|
| 三次全扣 | 3 | 500.00 | 是 | 60.00 |
| 扣完为止 | 3 | 50.00 | 是 | 50.00 |

## 四 总的要求 {#02-4 .宣示}

大家自觉遵守。
"""
FACTS = (
    Fact("职级", Choice(RANKS)),
    Fact("区管干部", YesNo(), default="否"),
    Fact("假别", Choice(("事假", "病假"))),
    Fact("天数", Days(low=1)),
    Fact("审批", Labels()),
    Fact("当月次数", Number(0, 100)),
    Fact("诫勉谈话", YesNo()),
)


def late(ask: Ask, facts: Facts) -> Mapping[str, Value]:
    talk = ask.table("诫勉谈话", 当月次数=facts["当月次数"]).outcome["诫勉谈话"]
    each = ask.parameter("每次扣款")
    return {"诫勉谈话": talk, "扣款": min(facts["当月津补贴"], each * facts["当月次数"]) if talk else 0}


def not_too_long(ask: Ask, facts: Facts) -> list[Finding]:
    if facts["天数"] <= 60:
        return []
    return [ask.finding(fact="天数", found="太长", expected="三十天以内", mend="分开请", clause="02-1.2a")]


LATE = Question(
    "迟到处置",
    (Fact("当月次数", Number(0, 100)), Fact("当月津补贴", Money())),
    (Fact("诫勉谈话", YesNo()), Fact("扣款", Money())),
    late,
)


def write(folder: Path, text: str, name: str = "2018-02-01.md") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def regulation(
    folder: Path,
    text: str = FRONT + BODY,
    *,
    facts: Sequence[Fact] = FACTS,
    questions: Sequence[Question] = (LATE,),
    number: str = "02",
) -> Regulation:
    write(folder, text)
    return Regulation(number, folder.name, "试行制度", folder, tuple(facts), tuple(questions))
