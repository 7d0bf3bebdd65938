"""What others follow of the desk: the feed of changes."""

from __future__ import annotations

from collections.abc import Callable

from crmdesk.domain.reports import FeedPage
from crmdesk.store import Store

MOST = 1000  # entries of one page


class DeskFeed:
    """The change feed of one desk. It begins when the local API or a hook is first switched on, and costs nothing
    before; from then on each commit is told once, in order, as long as the profile lives."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def begin(self) -> None:
        """Let changes be told from now on; a feed that has begun goes on."""
        if not self.begun:
            await self._store.write(lambda tx: tx.feed.begin())

    @property
    def begun(self) -> bool:
        """Whether changes are told."""
        return self._store.reader().feed.begun

    def page(self, since: str | None = None, limit: int = 100) -> FeedPage:
        """What was committed after a place, at most 1,000 at once; without a place nothing, and where the feed ends.

        Reads on the calling thread. Raises PlaceGone where the feed does not reach back that far.
        """
        return self._store.reader().feed.page(since, max(1, min(limit, MOST)))

    def follow(self, follower: Callable[[], None]) -> Callable[[], None]:
        """Be called after each commit that the feed tells of, on the writing thread: it must not block.

        Hears this process alone, which is the only one that writes. The returned function ends it.
        """
        return self._store.follow(follower)
