"""How accounts and runs stand and what is told of them: health, reactions to failures, the log, quarantine.

Read `failure_policy` first.
"""
