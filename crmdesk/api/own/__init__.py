"""The desk's own routes, under /desk/v1: the same documents as the command line's."""
