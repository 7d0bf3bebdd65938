"""Registrations that other programs hand in: somebody for an event, either made where it is not known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from crmdesk.desk.programs.submissions import DeskSubmissions, Fresh, OnKnown
from crmdesk.desk.status.standing import takes_registrations
from crmdesk.domain.clock import Clock
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import Occasion
from crmdesk.domain.records import Item
from crmdesk.domain.reports import Deed
from crmdesk.domain.values import Patch
from crmdesk.errors import UserInputError
from crmdesk.frozen import dataclass
from crmdesk.store import Tx
from crmdesk.system.lazy_import import later

if TYPE_CHECKING:
    from crmdesk.sync.actions import occasions, register
else:
    occasions, register = later("crmdesk.sync.actions", "occasions", "register")  # 50 ms, with the edits


@dataclass(frozen=True, slots=True)
class PutDown:
    """What became of a registration."""

    contact_id: int
    event_id: int
    is_new: bool  # the contact


class DeskRegistrations(DeskSubmissions):
    """The part of the desk that takes registrations from other programs."""

    _clock: Clock

    async def put_down(
        self,
        patch: Patch,
        occasion: Occasion,
        account_ids: Sequence[int],
        on_known: OnKnown,
        within: tuple[int, ...] | None = None,
        fresh: Fresh | None = None,
    ) -> PutDown:
        """Register somebody for an event; where an account takes registrations, it goes there by the outbox.

        Else it is kept here, among the people of the event. A new contact refers to the event as its source. Raises
        NotFound for an event that is not there, UserInputError for values that cannot be.
        """

        def act(tx: Tx) -> tuple[PutDown, frozenset[int]]:
            event = occasions.found_or_made_event(tx, occasion, within)

            def told(values: Patch) -> Patch:
                return {**(values if fresh is None else fresh(values)), "source_ref": str(event.id)}

            one, touched = self._submit(tx, Kind.CONTACT, patch, account_ids, on_known, within, told)
            assert one.item_id is not None, "a known contact is never refused here"
            touched |= self._register(tx, event, one.item_id, within)
            tx.items.refresh([one.item_id, event.id])
            return PutDown(one.item_id, event.id, one.outcome == "created"), touched

        done, touched = await self._act(
            Deed.REGISTER, act, detail=occasion.name, made=lambda result: [result[0].contact_id]
        )
        self._after(Kind.CONTACT, [done.contact_id], touched, membership=True)
        self._after(Kind.EVENT, [done.event_id], frozenset(), membership=True)
        return done

    def _register(self, tx: Tx, event: Item, contact_id: int, within: tuple[int, ...] | None) -> frozenset[int]:
        """By the outbox where one account alone can be meant and takes it; noted here unless the event is there."""
        takers = [one for one in tx.accounts.all() if takes_registrations(one) and (within is None or one.id in within)]
        grown: frozenset[int] = frozenset()
        if takers:
            try:
                account, named = register.aimed_at(tx, takers, tx.items.get(contact_id), event)
                info = self.kind_info(account, Kind.EVENT)
                register.queue_registration(tx, account, info, tx.items.get(contact_id), named, self._clock.token())
                grown = frozenset({account.id})
            except UserInputError:
                # No account is clearly meant, none knows the event, or it waits there or was done already.
                return occasions.attend(tx, event, contact_id, self._writable)
            if register.ids_there(event, account):
                return grown
        return grown | occasions.attend(tx, event, contact_id, self._writable)
