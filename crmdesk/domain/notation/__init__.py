"""How values are written: normal forms, dialling codes, names, postal addresses, odd-looking input; items as JSON.

Pure as all of the domain. Read `normal` first: it says when two spellings mean the same.
"""
