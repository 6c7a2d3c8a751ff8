"""Settings of the demo bureau: this machine only, known accounts, a secret made at the first start."""

from zhixing.site.demo_clock import ahead_to
from zhixing.site.secrets import secret_in_file
from zhixing.site.settings.base import *  # noqa: F403 -- the demo is the base plus what follows

DEMO = True
SECRET_KEY = secret_in_file(VAR / "secret")  # noqa: F405 -- from the base
# ZHIXING_DEMO_NOW=2026-09-22T09:00+08:00 shows the bureau as it stood then
CLOCK_AHEAD = ahead_to(env.str("ZHIXING_DEMO_NOW", default=""))  # noqa: F405 -- from the base
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
