"""Requests on their way: the only home of httpx, limits, retries, paging, sign-ins, and the reading of answers.

Read `transport` first. Knows no CRM.
"""
