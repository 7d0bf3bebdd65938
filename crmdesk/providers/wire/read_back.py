"""What many providers do around a write: name the record in a path, and read what it is afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from crmdesk.errors import OutcomeUnknown, ProviderError
from crmdesk.providers.contract import BadRecord, RemoteId, RemoteRecord
from crmdesk.providers.mapping.record_map import RecordMap


def path_id(id: str) -> str:
    """An id as one part of a path, whatever stands in it."""
    return quote(id, safe="")


def readable(records: RecordMap, payloads: Sequence[bytes]) -> list[RemoteRecord]:
    """The records among payloads; what cannot be read is left to the pull, which quarantines it."""
    found = []
    for payload in payloads:
        try:
            found.append(records.read(payload))
        except BadRecord:
            continue
    return found


async def read_back(reading: Any, made: RemoteId | None = None) -> RemoteRecord:
    """The record after a write that the CRM took: where it cannot be read now, the outcome is unknown, not failed.

    `made` is the id that a create was answered with.
    """
    try:
        record: RemoteRecord = await reading
        return record
    except ProviderError as failed:
        why = f"The change was sent, but could not be read back: {failed.why}"
        raise OutcomeUnknown(why, remote_id=made) from failed
