"""The demo Dex: `twin` holds the book, `v1` and `legacy` answer from it."""
