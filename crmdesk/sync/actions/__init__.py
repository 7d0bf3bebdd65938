"""What the user does: each function is one transaction; no network here.

Read `edits` first. Called by the desk.
"""
