"""What every demo CRM is made of: its book, its ASGI front, the log of requests, and the switchboard for tests.

Read `site` first. Knows no CRM.
"""
