"""CRMs, a folder each, behind one contract.

Read `contract` and `info` first, then `follow_up_boss.provider`, the one to copy. May import the domain; the engine
knows of all this only the contract.
"""
