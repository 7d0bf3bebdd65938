"""What needs a person: problems, conflicts, changes that wait.

Read `page` first; `rows` is what its lists are made of.
"""
