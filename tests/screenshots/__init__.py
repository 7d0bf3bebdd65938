"""Pictures of every screen: `python -m tests.screenshots DIR`, works without a display."""
