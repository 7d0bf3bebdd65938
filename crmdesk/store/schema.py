"""The tables as peewee models, and how the desk's own types lie in columns.

The models only describe; what makes the tables are the frozen steps in `migrations/`. Queries are built from the models
and run on the connection they are given, never on a global one. Times are microseconds since 1970 in UTC; values are
the JSON of `domain.values`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, overload

import peewee

from crmdesk.domain.accounts import Direction, Pause
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import Action, EntryState, Outcome
from crmdesk.domain.records import Presence
from crmdesk.domain.reports import Deed, Origin, ProblemKind, RunOutcome, StepKind
from crmdesk.domain.values import from_json, patch_from_json, to_json, value_from_json, value_to_json

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@overload
def to_micros(moment: datetime) -> int: ...
@overload
def to_micros(moment: datetime | None) -> int | None: ...
def to_micros(moment: datetime | None) -> int | None:
    """An aware time as it lies in a column."""
    return None if moment is None else (moment - _EPOCH) // _MICROSECOND


@overload
def from_micros(stored: int) -> datetime: ...
@overload
def from_micros(stored: int | None) -> datetime | None: ...
def from_micros(stored: int | None) -> datetime | None:
    """The time that lies in a column."""
    return None if stored is None else _EPOCH + timedelta(microseconds=stored)


class MomentField(peewee.BigIntegerField):
    """An aware UTC time."""

    def adapt(self, value: Any) -> Any:
        return to_micros(value) if isinstance(value, datetime) else value

    def python_value(self, value: int | None) -> datetime | None:
        return from_micros(value)


class CodedField(peewee.TextField):
    """Text made and read by two functions."""

    def __init__(self, encode: Callable[[Any], Any], decode: Callable[[Any], Any], **options: Any) -> None:
        self._encode, self._decode = encode, decode
        super().__init__(**options)

    def db_value(self, value: Any) -> Any:
        return None if value is None else self._encode(value)

    def python_value(self, value: Any) -> Any:
        return None if value is None else self._decode(value)


def _word(enum: type[StrEnum], **options: Any) -> CodedField:
    return CodedField(str, enum, **options)


def _value() -> CodedField:
    return CodedField(value_to_json, value_from_json, null=True)


def _kind() -> CodedField:
    return _word(Kind)


class Account(peewee.Model):
    id = peewee.AutoField()
    provider = peewee.TextField()
    name = peewee.TextField(unique=True)
    settings = CodedField(lambda settings: json.dumps(dict(settings), sort_keys=True), json.loads)
    direction = _word(Direction)
    kinds = CodedField(" ".join, lambda text: tuple(Kind(kind) for kind in text.split()))
    identity = peewee.TextField()
    position = peewee.IntegerField()
    pause = _word(Pause)
    paused_until = MomentField(null=True)
    schedule = peewee.TextField()
    failing_since = MomentField(null=True)
    failures = peewee.IntegerField()
    not_before = MomentField(null=True)
    last_success = MomentField(null=True)
    last_error = peewee.TextField(null=True)
    writes_lists = peewee.BooleanField()
    deletes_remotely = peewee.BooleanField()
    review = peewee.TextField(null=True)
    pulls_after = MomentField(null=True)
    quiet = peewee.TextField()
    scope = CodedField(
        lambda scope: json.dumps(dict(scope), sort_keys=True),
        lambda text: {Kind(kind): rules for kind, rules in json.loads(text).items()},
    )
    link_by = CodedField(" ".join, lambda text: tuple(text.split()))
    quota = peewee.TextField()
    told_to_wait = peewee.BooleanField()
    signed_in_as = peewee.TextField()


class Item(peewee.Model):
    id = peewee.AutoField()
    kind = _kind()
    shelf = peewee.IntegerField()  # 0 in the list, 1 hidden, 2 trash
    attention = peewee.BooleanField()
    state = peewee.TextField()
    accounts = peewee.TextField()  # ids of the accounts that hold a record of it, in account order
    name = peewee.TextField()
    first_name = peewee.TextField()
    last_name = peewee.TextField()
    company = peewee.TextField()
    job_title = peewee.TextField()
    email = peewee.TextField()
    phone = peewee.TextField()
    birthday = peewee.TextField()
    description = peewee.TextField()
    sort_name = peewee.TextField()
    shown = CodedField(to_json, from_json)
    trashed_at = MomentField(null=True)
    trash_reason = peewee.TextField(null=True)
    updated_at = MomentField()


class Record(peewee.Model):
    id = peewee.AutoField()
    account_id = peewee.IntegerField()
    kind = _kind()
    item_id = peewee.IntegerField()
    home = peewee.IntegerField(null=True)  # the item that it stood for before it was linked, where that is another
    remote_id = peewee.TextField(null=True)
    version = peewee.TextField(null=True)
    mark = peewee.BlobField()
    presence = _word(Presence)
    agreed = peewee.BooleanField()
    base = CodedField(to_json, from_json, null=True)
    values = CodedField(to_json, from_json)


class Raw(peewee.Model):
    record_id = peewee.IntegerField(primary_key=True)
    payload = peewee.BlobField()
    first_at = MomentField(null=True)  # when the desk first received a payload of this record
    read_at = MomentField(null=True)  # when it received this one


class Change(peewee.Model):
    id = peewee.AutoField()
    item_id = peewee.IntegerField()
    record_id = peewee.IntegerField()
    field = peewee.TextField()
    old = _value()
    new = _value()
    origin = _word(Origin)
    account_id = peewee.IntegerField(null=True)
    run_id = peewee.IntegerField(null=True)
    at = MomentField()
    set_id = peewee.IntegerField(null=True)


class ChangeSet(peewee.Model):
    id = peewee.AutoField()
    deed = _word(Deed)
    kind = _kind()
    subject = peewee.TextField()
    detail = peewee.TextField()
    amount = peewee.IntegerField()
    at = MomentField()
    run_id = peewee.IntegerField(null=True)
    undoes = peewee.IntegerField(null=True)
    undone_by = peewee.IntegerField(null=True)
    actor = peewee.TextField(default="")

    class Meta:
        table_name = "change_set"


class ChangeStep(peewee.Model):
    id = peewee.AutoField()
    set_id = peewee.IntegerField()
    what = _word(StepKind)
    item_id = peewee.IntegerField()
    record_id = peewee.IntegerField(null=True)
    before = peewee.TextField(null=True)
    after = peewee.TextField(null=True)

    class Meta:
        table_name = "change_step"


class Outbox(peewee.Model):
    id = peewee.AutoField()
    account_id = peewee.IntegerField()
    kind = _kind()
    item_id = peewee.IntegerField()
    record_id = peewee.IntegerField()
    remote_id = peewee.TextField(null=True)
    action = _word(Action)
    wanted = CodedField(to_json, patch_from_json)
    state = _word(EntryState)
    key = peewee.TextField()
    attempts = peewee.IntegerField(default=0)
    next_at = MomentField(null=True)
    created_at = MomentField()
    sent_at = MomentField(null=True)
    settled_at = MomentField(null=True)
    outcome = _word(Outcome, null=True)
    error_id = peewee.TextField(null=True)
    error = peewee.TextField(null=True)
    candidates = CodedField(lambda ids: json.dumps(list(ids)), lambda text: tuple(json.loads(text)), default=())


class Conflict(peewee.Model):
    id = peewee.AutoField()
    record_id = peewee.IntegerField()
    field = peewee.TextField()
    base = _value()
    mine = _value()
    theirs = _value()
    entry = peewee.TextField(null=True)
    account_id = peewee.IntegerField()
    kind = _kind()
    item_id = peewee.IntegerField()
    remote_id = peewee.TextField(null=True)
    mine_at = MomentField(null=True)
    theirs_at = MomentField(null=True)
    resolved_at = MomentField(null=True)
    resolution = peewee.TextField(null=True)


class Problem(peewee.Model):
    id = peewee.AutoField()
    key = peewee.TextField(unique=True)
    kind = _word(ProblemKind)
    account_id = peewee.IntegerField()
    code = peewee.TextField()
    what = peewee.TextField()
    why = peewee.TextField()
    next = peewee.TextField()
    action = peewee.TextField()
    item_id = peewee.IntegerField(null=True)
    remote_id = peewee.TextField(null=True)
    field = peewee.TextField(null=True)
    value = peewee.TextField(null=True)
    created_at = MomentField()
    solved_at = MomentField(null=True)
    dismissed_at = MomentField(null=True)
    record_kind = _kind()


class Run(peewee.Model):
    id = peewee.AutoField()
    account_id = peewee.IntegerField()
    kind = _kind()
    started_at = MomentField(null=True)
    ended_at = MomentField(null=True)
    outcome = _word(RunOutcome, null=True)
    full = peewee.BooleanField()
    fetched = peewee.IntegerField()
    new = peewee.IntegerField()
    changed = peewee.IntegerField()
    same = peewee.IntegerField()
    removed = peewee.IntegerField()
    quarantined = peewee.IntegerField()
    out_of_scope = peewee.IntegerField()
    remote_total = peewee.IntegerField(null=True)
    sent = peewee.IntegerField()
    not_accepted = peewee.IntegerField()
    conflicts = peewee.IntegerField()
    requests = peewee.IntegerField()
    seconds = peewee.FloatField()
    balanced = peewee.BooleanField(null=True)
    error_id = peewee.TextField(null=True)
    error = peewee.TextField(null=True)


class Cursor(peewee.Model):
    account_id = peewee.IntegerField()
    kind = _kind()
    since = peewee.TextField(null=True)
    resume = peewee.TextField(null=True)
    complete_at = MomentField(null=True)

    class Meta:
        primary_key = peewee.CompositeKey("account_id", "kind")


class Pin(peewee.Model):
    item_id = peewee.IntegerField()
    field = peewee.TextField()
    record_id = peewee.IntegerField(null=True)

    class Meta:
        primary_key = peewee.CompositeKey("item_id", "field")


class Tombstone(peewee.Model):
    account_id = peewee.IntegerField()
    kind = _kind()
    remote_id = peewee.TextField()
    reason = peewee.TextField()
    at = MomentField()

    class Meta:
        primary_key = peewee.CompositeKey("account_id", "kind", "remote_id")


class Draft(peewee.Model):
    item_id = peewee.IntegerField(primary_key=True)
    patch = peewee.TextField()
    at = MomentField()


class Setting(peewee.Model):
    key = peewee.TextField(primary_key=True)
    value = peewee.TextField()


class Ledger(peewee.Model):
    owner = peewee.TextField()  # of the quota: a tenant or a key, as `registry.quota_owner` names it
    hour = MomentField()
    calls = peewee.IntegerField()

    class Meta:
        primary_key = peewee.CompositeKey("owner", "hour")


class Relation(peewee.Model):
    """An entry of a record's reference field: the target's id in that account, or our own item (`item_id`)."""

    record_id = peewee.IntegerField()
    field = peewee.TextField()
    place = peewee.IntegerField()
    account_id = peewee.IntegerField()
    kind = _kind()
    remote_id = peewee.TextField(null=True)
    item_id = peewee.IntegerField(null=True)

    class Meta:
        primary_key = peewee.CompositeKey("record_id", "field", "place")


class Tally(peewee.Model):
    """How many items of a kind lie on a shelf, of all accounts (account 0) and of each: the sidebar's figures."""

    kind = _kind()
    account_id = peewee.IntegerField()
    shelf = peewee.IntegerField()
    amount = peewee.IntegerField()

    class Meta:
        primary_key = peewee.CompositeKey("kind", "account_id", "shelf")


class MatchDecision(peewee.Model):
    id = peewee.AutoField()
    verdict = peewee.TextField()
    kind = _kind()
    at = MomentField()
    act = peewee.IntegerField()
    tier = peewee.TextField(null=True)
    reasons = peewee.TextField()

    class Meta:
        table_name = "match_decision"


class MatchDecidedPair(peewee.Model):
    id = peewee.AutoField()
    decision_id = peewee.IntegerField()
    kind = _kind()
    account = peewee.TextField()
    remote_id = peewee.TextField()
    other_account = peewee.TextField()
    other_remote_id = peewee.TextField()
    name = peewee.TextField()
    other_name = peewee.TextField()

    class Meta:
        table_name = "match_decided_pair"


MODELS: tuple[type[peewee.Model], ...] = (
    Account, Item, Record, Raw, Change, ChangeSet, ChangeStep, Outbox, Conflict, Problem, Run, Cursor, Pin, Tombstone,
    Draft, Setting, Ledger, Relation, Tally, MatchDecision, MatchDecidedPair,
)  # fmt: skip
