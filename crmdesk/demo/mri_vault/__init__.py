"""The demo MRI Vault: `site` holds the agency, `v13` and `zena` answer from it, `twin` is all of it."""
