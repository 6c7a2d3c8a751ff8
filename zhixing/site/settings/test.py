"""Settings of the test run: a fast password hash and nothing outside the test's own folders."""

from zhixing.site.settings.base import *  # noqa: F403 -- the test settings are the base plus what follows

SECRET_KEY = "only-for-tests-" + "x" * 50
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
