"""How values are written: normal forms, dialling codes, names and their parts, postal addresses, odd-looking input.

Pure as all of the domain. Read `normal` first: it says when two spellings mean the same.
"""
