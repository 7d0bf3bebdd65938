"""What matching keeps: the forms and keys of records, suggestions, and the user's decisions about them.

Read `index` first.
"""
