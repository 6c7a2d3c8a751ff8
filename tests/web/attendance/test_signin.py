"""签到 page: what the clock says, one button, what it means by which clause (02-1.1a, 02-3.1)."""

import pytest
from django.test import Client

from tests.web.attendance.desks import Desks, clock, post, text, words
from zhixing.regulations.attendance.models import SignIn

HERE = "/attendance/sign-in/"


@pytest.mark.parametrize(
    ("now", "word", "sentence"),
    [
        ("2026-11-19 08:20", "准时", "上午08:30以前签到算准时，现在签到正好。"),
        ("2026-11-19 08:30", "准时", "上午08:30以前签到算准时，现在签到正好。"),
        ("2026-11-19 08:35:07", "迟到", "上午08:30上班，现在签到要记迟到（晚5分7秒）。"),
        ("2026-11-19 13:10", "准时", "下午13:30以前签到算准时，现在签到正好。"),
        ("2026-11-19 18:10", "不用签到", "下午已经下班，请向办公室说明，由办公室补登。"),
        ("2026-11-21 09:00", "不用签到", "今天上午休息，不用签到。"),
    ],
)
def test_the_page_says_what_a_sign_in_now_would_mean(
    desks: Desks, now: str, word: str, sentence: str
) -> None:
    with clock(now):
        shown = words(desks.of("职员").get(HERE))
    assert f"{word} {sentence}" in shown
    assert "《考勤制度》一、1 出勤：每天两次签到" in shown


def test_a_press_signs_in_and_gives_a_receipt(desks: Desks) -> None:
    with clock("2026-11-19 08:41:05"):
        client = desks.of("职员")
        assert post(client, HERE).status_code == 302
        shown = text(client.get(HERE))
    row = SignIn.objects.get()
    assert (row.person, row.half, row.source) == (desks.person("职员"), "上午", "网页")
    assert "08:41:05签到成功。回执号" in shown
    assert "上午已签到" in shown
    assert "晚11分5秒" in shown
    assert "本月1次；到3次要谈话" in shown


def test_a_second_press_is_refused_with_the_clause_and_the_way_out(desks: Desks) -> None:
    with clock("2026-11-19 08:20"):
        client = desks.of("职员")
        post(client, HERE)
        again = post(client, HERE)
    assert again.status_code == 422
    assert "2026-11-19上午已于08:20:00签到；要求：每半天签到一次" in text(again)
    assert 'href="/law/02/#02-1.1a">《考勤制度》一、1 出勤：每天两次签到</a>' in text(again)
    assert SignIn.objects.count() == 1


def test_the_same_form_sent_twice_signs_in_once(desks: Desks) -> None:
    key = "7b0a1f6e-6f0e-4a43-9d0f-2f6f6a1f5c11"
    with clock("2026-11-19 08:20"):
        client = desks.of("职员")
        sent = [post(client, HERE, key=key).status_code for _ in range(2)]
    assert sent == [302, 302]
    assert SignIn.objects.count() == 1


def test_a_form_without_a_key_does_nothing(desks: Desks) -> None:
    with clock("2026-11-19 08:20"):
        assert desks.of("职员").post(HERE).status_code == 422
    assert not SignIn.objects.exists()


def test_whoever_forgot_reads_who_puts_it_right(desks: Desks) -> None:
    with clock("2026-11-19 08:20"):
        own = text(desks.of("职员").get(HERE))
        keeper = text(desks.of("办公室").get(HERE))
    assert "由王芒种补登" in own
    assert "由李夏至补登" in keeper  # nobody verifies for himself


def test_guests_and_officers_have_no_sign_in_page(desks: Desks, guest: Client) -> None:
    assert guest.get(HERE).status_code == 302
    for officer in ("系统管理员", "安全管理员", "审计管理员"):
        assert desks.of(officer).get(HERE).status_code == 403
