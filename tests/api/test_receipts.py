"""A receipt is checked against the own organ's journal; whoever has none is told nothing."""

from __future__ import annotations

from tests.api.calls import PROBLEM, Calls


def test_a_good_receipt_is_confirmed_with_short_or_whole_digest(calls: Calls) -> None:
    receipt = calls.ask().body["receipt"]
    for digest in (receipt["hash"], receipt["hash"][:16]):
        answer = calls.get("局长", f"/api/receipts/{receipt['seq']}/{digest}")
        assert (answer.status, answer.body["receipt"], answer.body["action"]) == (200, receipt, "提交")


def test_a_receipt_that_does_not_hold_confirms_nothing(calls: Calls) -> None:
    receipt = calls.ask().body["receipt"]
    turned = "".join("0" if digit != "0" else "1" for digit in receipt["hash"])
    wrong = [
        calls.get("职员", f"/api/receipts/{receipt['seq']}/{turned}"),
        calls.get("职员", f"/api/receipts/{receipt['seq'] + 1}/{receipt['hash']}"),
        calls.get("职员", f"/api/receipts/999999/{receipt['hash']}"),
    ]
    assert [(each.status, each.headers["Content-Type"]) for each in wrong] == [(404, PROBLEM)] * 3
    assert all(each.body["findings"][0]["who"] == "审计管理员" for each in wrong)
    assert receipt["hash"] not in str([each.body for each in wrong])


def test_what_is_no_receipt_is_refused(calls: Calls) -> None:
    for path in ("/api/receipts/0/0123456789abcdef", "/api/receipts/1/xyz", "/api/receipts/1/0123"):
        assert calls.get("职员", path).status == 422
