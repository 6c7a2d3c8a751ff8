"""The moment of an act: the real one, in the demo bureau moved to the day it is shown on."""

from datetime import datetime

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    return timezone.now() + settings.CLOCK_AHEAD
