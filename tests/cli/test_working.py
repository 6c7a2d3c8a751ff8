"""`zhixing tick`, `work` and what `serve` starts, as an installation runs them."""

import signal
import subprocess
import sys
from argparse import Namespace
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from tests.process import surroundings
from zhixing.cli import serve
from zhixing.cli.main import run
from zhixing.office.duties.models import Beat, Turn
from zhixing.organ.models import Organ

pytestmark = pytest.mark.django_db(transaction=True)
SCHEDULES = {"任务和提醒", "见证", "清理"}
Said = pytest.CaptureFixture[str]


@pytest.fixture
def organ() -> Organ:
    return Organ.objects.create(key="lucheng", name="试单位", short_name="试单位", created_at=timezone.now())


def test_a_tick_puts_what_has_come_on_the_queue_and_the_next_one_nothing(capsys: Said) -> None:
    assert run(["tick"]) == 0
    said = capsys.readouterr().out
    assert all(f"到点：{name}（" in said for name in SCHEDULES)
    assert set(Turn.objects.values_list("schedule", flat=True)) == SCHEDULES
    run(["tick"])
    assert DBTaskResult.objects.count() == Turn.objects.count()


def test_the_demo_bureau_s_worker_lives_on_the_day_its_pages_show(settings: Settings) -> None:
    settings.CLOCK_AHEAD = timedelta(days=-62)
    run(["tick"])
    shown = timezone.now() - timedelta(days=62)
    assert all(shown - timedelta(days=1) < turn.slot <= shown for turn in Turn.objects.all())
    assert Turn.objects.exists()


def test_work_once_looks_at_the_clock_does_everything_and_goes(organ: Organ, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "zhixing.cli.main", "work", "--once"]
    done = subprocess.run(command, env=surroundings(tmp_path), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert set(Turn.objects.exclude(done_at=None).values_list("schedule", flat=True)) == SCHEDULES
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL"}
    assert not Beat.objects.exists(), "it said good-bye"


def test_a_worker_told_to_stop_says_good_bye(organ: Organ, tmp_path: Path) -> None:
    script = (
        "from zhixing.cli.main import run; import sys; print('begun', flush=True); sys.exit(run(['work']))"
    )
    worker = subprocess.Popen(
        [sys.executable, "-c", script], env=surroundings(tmp_path), stdout=subprocess.PIPE, text=True
    )
    assert worker.stdout is not None
    worker.stdout.readline()
    until = timezone.now() + timedelta(seconds=60)
    while not Turn.objects.exclude(done_at=None).exists():
        assert timezone.now() < until
    worker.send_signal(signal.SIGTERM)
    worker.communicate()
    assert worker.returncode == 0
    assert not Beat.objects.exists()


def test_the_server_has_a_worker_beside_it() -> None:
    assert serve.worker() == [sys.executable, "-m", "zhixing.cli.main", "work"]
    web = serve.web(Namespace(host="127.0.0.1", port="8000", workers="1"))
    assert web[-1] == "zhixing.site.wsgi:application"
    assert web[web.index("--host") + 1] == "127.0.0.1"


def test_when_one_process_ends_the_other_is_taken_down() -> None:
    quick = [sys.executable, "-c", "raise SystemExit(3)"]
    endless = [sys.executable, "-c", "import signal; signal.pause()"]
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    class Noted(popen):  # type: ignore[valid-type,misc]
        def __init__(self, *args: object, **kwargs: object) -> None:
            super().__init__(*args, **kwargs)
            started.append(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subprocess, "Popen", Noted)
        assert serve.watch([quick, endless]) == 3
    assert [process.poll() for process in started] == [3, -signal.SIGTERM]
