"""Hooks: what a commit had to tell is sent to whoever asked for it, by Standard Webhooks 1.0.

Read `sender`, the one loop; `outcome` says what comes of a try, as a pure function; `signing` makes and uses secrets.
"""
