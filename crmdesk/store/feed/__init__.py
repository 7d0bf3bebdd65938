"""The change feed and the hooks: what each commit did, written in that commit, for whoever follows the desk.

Read `notes`, which gathers it while a transaction goes on; `changes` is how it is read, `hooks` who is told of it.
"""
