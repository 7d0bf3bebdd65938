"""Requests that cannot be carried out as they were given."""

from __future__ import annotations

from collections.abc import Mapping

from crmdesk.errors.root import DeskError


class UserInputError(DeskError):
    """The request itself cannot be carried out as it was given."""

    id = "VALIDATION_FAILED"
    title = "That cannot be done as asked"
    remedy = "Correct the request and try again."


class FieldsRefused(UserInputError):
    """Members of a request's body are none, or not as they must be; `fields` says which and why."""

    def __init__(self, fields: Mapping[str, str], *, what: str = "Nothing was saved") -> None:
        super().__init__(" ".join(f"{name}: {why}" for name, why in fields.items()), what=what)
        self.fields = dict(fields)


class QueryRefused(FieldsRefused):
    """A parameter of a request's query string is none, or is not as it must be."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__({name: why}, what="The request was not carried out")


class NotFound(UserInputError):
    """Nothing here has that id or name."""

    id = "NOT_FOUND"
    title = "Not found"
    remedy = "Check the id or the name."


class DuplicateAccount(UserInputError):
    """The same CRM and sign-in is already connected under another name."""

    id = "DUPLICATE_ACCOUNT"
    title = "This account is already connected"
    remedy = "Use the account that exists, or remove it first."


class QueryInvalid(UserInputError):
    """A query has a condition that cannot be understood; it stands from `start` to `end` in its text."""

    id = "QUERY_INVALID"
    title = "The search was not understood"
    remedy = "Correct what is marked."

    def __init__(self, why: str, start: int, end: int, next: str | None = None) -> None:
        super().__init__(f"{why} (at character {start + 1})", next=next)
        self.plain, self.start, self.end = why, start, end


class ChoiceNeeded(UserInputError):
    """A sign-in opens several accounts of its CRM: `setting` is to be one of `choices`, each with its name there."""

    id = "CHOICE_NEEDED"
    title = "The account was not connected"
    remedy = "Choose one of the accounts, and sign in again."

    def __init__(self, why: str, *, setting: str, choices: Mapping[str, str]) -> None:
        named = "; ".join(f"{setting}={value} is {name}" for value, name in choices.items())
        super().__init__(why, next=f"Set one of them: {named}." if named else None)
        self.setting = setting
        self.choices = dict(choices)


class PlaceGone(UserInputError):
    """A place in the change feed from which it cannot go on."""

    id = "GONE"
    title = "The changes since then are no longer told"
    remedy = "Read the lists anew, and follow the feed from where it ends now."
