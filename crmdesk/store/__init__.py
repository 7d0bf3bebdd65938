"""The only home of peewee and SQLite: schema, migrations, the one writer, and queries by noun.

Read `store`, then `transaction`: what can be asked and done, by noun; then `tables`. May import the domain, and paths
of the system.
"""

from crmdesk.store.backup import Backup, list_backups, restore
from crmdesk.store.recovery import Recovered, recover
from crmdesk.store.store import Store
from crmdesk.store.tables.cursors import Cursors
from crmdesk.store.tables.items import ItemCounts
from crmdesk.store.transaction import Reads, Tx

__all__ = [
    "Backup", "Cursors", "ItemCounts", "Reads", "Recovered", "Store", "Tx", "list_backups", "recover", "restore",
]  # fmt: skip
