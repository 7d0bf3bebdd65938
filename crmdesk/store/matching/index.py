"""What matching works on: records that wait to be looked at, and the state of the last pass."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from crmdesk.domain.matching.suggestions import MatchState
from crmdesk.store.matching.suggestions import SuggestionReads
from crmdesk.store.schema import from_micros
from crmdesk.store.session import Noun

STATE = "matching.state"  # the setting that keeps how the last pass ended


class Finished(msgspec.Struct, frozen=True):
    """How the last pass ended."""

    at: int = 0  # microseconds since 1970, UTC
    records: int = 0
    seconds: float = 0.0


class MatchIndexReads(Noun):
    """What matching works on."""

    def state(self) -> MatchState:
        """Where matching stands."""
        text = self._connection.one("SELECT value FROM setting WHERE key = ?", (STATE,))
        last = Finished() if text is None else msgspec.json.decode(text, type=Finished)
        decided = int(self._connection.one("SELECT count(*) FROM match_decision"))
        return MatchState(
            from_micros(last.at) if last.at else None,
            last.records,
            self.waiting(),
            SuggestionReads(self._session).counts(),
            decided,
            last.seconds,
        )

    def waiting(self) -> int:
        """How many records changed and were not looked at since."""
        return int(self._connection.one("SELECT count(*) FROM match_waiting"))


class MatchIndex(MatchIndexReads):
    """What matching works on, as it moves on."""

    def look_again(self, record_ids: Iterable[int]) -> None:
        """Let records be looked at anew, since something was decided about them."""
        self._connection.many(
            "INSERT INTO match_waiting (record_id) VALUES (?) ON CONFLICT (record_id) DO NOTHING",
            [(record_id,) for record_id in record_ids],
        )
