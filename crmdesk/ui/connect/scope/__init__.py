"""What of an account is wanted: kinds, values and the linking rule.

Read `dialog` first.
"""
