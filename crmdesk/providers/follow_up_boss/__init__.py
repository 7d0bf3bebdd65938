"""Follow Up Boss (followupboss.com), its API v1; the one to copy."""
