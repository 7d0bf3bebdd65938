"""The demo Rex: `site` holds the book, `rpc` and `oauth` answer from it, `twin` is all of it."""
