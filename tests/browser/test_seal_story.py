"""The bureau's seal leaves the house for a signing and comes back late; a blank letterhead is refused to the chief."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser.conftest import Enter, screen

pytestmark = pytest.mark.browser
SEAL = "鹿城区经济和信息化局"
LEASE, AGREEMENT = "企业服务驿站共建协议", "数字化改造诊断服务协议"


def paper(name: str) -> FilePayload:
    return {"name": f"{name}.txt", "mimeType": "text/plain", "buffer": f"{name}全文。".encode()}


def asked(page: Page, title: str) -> str:
    """17-4a: who asks for a stamp hands in the whole paper; the way stands beside it."""
    page.goto("/seals/uses/new/")
    form = page.locator("#seal-form")
    form.locator("[name=seal]").select_option(label=SEAL)
    form.locator("[name=title]").fill(title)
    form.locator("[name=purpose]").select_option("合同协议及担保")
    form.locator("[name=reason]").fill("现场签订协议。")
    form.locator("[name=material]").select_option("完整文件")
    form.locator("[name=copies]").fill("4")
    form.locator("[name=pages]").fill("6")
    form.locator("[name=recipient]").fill("瓯江大厦物业公司")
    form.locator("[name=file]").set_input_files(paper(title))
    expect(page.locator("#live")).to_contain_text("林启衡")
    return submitted(page)


def carried(page: Page, title: str, day: str) -> str:
    page.goto("/seals/carries/new/")
    form = page.locator("#seal-form")
    use = form.locator("[name=use]")
    use.select_option(label=use.locator("option", has_text=title).first.inner_text())
    form.locator("[name=reason]").fill("对方要求现场签订。")
    form.locator("[name=destination]").fill("瓯江大厦物业公司")
    form.locator("[name=out]").fill(day)
    form.locator("[name=due]").fill(day)
    form.locator("[name=undertaken]").check()
    return submitted(page)


def submitted(page: Page) -> str:
    page.get_by_role("button", name="提交", exact=True).click()
    expect(page.get_by_text(re.compile("提交成功.*回执号"))).to_be_visible()
    return page.url


def agreed(leader: Page, matter: str) -> None:
    leader.goto(matter)
    leader.locator(".act-first").click()
    expect(leader.get_by_text(re.compile("回执号"))).to_be_visible()


def press(page: Page, word: str, **typed: str) -> None:
    form: Locator = page.locator(f"form:has(input[name=act][value='{word}'])")
    for name, said in typed.items():
        form.locator(f"[name$='-{name}']").fill(said)
    form.get_by_role("button", name=word, exact=True).click()
    expect(page.get_by_text(re.compile("回执号"))).to_be_visible()


def opened(page: Page, title: str) -> str:
    """One carry-out, from its list by the name of whoever has the seal."""
    page.goto("/seals/carries/")
    page.locator("tr", has_text=title).first.get_by_role("link").first.click()
    return page.url


def test_a_seal_leaves_the_house_and_comes_back_late(enter: Enter, house_later: str) -> None:
    borrower, chief = enter("e031"), enter("e001", 390)
    for title in (LEASE, AGREEMENT):
        agreed(chief, asked(borrower, title))
    agreed(enter("e002", 390), carried(borrower, LEASE, "2026-09-22"))
    keeper = enter("e011")
    carry = opened(keeper, "彭越")
    press(keeper, "带出")
    expect(keeper.get_by_role("heading", level=1)).to_contain_text("已带出")

    late = enter("e031", address=house_later)
    late.goto("/seals/carries/")
    expect(late.locator("main")).to_contain_text("带出去逾期没有还")
    screen(late, "seal-late")
    late.goto("/seals/carries/new/")
    form = late.locator("#seal-form")
    use = form.locator("[name=use]")
    use.select_option(label=use.locator("option", has_text=AGREEMENT).first.inner_text())
    late.get_by_role("button", name="提交", exact=True).click()
    expect(late.get_by_role("alert").first).to_contain_text("逾期未还")
    expect(late.get_by_role("alert").first).to_contain_text("第七条")

    place = re.sub("^https?://[^/]+", "", carry)
    late.goto(place)
    late.locator("[name='back-only_for_it']").select_option("是")
    press(late, "交回", counted="4", report="双方各执两份。")
    checker = enter("e011", address=house_later)
    checker.goto(place)
    press(checker, "验印归还", remark="印面完好，份数相符。")
    expect(checker.get_by_role("heading", level=1)).to_contain_text("已归还")
    screen(checker, "seal-returned")
    assert checker.request.get(f"{place}print/").body().startswith(b"%PDF")


def test_a_blank_letterhead_is_refused_to_the_chief(enter: Enter) -> None:
    chief = enter("e001", 390)
    chief.goto("/seals/uses/new/")
    form = chief.locator("#seal-form")
    form.locator("[name=seal]").select_option(label=SEAL)
    form.locator("[name=material]").select_option("空白信函")
    form.locator("[name=title]").fill("空白信函")
    chief.get_by_role("button", name="提交", exact=True).click()
    refusal = chief.get_by_role("alert").first
    expect(refusal).to_contain_text("空白信函")
    expect(refusal).to_contain_text("第六条")
    screen(chief, "seal-blank")
