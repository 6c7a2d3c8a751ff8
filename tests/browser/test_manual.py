"""Pages that the manual shows and the other tests do not pass: each says what its page of the manual says it says."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import WIDTHS, Enter, screen

ASKER, OFFICE, AUDITOR = "e020", "e014", "shenji"


@pytest.mark.browser
def test_the_door_names_no_organ_and_asks_for_account_and_password(chromium: Browser, house: str) -> None:
    context = chromium.new_context(
        base_url=house, viewport={"width": 1440, "height": WIDTHS[1440]}, locale="zh-CN"
    )
    page = context.new_page()
    page.goto("/sign-in/login/")
    expect(page.get_by_role("heading", name="登录")).to_be_visible()
    screen(page, "manual-door")
    context.close()


@pytest.mark.browser
def test_the_newest_month_shows_a_line_for_everybody(enter: Enter) -> None:
    page = enter(OFFICE)
    page.goto("/attendance/months/")
    screen(page, "manual-months")
    page.get_by_role("link", name="2026年8月", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("2026年8月")
    expect(page.get_by_role("main").get_by_text("袁朗").first).to_be_visible()
    screen(page, "manual-month")


@pytest.mark.browser
def test_a_clause_shows_its_numbers_and_its_table(enter: Enter) -> None:
    page = enter(ASKER)
    page.goto("/law/02/02-1.2a/")
    for said in ("一般人员限", "中层限", "分管局长签署意见、局长审批、办公室备案"):
        expect(page.get_by_role("main").get_by_text(said).first).to_be_visible()
    screen(page, "manual-clause")
    page.goto("/law/check-up/")
    expect(page.get_by_text("没有缺口、重叠和不符的示例")).to_be_visible()
    screen(page, "manual-checkup")


@pytest.mark.browser
def test_a_receipt_from_the_trail_of_a_matter_is_found_in_the_journal(enter: Enter) -> None:
    page = enter(OFFICE)
    page.goto("/done/")
    page.get_by_role("main").get_by_role("link", name=re.compile("请")).first.click()
    number = page.get_by_text(re.compile(r"^lucheng-jx-\d{6}-[0-9a-f]+$")).first.inner_text()
    page.goto("/receipts/")
    page.get_by_label("回执号").fill(number)
    page.get_by_role("button", name="核对", exact=True).click()
    expect(page.get_by_role("heading", name=re.compile("^相符"))).to_be_visible()
    screen(page, "manual-receipt")


@pytest.mark.browser
def test_the_audit_officer_checks_the_whole_journal(enter: Enter) -> None:
    page = enter(AUDITOR)
    page.goto("/organ/audit/")
    screen(page, "manual-audit")


@pytest.mark.browser
def test_one_sees_ones_own_month_and_desk(enter: Enter) -> None:
    page = enter(ASKER)
    page.goto("/desk/")
    expect(page.get_by_role("heading", name="今天")).to_be_visible()
    screen(page, "manual-desk")
    page.goto("/attendance/my-month/")
    mid_autumn = page.get_by_role("main").get_by_text("法定节假日")
    expect(mid_autumn.first).to_be_visible()
    screen(page, "manual-my-month")
