"""The database of the tests: SQLite in a file, or PostgreSQL on a cluster started for this run.

`ZHIXING_TEST_DATABASE=postgresql pytest` runs every test that needs a database on such a cluster; a
`DATABASE_URL` given from outside is used as it is.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress

import hypothesis
import pytest
from django.conf import settings
from django.db import connection, connections
from django.db.backends.base.operations import BaseDatabaseOperations

from tests import cluster, template
from tests.guards import lifted
from zhixing.site.databases import database

WANTED = "ZHIXING_TEST_DATABASE"
DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}
_cluster = ExitStack()


# how quickly examples are made says how busy the machine is, not whether the product is right
hypothesis.settings.register_profile(
    "busy", suppress_health_check=[hypothesis.HealthCheck.too_slow], deadline=None
)
hypothesis.settings.load_profile("busy")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "sqlite: is about SQLite alone")
    if os.environ.get(WANTED) == "postgresql" and not hasattr(config, "workerinput"):
        url = _cluster.enter_context(cluster.cluster())
        os.environ["DATABASE_URL"] = url  # the workers read it
        settings.DATABASES["default"] = database(url)
        vars(connections).pop("settings", None)
        with suppress(AttributeError):  # opened while Django started
            del connections["default"]


def pytest_unconfigure() -> None:
    _cluster.close()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        for vendor in ("sqlite", "postgresql"):
            if item.get_closest_marker(vendor) and connection.vendor != vendor:
                item.add_marker(pytest.mark.skip(reason=f"runs on {vendor} only"))
    if os.environ.get(WANTED) == "postgresql":
        without = [item for item in items if not needs_database(item)]
        items[:] = [item for item in items if needs_database(item)]
        config.hook.pytest_deselected(items=without)


def needs_database(item: pytest.Item) -> bool:
    asked = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(asked & DATABASE_FIXTURES)


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """SQLite's file is laid beforehand; a cluster is empty."""
    return connection.vendor == "sqlite"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Every process of the run has a database of its own; SQLite's is a real file."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "alone")
    default = settings.DATABASES["default"]
    name = f"test_zhixing_{worker}"
    if connection.vendor == "sqlite":
        place = tmp_path_factory.mktemp("database") / f"{name}.sqlite3"
        template.lay(place)
        name = str(place)
    default.setdefault("TEST", {})["NAME"] = name


@pytest.fixture(scope="session", autouse=True)
def _flush_lifts_the_guards() -> Iterator[None]:
    """Between transactional tests Django empties all tables, which the guards rightly refuse."""
    operations = type(connection.ops)
    flush = operations.execute_sql_flush

    def lifting(self: BaseDatabaseOperations, statements: Iterable[str]) -> None:
        with lifted(connection):
            flush(self, statements)

    operations.execute_sql_flush = lifting  # type: ignore[method-assign, assignment]  # given back below
    yield
    operations.execute_sql_flush = flush  # type: ignore[method-assign]


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    var = tmp_path_factory.mktemp("var")
    settings.FILES_ROOT = var / "files"
    settings.WITNESS_FILE = var / "witness.jsonl"
