"""Queries that are asked many times a second: their text is made once, values are converted by the schema's fields.

Building one of them anew takes peewee several times as long as SQLite takes to answer it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from crmdesk.store.connection import Connection


class Selection:
    """Columns of one table; `rest` is the statement after its FROM, with `?` for what is given each time."""

    __slots__ = ("_convert", "_statement")

    def __init__(self, fields: Sequence[Any], rest: str = "") -> None:
        columns = ", ".join(f'"{field.column_name}"' for field in fields)
        self._statement = f'SELECT {columns} FROM "{fields[0].model._meta.table_name}" {rest}'
        self._convert = [field.python_value for field in fields]

    def rows(self, connection: Connection, parameters: Sequence[object] = (), rest: str = "") -> list[list[Any]]:
        """The rows, converted by their fields; `rest` goes on where the statement ended."""
        found = connection.sql(self._statement + rest, parameters).fetchall()
        return [[convert(value) for convert, value in zip(self._convert, row, strict=True)] for row in found]

    def row(self, connection: Connection, parameters: Sequence[object] = (), rest: str = "") -> list[Any] | None:
        """The first row, None without any."""
        return next(iter(self.rows(connection, parameters, rest)), None)


def insert(connection: Connection, table: Any, columns: Mapping[str, object]) -> int:
    """Add a row to a table of the schema; gives its id."""
    statement, convert = _insertion(table, tuple(columns))
    added = connection.sql(statement, _converted(convert, columns)).lastrowid
    return added or 0


def update(
    connection: Connection, table: Any, columns: Mapping[str, object], rest: str, parameters: Sequence[object]
) -> int:
    """Change columns of a table of the schema; `rest` is the WHERE with its `?`; gives how many rows it met."""
    statement, convert = _change(table, tuple(columns))
    return connection.sql(statement + rest, (*_converted(convert, columns), *parameters)).rowcount


Converters = Sequence[Callable[[Any], Any]]


@cache
def _insertion(table: Any, names: tuple[str, ...]) -> tuple[str, Converters]:
    fields = [table._meta.fields[name] for name in names]
    columns = ", ".join(f'"{field.column_name}"' for field in fields)
    statement = f'INSERT INTO "{table._meta.table_name}" ({columns}) VALUES ({", ".join("?" * len(fields))})'
    return statement, [field.db_value for field in fields]


@cache
def _change(table: Any, names: tuple[str, ...]) -> tuple[str, Converters]:
    fields = [table._meta.fields[name] for name in names]
    columns = ", ".join(f'"{field.column_name}" = ?' for field in fields)
    return f'UPDATE "{table._meta.table_name}" SET {columns} ', [field.db_value for field in fields]


def _converted(convert: Converters, columns: Mapping[str, object]) -> list[Any]:
    return [one(value) for one, value in zip(convert, columns.values(), strict=True)]
