"""The vault and its key: secrets sealed in the profile, under a root key from elsewhere.

The only home of ciphers and of the keychain; read `vault` first. Knows nothing of CRMs.
"""
