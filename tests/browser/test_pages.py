"""Every page a role may open: nothing for axe to find, nothing wider than the screen."""

from collections import deque

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from playwright.sync_api import Page

from tests.browser.conftest import WIDTHS, Enter, screen
from zhixing.web.access import PAGES, may_open
from zhixing.web.access_roles import ACCOUNTS

ROLES = {
    "e025": frozenset({"职员", "已登录"}),
    "e001": frozenset({"职员", "局领导", "局长", "已登录"}),
    "e008": frozenset({"职员", "办公室", "办公室主任", "已登录"}),
    "xitong": frozenset({"系统管理员", "已登录"}),
    "anquan": frozenset({"安全管理员", "已登录"}),
    "shenji": frozenset({"审计管理员", "已登录"}),
}
PAPERS: dict[str, bool] = {}
LOOKED_AT: dict[tuple[str, int], list[frozenset[str]]] = {}
# each element under its parent, with what the rules and the style sheets look at
SHAPE = """() => {
  const said = e => [e.tagName, e.className, e.getAttributeNames().sort().join(','), e.getAttribute('role')].join(' ');
  return [...new Set([...document.querySelectorAll('body *')].map(e => said(e.parentElement) + ' > ' + said(e)))];
}"""
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]},
    "resultTypes": ["violations"],  # what is in order need not be told element by element
}


def places(roles: frozenset[str]) -> list[tuple[str, str]]:
    return [
        (name, address)
        for name in PAGES
        if may_open(name, roles) and not is_offered(name) and (address := plain_address(name))
    ]


def is_offered(name: str) -> bool:
    """Opened where a page offers it: a form may be for fewer than its list, a single thing needs its number."""
    return name.endswith("_new") or not plain_address(name)


def plain_address(name: str) -> str:
    """The address of a page that needs nothing more to be named; "" for others."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def is_new(page: Page, name: str) -> bool:
    """Whether this page shows a role anything that nobody before has been shown on it at this width."""
    shape = frozenset(page.evaluate(SHAPE))
    looked_at = LOOKED_AT.setdefault((name, (page.viewport_size or {"width": 0})["width"]), [])
    if any(shape <= other for other in looked_at):
        return False
    looked_at.append(shape)
    return True


def faults(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def overflow(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def is_page(page: Page, name: str, address: str) -> bool:
    """Neither an act, which only answers to a form, nor a file to be saved; asked once for all who come."""
    if name not in PAPERS:
        answer = page.request.head(address)
        PAPERS[name] = answer.status != 405 and "html" in answer.headers.get("content-type", "")
    return PAPERS[name]


def led_to(page: Page) -> dict[str, str]:
    """The first address on this page of each page that is opened where it is offered."""
    led: dict[str, str] = {}
    for address in page.eval_on_selector_all("main a[href^='/']", "all => all.map(a => a.pathname)"):
        name = named(address)
        if name in PAGES and is_offered(name):
            led.setdefault(name, address)
    return led


def named(address: str) -> str:
    try:
        return resolve(address).view_name
    except Resolver404:
        return ""


def wrong_with(page: Page, name: str, address: str) -> list[str]:
    answer = page.goto(address)
    said = faults(page) if is_new(page, name) else []
    if (wide := overflow(page)) > 0:
        said.append(f"页面宽出{wide}像素")
    if not (answer and answer.ok):
        said.append("没有打开")
    return said


@pytest.mark.browser
@pytest.mark.parametrize("username", ROLES)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_can_be_read_by_everyone(enter: Enter, username: str, width: int) -> None:
    page = enter(username, width)
    wrong: dict[str, list[str]] = {}
    waiting = deque(places(ROLES[username] | ACCOUNTS))
    seen = {name for name, _ in waiting}
    while waiting:
        name, address = waiting.popleft()
        if not is_page(page, name, address):
            continue
        if said := wrong_with(page, name, address):
            wrong[address] = said
        screen(page, f"{username}-{name.partition(':')[2] or name}")
        further = {name: address for name, address in led_to(page).items() if name not in seen}
        seen |= further.keys()
        waiting.extend(further.items())
    assert wrong == {}
    assert ("web:clause" in seen) == ("职员" in ROLES[username]), (
        "pages of single things were walked with them"
    )
