"""How accounts stand, and what their syncs and sends came to, told from what is stored."""
