"""From the desk to a CRM: `sender` takes an outbox entry to a receipt, conflict or problem; `outcome` stores which.

Read `sender`, then `update`. No transaction spans a request.
"""
