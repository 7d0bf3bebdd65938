"""What the desk says of an edit before it is made: where it lands, what looks odd, what may be lost with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crmdesk.desk.reading import DeskReads
from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import FIELDS, Kind
from crmdesk.domain.items import Also, Creation, Placement
from crmdesk.domain.notation.checks import warnings
from crmdesk.domain.outbox import Action
from crmdesk.domain.records import Item
from crmdesk.domain.values import Patch, applied
from crmdesk.providers.registry import at_risk, info_of
from crmdesk.system.lazy_import import Later

if TYPE_CHECKING:
    from crmdesk.sync.actions import creations as wishes
    from crmdesk.sync.actions import edits
else:
    edits, wishes = Later("crmdesk.sync.actions.edits"), Later("crmdesk.sync.actions.creations")


class EditPreviews(DeskReads):
    """The part of the desk that looks ahead and changes nothing."""

    def placement(self, item: int | Item, patch: Patch, also: Also | None = None) -> Placement:
        """Where each value of an edit would land, and where an empty field could be filled too; changes nothing.

        An item that was just read need not be read again by its id.
        """
        reads = self._store.reader()
        whole = reads.items.get(item) if isinstance(item, int) else item
        return edits.placement(reads, whole, patch, self._writable, also)

    def creation(self, account: Account, kind: Kind, patch: Patch) -> Creation:
        """What a new item would give to an account's CRM, and what that still wants of it; changes nothing."""
        return wishes.creation(self.kind_info(account, kind), account, applied({}, patch))

    def warnings(self, kind: Kind, patch: Patch) -> dict[str, str]:
        """What looks odd in a form, by field; it never keeps anybody from saving."""
        return warnings(kind, patch)

    def read_only(self, item: Item) -> dict[str, str]:
        """The custom fields of an item that no CRM which has them lets anybody change, each with the reason."""
        accounts = {account.id: account for account in self._store.reader().accounts.all()}
        fixed = {}
        for key in item.values.keys() - FIELDS[item.kind].keys():
            holders = [accounts[record.account_id] for record in item.records if key in record.values]
            if not any(one.is_local or self.kind_info(one, item.kind).writable(key) for one in holders):
                titles = " and ".join(dict.fromkeys(info_of(one.provider).title for one in holders))
                fixed[key] = f"{titles} lets nobody change this from outside."
        return fixed

    def at_risk(self, item_id: int, patch: Patch, also: Also | None = None) -> dict[int, tuple[str, ...]]:
        """What an edit may empty in a CRM that takes whole records and does not show all of them, by account id.

        It is told before the first change of such a record, in the CRM's words; what was sent before says no more.
        """
        reads = self._store.reader()
        item = reads.items.get(item_id)
        placed = edits.placement(reads, item, patch, self._writable, also)
        found: dict[int, tuple[str, ...]] = {}
        for record in item.records:
            changed = placed.patches.get(record.id, {})
            if not changed or record.remote_id is None or (payload := reads.records.payload(record.id)) is None:
                continue
            account = reads.accounts.get(record.account_id)
            lost = at_risk(account.provider, account.settings, item.kind, payload, changed.keys())
            sent = lost and any(
                entry.record_id == record.id and entry.action is Action.UPDATE and entry.sent_at is not None
                for entry in reads.outbox.list(all=True, item_id=item.id)[0]
            )
            if lost and not sent:
                found[account.id] = lost
        return found
