"""The bars around the list: sidebar, top, status, search, kinds, the demo's strip, messages.

Each shows what it is told and signals what was pressed; none asks the desk by itself. Read `sidebar` first.
"""
