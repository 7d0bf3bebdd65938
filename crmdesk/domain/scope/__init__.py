"""What of an account is wanted here: the rules of a scope, and what records offer to go by.

Read `rules` first; `profiles` counts what a scope would take.
"""
