"""CRMs that the desk is to speak one day, as data alone, so that people see what is coming."""

from __future__ import annotations

from crmdesk.providers.info import ProviderInfo

PLANNED = tuple(
    ProviderInfo(key, title, settings=(), secrets=(), kinds=(), state="planned")
    for key, title in (
        ("salesforce", "Salesforce"),
        ("kvcore", "kvCORE"),
        ("top_producer", "Top Producer"),
        ("hubspot", "HubSpot"),
        ("carddav", "CardDAV"),
    )
)
