"""The desk at the work that is measured, in processes of its own."""
