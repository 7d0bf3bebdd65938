"""The page of the local API: whether it is on and where, keys, web pages, hooks, and what was done.

Read `page` first; each of its lists is a module.
"""
