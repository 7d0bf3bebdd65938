"""The demo MRI Vault: `twin` holds the agency, `v13` and `zena` answer from it."""
