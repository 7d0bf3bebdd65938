"""`python -m crmdesk.demo`: the demo CRMs alone."""

import argparse
import contextlib
import json
import os
import sys
import threading
from pathlib import Path

from crmdesk.demo.server import serve_forever
from crmdesk.demo.sites import SITES


def _wait_for_the_end(stop: threading.Event) -> None:
    """Whoever started the demo holds the other end of the standard input: when he is gone, however he went, it ends."""
    with contextlib.suppress(OSError):
        while os.read(0, 1024):
            continue
    stop.set()


def main(arguments: list[str] | None = None) -> int:
    """Run the demo CRMs until ended; 2 for wrong arguments, 3 where the port is taken."""
    parser = argparse.ArgumentParser(prog="crmdesk.demo", description="The demo CRMs alone, on loopback.")
    parser.add_argument("--contacts", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="print one JSON document instead of lines")
    parser.add_argument("--warm", action="store_true", default=None, help="prepare every answer before listening")
    parser.add_argument("--shared", action="store_true", help="the full number in the first CRM, a share in the others")
    parser.add_argument("--weather", type=json.loads, action="append", default=[], help="a switch, as JSON")
    parser.add_argument("--only", choices=SITES, help="one of them alone")
    parser.add_argument(
        "--state", type=Path, metavar="FILE", help="go on from this file, and leave there how they stand"
    )
    parser.add_argument("--while-read", action="store_true", help="end when the standard input ends")
    given = parser.parse_args(arguments)
    stop = threading.Event()
    if given.while_read:
        threading.Thread(target=_wait_for_the_end, args=(stop,), daemon=True).start()
    try:
        return serve_forever(
            given.contacts,
            given.seed,
            given.port,
            as_json=given.json,
            warm=given.warm,
            shared=given.shared,
            weather=given.weather,
            stop=stop,
            only=given.only,
            state=given.state,
        )
    except OSError as taken:
        sys.stderr.write(f"The demo CRMs cannot listen: {taken}\n")
        return 3


if __name__ == "__main__":
    sys.exit(main())
