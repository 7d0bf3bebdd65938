"""The keys of commands: what clashes with what, the button that takes new ones, and the page of all of them."""
