"""The settings window: pages of rows over the desk's settings; read `window`, then `rows` and one page.

What a setting is called stands in `ui/wording/settings.py`, what it may be in `domain/settings.py`, and what follows
from it at once in `host`.
"""
