"""Settings of the demo bureau: this machine only, known accounts, a secret made at the first start."""

from zhixing.site.secrets import secret_in_file
from zhixing.site.settings.base import *  # noqa: F403 -- the demo is the base plus what follows

DEMO = True
SECRET_KEY = secret_in_file(VAR / "secret")  # noqa: F405 -- from the base
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
