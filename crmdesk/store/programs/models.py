"""The tables of hooks as peewee models."""

from __future__ import annotations

import peewee

from crmdesk.domain.reports import DeliveryState
from crmdesk.store.schema import CodedField, MomentField


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
