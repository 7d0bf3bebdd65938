"""The organisation's CRM API as its first version is promised, with the later version's routes; `routes` lists them."""
