"""签到备注 and the office's day book (02-1.1b, 02-1.1a)."""

import pytest
from django.test import Client

from tests.web.attendance.desks import Desks, clock, post, text
from zhixing.regulations.attendance.models import ExceptionNote, LateExcuse, SignIn

NOTES, NEW, BOOK, MAKE_UP = (
    "/attendance/notes/", "/attendance/notes/new/", "/attendance/day-book/", "/attendance/make-up/",
)  # fmt: skip
TYPED = {"day": "2026-11-19", "half": "上午", "kind": "会议", "text": "到区政府参加经济分析会"}


@pytest.fixture
def note(desks: Desks) -> ExceptionNote:
    with clock("2026-11-19 08:20"):
        assert post(desks.of("职员"), NEW, **TYPED).status_code == 302
    return ExceptionNote.objects.get()


def test_the_office_reads_and_verifies_what_a_person_told(desks: Desks, note: ExceptionNote) -> None:
    with clock("2026-11-19 09:00"):
        office = desks.of("办公室")
        assert "到区政府参加经济分析会" in text(office.get(NOTES))
        assert post(office, f"{NOTES}{note.pk}/verify/", outcome="核实").status_code == 302
        assert "林小满2026-11-19上午的备注：已核实。回执号" in text(office.get(NOTES))
        assert "办公室已核实" in text(desks.of("职员").get("/attendance/sign-in/"))


def test_a_no_without_a_reason_is_refused_and_keeps_the_page(desks: Desks, note: ExceptionNote) -> None:
    with clock("2026-11-19 09:00"):
        sent = post(desks.of("办公室"), f"{NOTES}{note.pk}/verify/", outcome="不予核实", answer=" ")
    assert sent.status_code == 422
    assert "没有填写理由" in text(sent)
    assert "《考勤制度》一、1 出勤：不能签到的备注" in text(sent)


def test_one_takes_the_own_note_back_and_nobody_elses(desks: Desks, note: ExceptionNote) -> None:
    with clock("2026-11-19 09:00"):
        assert post(desks.of("局领导"), f"{NOTES}{note.pk}/take-back/").status_code == 422
        assert post(desks.of("财务"), f"{NOTES}{note.pk}/take-back/").status_code == 404
        assert post(desks.of("职员"), f"{NOTES}{note.pk}/take-back/").status_code == 302
    note.refresh_from_db()
    assert note.state == "已撤回"


def test_colleagues_and_other_organs_see_no_note(desks: Desks, note: ExceptionNote, stranger: Client) -> None:
    with clock("2026-11-19 09:00"):
        assert note.text not in text(desks.of("财务").get(NOTES))
        assert note.text not in text(stranger.get(NOTES))
        assert post(stranger, f"{NOTES}{note.pk}/verify/", outcome="核实").status_code == 404


def test_a_note_with_faults_names_them_all_and_loses_nothing_typed(desks: Desks) -> None:
    with clock("2026-11-21 09:00"):
        sent = post(desks.of("职员"), NEW, **TYPED | {"day": "2026-11-21", "text": "值班"})
    assert sent.status_code == 422
    assert "2026-11-21上午休息；要求：工作日" in text(sent)
    assert ">\n值班</textarea>" in text(sent)


def test_the_day_book_lists_everybody_and_is_the_offices_own(desks: Desks) -> None:
    with clock("2026-11-20 09:00"):
        shown = text(desks.of("办公室").get(BOOK, {"day": "2026-11-19", "show": "待核实"}))
        assert desks.of("局长").get(BOOK).status_code == 403
    assert "待核实（8人）" in shown
    assert "补登林小满上午的签到" in shown


def test_the_office_makes_up_a_forgotten_sign_in(desks: Desks, stranger: Client) -> None:
    person, witness = desks.person("职员"), desks.person("科室负责人")
    typed = {
        "person": person.pk,
        "witness": witness.pk,
        "signed_at": "2026-11-19T08:25",
        "reason": "忘了签到",
    }
    with clock("2026-11-20 09:00"):
        assert post(stranger, MAKE_UP, **typed).status_code == 422
        assert not SignIn.objects.exists()
        assert post(desks.of("办公室"), MAKE_UP, **typed).status_code == 302
    row = SignIn.objects.get()
    assert (row.person, row.witness, row.source) == (person, witness, "补登")


def test_a_late_mark_is_taken_back_and_a_wrong_sign_in_voided_with_the_reason(
    desks: Desks, stranger: Client
) -> None:
    with clock("2026-11-19 08:41"):
        post(desks.of("职员"), "/attendance/sign-in/")
    address = f"/attendance/sign-ins/{SignIn.objects.get().pk}/"
    with clock("2026-11-19 10:00"):
        office = desks.of("办公室")
        assert stranger.get(address).status_code == 404
        assert post(office, address, act="核销迟到", reason="").status_code == 422
        assert post(office, address, act="核销迟到", reason="班车故障，已核实").status_code == 302
        assert LateExcuse.objects.get().reason == "班车故障，已核实"
        assert post(office, address, act="作废", reason="代签").status_code == 302
        assert "代签" in text(office.get(address))
    assert SignIn.objects.get().voided_at is not None
