"""What the desk is measured against: the fastest plain programs that do the same work."""
