"""The main story, as people live it: asked for across the autumn holidays, agreed to on two phones, filed, printed."""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Enter, screen

ASKER, LEADER, CHIEF, OFFICE = "e024", "e004", "e001", "e014"
FIRST, LAST = date(2026, 9, 28), date(2026, 10, 8)
# 28, 29 and 30 September and 8 October; 1 to 7 October are the holidays of 2026.
DAYS = "4 天"
TITLE = re.compile(r"袁朗请事假，2026-09-28上午至2026-10-08下午")


def fill(page: Page) -> None:
    page.goto("/attendance/leave/new/")
    page.get_by_label("假别").select_option("事假")
    page.get_by_label("起始日期").fill(FIRST.isoformat())
    with page.expect_response("**/leave/preview/"):
        page.get_by_label("终止日期").fill(LAST.isoformat())


def act_on(page: Page, word: str, name: str) -> None:
    """From the list of to-dos: one touch opens the matter, one agrees."""
    page.goto("/todo/")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("袁朗请事假")
    screen(page, f"story-{name}")
    page.get_by_role("button", name=word, exact=True).click()
    expect(page.get_by_text(re.compile("回执号"))).to_be_visible()


@pytest.mark.browser
def test_leave_across_a_holiday_from_the_form_to_the_paper(enter: Enter) -> None:
    asker = enter(ASKER)
    fill(asker)
    live = asker.locator("#live")
    expect(live).to_contain_text(DAYS)
    expect(live).to_contain_text("法定节假日")
    for said in ("吴慕川", "分管局长签署意见", "林启衡", "局长审批", "苏小满", "办公室备案", "一、2 事假"):
        expect(live).to_contain_text(said)
    screen(asker, "story-form")

    asker.get_by_label("事由").fill("家中老人手术，需要陪护。")
    asker.get_by_label("工作代理人").select_option(label="方晓棠")
    asker.get_by_role("button", name="提交", exact=True).click()
    expect(asker.get_by_text(re.compile("提交成功.*吴慕川.*回执号"))).to_be_visible()
    matter = asker.url
    screen(asker, "story-sent")

    act_on(enter(LEADER, 390), "同意", "leader")
    act_on(enter(CHIEF, 390), "同意", "chief")
    act_on(enter(OFFICE), "备案", "office")

    asker.goto(matter)
    expect(asker.get_by_role("heading", level=1)).to_contain_text("已同意")
    for who in ("吴慕川", "林启衡", "苏小满"):
        expect(asker.locator(".paper-sign", has_text=who)).to_be_visible()
    screen(asker, "story-done")
    address = asker.get_by_role("link", name="打印", exact=True).get_attribute("href")
    printed = asker.request.get(address or "")
    assert printed.body().startswith(b"%PDF-")


@pytest.mark.browser
def test_what_is_missing_is_said_at_once_and_nothing_typed_is_lost(enter: Enter) -> None:
    page = enter("e020")
    fill(page)
    page.get_by_label("外出地点").fill("杭州")
    page.get_by_role("button", name="提交", exact=True).click()
    refusal = page.get_by_role("alert").first
    for missing in ("事由", "工作代理人"):
        expect(refusal).to_contain_text(missing)
    expect(refusal).to_contain_text("《考勤制度》")
    expect(page.get_by_label("外出地点")).to_have_value("杭州")
    expect(page.get_by_label("终止日期")).to_have_value(LAST.isoformat())


@pytest.mark.browser
def test_the_form_can_be_filled_in_by_keyboard_alone(enter: Enter) -> None:
    page = enter("e020")
    page.goto("/attendance/leave/new/")
    page.get_by_label("假别").focus()
    reached = set()
    for _ in range(60):
        reached.add(page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()"))
        page.keyboard.press("Tab")
    assert {"kind", "first", "last", "reason", "stand_in"} <= reached
