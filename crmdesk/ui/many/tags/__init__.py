"""Tags as things: their window, and what is asked before one is renamed, merged or deleted."""
