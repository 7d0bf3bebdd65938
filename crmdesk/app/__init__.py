"""Composition roots: the window on a desk, and the demo. Puts everything together; read `session` first."""
