"""Answers kept for a day, so that a request that is repeated under one Idempotency-Key is carried out once."""

from __future__ import annotations

from datetime import timedelta

from crmdesk.frozen import dataclass
from crmdesk.store.schema import to_micros
from crmdesk.store.session import Noun

KEPT = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer as it was given; `digest` is of the request: method, path and body.

    `headers` are lines of `name: value`.
    """

    key_id: int
    token: str
    digest: bytes
    status: int
    headers: str
    body: bytes


class AnswerReads(Noun):
    """Answers as they were given."""

    def find(self, key_id: int, token: str) -> KeptAnswer | None:
        """The answer that a key was given under that token within the last day."""
        row = self._connection.sql(
            "SELECT key_id, token, digest, status, headers, body FROM api_answer"
            " WHERE key_id = ? AND token = ? AND at > ?",
            (key_id, token, to_micros(self._session.now - KEPT)),
        ).fetchone()
        return None if row is None else KeptAnswer(*row)


class Answers(AnswerReads):
    """Answers being kept."""

    def put(self, answer: KeptAnswer) -> None:
        """Keep an answer; those older than a day go."""
        self._connection.sql("DELETE FROM api_answer WHERE at <= ?", (to_micros(self._session.now - KEPT),))
        self._connection.sql(
            "INSERT INTO api_answer (key_id, token, digest, status, headers, body, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (answer.key_id, answer.token, answer.digest, answer.status, answer.headers, answer.body,
             self._session.micros),
        )  # fmt: skip
