from collections.abc import Iterator

import pytest

from tests.regulations.attendance.records import bureau as bureaus
from tests.regulations.attendance.records.bureau import Bureau
from zhixing.journal.verify import verify

NO_ENTRY = "没有任何日志条目可以解释"
# what the bureau of these tests lays down without an act
LAID_DOWN = frozenset(
    {
        "科室",
        "人员",
        "任职",
        "岗位",
        "分工",
        "账号",
        "作息时间",
        "签到",
        "工资基数",
        "事项",
        "请假",
        "旷工认定",
        "旷工半天",
    }
)


@pytest.fixture
def bureau(db: None) -> Iterator[Bureau]:
    """Whatever a test does with it, the journal explains every row that an act made or changed."""
    made = bureaus.lucheng()
    yield made
    assert unexplained(made) == []


def unexplained(bureau: Bureau) -> list[str]:
    """Rows changed beside the journal, and rows without an entry that were not laid down by the bureau."""
    faults = [fault.says for fault in verify(bureau.organ.pk).faults if fault.layer in {"记录", "链条"}]
    return [says for says in faults if not (says.split("（")[0] in LAID_DOWN and says.endswith(NO_ENTRY))]


@pytest.fixture
def other(db: None) -> Bureau:
    return bureaus.neighbour()
