"""Places of the sidebar: what the middle of the window can show."""

from __future__ import annotations

from enum import StrEnum

from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery
from crmdesk.frozen import dataclass


class What(StrEnum):
    """Kinds of places."""

    ALL = "all"
    ACCOUNT = "account"
    ATTENTION = "attention"
    MATCHES = "matches"
    DRAFTS = "drafts"
    TRASH = "trash"
    VIEW = "view"  # a saved view; its id stands in `account_id`


@dataclass(frozen=True, slots=True)
class Place:
    """One place; `account_id` where it is an account's list (or a view's id), `kind` of what is listed there."""

    what: What = What.ALL
    account_id: int = 0
    kind: Kind = Kind.CONTACT

    def query(self, text: str, sort: tuple[str, ...]) -> ItemQuery:
        """The items that stand here and fit the search."""
        return ItemQuery(
            kind=self.kind,
            text=text,
            sort=sort,
            account_id=self.account_id or None if self.what is not What.VIEW else None,
            needs_attention=self.what is What.ATTENTION,
            drafts=self.what is What.DRAFTS,
            trash=self.what is What.TRASH,
        )
