"""What each command does, a file per noun: from the words asked to a result for `output`.

May import what the command line may; read `call` first. The grammar names these functions, and nothing imports them.
"""
