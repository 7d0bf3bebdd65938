"""The weather over demo CRMs: what may be switched on, and how answers then fail or lie.

Read `weather` first; `outages` come instead of an answer, `bad_answers` inside one, `replica` after a write.
"""
