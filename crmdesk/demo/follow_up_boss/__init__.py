"""The demo Follow Up Boss."""
