"""Hooks as the user has them: made, listed, tested, sent again, removed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from crmdesk.domain.clock import Clock
from crmdesk.domain.reports import Delivery, Hook
from crmdesk.domain.signals import AttentionChanged
from crmdesk.errors import AuthRequired, UserInputError
from crmdesk.providers.contract import Posted
from crmdesk.secrets.vault import Vault
from crmdesk.store import Store, Tx
from crmdesk.store.programs.messages import TEST, TYPES
from crmdesk.sync.announcer import Announcer
from crmdesk.sync.hooks.sender import HookSender, problem_key
from crmdesk.sync.hooks.signing import HookSecret, label
from crmdesk.system.lazy_import import later

if TYPE_CHECKING:
    from crmdesk.providers.wire import posting
else:
    (posting,) = later("crmdesk.providers.wire", "posting")  # 5 ms, with what tells failures apart

MOST = 50  # hooks of a desk
_PURPOSE = "signing"


class DeskHooks:
    """The hooks of one desk."""

    def __init__(self, store: Store, vault: Vault, clock: Clock, announcer: Announcer) -> None:
        self._store, self._vault, self._clock, self._announcer = store, vault, clock, announcer
        self.sender = HookSender(store, self._secret_of, _post, clock, announcer)

    def all(self) -> list[Hook]:
        """Every hook, in the order they were made."""
        return self._store.reader().hooks.all()

    def labels(self) -> list[str]:
        """Under which names the secrets of hooks lie in the vault."""
        return [label(hook.id) for hook in self.all()]

    def get(self, hook_id: int) -> Hook:
        """One hook. Raises NotFound."""
        return self._store.reader().hooks.get(hook_id)

    def deliveries(self, hook_id: int, limit: int = 50, offset: int = 0) -> list[Delivery]:
        """What a hook was sent, or is still to be sent, newest first. Raises NotFound."""
        self.get(hook_id)
        return self._store.reader().hooks.deliveries(hook_id, limit, offset)

    def delivery(self, delivery_id: int) -> Delivery:
        """One delivery. Raises NotFound."""
        return self._store.reader().hooks.delivery(delivery_id)

    async def add(
        self, url: str, events: Sequence[str], *, local: bool = False, key: str = "", leaves_out_own: bool = False
    ) -> tuple[Hook, str]:
        """Make a hook, and give its secret, which is never shown again; changes are told from now on.

        `local` lets it lead to this computer or into a private network: for the user alone to say, never for a key.
        Raises UserInputError.
        """
        url, types = posting.check_target(url, local=local), check_types(events)
        secret = HookSecret.fresh()
        made = Hook(0, url, types, local, key, leaves_out_own, self._clock.now())

        def add(tx: Tx) -> Hook:
            if len(tx.hooks.all()) >= MOST:
                raise UserInputError(f"There are {MOST} hooks already.", what="The hook was not made")
            tx.feed.begin()
            # Paused until its secret lies in the vault: without one nothing could be signed.
            return tx.hooks.add(replace(made, paused_at=tx.now))

        hook = await self._store.write(add)
        try:
            await self._vault.put(label(hook.id), _PURPOSE, secret.stored(), hook.url)
        except BaseException:
            await self._store.write(lambda tx: tx.hooks.remove(hook.id))
            raise
        await self._store.write(lambda tx: tx.hooks.update(hook.id, paused_at=None))
        return self.get(hook.id), secret.now

    async def rotate(self, hook_id: int) -> str:
        """Give a hook a new secret, which is never shown again; the old one signs beside it for a day."""
        hook = self.get(hook_id)
        secret = (await self._secret_of(hook)).rotated(self._clock.now())
        await self._vault.put(label(hook.id), _PURPOSE, secret.stored(), hook.url)
        return secret.now

    async def remove(self, hook_id: int) -> None:
        """Forget a hook with all that it was still to be sent. Raises NotFound."""

        def remove(tx: Tx) -> None:
            tx.hooks.remove(hook_id)
            tx.problems.solve([problem_key(hook_id)])

        await self._store.write(remove)
        await self._vault.remove(label(hook_id))
        self._announcer.announce(AttentionChanged())

    async def test(self, hook_id: int) -> Delivery:
        """Send a hook a message that says nothing, and tell what came of it. Raises NotFound, SecretError."""
        hook = self.get(hook_id)
        token = self._clock.token()
        return await self._resumed(hook.id, lambda tx: tx.hooks.queue(hook.id, TEST, {"hook": str(hook.id)}, token))

    async def again(self, delivery_id: int) -> Delivery:
        """Send a delivery once more, under the same message id; a hook that was paused goes on.

        Gives what came of it. Raises NotFound, SecretError."""
        hook_id = self.delivery(delivery_id).hook_id
        return await self._resumed(hook_id, lambda tx: tx.hooks.again(delivery_id))

    async def _resumed(self, hook_id: int, act: Callable[[Tx], Delivery]) -> Delivery:
        def go_on(tx: Tx) -> Delivery:
            tx.hooks.update(hook_id, paused_at=None, pause_reason="", failing_since=None, not_before=None)
            tx.problems.solve([problem_key(hook_id)])
            return act(tx)

        queued = await self._store.write(go_on)
        self._announcer.announce(AttentionChanged())
        await self.sender.send_now(hook_id)
        return self.delivery(queued.id)

    async def _secret_of(self, hook: Hook) -> HookSecret:
        stored = await self._vault.get(label(hook.id), _PURPOSE, hook.url)
        if stored is None:
            raise AuthRequired(f"The secret of the hook to {hook.url} is not in the vault.")
        return HookSecret.read(stored)


async def _post(url: str, body: bytes, headers: Mapping[str, str], *, local: bool) -> Posted:
    """Post one message, with what that takes loaded no sooner."""
    return await posting.post(url, body, headers, local=local)


def check_types(events: Sequence[str]) -> tuple[str, ...]:
    """The types that a hook asks for, if they are such; raises UserInputError."""
    known = {*TYPES, "*", *(f"{type_.partition('.')[0]}.*" for type_ in TYPES)}
    wrong = [event for event in events if event not in known]
    if wrong or not events:
        raise UserInputError(
            f"“{wrong[0]}” is no type of event." if wrong else "A hook asks for one type of event at least.",
            what="The hook was not made",
            next=f"The types are {', '.join(TYPES)}; contact.* is all of a kind, * is all.",
        )
    return tuple(dict.fromkeys(events))
