"""The panel at the bottom: accounts and how they stand, what was done, and everything an account can be told.

Read `panel` first.
"""
