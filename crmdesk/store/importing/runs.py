"""Imports and their rows: what came of each, and by what a row is known again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.fates import KEPT_YOURS, Fate
from crmdesk.domain.importing.report import Counts, ImportOutcome, ImportRow, ImportRun
from crmdesk.domain.values import Values, from_json
from crmdesk.errors import NotFound
from crmdesk.store.schema import from_micros
from crmdesk.store.session import Noun, placeholder_chunks
from crmdesk.store.tables.visibility import TRASH

_COUNTS = Counts.__slots__
_RUN = (
    "id, file, path, digest, signature, format, kind, settings, done, started_at, ended_at, outcome, seconds, set_id,"
    " error, (SELECT undone_by IS NOT NULL FROM change_set WHERE change_set.id = set_id),"
    f" {', '.join(_COUNTS)}"
)
_ROW = "line, fate, item_id, record_id, field, value, reason, candidates, remote_id, digest, payload, words"
_RunList = list[ImportRun]
_IdList = list[int]


def _run(row: Sequence[Any]) -> ImportRun:
    (id_, file, path, digest, signature, format_, kind, settings, done, started, ended, outcome, seconds, set_id,
     error, undone, *counts) = row  # fmt: skip
    return ImportRun(
        file, path, digest, signature, format_, Kind(kind), settings, Counts(*counts), done, id_, from_micros(started),
        from_micros(ended), None if outcome is None else ImportOutcome(outcome), seconds, set_id, error, bool(undone),
    )  # fmt: skip


def _row(row: Sequence[Any]) -> ImportRow:
    line, fate, item_id, record_id, field, value, reason, candidates, *rest = row
    asked = tuple(json.loads(candidates)) if candidates else ()
    return ImportRow(line, Fate(fate), item_id, record_id, field, value, reason, asked, *rest)


class ImportReads(Noun):
    """Imports as they are."""

    def get(self, id: int) -> ImportRun:
        """One import; raises NotFound."""
        row = self._connection.sql(f"SELECT {_RUN} FROM import WHERE id = ?", (id,)).fetchone()
        if row is None:
            raise NotFound(f"There is no import {id}.", next="`crmdesk imports` lists them.")
        return _run(row)

    def list(self, limit: int | None = None, offset: int = 0) -> tuple[_RunList, int]:
        """Imports, newest first, and how many there are."""
        rows = self._connection.sql(
            f"SELECT {_RUN} FROM import ORDER BY id DESC LIMIT ? OFFSET ?", (-1 if limit is None else limit, offset)
        )
        return [_run(row) for row in rows], int(self._connection.one("SELECT count(*) FROM import"))

    def rows(
        self, import_id: int, fates: Iterable[Fate] = Fate, limit: int | None = None, after: int = 0
    ) -> Sequence[ImportRow]:
        """The rows of an import with one of these fates, behind a line, in the order of the file."""
        words = [fate.value for fate in fates]
        rows = self._connection.sql(
            f"SELECT {_ROW} FROM import_row WHERE import_id = ? AND line > ? AND fate IN ({','.join('?' * len(words))})"
            " ORDER BY line LIMIT ?",
            (import_id, after, *words, -1 if limit is None else limit),
        )
        return [_row(row) for row in rows]

    def of_item(self, item_id: int) -> Sequence[tuple[ImportRun, ImportRow]]:
        """The imports that made or changed an item, newest first, each with its row."""
        rows = self._connection.sql(
            f"SELECT import_id, {_ROW} FROM import_row WHERE item_id = ? ORDER BY import_id DESC, line DESC", (item_id,)
        ).fetchall()
        return [(self.get(import_id), _row(found)) for import_id, *found in rows]

    def kept(self, item_ids: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Of each item the row or card that it came from, where something of that has no field: (format, text)."""
        found: dict[int, tuple[str, str]] = {}
        for marks, part in placeholder_chunks(item_ids):
            rows = self._connection.sql(
                "SELECT item_id, import.format, payload FROM import_row JOIN import ON import.id = import_id"
                f" WHERE item_id IN ({marks}) AND payload IS NOT NULL ORDER BY import_id, line",
                part,
            )
            found.update((item_id, (format_, payload)) for item_id, format_, payload in rows)
        return found

    def unfinished(self) -> bool:
        """Whether an import has no end."""
        return self._connection.one("SELECT 1 FROM import WHERE outcome IS NULL LIMIT 1") is not None

    # What a row is matched by

    def known(self, digests: Sequence[int]) -> dict[int, bool]:
        """Of some rows those that were imported already, and whose item has not changed since that import ended.

        Tells of each whether it differs from what its item holds.
        """
        found: dict[int, bool] = {}
        for marks, part in placeholder_chunks(digests):
            rows = self._connection.sql(
                "SELECT import_row.digest, import_row.reason = ? FROM import_row JOIN import ON import.id = import_id"
                " JOIN item ON item.id = item_id LEFT JOIN change_set ON change_set.id = import.set_id"
                f" WHERE import_row.digest IN ({marks}) AND shelf < ?"
                " AND ended_at IS NOT NULL AND updated_at <= ended_at AND undone_by IS NULL",
                (KEPT_YOURS, *part, TRASH),
            )
            found.update((digest, bool(differs)) for digest, differs in rows)
        return found

    def by_remote(self, signature: str, remote_ids: Sequence[str]) -> dict[str, int]:
        """The items of the UIDs, or ids of files with that header, that were imported before."""
        found: dict[str, int] = {}
        for marks, part in placeholder_chunks(remote_ids):
            rows = self._connection.sql(
                "SELECT remote_id, item_id FROM import_row JOIN import ON import.id = import_id"
                f" JOIN item ON item.id = item_id WHERE remote_id IN ({marks}) AND signature = ?"
                " ORDER BY import_id, line",
                (*part, signature),
            )
            found.update(rows)
        return found

    def by_words(self, signature: str, kind: Kind, words: Sequence[int], but: int) -> dict[int, _IdList]:
        """The items of rows that said the same under that header, in the order of their file, all but one import's."""
        found: dict[int, dict[int, None]] = {}
        for marks, part in placeholder_chunks(words):
            rows = self._connection.sql(
                "SELECT words, item_id FROM import_row JOIN import ON import.id = import_id"
                f" JOIN item ON item.id = item_id WHERE words IN ({marks})"
                " AND signature = ? AND item.kind = ? AND import_id <> ? ORDER BY import_id, line",
                (*part, signature, kind.value, but),
            )
            for one, item_id in rows:
                found.setdefault(one, {})[item_id] = None
        return {one: list(items) for one, items in found.items()}

    def values(self, item_ids: Sequence[int]) -> dict[int, tuple[Values, bool]]:
        """What items show, and whether they are in the trash.

        Those that are gone are left out, and those that an import made and its undoing put into the trash.
        """
        found: dict[int, tuple[Values, bool]] = {}
        for marks, part in placeholder_chunks(item_ids):
            rows = self._connection.sql(
                f"SELECT id, shown, shelf FROM item WHERE id IN ({marks}) AND NOT (shelf = ? AND EXISTS (SELECT 1"
                " FROM import_row JOIN import ON import.id = import_id JOIN change_set ON change_set.id = set_id"
                " WHERE item_id = item.id AND fate = 'created' AND undone_by IS NOT NULL))",
                (*part, TRASH),
            )
            found.update((id_, (from_json(shown), shelf == TRASH)) for id_, shown, shelf in rows)
        return found

    def points(self, kind: Kind, key: str, after: int, up_to: int) -> Sequence[tuple[int, str]]:
        """(item, text) of every entry of a list field that items show, of those with ids in that range."""
        return self._connection.sql(
            "SELECT item.id, json_extract(one.value, '$.value') FROM item, json_each(item.shown, ?) AS one"
            " WHERE item.id > ? AND item.id <= ? AND kind = ?",
            (f"$.{key}", after, up_to, kind.value),
        ).fetchall()

    def last_item(self) -> int:
        """The highest id of an item."""
        return int(self._connection.one("SELECT coalesce(max(id), 0) FROM item"))

    def changed_items(self, kind: Kind, since: int) -> Sequence[int]:
        """The items that were stored at that time or later, in microseconds."""
        rows = self._connection.sql(
            "SELECT id FROM item WHERE kind = ? AND shelf IN (0, 1, 2) AND updated_at >= ?", (kind.value, since)
        )
        return [id_ for (id_,) in rows]


class Imports(ImportReads):
    """Imports going on."""

    def start(self, run: ImportRun) -> int:
        """Store an import that begins; gives its id."""
        added = self._connection.sql(
            "INSERT INTO import (file, path, digest, signature, format, kind, settings, started_at, done, seconds,"
            f" {', '.join(_COUNTS)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0)",
            (
                run.file, run.path, run.digest, run.signature, run.format, run.kind.value, run.settings,
                self._session.micros,
            ),
        )  # fmt: skip
        return added.lastrowid or 0

    def progress(self, id: int, counts: Counts, done: int, seconds: float, set_id: int | None) -> None:
        """Store how far an import has come, in the transaction of that slice."""
        self._connection.sql(
            "UPDATE import SET done = ?, seconds = ?, set_id = ?, outcome = NULL, ended_at = NULL,"
            f" {', '.join(f'{name} = ?' for name in _COUNTS)} WHERE id = ?",
            (done, seconds, set_id, *(getattr(counts, name) for name in _COUNTS), id),
        )

    def finish(self, id: int, outcome: ImportOutcome, error: str | None = None) -> None:
        """Store how an import ended."""
        self._connection.sql(
            "UPDATE import SET outcome = ?, ended_at = ?, error = ? WHERE id = ?",
            (outcome.value, self._session.micros, error, id),
        )

    def mark_stopped(self) -> int:
        """At start: imports without an end can be continued; gives how many."""
        return self._connection.sql(
            "UPDATE import SET outcome = ?, ended_at = ?, error = ? WHERE outcome IS NULL",
            (ImportOutcome.STOPPED.value, self._session.micros, "The desk ended while this ran."),
        ).rowcount

    def add_rows(self, import_id: int, rows: Iterable[ImportRow]) -> None:
        """Store rows; a line that is there already, since the same one was gone through twice, is stored anew."""
        self._connection.many(
            f"INSERT INTO import_row (import_id, {_ROW}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    import_id, row.line, row.fate.value, row.item_id, row.record_id, row.field, row.value, row.reason,
                    json.dumps(row.candidates) if row.candidates else "", row.remote_id, row.digest, row.payload,
                    row.words,
                )
                for row in rows
            ],
        )  # fmt: skip
