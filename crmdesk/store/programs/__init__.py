"""What is kept for other programs, and for their sake.

Of the local API: keys and web pages let in (`keys`), what was done (`audit`), answers kept (`answers`). Of the feed:
`notes` are what a transaction did, `changes` the feed written of them, `messages` and `hooks` what is sent of it.
"""
