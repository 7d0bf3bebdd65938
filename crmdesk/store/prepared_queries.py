"""Queries that are asked many times a second: their text is made once, their rows are converted by the schema's fields.

Building one of them anew takes peewee longer than SQLite takes to answer it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crmdesk.store.connection import Connection


class Selection:
    """Columns of one table; `rest` is the statement after its FROM, with `?` for what is given each time."""

    __slots__ = ("_convert", "_statement")

    def __init__(self, fields: Sequence[Any], rest: str) -> None:
        columns = ", ".join(f'"{field.column_name}"' for field in fields)
        self._statement = f'SELECT {columns} FROM "{fields[0].model._meta.table_name}" {rest}'
        self._convert = [field.python_value for field in fields]

    def rows(self, connection: Connection, parameters: Sequence[object] = ()) -> list[list[Any]]:
        """The rows, converted by their fields."""
        found = connection.sql(self._statement, parameters).fetchall()
        return [[convert(value) for convert, value in zip(self._convert, row, strict=True)] for row in found]

    def row(self, connection: Connection, parameters: Sequence[object] = ()) -> list[Any] | None:
        """The first row, None without any."""
        return next(iter(self.rows(connection, parameters)), None)
