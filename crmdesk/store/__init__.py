"""The only home of peewee and SQLite: schema, migrations, the one writer, and queries by noun."""

from crmdesk.store.backup import Backup, list_backups, restore
from crmdesk.store.items import ItemCounts
from crmdesk.store.marks import Cursors
from crmdesk.store.nouns import Reads, Tx
from crmdesk.store.store import Store

__all__ = ["Backup", "Cursors", "ItemCounts", "Reads", "Store", "Tx", "list_backups", "restore"]
