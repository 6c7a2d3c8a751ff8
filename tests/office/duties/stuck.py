"""A worker in a process of its own whose hourly round stands still in the middle, to be killed there."""

import sys
import time

import django

django.setup()

from zhixing.cli.working import without_end  # noqa: E402 -- its models need a started Django
from zhixing.office.duties.evidence import register  # noqa: E402 -- its models need a started Django
from zhixing.office.duties.models import DutyDue  # noqa: E402 -- its models need a started Django


def stand_still(due: DutyDue) -> str:
    sys.stdout.write(f"{due.duty}\n")
    sys.stdout.flush()
    time.sleep(600)
    return ""


register("attendance", "月考勤汇总", stand_still)
without_end()
