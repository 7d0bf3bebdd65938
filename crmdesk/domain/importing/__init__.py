"""Bringing in what a file holds: its rows as the desk's own values, and what is done with each.

Read `incoming` first, then `plan`.
"""
