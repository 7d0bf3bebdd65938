"""An organisation's own CRM API, in both generations of its server."""
