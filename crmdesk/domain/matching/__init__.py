"""Who is the same: readings of records, levels of comparison, weights, groups and tiers; pure, and one notion for all.

Read `suggestions` first: what the others come to.
"""
