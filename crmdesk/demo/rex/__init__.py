"""The demo Rex: `twin` holds the book, `rpc` and `oauth` answer from it."""
