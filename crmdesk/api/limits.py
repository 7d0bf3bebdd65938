"""How often a key may ask: token buckets, full at rest, which refill as time passes (pyrate-limiter)."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from pyrate_limiter import Duration, Rate, RateItem, StateBucket, TokenBucket

from crmdesk.errors import TooManyRequests

_MOST_BUCKETS = 10_000  # of keys come and gone


@dataclass(frozen=True, slots=True)
class Room:
    """What is left of a bucket after a request."""

    policy: str
    limit: int
    left: int
    wait: int  # seconds until one more is there; 0 while some are left

    def headers(self) -> dict[str, str]:
        """As the RateLimit draft (draft-ietf-httpapi-ratelimit-headers) spells it."""
        return {
            "RateLimit-Policy": f'"{self.policy}";q={self.limit};w=60',
            "RateLimit": f'"{self.policy}";r={self.left};t={self.wait or math.ceil(60 / self.limit)}',
        }


class Buckets:
    """The buckets of all keys, in the memory of this process."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._held: dict[tuple[int, str], StateBucket] = {}

    def take(self, owner: int, policy: str, limit: int) -> Room:
        """Take one from a bucket. Raises TooManyRequests where it is empty, with the wait."""
        if len(self._held) > _MOST_BUCKETS:
            self._held.clear()
        bucket = self._held.get((owner, policy))
        if bucket is None or bucket.rates[0].limit != limit:
            bucket = self._held[owner, policy] = StateBucket([Rate(limit, Duration.MINUTE)], TokenBucket())
        item = RateItem(policy, int(self._clock() * 1000))
        if bucket.put(item):
            # `count` would ask the bucket's own clock; the algorithm is asked for ours.
            state = bucket.store.read(bucket.algorithm, bucket.rates)
            assert isinstance(state, tuple), "it lies in memory"
            used = bucket.algorithm.consumed(bucket.rates, state, item.timestamp)
            return Room(policy, limit, max(0, limit - used), 0)
        wait = max(1, math.ceil(int(str(bucket.waiting(item))) / 1000))
        raise TooManyRequests(f"{limit} a minute are let through, and this one was more ({policy}).", after=wait)
