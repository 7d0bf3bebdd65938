"""What keys may do, and what came of requests, in words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from crmdesk.domain.fields import Kind
from crmdesk.ui.wording.kinds import ORDER, plural
from crmdesk.ui.wording.phrases import listed, sentences

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words


def rights(scopes: Iterable[str], accounts: Iterable[str]) -> str:
    """What a key may do, and where: "Reads: Contacts and Deals. Only in: Work."."""
    held = set(scopes)
    names = list(accounts)
    reads = [plural(kind) for kind in ORDER if f"{kind.plural}:read" in held]
    writes = [plural(kind) for kind in ORDER if f"{kind.plural}:write" in held]
    more = [
        text
        for scope, text in (
            ("delete", translate("ApiRights", "deletes")),
            ("sync", translate("ApiRights", "starts syncs")),
            ("accounts", translate("ApiRights", "connects CRMs")),
            ("webhooks", translate("ApiRights", "makes hooks")),
        )
        if scope in held
    ]
    submits = "contacts:submit" in held and f"{Kind.CONTACT.plural}:write" not in held
    also = translate("ApiRights", "Also: {what}.").format(what=listed(more)) if more else ""
    return sentences(
        translate("ApiRights", "Reads: {what}.").format(what=listed(reads)) if reads else "",
        translate("ApiRights", "Changes: {what}.").format(what=listed(writes)) if writes else "",
        translate("ApiRights", "Adds contacts, and reads nothing.") if submits else "",
        also,
        translate("ApiRights", "Only in: {accounts}.").format(accounts=listed(names)) if names else "",
    )


def dialect_name(key: str) -> str:
    """A way of speaking as the people know it who need it, with its paths; "" for one without such a name."""
    names = {
        "crm_api": translate("ApiRights", "An organisation’s CRM API: /api/v1"),
        "rex": translate("ApiRights", "Contacts of Rex: /api/integrations/rex"),
        "zena": translate("ApiRights", "CRM integrations: /api/integrations/crm"),
        "dex": translate("ApiRights", "Functions over Dex, as Convex serves them: /api/query"),
    }
    return names.get(key, "")


def outcome_name(outcome: str) -> str:
    """What came of a request, where there is a word for it."""
    names = {"done": translate("ApiRights", "done"), "refused": translate("ApiRights", "refused")}
    return names.get(outcome, outcome)
