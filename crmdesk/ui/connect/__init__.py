"""Connecting a CRM, and signing in anew."""
