"""The full-text index: how text is folded, what a row holds, how a typed query is read and its hits are listed.

Special to SQLite's FTS5; read `query` and `hits` first.
"""
