"""The commands of the terminal: each a function from a call to a result, loaded when it is asked for."""
