"""A browser for tests: opens an address, presses a link of the page, and follows where it leads, all over real HTTP.

`python -m tests.browser WORD ADDRESS` is one for programs that start a browser themselves.
"""

from __future__ import annotations

import html
import re
import sys
import threading

import httpx

from tests.patience import PATIENCE


class Browser:
    """Opens each address in a thread and presses the link with that word on it; `pages` are the texts it came to."""

    def __init__(self, press: str = "allow") -> None:
        self.press = press
        self.opened: list[str] = []
        self.pages: list[str] = []
        self._threads: list[threading.Thread] = []

    def open(self, address: str) -> bool:
        """Begin to show an address."""
        self.opened.append(address)
        thread = threading.Thread(target=self._show, args=(address,), daemon=True)
        self._threads.append(thread)
        thread.start()
        return True

    def _show(self, address: str) -> None:
        if self.press:
            self.pages.append(visit(address, self.press))

    def close(self) -> None:
        """Wait until all pages were shown."""
        for thread in self._threads:
            thread.join(10)


def visit(address: str, press: str) -> str:
    """Open an address and press a link; the text of the page where that ends."""
    with httpx.Client(follow_redirects=True, timeout=PATIENCE, trust_env=False) as client:
        asked = client.get(address)
        link = re.search(rf'href="([^"]+)">{press}</a>', asked.text)
        assert link is not None, asked.text
        return client.get(asked.url.join(html.unescape(link[1]))).text


if __name__ == "__main__":
    visit(sys.argv[2], sys.argv[1])
