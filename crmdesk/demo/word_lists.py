"""Where the demo's word lists lie: beside a checkout, or inside an installed wheel."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec


def data_path(name: str) -> Path:
    """The path of a demo data file; raises FileNotFoundError where neither place has it."""
    package = Path(__file__).resolve().parent.parent
    for root in (package / "_resources", package.parent / "resources"):
        path = root / "demo" / name
        if path.is_file():
            return path
    raise FileNotFoundError(f"demo data file {name} is missing from the installation")


@cache
def load(name: str) -> Any:
    """The decoded content of a demo data file, read once."""
    return msgspec.json.decode(data_path(name).read_bytes())
