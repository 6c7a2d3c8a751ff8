import json

import pytest

from zhixing.cli.main import run


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        (["days", "2026-09-18", "2026-09-21"], "3"),
        (["days", "2026-09-24", "2026-09-28"], "2"),
        (["days", "2026-12-31", "2027-01-04"], "2 暂估"),
        (["due", "2026-09-30", "2"], "2026-10-09"),
        (["due", "2026-09-19", "1"], "2026-09-20"),
        (["due", "2026-12-31", "1"], "2027-01-04 暂估"),
    ],
)
def test_one_value_is_printed_with_a_word_where_it_is_estimated(
    line: list[str], printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(line) == 0
    assert capsys.readouterr().out == f"{printed}\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (["days", "2026-09-18", "2026-09-21"], {"value": 3, "estimated": False}),
        (["days", "2027-01-01", "2027-01-04"], {"value": 1, "estimated": True}),
        (["due", "2026-09-30", "2"], {"value": "2026-10-09", "estimated": False}),
        (["due", "2026-12-31", "1"], {"value": "2027-01-04", "estimated": True}),
    ],
)
def test_json_gives_value_and_estimated(
    line: list[str], expected: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*line, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == expected


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        (["days", "2026-03-02", "2026-03-01"], ["起止日期"]),
        (["days", "2026-02-30", "明天"], ["起日", "止日"]),
        (["due", "2026-2-3", "两"], ["起日", "工作日数"]),
        (["due", "2026-02-03", "-1"], ["工作日数"]),
        (["due", "2026-02-03", "99999"], ["工作日数"]),
        (["due", "9999-12-31", "1"], ["日期"]),
    ],
)
def test_what_cannot_be_reckoned_is_refused_with_every_finding(
    line: list[str], facts: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*line, "--json"]) == 2
    assert [finding["fact"] for finding in json.loads(capsys.readouterr().out)["findings"]] == facts
    assert run(line) == 2
    assert capsys.readouterr().err.startswith("结论：")
