"""The sender: one outbox entry from "waiting" to a verified receipt, a conflict, or a problem with a reason."""

from __future__ import annotations

import logging

from crmdesk.domain.notation.references import REFERENCES
from crmdesk.domain.outbox import Action, EntryState, OutboxEntry
from crmdesk.errors import DeskError, NotFound, OutcomeUnknown, ProgramFault, ProviderError, StaleVersion
from crmdesk.store import Tx
from crmdesk.sync.push.attempt import Attempt, Sent, Withdrawn, still_wanted
from crmdesk.sync.push.create import send_create
from crmdesk.sync.push.registration import send_registration
from crmdesk.sync.push.update import send_delete, send_update
from crmdesk.sync.references import name_by_remote_ids
from crmdesk.sync.reporting.failure_policy import counted, note_failure, note_fault

log = logging.getLogger(__name__)

STALE_RETRIES = 3
_SENDS = {
    Action.CREATE: send_create,
    Action.UPDATE: send_update,
    Action.DELETE: send_delete,
    Action.REGISTER: send_registration,
}


async def send(attempt: Attempt, entry: OutboxEntry) -> Sent:
    """Try one entry once. Whatever happens, it ends settled, waiting, uncertain, parked or in conflict; never lost.

    A program error leaves an entry that was sent uncertain and one that was not parked, so that those behind it go on.
    What the user takes back while the CRM is asked about it is not sent.
    """
    try:
        return await _send(attempt, entry)
    except Withdrawn:
        return Sent(entry.item_id, entry.record_id)
    except NotFound:  # a create that is taken back takes its record with it
        if (await attempt.store.read(lambda reads: reads.outbox.get(entry.id))).is_open:
            raise
        return Sent(entry.item_id, entry.record_id)


async def _send(attempt: Attempt, entry: OutboxEntry) -> Sent:
    if REFERENCES[entry.kind]:
        waiting = entry
        named = await attempt.store.write(lambda tx: name_by_remote_ids(tx, attempt.account, waiting))
        if not named.ready:
            return Sent(entry.item_id, entry.record_id)
        entry = named.entry
    before = entry.attempts
    try:
        for _ in range(STALE_RETRIES):
            try:
                return await _SENDS[entry.action](attempt, entry)
            except StaleVersion:
                log.debug("entry %s met a newer version; merging again", entry.id)
        failure, state = ProviderError("It keeps changing there."), EntryState.PENDING
    except OutcomeUnknown as error:
        failure, state = error, EntryState.UNCERTAIN
    except ProviderError as error:
        failure, state = error, EntryState.PENDING
    except (DeskError, Withdrawn):
        raise
    except Exception as fault:
        log.exception("a change of a %s met a fault of the program (record %d)", entry.kind.value, entry.record_id)
        unforeseen = ProgramFault.of(fault)
        return await attempt.store.write(
            lambda tx: note_fault(tx, attempt.account, still_wanted(tx, entry), unforeseen)
        )

    def note(tx: Tx) -> Sent:
        latest = counted(tx, still_wanted(tx, entry), before)
        # An entry whose outcome is unknown stays so until somebody has looked.
        unsure = EntryState.UNCERTAIN in (entry.state, latest.state)
        return note_failure(tx, attempt.account, latest, failure, EntryState.UNCERTAIN if unsure else state)

    return await attempt.store.write(note)
