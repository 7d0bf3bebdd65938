"""The desk: one method per user action, without Qt; all that window, command line and local API ever hold.

`facade` puts the parts together; `reading` is all that can be asked, `changes` carries out and announces every action
on items. Of actions, `accounts` and `sign_in` are about CRMs, `decisions` about what waits, `many`, `spreading` and
`matching` about items; `chosen` keeps views and settings; `exporting` and `handing_over` write files, `importing`
brings them in; `programs` are for other programs, with a key of the local API; `previews` look ahead, `status` says how
accounts stand, `about` what this program is. May use sync, store and providers.
"""

from crmdesk.desk.exporting import (
    ENDINGS,
    EXPORT_FORMATS,
    Exported,
    ExportOutline,
    ExportWish,
    check_export,
    export_format,
)
from crmdesk.desk.facade import (
    NEW_DRAFT,
    PLANNED,
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
)
from crmdesk.desk.handing_over import HandedOver
from crmdesk.desk.programs.errand import Errand, Given, running
from crmdesk.desk.programs.live import LiveRecord
from crmdesk.desk.programs.local_api import PRESETS, RATE, SCOPES, Serving, scopes_of
from crmdesk.desk.programs.registrations import PutDown
from crmdesk.desk.programs.submissions import OnKnown, Submitted
from crmdesk.desk.status.standing import takes_registrations
from crmdesk.store.programs.audit import AuditLine
from crmdesk.store.programs.keys import ApiKey, KeyUse

__all__ = [
    "ENDINGS",
    "EXPORT_FORMATS",
    "NEW_DRAFT",
    "PLANNED",
    "PRESETS",
    "RATE",
    "SCOPES",
    "AccountState",
    "AccountStatus",
    "ApiKey",
    "AuditLine",
    "BrowserTokens",
    "Desk",
    "Errand",
    "ExportOutline",
    "ExportWish",
    "Exported",
    "Found",
    "Given",
    "HandedOver",
    "KeyUse",
    "KindInfo",
    "LiveRecord",
    "OnKnown",
    "Probe",
    "ProviderInfo",
    "PutDown",
    "Quota",
    "Serving",
    "Setting",
    "SidebarCounts",
    "Submitted",
    "check_export",
    "directions_of",
    "export_format",
    "pasted_key",
    "running",
    "scopes_of",
    "takes_registrations",
]
