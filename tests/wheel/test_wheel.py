"""The wheel that an organ installs: built, installed into a fresh environment, and served from there."""

import os
import re
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.browser.conftest import await_answer, free_port

ROOT = Path(__file__).resolve().parents[2]
LINKED = re.compile(r'(?:href|src)="(/static/[^"]+)"')
pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-build-isolation", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the wheel; its dependencies are this environment's."""
    folder = tmp_path_factory.mktemp("organ") / "venv"
    venv.create(folder, with_pip=False, symlinks=True)
    [packages] = (folder / "lib").glob("python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    pip("--python", str(folder / "bin" / "python"), "install", "--no-deps", "--no-index", str(wheel))
    return folder / "bin"


@pytest.fixture(scope="module")
def served(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    var = tmp_path_factory.mktemp("var")
    environment = surroundings(var)
    migrate = [str(installed / "python"), "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(migrate, env=environment, cwd=var, check=True)
    port = free_port()
    command = [str(installed / "zhixing"), "serve", "--demo", "--port", str(port)]
    with subprocess.Popen(command, env=environment, cwd=var, stdout=subprocess.DEVNULL) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            await_answer(address)
            yield address
        finally:
            server.terminate()


def pip(*arguments: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments], check=True
    )


def surroundings(var: Path) -> Mapping[str, str]:
    return {
        **os.environ,
        "ZHIXING_VAR": str(var),
        "DJANGO_SETTINGS_MODULE": "zhixing.site.settings.demo",
    }


def test_the_installed_package_is_the_one_that_answers(installed: Path, tmp_path: Path) -> None:
    question = "import zhixing; print(zhixing.__path__[0])"
    said = subprocess.run(
        [installed / "python", "-c", question], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert Path(said.stdout.strip()).is_relative_to(installed.parent)


def test_a_page_and_everything_it_links_to_is_served(served: str) -> None:
    with urlopen(f"{served}/sign-in/login/") as answer:
        page = answer.read().decode()
    assert "<title>登录" in page
    linked = LINKED.findall(page)
    assert any("tabler" in address for address in linked)
    for address in linked:
        with urlopen(served + address) as answer:
            assert answer.read()


def test_the_installed_command_decides_by_its_own_editions(installed: Path, tmp_path: Path) -> None:
    command = [
        str(installed / "zhixing"),
        "decide",
        "02",
        "请假审批",
        "职级=一般人员",
        "区管干部=否",
        "假别=事假",
        "天数=2",
    ]
    said = subprocess.run(
        [*command, "--on", "2026-03-02"], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert "分管局长审批" in said.stdout
