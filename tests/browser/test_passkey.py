"""A passkey, added and used in a real browser with an authenticator of the browser's own making."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Enter, house_by_name, screen
from zhixing.cli.demo.accounts import PASSWORD

KEEPER = "e036"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def plug_in(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})


@pytest.mark.browser
def test_a_passkey_is_added_and_signs_in_without_a_password(enter: Enter, house: str) -> None:
    page = enter(KEEPER, address=house_by_name(house))
    plug_in(page)
    page.goto("/sign-in/second-factor/webauthn/add/")
    page.get_by_label("密码").fill(
        PASSWORD
    )  # whoever changes how an account is guarded shows again who he is
    page.get_by_role("button", name="确认", exact=True).click()
    page.get_by_label("名称").fill("办公室台式机")
    page.get_by_label(re.compile("作为通行密钥")).check()
    page.get_by_role("button", name="添加", exact=True).click()
    page.wait_for_url(lambda url: "webauthn/add" not in url)
    page.goto("/sign-in/second-factor/webauthn/")
    expect(page.get_by_text("办公室台式机")).to_be_visible()
    screen(page, "passkeys")

    page.goto("/sign-in/logout/")
    page.locator("main form[method=post] button[type=submit]").click()
    page.wait_for_url("**/sign-in/login/")
    page.get_by_role("button", name="用通行密钥登录").click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto("/account/")
    expect(page.locator("header").first).to_contain_text("阮青禾")
