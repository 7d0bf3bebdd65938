"""The demo CRMs, found by their folders: a folder with a module `twin`, in which its `Site` is defined."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeGuard

from crmdesk import demo
from crmdesk.demo.site.site import Site


def _found() -> Iterator[type[Site]]:
    for folder in iter_modules(demo.__path__):
        held = {module.name for path in demo.__path__ for module in iter_modules([f"{path}/{folder.name}"])}
        if "twin" in held:
            twin = import_module(f"{demo.__name__}.{folder.name}.twin")
            yield next(one for one in vars(twin).values() if _is_site(one) and one.__module__ == twin.__name__)


def _is_site(one: object) -> TypeGuard[type[Site]]:
    return isinstance(one, type) and issubclass(one, Site)


SITES: dict[str, type[Site]] = {site.key: site for site in sorted(_found(), key=lambda site: (site.place, site.key))}
"""Every demo CRM by its key, in the order of their ports."""
