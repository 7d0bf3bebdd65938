"""Dex (getdex.com): its API v1 and the legacy one."""
