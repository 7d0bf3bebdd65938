"""The demo Dex: `site` holds the book, `v1` and `legacy` answer from it, `twin` is all of it."""
