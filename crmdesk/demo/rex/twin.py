"""The demo Rex: its RPC services and the OAuth dialect of one and the same address book."""

from starlette.routing import Route

from crmdesk.demo.rex.oauth import OAuthApi
from crmdesk.demo.rex.rpc import RpcApi
from crmdesk.demo.rex.site import RexSite


class Rex(RexSite):
    """A Rex on loopback. Its `book` holds records in the names of `read`, child rows at the top."""

    def routes(self) -> list[Route]:
        """Both APIs."""
        return [*OAuthApi(self).routes(), *RpcApi(self).routes()]
