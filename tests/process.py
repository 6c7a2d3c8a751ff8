"""Starting programs of the product on the database and in the folders of a test."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection


def surroundings(var: Path) -> dict[str, str]:
    """The environment of such a process; `var` becomes its folder."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        url = f"sqlite:///{name}"
    else:
        url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    own = {"DATABASE_URL": url, "ZHIXING_VAR": str(var), "PYTHONUTF8": "1"}
    return {**os.environ, **own, "DJANGO_SETTINGS_MODULE": str(settings.SETTINGS_MODULE)}
