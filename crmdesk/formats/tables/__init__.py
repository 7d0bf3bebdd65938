"""Tables: CSV, TSV, XLSX, JSON and JSON Lines, read as streams of rows.

`opening` finds out what a file is and gives its rows; beside it stands a module for each thing that has to be found or
read: `encodings`, `delimiters`, `headers`, `separated` (CSV), `workbook` and `sheet` (XLSX), `objects` (JSON). What is
found is a proposal with its reason, never a silent guess; each part of it can be chosen otherwise.
"""
