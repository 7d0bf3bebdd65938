"""The only home of peewee and SQLite: schema, migrations, the one writer, and queries by noun."""

from crmdesk.store.backup import Backup, list_backups, restore
from crmdesk.store.items import ItemCounts
from crmdesk.store.marks import Cursors
from crmdesk.store.nouns import Reads, Tx
from crmdesk.store.recovery import Recovered, recover
from crmdesk.store.store import Store

__all__ = [
    "Backup", "Cursors", "ItemCounts", "Reads", "Recovered", "Store", "Tx", "list_backups", "recover", "restore",
]  # fmt: skip
