"""MRI Vault (VaultRE): its API v1.3, and the dialect of the Zena service."""
