"""A CRM, or the way to it, failed."""

from __future__ import annotations

from collections.abc import Mapping

from crmdesk.errors.root import DeskError


class ProviderError(DeskError):
    """A CRM, or the way to it, failed."""

    id = "INTEGRATION_FAILED"
    title = "The CRM could not do that"
    safe = "Everything you entered is kept here."
    remedy = "Try again later."


class AuthRequired(ProviderError):
    """The sign-in is missing, wrong, expired or revoked."""

    id = "AUTH_REQUIRED"
    title = "The CRM refused the sign-in"
    safe = "Your edits are kept here and wait."
    remedy = "Reconnect the account with a valid key."


class RateLimited(ProviderError):
    """The CRM asks to wait; `after` is the wait in seconds, None when it named none."""

    id = "RATE_LIMITED"
    title = "The CRM asks for a pause"
    remedy = "Nothing to do: the desk goes on by itself when the time has passed."

    def __init__(self, why: str, *, after: float | None = None, **more: str | None) -> None:
        super().__init__(why, **more)
        self.after = after


class QuotaKept(RateLimited):
    """What is left of a quota is kept for the user's own edits: only what runs by itself has to wait."""

    id = "QUOTA_KEPT"
    title = "The quota is nearly used up"


class Unavailable(ProviderError):
    """The CRM cannot be reached, took too long, or answered that it is down; `answered` tells the last of these."""

    id = "UNAVAILABLE"
    title = "The CRM cannot be reached"
    remedy = "Check the connection; the desk tries again by itself."

    def __init__(self, why: str, *, answered: bool = False, **more: str | None) -> None:
        super().__init__(why, **more)
        self.answered = answered


class OutcomeUnknown(ProviderError):
    """A write was sent but its answer was lost; whether it arrived must be looked up.

    `remote_id` is the record of a create that was answered with it and could not be read yet: it is waited for.
    """

    id = "OUTCOME_UNKNOWN"
    title = "It is not known whether the CRM took the change"
    remedy = "Nothing to do: the desk looks it up before it sends anything again."

    def __init__(self, why: str, *, remote_id: str | None = None, **more: str | None) -> None:
        super().__init__(why, **more)
        self.remote_id = remote_id


class StaleVersion(ProviderError):
    """The record changed in the CRM since it was read."""

    id = "STALE_VERSION"
    title = "The record changed there meanwhile"
    remedy = "Nothing to do: the desk merges and sends again."


class RemoteGone(ProviderError):
    """The record no longer exists in the CRM."""

    id = "REMOTE_GONE"
    title = "The record no longer exists in the CRM"
    remedy = "Decide whether to create it again or to delete it here too."


class AlreadyExists(ProviderError):
    """A create met a record that is already in the CRM; `remote_id` names it when the CRM told."""

    id = "ALREADY_EXISTS"
    title = "The record already exists in the CRM"
    remedy = "Link the contact to the record that exists."

    def __init__(self, why: str, *, remote_id: str | None = None, **more: str | None) -> None:
        super().__init__(why, **more)
        self.remote_id = remote_id


class Rejected(ProviderError):
    """The CRM refused values; `fields` maps our field names to the CRM's words ("" = the whole record)."""

    id = "REJECTED"
    title = "The CRM did not take the change"
    remedy = "Change the value, or keep it on this computer only."

    def __init__(self, why: str, *, fields: Mapping[str, str] | None = None, **more: str | None) -> None:
        super().__init__(why, **more)
        self.fields = dict(fields or {})


class NotAllowed(Rejected):
    """The sign-in works, but has no right to what was asked: one kind, one record or one change; the rest goes on.

    `lacking`: what was asked for is not there for this tenant, whatever the rights.
    """

    id = "NOT_ALLOWED"
    title = "The key may not do that"
    remedy = "Give the key that right in the CRM."

    def __init__(self, why: str, *, lacking: bool = False, next: str | None = None, detail: str | None = None) -> None:
        super().__init__(why, next=next, detail=detail)
        self.lacking = lacking


class Unsupported(ProviderError):
    """This CRM, or this account's direction, cannot do that."""

    id = "UNSUPPORTED"
    title = "This CRM cannot do that"
    remedy = "Keep the value on this computer only, or do it in the CRM itself."


class BadResponse(ProviderError):
    """The answer is not what this CRM's API answers (HTML, truncated, too large, wrong shape).

    `refused`: its status says that what was asked makes no sense to it; it may know another way of asking.
    """

    id = "BAD_RESPONSE"
    title = "The answer was not understood"
    remedy = "Check the base address of the account; if it is right, try again later."

    def __init__(self, why: str, *, refused: bool = False, **more: str | None) -> None:
        super().__init__(why, **more)
        self.refused = refused
