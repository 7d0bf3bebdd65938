"""An account's linking rule: a record that is new is taken for the contact that holds the same email or phone.

The rule is off unless the user asked for it, and is a hint alone: it links only where one contact, and no other, holds
what the record holds, where no other record of that account does, and where the names do not contradict each other. No
value moves from one record to another, so that a link can be taken back exactly.

The word `certain` asks for more and sees more: what came is linked at the end of the next pass of matching, where that
finds a contact that it certainly is (`sync/matching/arrivals.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.pairs import names_contradict
from crmdesk.domain.notation.normal import entry_key
from crmdesk.domain.notation.references import entries_of
from crmdesk.domain.records import NewRecord, Presence
from crmdesk.domain.values import Values
from crmdesk.errors import UserInputError
from crmdesk.store import Reads

CERTAIN = "certain"
# The words of the rule, and the fields they stand for; one stands for what matching finds certain.
FIELDS = {"email": "emails", "phone": "phones", CERTAIN: CERTAIN}
OFF = "off"


def check_rule(text: str) -> tuple[str, ...]:
    """What a rule goes by: `phone`, `email`, `certain`, several with commas between, or `off`.

    Raises UserInputError.
    """
    words = [word.strip() for word in text.split(",") if word.strip()]
    if words in ([], [OFF]):
        return ()
    if not set(words) <= FIELDS.keys():
        raise UserInputError(f"link_by is {', '.join(FIELDS)}, with commas between several, or {OFF}, not “{text}”.")
    return tuple(field for word, field in FIELDS.items() if word in words)


def forms_of(values: Values, fields: Collection[str], region: str | None) -> set[tuple[str, str]]:
    """The normal forms of all emails and phones of a contact, each with its field."""
    return {
        (field, entry_key(Kind.CONTACT, field, entry, region))
        for field in fields
        for entry in entries_of(values.get(field))
    }


def linked_by_rule(reads: Reads, account: Account, batch: Sequence[NewRecord]) -> list[NewRecord]:
    """The new records, each with the contact that it is taken for; without one it becomes a contact of its own."""
    fields = [field for field in account.link_by if field != CERTAIN]
    if not fields:
        return list(batch)
    forms = [forms_of(new.values, fields, account.region) for new in batch]
    times = Counter(form for held in forms for form in held)
    taken: set[int] = set()
    result = []
    for new, held in zip(batch, forms, strict=True):
        item_id = None
        if new.kind is Kind.CONTACT and new.presence is Presence.LIVE and all(times[form] == 1 for form in held):
            item_id = _contact_with(reads, account, new.values, held)
        result.append(new if item_id is None or item_id in taken else replace(new, item_id=item_id))
        taken |= set() if item_id is None else {item_id}
    return result


def _contact_with(reads: Reads, account: Account, values: Values, forms: Collection[tuple[str, str]]) -> int | None:
    """The one contact in the list that holds one of the forms, unless a record of the same account holds it too."""
    holders = [record for field, form in sorted(forms) for record in reads.records.holding(field, [form])]
    item_ids = {record.item_id for record in holders}
    if len(item_ids) != 1:
        return None
    (item,) = reads.items.load(list(item_ids))
    if item.trashed_at is not None or any(record.account_id == account.id for record in item.records):
        return None
    return None if names_contradict(values, item.values) else item.id
