"""How things are said on screen: numbers, times, kinds, accounts and directions.

Read `phrases` first. Whole sentences, since languages bend.
"""
