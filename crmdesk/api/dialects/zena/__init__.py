"""The CRM integrations of the seed 004: which CRMs there are, connecting one, syncing it, disconnecting it."""
