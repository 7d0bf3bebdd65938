"""Importing files: where rows come from (`source`), the run in slices (`runner`), the dry run (`preview`)."""
