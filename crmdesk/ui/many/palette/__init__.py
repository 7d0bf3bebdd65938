"""The command palette: every action, view, account and person behind one line; read `palette` first."""
