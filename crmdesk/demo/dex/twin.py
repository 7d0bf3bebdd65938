"""The demo Dex: the v1 and the legacy API of one and the same address book."""

from starlette.routing import Route

from crmdesk.demo.dex.legacy import LegacyApi
from crmdesk.demo.dex.site import DexSite
from crmdesk.demo.dex.v1 import V1Api


class Dex(DexSite):
    """A Dex on loopback. Its `book` holds records in v1's read names plus `tags`."""

    def routes(self) -> list[Route]:
        """Both APIs."""
        return [*V1Api(self).routes(), *LegacyApi(self).routes()]
