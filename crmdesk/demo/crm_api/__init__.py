"""The demo of an organisation's CRM API."""
