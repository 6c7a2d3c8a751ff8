"""A real Chromium against a real server: the demo bureau as it stood on the Tuesday before the autumn holidays of 2026."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.bureau import LOADED, NOW, ZHIXING, loading, surroundings
from zhixing.cli.demo.accounts import PASSWORD

LATER = "2026-09-24T09:00+08:00"
WIDTHS = {1440: 900, 390: 844}
PATIENCE = 60  # seconds for the server's first answer
SCREENS = os.environ.get("ZHIXING_SCREENS", "")

Enter = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("没有找到 Chromium。")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--lang=zh-CN"],
            env={**os.environ, "LANGUAGE": "zh_CN"},  # its own date fields in Chinese, where it has the words
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a demo bureau of its own: a copy of the one that is loaded already, where one is named."""
    folder = tmp_path_factory.mktemp("bureau")
    if loaded := os.environ.get(LOADED):
        shutil.copytree(loaded, folder, dirs_exist_ok=True)
    else:
        assert loading(folder).wait() == 0
    return folder


@pytest.fixture(scope="session")
def house(bureau: Path) -> Iterator[str]:
    """Its address on the day of the stories."""
    with served(bureau, NOW) as address:
        yield address


@pytest.fixture
def house_later(bureau: Path) -> Iterator[str]:
    """The address of the same bureau two days later."""
    with served(bureau, LATER) as address:
        yield address


@contextmanager
def served(bureau: Path, now: str) -> Iterator[str]:
    port = free_port()
    command = [str(ZHIXING), "serve", "--demo", "--port", str(port)]
    with subprocess.Popen(command, env=surroundings(bureau, now), stdout=subprocess.DEVNULL) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            await_answer(address)
            yield address
        finally:
            server.terminate()


def house_by_name(house: str) -> str:
    """The same house by a name: browsers give keys to names only, never to numbers."""
    return house.replace("127.0.0.1", "localhost")


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def await_answer(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(f"{address}/health", timeout=PATIENCE):
                return
        except URLError:
            if time.monotonic() > until:
                raise


@pytest.fixture
def enter(chromium: Browser, house: str) -> Iterator[Enter]:
    """Signs a person in and gives the page; whatever the browser complains about fails the test."""
    contexts, complaints = [], []

    def signed_in(username: str, width: int = 1440, address: str = house) -> Page:
        context = chromium.new_context(
            base_url=address,
            viewport={"width": width, "height": WIDTHS[width]},
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            has_touch=width < 1000,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if is_complaint(said) else None)
        page.goto("/sign-in/login/")
        page.locator("[name=login]").fill(username)
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("form[method=post] button[type=submit]").first.click()
        page.wait_for_url(lambda url: "/sign-in/login" not in url)
        return page

    yield signed_in
    for context in contexts:
        context.close()
    assert complaints == []


def is_complaint(said: ConsoleMessage) -> bool:
    """An error of the page; a refused form is answered with 422, which Chromium tells as an error too."""
    return said.type == "error" and "422" not in said.text


def screen(page: Page, name: str) -> None:
    """Keeps a picture of the whole page, for people's eyes and the manual, where ZHIXING_SCREENS names a folder."""
    width = (page.viewport_size or {"width": 0})["width"]
    if SCREENS:
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=Path(SCREENS) / f"{name}-{width}.png", full_page=True)
