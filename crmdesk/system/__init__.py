"""What the program needs of the computer: paths, log, redaction, crash reports, one process a profile.

Imports nothing but errors; read `paths` first. `single_instance`, `instance_server` and `handover` are for those
alone who start the program.
"""
