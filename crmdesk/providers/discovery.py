"""Finds the providers by their folders, so that a new one is a folder and nothing else.

A folder of this package with a module `info` is one, and that holds its `INFO`. What connects an account (`connect`,
`base_url`, `kinds`) is in `account` where there is one, else in `provider`. A module `presets` beside it has more of
its kind, in `PRESETS` by key, and `with_preset`, which tells a connection of which it is. No more of a folder is loaded
before it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from crmdesk import providers
from crmdesk.domain.clock import Clock
from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Patch
from crmdesk.frozen import dataclass
from crmdesk.providers.contract import Access, Provider
from crmdesk.providers.info import HandedFile, KindInfo, Limits, ProviderInfo, ProviderSettings, Secrets
from crmdesk.system.disk import Disk, FileState


@dataclass(frozen=True, slots=True)
class ProviderEntry:
    """A provider by name: the module with its `INFO`, and the one with `connect` and `base_url`, loaded when needed."""

    key: str
    info_module: str
    module: str
    presets: str = ""  # the module that has it among its presets; "" where it has a folder of its own

    @property
    def info(self) -> ProviderInfo:
        """The provider as data."""
        if self.presets:
            preset: ProviderInfo = import_module(self.presets).PRESETS[self.key]
            return preset
        info: ProviderInfo = import_module(self.info_module).INFO
        return info

    def _given(self, settings: ProviderSettings) -> ProviderSettings:
        if not self.presets:
            return settings
        given: ProviderSettings = import_module(self.presets).with_preset(self.key, settings)
        return given

    def connect(self, settings: ProviderSettings, secrets: Secrets, access: Access) -> Provider:
        """Its code for one account."""
        provider: Provider = import_module(self.module).connect(self._given(settings), secrets, access)
        return provider

    def base_url(self, settings: ProviderSettings) -> str:
        """The address that these settings stand for, in the form in which addresses are compared."""
        address: str = import_module(self.module).base_url(self._given(settings))
        return address

    def limits(self, settings: ProviderSettings) -> Limits:
        """What an account with these settings may call; a module says so where accounts differ."""
        of_account: Callable[[ProviderSettings], Limits] | None = vars(import_module(self.module)).get("limits")
        return self.info.limits if of_account is None else of_account(settings)

    def standing(self, settings: ProviderSettings, disk: Disk) -> FileState | None:
        """How the file of an account stands; a module says so whose accounts are files."""
        of_file: Callable[[ProviderSettings, Disk], FileState] | None = vars(import_module(self.module)).get("standing")
        return None if of_file is None else of_file(self._given(settings), disk)

    def hand_over(self, settings: ProviderSettings, disk: Disk, changes: Sequence[tuple[bytes, Patch]]) -> HandedFile:
        """The file that hands over changes; a module has it whose programs import what they export."""
        handed: HandedFile = import_module(self.module).hand_over(self._given(settings), disk, changes)
        return handed

    def at_risk(
        self, settings: ProviderSettings, kind: Kind, payload: bytes, fields: Collection[str]
    ) -> tuple[str, ...]:
        """What a change may empty there; a module says so whose CRM takes whole records and does not show all."""
        of_record: Callable[[ProviderSettings, Kind, bytes, Collection[str]], tuple[str, ...]] | None
        of_record = vars(import_module(self.module)).get("at_risk")
        return () if of_record is None else of_record(settings, kind, payload, fields)

    async def authorize(
        self, settings: ProviderSettings, secrets: Secrets, open_browser: Callable[[str], object], clock: Clock | None
    ) -> dict[str, str]:
        """The tokens of a sign-in with the browser."""
        tokens: dict[str, str] = await import_module(self.module).authorize(
            settings, secrets, open_browser, clock=clock
        )
        return tokens

    def kinds(self, settings: ProviderSettings) -> tuple[KindInfo, ...]:
        """What an account with these settings can do with each kind."""
        kinds: tuple[KindInfo, ...] = import_module(self.module).kinds(self._given(settings))
        return kinds


def found() -> Mapping[str, ProviderEntry]:
    """The providers by key, which is the name of the folder, or of a preset."""
    entries = (entry for folder in iter_modules(providers.__path__) if folder.ispkg for entry in _entries(folder.name))
    return MappingProxyType({entry.key: entry for entry in entries})


def _entries(folder: str) -> Iterator[ProviderEntry]:
    held = {module.name for path in providers.__path__ for module in iter_modules([f"{path}/{folder}"])}
    package = f"{providers.__name__}.{folder}"
    code = "account" if "account" in held else "provider"
    if "info" not in held:
        return
    yield ProviderEntry(folder, f"{package}.info", f"{package}.{code}")
    if "presets" in held:
        presets = f"{package}.presets"
        for key in import_module(presets).PRESETS:
            yield ProviderEntry(key, f"{package}.info", f"{package}.{code}", presets)
