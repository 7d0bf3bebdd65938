"""Connecting a CRM, and signing in anew; forms are made from what a provider says of itself.

Read `dialog` first. Nothing is saved before the CRM took the sign-in.
"""
