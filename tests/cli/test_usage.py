import subprocess
import sys

import pytest

from zhixing.cli.main import run
from zhixing.cli.parser import in_chinese


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ([], "缺少：命令名"),
        (["没有的命令"], "命令名 写的是 没有的命令，只能是"),
        (["decide", "02"], "缺少：问题"),
        (["decide", "02", "请假审批", "--on"], "--on 后面要写一个值"),
        (["days", "2026-03-01"], "缺少：止日"),
        (["days", "2026-03-01", "2026-03-02", "--多余"], "多出来的内容：--多余"),
        (["due", "2026-03-01", "2", "3"], "多出来的内容：3"),
        (["check", "--json=1"], "--json 后面不带值"),
    ],
)
def test_wrong_usage_is_said_in_chinese_and_ends_with_two(
    line: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(line)
    error = capsys.readouterr().err
    assert stopped.value.code == 2
    assert said in error
    assert [text.split("：")[0] for text in error.splitlines()] == [
        "结论",
        "事实",
        "依据",
        "下一步",
        "谁能处理",
    ]


@pytest.mark.parametrize("line", [["--help"], ["decide", "--help"], ["check", "-h"]])
def test_help_is_chinese_with_full_width_headings(
    line: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(line)
    text = capsys.readouterr().out
    assert stopped.value.code == 0
    assert text.startswith("用法：")
    assert "选项：" in text
    assert not {"usage", "options", "positional"} & set(text.replace(":", " ").split())


def test_a_message_nobody_translated_is_shown_as_it_is() -> None:
    assert in_chinese("something new") == "something new"


def test_the_module_runs_as_a_program_in_a_plain_locale() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "zhixing.cli.main", "days", "2027-01-01", "2027-01-04"],
        capture_output=True,
        check=False,
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    )
    assert (done.returncode, done.stdout.decode()) == (0, "1 暂估\n")


def test_a_reader_who_has_had_enough_ends_the_command_quietly() -> None:
    command = f"{sys.executable} -m zhixing.cli.main check | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
