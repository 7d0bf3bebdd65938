"""The numbered steps that make and change the tables, each one transaction with `user_version` and who wrote it.

`playhouse.migrations` is not used: it finds its scripts by globbing a directory and runs them by file path, and in a
one-folder build the modules lie inside the program's archive, where there is no such directory. Its history table also
records a step apart from `user_version`, by which an older program must recognise a newer file before it reads a
table.

A step is frozen once released: it is plain SQL of its own day and never looks at today's models. Before a step runs on
a file that holds something, the file is backed up and the backup is verified; after it, row counts must be as the step
declares and no foreign key may dangle.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence

from crmdesk import __version__
from crmdesk.errors import DatabaseCorrupt
from crmdesk.frozen import dataclass
from crmdesk.store.migrations import (
    step_1,
    step_2,
    step_3,
    step_4,
    step_5,
    step_6,
    step_7,
    step_8,
    step_9,
    step_10,
    step_11,
    step_12,
    step_13,
    step_14,
    step_15,
    step_16,
)

APPLICATION_ID = 0x43524D44  # "CRMD"


@dataclass(frozen=True, slots=True)
class Step:
    """One step to version `to`: its statements, and the tables whose row counts it may change."""

    to: int
    statements: Sequence[str]
    resizes: frozenset[str] = frozenset()


STEPS: tuple[Step, ...] = (
    Step(1, step_1.STATEMENTS, step_1.RESIZES),
    Step(2, step_2.STATEMENTS, step_2.RESIZES),
    Step(3, step_3.STATEMENTS, step_3.RESIZES),
    Step(4, step_4.STATEMENTS, step_4.RESIZES),
    Step(5, step_5.STATEMENTS, step_5.RESIZES),
    Step(6, step_6.STATEMENTS, step_6.RESIZES),
    Step(7, step_7.STATEMENTS, step_7.RESIZES),
    Step(8, step_8.STATEMENTS, step_8.RESIZES),
    Step(9, step_9.STATEMENTS, step_9.RESIZES),
    Step(10, step_10.STATEMENTS, step_10.RESIZES),
    Step(11, step_11.STATEMENTS, step_11.RESIZES),
    Step(12, step_12.STATEMENTS, step_12.RESIZES),
    Step(13, step_13.STATEMENTS, step_13.RESIZES),
    Step(14, step_14.STATEMENTS, step_14.RESIZES),
    Step(15, step_15.STATEMENTS, step_15.RESIZES),
    Step(16, step_16.STATEMENTS, step_16.RESIZES),
)
VERSION = STEPS[-1].to
WRITTEN_BY = "database.written_by"  # the setting that tells an older desk which one is needed for the file


def migrate(
    connection: sqlite3.Connection, before: Callable[[int], None] = lambda version: None, steps: Sequence[Step] = STEPS
) -> None:
    """Bring the file to the newest version; `before` is called with the old version ahead of each step on a used file.

    Raises DatabaseCorrupt when a step would lose rows or leave a foreign key dangling; the file then is as before.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    for step in steps:
        if step.to <= version:
            continue
        if version > 0:
            before(version)
        _apply(connection, step)
        version = step.to


def _apply(connection: sqlite3.Connection, step: Step) -> None:
    # Rebuilding a table with foreign keys on would delete its children; the pragma only works outside a transaction.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        counts = _counts(connection)
        for statement in step.statements:
            connection.execute(statement)
        after = _counts(connection)
        lost = [name for name, rows in counts.items() if name not in step.resizes and after.get(name) != rows]
        dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
        if lost or dangling:
            raise DatabaseCorrupt(f"Step {step.to} of the database would lose rows of {', '.join(lost) or 'a table'}.")
        connection.execute(
            "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (WRITTEN_BY, json.dumps(__version__)),
        )
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {step.to}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite^_%' ESCAPE '^'"
        " AND name NOT LIKE 'search^_%' ESCAPE '^'"
    ).fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}
