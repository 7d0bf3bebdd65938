"""The tables of the local API and of hooks as peewee models."""

from __future__ import annotations

import json

import peewee

from crmdesk.domain.reports import DeliveryState
from crmdesk.store.schema import CodedField, MomentField


def _names() -> CodedField:
    return CodedField(lambda names: json.dumps(list(names)), lambda text: tuple(json.loads(text)))


class ApiKey(peewee.Model):
    id = peewee.AutoField()
    name = peewee.TextField()
    digest = peewee.BlobField()
    starts = peewee.TextField()
    scopes = CodedField(lambda scopes: " ".join(sorted(scopes)), lambda text: frozenset(text.split()))
    accounts = _names()
    new_in = _names()
    known = peewee.TextField()
    rate = peewee.IntegerField()
    created_at = MomentField()
    expires_at = MomentField(null=True)
    used_at = MomentField(null=True)
    requests = peewee.IntegerField(default=0)
    refused = peewee.IntegerField(default=0)
    revoked_at = MomentField(null=True)
    revoked_why = peewee.TextField(null=True)

    class Meta:
        table_name = "api_key"


class ApiOrigin(peewee.Model):
    origin = peewee.TextField(primary_key=True)
    at = MomentField()

    class Meta:
        table_name = "api_origin"


class ApiAudit(peewee.Model):
    id = peewee.AutoField()
    at = MomentField()
    key_id = peewee.IntegerField(null=True)
    key = peewee.TextField()
    method = peewee.TextField()
    route = peewee.TextField()
    item_id = peewee.IntegerField(null=True)
    status = peewee.IntegerField()
    outcome = peewee.TextField()

    class Meta:
        table_name = "api_audit"


class ApiAnswer(peewee.Model):
    key_id = peewee.IntegerField()
    token = peewee.TextField()
    digest = peewee.BlobField()
    status = peewee.IntegerField()
    headers = peewee.TextField()
    body = peewee.BlobField()
    at = MomentField()

    class Meta:
        table_name = "api_answer"
        primary_key = peewee.CompositeKey("key_id", "token")


class Hook(peewee.Model):
    id = peewee.AutoField()
    url = peewee.TextField()
    events = CodedField(" ".join, lambda text: tuple(text.split()))
    local = peewee.BooleanField()
    key = peewee.TextField()
    leaves_out_own = peewee.BooleanField()
    made_at = MomentField()
    paused_at = MomentField(null=True)
    pause_reason = peewee.TextField()
    failing_since = MomentField(null=True)
    not_before = MomentField(null=True)
    last_at = MomentField(null=True)
    last_status = peewee.TextField()


class HookDelivery(peewee.Model):
    id = peewee.AutoField()
    hook_id = peewee.IntegerField()
    message_id = peewee.TextField()
    type = peewee.TextField()
    body = peewee.TextField()
    state = CodedField(str, DeliveryState)
    made_at = MomentField()
    attempts = peewee.IntegerField()
    next_at = MomentField(null=True)
    ended_at = MomentField(null=True)
    last_status = peewee.TextField()

    class Meta:
        table_name = "hook_delivery"


MODELS: tuple[type[peewee.Model], ...] = (ApiKey, ApiOrigin, ApiAudit, ApiAnswer, Hook, HookDelivery)
