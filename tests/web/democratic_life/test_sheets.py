"""Lists of democratic life as Excel, and where a notice about a measure leads: the rights of the pages hold."""

from io import BytesIO

from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.regulations.democratic_life.hall import CLERK, OFFICE, OUTSIDE_DEPUTY, SECRETARY, Hall
from tests.web.democratic_life.conftest import Desk, at, post, text
from zhixing.office.duties.models import Notice
from zhixing.regulations.democratic_life.workflow import opinions

LIST = reverse("web:life_problems")


def cells(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    return "\n".join("|".join(str(one) for one in row if one is not None) for row in sheet.values)


def test_the_list_of_problems_holds_what_the_page_shows_to_each(hall: Hall, desk: Desk) -> None:
    case = hall.sealed()
    first = hall.problem(case)
    hall.measure(first)
    hall.measure(first, "E013")
    address = f"{LIST}?export=xlsx"
    whole = cells(desk(SECRETARY), address)
    assert whole.count("每月下企业两天") == 2
    assert hall.person("E013").name in whole
    own = cells(desk("E011"), address)
    assert own.count("每月下企业两天") == 1
    assert hall.person("E013").name not in own
    for number in (CLERK, OUTSIDE_DEPUTY):
        assert "下企业" not in cells(desk(number), address)
    assert "下企业" not in cells(desk(SECRETARY), f"{address}&state=已销号")


def test_the_list_of_opinions_is_for_those_who_take_part_and_names_no_unsigned_one(
    hall: Hall, desk: Desk
) -> None:
    case = hall.planned()
    opinions.give(case=case, group="科室", text="少开会。", **hall.who(CLERK))
    opinions.give_unsigned(case=case, group="科室", text="多下基层。", **hall.who("E025"))
    address = at("life_opinions_sheet", case)
    said = cells(desk(OFFICE), address)
    assert f"{hall.person(CLERK).name}|少开会。" in said
    assert "不署名|多下基层。" in said
    assert hall.person("E025").name not in said
    assert {desk(one).get(address).status_code for one in (CLERK, OUTSIDE_DEPUTY)} <= {403, 404}
    assert "导出Excel" in text(desk(OFFICE).get(at("life_meeting", case)))


def test_a_notice_about_a_measure_leads_to_its_problem(hall: Hall, desk: Desk) -> None:
    """13-7."""
    problem = hall.problem(hall.sealed())
    hall.measure(problem)
    notice = Notice.objects.get(object_kind="整改")
    page = reverse("web:life_problem", args=[problem.pk])
    answer = post(desk("E011"), reverse("web:notice_read"), notice=notice.pk)
    assert answer["Location"] == page
    assert f'href="{page}"' in text(desk("E011").get(reverse("web:notices")))
