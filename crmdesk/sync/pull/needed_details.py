"""Which records of a thin list are to be read whole."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from crmdesk.domain.records import Presence
from crmdesk.errors import ProviderError
from crmdesk.providers.contract import Page, RemoteId
from crmdesk.store import Reads
from crmdesk.sync.pull.page_intake import Scan, quarantine_key
from crmdesk.sync.pull.record_intake import DELETED_HERE, mark_of


def id_or_none(scan: Scan, payload: bytes) -> RemoteId | None:
    """A payload's id, None where it has none that can be read."""
    try:
        return scan.provider.identify(scan.kind, payload)
    except ProviderError:
        return None


def needing_details(reads: Reads, scan: Scan, page: Page) -> list[RemoteId]:
    """The records of a page of summaries to be read whole: those that are new, look different, were read long ago, or
    could not be read.

    What the list itself marks as deleted, and what was deleted for good on the desk, needs none.
    """
    listed = {remote_id: payload for payload in page.payloads if (remote_id := id_or_none(scan, payload)) is not None}
    ids = [remote_id for remote_id in listed if remote_id not in scan.seen]
    known = reads.records.known(scan.account.id, scan.kind, ids)
    buried = reads.tombstones.reasons(scan.account.id, scan.kind, [id_ for id_ in ids if id_ not in known])
    old = _outdated(reads, scan, list(known)) | page.whole.keys()
    return [
        remote_id
        for remote_id in ids
        if buried.get(remote_id) != DELETED_HERE
        and (
            scan.reload
            or (held := known.get(remote_id)) is None
            or held.presence is Presence.REMOVED
            or held.mark != mark_of(listed[remote_id], scan.fingerprint)
            or remote_id in old
            or quarantine_key(scan.account.id, scan.kind, remote_id) in scan.quarantined
        )
        and not _marked_deleted(scan, listed[remote_id])
    ]


def _marked_deleted(scan: Scan, payload: bytes) -> bool:
    try:
        return scan.provider.read(scan.kind, payload).deleted
    except ProviderError:
        return True  # it is quarantined for what the list shows; its details would not help


def _outdated(reads: Reads, scan: Scan, remote_ids: Sequence[str]) -> set[str]:
    """Those whose details were read so long ago that the list may hide a change.

    Records that were read together come due one after the other, in the second half of the time.
    """
    age = scan.provider.kind_info(scan.kind).details_age
    if age is None or not remote_ids:
        return set()
    times = reads.records.read_times(scan.account.id, scan.kind, remote_ids)
    return {
        remote_id
        for remote_id, read_at in times.items()
        if read_at is None or (reads.now - read_at).total_seconds() >= age * _share(remote_id)
    }


def _share(remote_id: str) -> float:
    return 1.0 - blake2b(remote_id.encode(), digest_size=1).digest()[0] / 512
