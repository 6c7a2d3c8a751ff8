"""Settings that every installation shares; the environment decides the rest."""

from pathlib import Path

import environ

env = environ.Env()
PACKAGE = Path(__file__).resolve().parents[2]
VAR = Path(env.str("ZHIXING_VAR", default="var")).resolve()

DEBUG = False
DEMO = False
SECRET_KEY = env.str("ZHIXING_SECRET_KEY", default="")
ALLOWED_HOSTS: list[str] = env.list("ZHIXING_HOSTS", default=["127.0.0.1", "localhost"])

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "zhixing.journal",
    "zhixing.files",
    "zhixing.search",
    "zhixing.organ",
    "zhixing.office.matters",
    "zhixing.office.duties",
    "zhixing.regulations.attendance",
]
MIDDLEWARE: list[str] = []
ROOT_URLCONF = "zhixing.site.urls"
AUTH_USER_MODEL = "organ.Account"
DATABASES = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR / 'zhixing.sqlite3'}"),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True
STATIC_URL = "static/"
FILES_ROOT = VAR / "files"
WITNESS_FILE = VAR / "witness.jsonl"
