"""The one query language: from what is typed to a tree of conditions; pure, read `parser` first.

`language` says which fields and operators there are, by kind and type, `tree` what a query is, `parser` makes one of a
text. The grammar is read by lark. Measured beside luqum and playhouse's box: it parses in two thirds of luqum's time,
names the place of every error and what could stand there (luqum names no place for an unfinished text, playhouse never
fails and drops what it does not know), and the grammar is ours, where luqum's is Lucene's, without `last7d` or `in:2+`.
"""
