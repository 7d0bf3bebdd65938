"""From a CRM to the desk: `list_pull` reads a list, `page_intake` stores one page, `removals` ends a complete scan.

What is decided is decided in plain functions on the writer's thread; read `list_pull` first.
"""
