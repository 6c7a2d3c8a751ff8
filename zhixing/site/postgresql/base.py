"""Django's PostgreSQL backend that refuses unsafe settings and hears a cancelled wait for the standby."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.backends.postgresql import base

from zhixing.site.postgresql.durability import DEMANDED, QUESTION, Notices, refuse_unsafe


class DatabaseWrapper(base.DatabaseWrapper):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.notices = Notices()
        self.execute_wrappers.append(self._lone_statement)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        self.notices = Notices()
        connection.add_notice_handler(self.notices.hear)
        return connection

    def init_connection_state(self) -> None:
        super().init_connection_state()
        connection: Any = self.connection
        refuse_unsafe(dict(connection.execute(QUESTION, [list(DEMANDED)]).fetchall()))

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]  # Django's stubs leave it out
        self.notices.raise_if_given_up()

    def _lone_statement(
        self, execute: Callable[..., Any], sql: str, params: Any, many: Any, context: Any
    ) -> Any:
        """A statement outside a transaction commits by itself."""
        result = execute(sql, params, many, context)
        if not self.in_atomic_block:
            self.notices.raise_if_given_up()
        return result
