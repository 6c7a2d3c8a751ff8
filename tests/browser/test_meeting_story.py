"""One party group's meeting in the browser: six are due, five come, one leaves in the middle; four topics, four ends.

An ordinary topic passes; a personnel topic is refused for its quorum and decided when the member is back; one fails
with exactly half in favour; one is voted on in secret, on the members' phones. Then the record is sealed and printed,
and one resolution is followed to its end.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Enter, screen

pytestmark = pytest.mark.browser
PRESENT = {"e001": "林启衡", "e002": "陈书岚", "e003": "周砚青", "e004": "吴慕川", "e006": "郑伯言"}


@pytest.fixture
def recorder(enter: Enter) -> Page:
    page = enter("e008")
    page.goto("/meetings/")
    page.locator("tr", has_text="党组会议").get_by_text("进入会场").click()
    return page


def controls(page: Page) -> Page:
    return page.locator("#room-controls")  # type: ignore[return-value]  # a locator answers the same questions


def mark(page: Page, name: str, word: str) -> None:
    page.get_by_role("button", name=f"{name}{word}", exact=True).click()


def begin(page: Page, title: str) -> None:
    controls(page).get_by_role("button", name=title).click()
    expect(page.locator("#topic-title")).to_contain_text(title)


def say(page: Page, name: str, kind: str, text: str) -> None:
    form = controls(page).locator("form:has(input[value='登记发言'])")
    form.locator("[name=speech-person]").select_option(label=option_of(form, name))
    form.locator("[name=speech-kind]").select_option(kind)
    form.locator("[name=speech-text]").fill(text)
    form.get_by_role("button", name="登记发言").click()


def option_of(form: object, name: str) -> str:
    found = form.locator("option", has_text=name).first.inner_text()  # type: ignore[attr-defined]  # a locator
    return str(found)


def open_vote(page: Page, form_of_vote: str) -> None:
    form = controls(page).locator("form:has(input[value='开始表决'])")
    form.locator("[name=vote-form]").select_option(form_of_vote)
    form.get_by_role("button", name="开始表决").click()


def count(page: Page, in_favour: int, against: int) -> None:
    form = controls(page).locator("form:has(input[value='登记票数'])")
    form.locator("[name=counts-in_favour]").fill(str(in_favour))
    form.locator("[name=counts-against]").fill(str(against))
    form.get_by_role("button", name="登记票数").click()


def conclude(page: Page, *, passed: bool, decision: str = "") -> None:
    form = controls(page).locator("form:has(input[value='作出结论'])")
    if decision:
        form.locator("[name=end-decision]").fill(decision)
    if passed:
        form.locator("[name=end-lead]").select_option(label=option_of(form, "陈书岚"))
        form.locator("[name=end-section]").select_option(label="办公室")
        form.locator("[name=end-person]").select_option(label=option_of(form, "孙怀瑾"))
        form.locator("[name=end-until]").fill("2027-01-20")
    form.get_by_role("button", name="作出结论").click()


def test_a_meeting_from_the_first_arrival_to_the_last_resolution(recorder: Page, enter: Enter) -> None:
    room = recorder.url
    for name in PRESENT.values():
        mark(recorder, name, "到会")
    controls(recorder).get_by_role("button", name="宣布开会").click()
    expect(recorder.locator(".quorum-figures")).to_contain_text("5")

    begin(recorder, "明年党建工作要点")
    say(recorder, "周砚青", "发言", "同意。")
    open_vote(recorder, "举手")
    count(recorder, 5, 0)
    conclude(recorder, passed=True)
    expect(recorder.locator("#room-now")).to_contain_text("已有结果：通过")

    begin(recorder, "年度嘉奖建议名单")
    say(recorder, "陈书岚", "人事说明", "三名同志的表现情况。")
    mark(recorder, "吴慕川", "回避")
    mark(recorder, "郑伯言", "离席")
    open_vote(recorder, "举手")
    expect(recorder.locator("#refusal")).to_contain_text("还差1人")
    expect(recorder.locator("#refusal")).to_contain_text("第六条（四）")
    screen(recorder, "meeting-quorum")
    mark(recorder, "郑伯言", "返回")
    open_vote(recorder, "举手")
    count(recorder, 4, 0)
    conclude(recorder, passed=True)
    expect(recorder.locator("#room-now")).to_contain_text("已有结果：通过")

    begin(recorder, "机关值班安排调整")
    open_vote(recorder, "举手")
    count(recorder, 3, 2)
    conclude(recorder, passed=False, decision="赞成3票，没有超过应到成员的半数，未获通过。")
    expect(recorder.locator("#room-now")).to_contain_text("已有结果：未通过")

    begin(recorder, "先进支部推荐对象")
    open_vote(recorder, "无记名")
    for place, number in enumerate(PRESENT):
        member = enter(number, 390)
        member.goto(room)
        expect(member.locator("#secret-told")).to_contain_text("全票一致")
        if not place:
            screen(member, "meeting-secret")
        member.get_by_role("button", name="反对" if place == 2 else "赞成", exact=True).click()
        expect(member.locator("#room-now")).to_contain_text("您已投票")
    recorder.reload()
    controls(recorder).get_by_role("button", name="结束表决").click()
    expect(recorder.locator("#room-now")).to_contain_text("4")
    conclude(recorder, passed=True)
    controls(recorder).get_by_role("button", name="宣布散会").click()
    screen(recorder, "meeting-room")

    sealed_and_printed(recorder, enter)
    followed_to_its_end(recorder, enter)


def sealed_and_printed(recorder: Page, enter: Enter) -> None:
    controls(recorder).get_by_role("link", name="整理会议记录").click()
    recorder.get_by_role("button", name="送核").click()
    minutes = recorder.url
    host = enter("e001")
    host.goto(minutes)
    host.get_by_role("button", name="核对无误，锁定记录").click()
    expect(host.locator("h1")).to_contain_text("已锁定")
    expect(host.locator("main")).to_contain_text("回避1人")
    paper = host.request.get(f"{minutes}print/")
    assert paper.body().startswith(b"%PDF")
    recorder.goto(minutes.replace("minutes/", "summary/"))
    recorder.get_by_role("button", name="保存").click()
    host.goto(recorder.url)
    host.get_by_role("button", name="签发").click()
    expect(host.locator("main")).to_contain_text("党组会议纪要")
    assert host.request.get(f"{recorder.url}print/").body().startswith(b"%PDF")
    assert host.request.get(f"{recorder.url}word/").body().startswith(b"PK")


def followed_to_its_end(recorder: Page, enter: Enter) -> None:
    bearer = enter("e009")
    bearer.goto("/meetings/resolutions/")
    bearer.locator("tr", has_text="同意工作要点").get_by_role("link").first.click()
    place = bearer.url
    progress = bearer.locator("form:has(input[value='登记进展'])")
    progress.locator("textarea").fill("已印发各支部。")
    progress.locator("input[type=number]").fill("60")
    progress.get_by_role("button").click()
    bearer.get_by_text("报送办结").first.click()
    done = bearer.locator("form:has(input[value='报送办结'])")
    done.locator("textarea").fill("各支部已全部落实。")
    done.get_by_role("button").click()
    host = enter("e001")
    host.goto(place)
    accepted = host.locator("form:has(input[value='办结'])")
    accepted.locator("textarea").fill("属实。")
    accepted.get_by_role("button").click()
    expect(host.locator("h1")).to_contain_text("已办结")
    screen(host, "meeting-resolution")
