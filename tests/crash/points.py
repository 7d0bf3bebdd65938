"""Death at every durable point: a desk is killed once as it asks for each sync of its files, and once after each."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from crmdesk.demo.server import DemoCrms
from crmdesk.system.paths import Profile
from tests.crash.kills import CONTACTS, Confirmed, connected, lost_or_doubled, unsound
from tests.crash.power_cuts import FIRST
from tests.crash.report import Cannot, Report


def die(stride: int = 1) -> Report:
    """Kill at every `stride`th durable point of the work, in both ways. Raises Cannot."""
    if not hasattr(os, "fork"):
        raise Cannot("this system has no fork")
    confirmed, report = Confirmed(), Report("kills at durable points")
    with tempfile.TemporaryDirectory(prefix="points-") as home, DemoCrms(CONTACTS) as crms:
        directory = Path(home) / "profile"
        asyncio.run(connected(directory, crms))
        command = [sys.executable, "-m", "tests.crash.at_work", "die", str(directory)]
        command += [str(FIRST), str(stride)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as worker:
            assert worker.stdout is not None
            assert worker.stdin is not None
            ending = ""
            for line in worker.stdout:
                ending = line.strip()
                confirmed.note(line)
                if ending == "died":
                    report.tried += 1
                    wrong = unsound(Profile.at(directory).database)
                    report.faults += [f"after death {report.tried}: {fault}" for fault in wrong]
                    worker.stdin.write("on\n")
                    worker.stdin.flush()
        if ending.startswith("cannot "):
            raise Cannot(ending.removeprefix("cannot "))
        report.faults += [] if ending == "whole" else [f"the work ended otherwise: {ending}"]
        report.faults += asyncio.run(lost_or_doubled(directory, crms, confirmed))
    report.also = f"{confirmed.actions} confirmed actions, {len(confirmed.made)} of them creates"
    return report
