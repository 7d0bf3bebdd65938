"""Matching beside all else: passes over what changed, in slices short enough that nobody waits for one.

`runner` keeps passes going; each slice is a plain function in one transaction.
"""
