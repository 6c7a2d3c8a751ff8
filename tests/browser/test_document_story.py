"""A letter from its arrival to the sealed reply: read by four leaders, one away; assigned, urged, answered by three.

The file of the letter and every word typed are of an invented bureau; each person does their own part on a page.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser.conftest import Enter, screen

pytestmark = pytest.mark.browser
SENDER, NUMBER = "省经济和信息化厅", "浙经信函〔2026〕318号"
TITLE = "关于征求中小企业数字化转型工作意见的函"
REPLY = "关于中小企业数字化转型工作意见的复函"
BODY = """贵厅来函收悉。经研究，现将有关意见回复如下：
一、建议把小微企业的诊断服务列入年度任务，由各区县按季度通报。
二、建议对完成改造的企业给予跟踪服务，及时帮助解决运行中的困难。
专此函复。"""


def text_file(name: str, said: str) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": said.encode()}


def part(page: Page, word: str) -> Locator:
    """The form of one button; a rare one is unfolded first."""
    form = page.locator(f"form:has(input[name=act][value='{word}'])")
    if not form.is_visible():
        page.locator("summary", has_text=word).click()
    return form


def press(form: Locator, word: str) -> None:
    form.get_by_role("button", name=word, exact=True).click()
    expect(form.page.get_by_text(re.compile("回执号")).first).to_be_visible()


def choose(form: Locator, field: str, label: str) -> None:
    box = form.locator(f"[name$='{field}']")
    box.select_option(label=box.locator("option", has_text=label).first.inner_text())


def registered(clerk: Page) -> str:
    """09-1.1, 09-1.2: entered by the clerk, who asks the three questions of the first review."""
    clerk.goto("/documents/received/new/")
    form = clerk.locator("form:has([name='record-title'])")
    form.locator("[name='record-day']").fill("2026-09-22")
    form.locator("[name='record-sender']").fill(SENDER)
    form.locator("[name='record-sender_number']").fill(NUMBER)
    form.locator("[name='record-title']").fill(TITLE)
    form.locator("[name='record-type']").select_option("函")
    form.locator("[name='record-urgency']").select_option("加急")
    form.locator("[name='record-mode']").select_option("办件")
    form.locator("[name='record-file']").set_input_files(text_file("来函.txt", "请于九月底前反馈意见。"))
    screen(clerk, "document-registering")
    press(form, "登记收文")
    clerk.locator("tr", has_text=TITLE).get_by_role("link").first.click()
    review = part(clerk, "初审")
    for question in ("ours", "fits_rules", "fits_drafting"):
        review.locator(f"[name$='{question}']").select_option("是")
    press(review, "初审")
    return clerk.url


def entrusted(leader: Page) -> None:
    """周砚青 stands in for 陈书岚, who is on the road; for letters only."""
    leader.goto("/organ/delegations/new/")
    form = leader.locator("form:has([name=receiver])")
    choose(form, "receiver", "周砚青")
    form.locator("[name=until]").fill("2026-09-25")
    form.locator("[name=kinds][value='收文']").check()
    form.locator("[name=basis]").fill("外出参加培训，局长已同意。")
    form.locator("button[type=submit]").last.click()
    expect(leader.get_by_text(re.compile("委托成功"))).to_be_visible()


def advised(director: Page, letter: str) -> None:
    """09-1.3: what is proposed, the four leaders one after the other, somebody who urges."""
    director.goto(letter)
    form = part(director, "拟办")
    form.locator("textarea").fill("请局领导阅示，建议由企业服务科牵头，经济运行科、信息化科配合。")
    for place, leader in enumerate(("陈书岚", "周砚青", "吴慕川", "何念慈")):
        choose(form, f"leader_{place}", leader)
    choose(form, "watcher", "E010")
    press(form, "拟办")


def noted(leader: Page, letter: str, said: str) -> None:
    leader.goto(letter)
    form = part(leader, "批示")
    form.locator("textarea").first.fill(said)
    press(form, "批示")


def assigned(leader: Page, letter: str) -> None:
    leader.goto(letter)
    form = part(leader, "批示")
    form.locator("textarea").first.fill("请企业服务科牵头，月底前提出复函。")
    form.locator("[name$='assigns']").check()
    choose(form, "-section", "企业服务科")
    expect(form.locator("[name$='-due']")).to_have_value("2026-09-28")
    screen(leader, "document-assigning")
    press(form, "批示")


def test_a_letter_is_read_assigned_urged_answered_sealed_and_sent(enter: Enter) -> None:
    clerk = enter("e010")
    letter = registered(clerk)
    entrusted(enter("e002"))
    advised(enter("e008"), letter)
    stand_in = enter("e003", 390)
    noted(stand_in, letter, "建议认真研究。")
    expect(stand_in.locator("main")).to_contain_text("代陈书岚")
    noted(stand_in, letter, "同意拟办意见。")
    noted(enter("e004", 390), letter, "信息化科主动配合。")
    assigned(enter("e005", 390), letter)
    urged(clerk, letter)
    passed_on(enter("e030"), letter)
    drafter = enter("e031")
    reply = drafted(drafter)
    for number, leader in (
        ("e030", "周"),
        ("e005", "何念慈"),
        ("e003", "周砚青"),
        ("e004", "吴慕川"),
        ("e001", "林启衡"),
    ):
        agreed(enter(number, 390), leader)
    sent_out(enter, reply)
    answered(drafter, letter)
    closed(clerk, letter)


def urged(clerk: Page, letter: str) -> None:
    """09-1.4: whoever has it is urged, by name; where it lies is on the page."""
    clerk.goto(letter)
    expect(clerk.locator("main")).to_contain_text("手里")
    form = part(clerk, "催办")
    choose(form, "which", "办理")
    form.locator("[name$='text']").fill("省厅要求九月底前反馈，请抓紧。")
    press(form, "催办")


def passed_on(head: Page, letter: str) -> None:
    """The head of the section finds it among the to-dos and gives it to whoever will draft the reply."""
    head.goto("/")
    expect(head.locator("main")).to_contain_text(TITLE)
    head.goto(letter)
    form = part(head, "改交")
    choose(form, "person", "E031")
    form.locator("[name$='reason']").fill("由其汇总意见、起草复函。")
    press(form, "改交")


def drafted(drafter: Page) -> str:
    """09-2.1, 09-2.2: the reply with its basis; beside it, while one types, everybody who will sign."""
    drafter.goto("/documents/issued/new/")
    form = drafter.locator("#issued-form")
    form.locator("[name=form]").select_option("信函")
    form.locator("[name=type]").select_option("函")
    form.locator("[name=title]").fill(REPLY)
    form.locator("[name=main_to]").fill(SENDER)
    form.locator("[name=body]").fill(BODY)
    form.locator("[name=disclosure]").select_option(index=1)
    for section in ("经济运行科", "信息化科"):
        form.get_by_label(section).check()
    choose(form, "answers", TITLE)
    form.locator("[name=basis_one]").set_input_files(
        text_file("各科室意见.txt", "经济运行科、信息化科书面意见。")
    )
    live = drafter.locator("#live")
    for name in ("何念慈", "周砚青", "吴慕川", "林启衡"):
        expect(live).to_contain_text(name)
    screen(drafter, "document-drafting")
    press(form, "提交")
    return drafter.url


def agreed(leader: Page, name: str) -> None:
    """From the own list of to-dos, in three touches."""
    leader.goto("/todo/")
    leader.get_by_role("link", name=REPLY).first.click()
    leader.locator(".act-first").click()
    expect(leader.get_by_text(re.compile("回执号"))).to_be_visible()


def sent_out(enter: Enter, reply: str) -> None:
    """09-2.4: second check, number, proof by the drafter, seal without a second approval, distribution."""
    for number, word in (
        ("e008", "复核通过"),
        ("e010", "编号"),
        ("e031", "校对无误"),
        ("e011", "盖印"),
        ("e010", "分发"),
    ):
        page = enter(number)
        page.goto(reply)
        form = part(page, word)
        if word == "盖印":
            choose(form, "seal", "经济和信息化局（")
        press(form, word)
    expect(page.locator("main")).to_contain_text("2026〕")
    screen(page, "document-issued")
    printed = page.request.get(page.get_by_role("link", name="正本").get_attribute("href") or "")
    assert printed.body().startswith(b"%PDF")
    receipt = part(page, "登记签收")
    choose(receipt, "distribution", SENDER)
    receipt.locator("[name$='received_by']").fill("省厅收发室")
    press(receipt, "登记签收")


def answered(drafter: Page, letter: str) -> None:
    drafter.goto(letter)
    form = part(drafter, "报告办理结果")
    form.locator("textarea").fill("已复函省厅。")
    press(form, "报告办理结果")
    reply = part(drafter, "登记答复")
    reply.locator("[name$='replied_on']").fill("2026-09-22")
    reply.locator("[name$='-form']").select_option("复函")
    press(reply, "登记答复")


def closed(clerk: Page, letter: str) -> None:
    """09-1.4: the reply before the end."""
    clerk.goto(letter)
    press(part(clerk, "办结"), "办结")
    expect(clerk.get_by_role("heading", level=1)).to_contain_text("已办结")
    screen(clerk, "document-closed")
