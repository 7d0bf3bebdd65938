"""What a file's schema holds that no desk of its version has made: a trigger, a view or a rule of somebody else."""

from __future__ import annotations

import contextlib
import re
import sqlite3

from crmdesk.store.migrations import STEPS, migrate
from crmdesk.store.search.folding import sort_key

_OWN = re.compile(r"sqlite_(sequence|stat\d|autoindex_\w+)")  # what SQLite makes by itself
_NOISE = re.compile(r'[\s"]+')  # how a text is written differs between versions of SQLite, where it renames
_Schema = dict[tuple[str, str], str]


def foreign(connection: sqlite3.Connection) -> list[str]:
    """What stands in the schema that is not a desk's, as "trigger x"; [] where it is as that version made it."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        made.create_function("sort_key", 1, sort_key, deterministic=True)
        migrate(made, steps=[step for step in STEPS if step.to <= version])
        ours = _schema(made)
    return [f"{kind} {name}" for (kind, name), text in _schema(connection).items() if ours.get((kind, name)) != text]


def _schema(connection: sqlite3.Connection) -> _Schema:
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema").fetchall()
    return {(kind, name): _NOISE.sub(" ", sql).strip().lower() for kind, name, sql in rows if not _OWN.fullmatch(name)}
