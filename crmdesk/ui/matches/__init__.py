"""Same person? Where suggestions are looked at and answered: the review page, its lanes, and the strips elsewhere.

Holds only the desk. Read `page` first; `compare` puts records side by side, `words` says it.
"""
