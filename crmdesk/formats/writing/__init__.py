"""Exports as tables and objects: `layout` says which columns there are, `files` writes them, `safe` for spreadsheets.

What is written comes back by the same header: see `mapping.own`.
"""
