"""The weather over demo CRMs: what may be switched on, and how answers then fail or lie."""
