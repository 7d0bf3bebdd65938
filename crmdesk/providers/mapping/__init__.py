"""Field maps at work: payloads into records and patches into what is sent, value by value through codecs.

Read `record_map` first. Plain functions without I/O; knows no CRM.
"""
