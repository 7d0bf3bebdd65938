"""What the user does: each function is one transaction; read `edits` first. No network here."""
