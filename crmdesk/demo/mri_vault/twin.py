"""The demo MRI Vault: the real API v1.3 and the dialect of the Zena service over one and the same agency."""

from starlette.routing import Route

from crmdesk.demo.mri_vault.site import VaultSite
from crmdesk.demo.mri_vault.v13 import V13Api
from crmdesk.demo.mri_vault.zena import ZenaApi


class MriVault(VaultSite):
    """An MRI Vault on loopback. Its `book` holds the contacts, `homes` the properties with their lives.

    `offers`, `deals` (commercial ones), `events` and `zena_deals` are plain records by id. Two agencies, each with a
    token of its own in `agencies`, share the integrator's key, and here their data too.
    """

    def routes(self) -> list[Route]:
        """Both APIs."""
        return [*V13Api(self).routes(), *ZenaApi(self).routes()]
