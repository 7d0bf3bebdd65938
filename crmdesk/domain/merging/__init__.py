"""Values of two sides, or of several records, made one: the three-way merge of a sync, and one value for all.

Read `merge` first.
"""
