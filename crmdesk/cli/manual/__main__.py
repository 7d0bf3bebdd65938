"""`python -m crmdesk.cli.manual DIRECTORY`: writes the man page and the completions, for packages."""

from __future__ import annotations

import sys
from pathlib import Path

from crmdesk import __version__
from crmdesk.cli.manual import completion, man_page


def write(directory: Path) -> list[Path]:
    """Write `crmdesk.1`, `crmdesk.bash`, `_crmdesk` and `crmdesk.fish`; returns them."""
    directory.mkdir(parents=True, exist_ok=True)
    texts = {
        "crmdesk.1": man_page.man_page(__version__),
        "crmdesk.bash": completion.bash(),
        "_crmdesk": completion.zsh(),
        "crmdesk.fish": completion.fish(),
    }
    for name, text in texts.items():
        (directory / name).write_text(text, encoding="utf-8")
    return [directory / name for name in texts]


if __name__ == "__main__":
    write(Path(sys.argv[1]))
