"""What other programs add: a contact that may be known by its email, one or many at once."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from crmdesk.desk.changes import DeskChanges
from crmdesk.domain.fields import Kind, field_of
from crmdesk.domain.notation.normal import entry_form
from crmdesk.domain.records import Item
from crmdesk.domain.reports import Deed
from crmdesk.domain.rows import rows_of, with_lacking
from crmdesk.domain.values import Patch, Value, Values, texts
from crmdesk.errors import KnownAlready, UserInputError
from crmdesk.frozen import dataclass
from crmdesk.store import Reads, Tx
from crmdesk.system.lazy_import import later

if TYPE_CHECKING:
    from crmdesk.sync.actions import creations, edits
else:
    creations, edits = later("crmdesk.sync.actions", "creations", "edits")


Fresh = Callable[[Patch], Patch]
"""From what is told of a contact to its values where nobody is known to be that one."""


class OnKnown(StrEnum):
    """What becomes of a contact whose email somebody has already."""

    REFUSE = "refuse"
    UPDATE = "update"  # lists are united; other values replace those that are there
    FILL = "fill"  # lists are united; other values are taken where there is none
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Submitted:
    """What became of one contact: created, updated, unchanged, skipped or failed; `why` for the last one."""

    outcome: str
    item_id: int | None = None
    why: str | None = None


class DeskSubmissions(DeskChanges):
    """The part of the desk that takes contacts from other programs."""

    async def submit(
        self,
        patch: Patch,
        account_ids: Sequence[int],
        on_known: OnKnown,
        within: tuple[int, ...] | None = None,
        *,
        kind: Kind = Kind.CONTACT,
        fresh: Fresh | None = None,
    ) -> Submitted:
        """Add one item; a contact with an email that somebody within those accounts has is treated as `on_known` says.

        Raises KnownAlready, or UserInputError for values that cannot be.
        """

        def act(tx: Tx) -> tuple[Submitted, frozenset[int]]:
            return self._submit(tx, kind, patch, account_ids, on_known, within, fresh)

        done, touched = await self._act(Deed.NEW, act, made=lambda result: _ids([result[0]]))
        self._after(kind, _ids([done]), touched, membership=True)
        return done

    async def submit_many(
        self,
        patches: Sequence[Patch | UserInputError],
        account_ids: Sequence[int],
        on_known: OnKnown,
        within: tuple[int, ...] | None = None,
        *,
        fresh: Fresh | None = None,
    ) -> Sequence[Submitted]:
        """Add many contacts in one transaction, as one change-set; what cannot be taken stops nobody else.

        A refusal that was found before stands in its place, so that it is counted with the others.
        """

        def act(tx: Tx) -> tuple[list[Submitted], frozenset[int]]:
            found: list[Submitted] = []
            touched: frozenset[int] = frozenset()
            for patch in patches:
                if isinstance(patch, UserInputError):
                    found.append(Submitted("failed", None, patch.why))
                    continue
                try:
                    one, accounts = self._submit(tx, Kind.CONTACT, patch, account_ids, on_known, within, fresh)
                except KnownAlready as error:
                    found.append(Submitted("failed", error.item_id, error.why))
                except UserInputError as error:
                    found.append(Submitted("failed", None, error.why))
                else:
                    found.append(one)
                    touched |= accounts
            return found, touched

        done, touched = await self._act(Deed.NEW, act, made=lambda result: _ids(result[0]))
        self._after(Kind.CONTACT, _ids(done), touched, membership=True)
        return done

    def _submit(
        self,
        tx: Tx,
        kind: Kind,
        patch: Patch,
        account_ids: Sequence[int],
        on_known: OnKnown,
        within: tuple[int, ...] | None,
        fresh: Fresh | None = None,
    ) -> tuple[Submitted, frozenset[int]]:
        known = _known(tx, texts(patch.get("emails")), within) if kind is Kind.CONTACT else None
        if known is None:
            values = patch if fresh is None else fresh(patch)
            self._refuse_adding(tx, kind, values, account_ids)
            item_id = edits.make(tx, kind, values)
            for account_id in account_ids:
                self._add_to(tx, item_id, account_id)
            return Submitted("created", item_id), frozenset(account_ids)
        match on_known:
            case OnKnown.REFUSE:
                raise KnownAlready(f"Contact {known.id} has that email.", item_id=known.id)
            case OnKnown.SKIP:
                return Submitted("skipped", known.id), frozenset()
        changes = added_to(kind, known.values, patch, fill=on_known is OnKnown.FILL)
        if not changes:
            return Submitted("unchanged", known.id), frozenset()
        return Submitted("updated", known.id), edits.edit(tx, known.id, changes, self._writable)

    def _refuse_adding(self, tx: Tx, kind: Kind, values: Patch, account_ids: Sequence[int]) -> None:
        """Ask all that may refuse an item before it is made: of several, each is made whole or not at all."""
        told = {key: value for key, value in values.items() if value is not None}
        for account in map(tx.accounts.get, account_ids):
            if kind not in account.kinds:
                raise UserInputError(f"{account.name} is not set to hold {kind.plural}.")
            creations.refuse_incomplete(account, self.kind_info(account, kind), told)

    @abstractmethod
    def _add_to(self, tx: Tx, item_id: int, account_id: int) -> None:
        """Add an item to an account, as the user does."""


def added_to(kind: Kind, held: Values, patch: Patch, *, fill: bool) -> Patch:
    """What of an item changes when more is told of it: lists are united, with `fill` no value is replaced."""
    changes: dict[str, Value | None] = {}
    for key, value in patch.items():
        if value is None:
            continue
        if isinstance(value, tuple):
            united = with_lacking(kind, key, rows_of(held.get(key)), value)
            if len(united) > len(rows_of(held.get(key))):
                changes[key] = united
        elif (not fill or key not in held) and held.get(key) != value:
            changes[key] = value
    return changes


def _known(reads: Reads, emails: Sequence[str], within: tuple[int, ...] | None) -> Item | None:
    form = entry_form(field_of(Kind.CONTACT, "emails").type)
    forms = {form(email, None) for email in emails if email.strip()}
    held = reads.records.holding("emails", forms)
    # One of whom only a record elsewhere has the email is no acquaintance: the answer would tell that email.
    ids = sorted({record.item_id for record in held if within is None or record.account_id in within})
    return next((item for item in reads.items.load(ids) if item.trashed_at is None), None)


def _ids(done: Sequence[Submitted]) -> list[int]:
    return list(dict.fromkeys(one.item_id for one in done if one.item_id is not None and one.outcome != "failed"))
