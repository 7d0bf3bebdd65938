"""The desk: one method per user action, without Qt; all that window, command line and local API ever hold.

`facade` puts the parts together: accounts, sign_in, reading, decisions. May use sync, store and providers.
"""

from crmdesk.desk.facade import (
    NEW_DRAFT,
    AccountState,
    AccountStatus,
    BrowserTokens,
    Desk,
    Found,
    KindInfo,
    Probe,
    ProviderInfo,
    Quota,
    Setting,
    SidebarCounts,
    directions_of,
    pasted_key,
    takes_registrations,
)

__all__ = [
    "NEW_DRAFT",
    "AccountState",
    "AccountStatus",
    "BrowserTokens",
    "Desk",
    "Found",
    "KindInfo",
    "Probe",
    "ProviderInfo",
    "Quota",
    "Setting",
    "SidebarCounts",
    "directions_of",
    "pasted_key",
    "takes_registrations",
]
