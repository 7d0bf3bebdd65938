"""The demo CRMs in a process of their own."""

import errno
import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.request import Request, urlopen

from crmdesk.demo.site.site import DemoAccount


class DemoProcess:
    """The demo CRMs in a process of their own, so that a bench does not count their work as the desk's."""

    def __init__(
        self,
        contacts: int = 2000,
        seed: int = 1,
        *,
        warm: bool = True,
        shared: bool = False,
        only: str | None = None,
        state: Path | None = None,
    ) -> None:
        # -P: else a file of that name in the working directory would be run in the place of an imported library.
        self._command = [sys.executable, "-P", "-m", "crmdesk.demo", "--json"]
        self._command += ["--while-read", "--contacts", str(contacts), "--seed", str(seed)] + (
            ["--warm"] if warm else []
        )
        self._command += ["--shared"] if shared else []
        self._command += ["--only", only] if only else []
        self._command += ["--state", str(state)] if state else []
        self.accounts: list[DemoAccount] = []

    def __enter__(self) -> "DemoProcess":
        self._process = subprocess.Popen(self._command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            self._process.wait()
            self._process.stdout.close()
            raise OSError(errno.EIO, "the demo CRMs did not start")
        self.accounts = [DemoAccount(**account) for account in json.loads(line)["accounts"]]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()
        if self._process.stdin is not None:
            self._process.stdin.close()

    @property
    def pid(self) -> int:
        """The process id, for measuring its work apart."""
        return self._process.pid

    def control(self, path: str, body: object = None, provider: str | None = None) -> Any:
        """Ask a CRM's endpoint under /_demo/ (the first one's if none is named), posting `body` where there is one.

        Raises HTTPError.
        """
        account = next(one for one in self.accounts if provider in (None, one.provider))
        origin = "/".join(account.base_url.split("/")[:3])
        data = None if body is None else json.dumps(body).encode()
        with urlopen(Request(f"{origin}/_demo/{path}", data), timeout=30) as reply:
            return json.load(reply)
