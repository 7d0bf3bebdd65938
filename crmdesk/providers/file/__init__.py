"""Accounts by file: a table, a file of cards, or the newest file of a folder, read like the list of a CRM.

Read `provider` first, then `table` and `cards`. They are as old as their file and take no changes. `vdir` is a folder
of cards, one in each file, that is changed too.
"""
