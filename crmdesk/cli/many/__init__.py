"""The commands about more than one item at a time, and the one undo; read `changes` first."""
