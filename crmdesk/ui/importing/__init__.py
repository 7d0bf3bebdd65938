"""Importing from the window: what a file's columns mean (`mapping_page`), what would happen (`plan_page`), the run."""
