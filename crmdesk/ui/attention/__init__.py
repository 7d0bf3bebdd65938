"""What needs a person: problems, conflicts, changes that wait."""
