"""The desk: one method per user action, without Qt; all that window, command line and local API ever hold.

`facade` puts the parts together; `reading` is all that can be asked, `changes` carries out and announces every action
on items. Of actions, `accounts` and `sign_in` are about CRMs, `decisions` about what waits, `many`, `spreading` and
`matching` about items, `views` about lists; `previews` look ahead, `standing` says how an account stands, `about` what
this program is. May use sync, store and providers.
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
