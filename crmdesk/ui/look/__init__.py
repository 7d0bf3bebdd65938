"""How everything looks: tokens, palette, stylesheet, icons, badges, labels, empty pages.

Read `tokens` first: colours and distances are named there and nowhere else.
"""
