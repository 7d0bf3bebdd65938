"""What the commands are for, in words: `--help`, the man page and the shells' completion, all of one source.

`entries` says each command in a sentence with an example, `words` each word and option; usage and options themselves
come from the grammar. May import the grammar, and is loaded only when somebody asks for it.
"""
