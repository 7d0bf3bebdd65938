"""In what words a record is put aside that could not be read: what failed, and what to do about it."""

from __future__ import annotations

from crmdesk.errors import NotAllowed, ProviderError, RemoteGone, Unavailable
from crmdesk.providers.contract import Unopened


def headline(account: str, who: str, error: ProviderError) -> str:
    """What happened to which record, by its cause."""
    if not isinstance(error, Unopened):
        return f"{account} sent {who} in a form that could not be read"
    match error.failure:
        case NotAllowed():
            cause = "the key may not read it"
        case RemoteGone():
            cause = "it cannot be opened"
        case Unavailable():
            cause = "the CRM fails at it"
        case _:
            cause = "the answer was not understood"
    return f"{who} could not be read from {account}: {cause}"


def next_step(error: ProviderError) -> str:
    """What a person can do about it."""
    match error:
        case Unopened(failure=NotAllowed()):
            return "Give the key that right in the CRM; the next sync asks for it again."
        case Unopened(failure=RemoteGone()):
            return "Nothing, if it was deleted; else give the key the right to see it."
    return error.next
