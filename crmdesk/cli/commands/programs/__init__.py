"""Commands about programs that use the desk: hooks, the assistant's tools, and what starts the API by itself."""
