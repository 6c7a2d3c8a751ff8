"""The demo bureau's people, entered by the same service as an imported file."""

from datetime import datetime

from django.db import transaction

from zhixing.cli.demo.people_data import PEOPLE, PORTFOLIOS, POSTS, SECTIONS
from zhixing.organ.entering import enter_bureau
from zhixing.organ.models import Organ
from zhixing.organ.rows import BureauRows

KEY = "lucheng-jx"
ACTOR = "演示数据"


@transaction.atomic
def build_people(at: datetime) -> Organ:
    """The organ with its forty-two people; a second call changes nothing."""
    organ, _ = Organ.objects.get_or_create(
        key=KEY,
        defaults={
            "name": "温州市鹿城区经济和信息化局",
            "short_name": "鹿城区经信局",
            "code_word": "温鹿经信",
            "second_factor": False,
            "created_at": at,
        },
    )
    enter_bureau(
        organ=organ,
        rows=BureauRows(SECTIONS, PEOPLE, POSTS, PORTFOLIOS),
        actor=ACTOR,
        at=at,
        key="演示机构人员",
    )
    return organ
