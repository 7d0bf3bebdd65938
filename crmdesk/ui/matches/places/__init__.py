"""Where one meets who may be the same: the page in the list's place, the banner, the strip on a card.

Read `host` first.
"""
