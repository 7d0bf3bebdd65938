"""Composition roots: the window on a desk, and the demo.

Everything is put together here and nowhere else; may import all layers. Read `session` first.
"""
