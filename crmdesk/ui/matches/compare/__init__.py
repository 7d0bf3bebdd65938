"""The records of a suggestion beside each other: `comparison` works it out, `view` shows it.

Read `comparison` first.
"""
