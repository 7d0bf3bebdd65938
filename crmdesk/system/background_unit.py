"""How each system starts the desk's local API by itself, without a window: as text first, which is shown before it is
written, then the system's own command that takes it in.

A unit of the user, never of the machine: a systemd user unit, a launchd agent, a scheduled task at sign-in.
"""

from __future__ import annotations

import os
import plistlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from crmdesk.system.paths import own_command

NAME = "crmdesk-api"
_LABEL = "crmdesk.api"
_TASK = "CRM Desk API"


@dataclass(frozen=True, slots=True)
class Unit:
    """Where a unit lies, what it says, and the commands that begin and end its work."""

    path: Path
    content: bytes
    begin: Sequence[Sequence[str]]
    end: Sequence[Sequence[str]]

    @property
    def text(self) -> str:
        """What it says, to be shown."""
        return self.content.decode("utf-16" if self.content.startswith(b"\xff\xfe") else "utf-8")


def unit_for(command: Sequence[str], home: Path, variables: Mapping[str, str], platform: str = sys.platform) -> Unit:
    """The unit that runs a command for this user on this system."""
    if platform == "darwin":
        return _agent(command, home)
    return _task(command, home, variables) if platform == "win32" else _systemd(command, home, variables)


def start_command(profile: Path) -> list[str]:
    """The command line that serves the API of a profile, whatever variables say where the user's own lies."""
    return [*own_command(), "--profile", str(profile), "api", "start"]


def _systemd(command: Sequence[str], home: Path, variables: Mapping[str, str]) -> Unit:
    folder = Path(variables.get("XDG_CONFIG_HOME") or home / ".config") / "systemd" / "user"
    lines = (
        "[Unit]",
        "Description=CRM Desk: syncs by schedule and serves the local API",
        "",
        "[Service]",
        f"ExecStart={' '.join(map(_systemd_word, command))}",
        "Restart=on-failure",
        "RestartSec=30",
        "TimeoutStopSec=10",
        "NoNewPrivileges=yes",
        "UMask=0077",
        "",
        "[Install]",
        "WantedBy=default.target",
        "",
    )
    manage = ("systemctl", "--user")
    return Unit(
        folder / f"{NAME}.service",
        "\n".join(lines).encode(),
        ((*manage, "daemon-reload"), (*manage, "enable", "--now", NAME)),
        ((*manage, "disable", "--now", NAME),),
    )


def _systemd_word(word: str) -> str:
    """One word of a command as systemd reads it (systemd.service(5), "Command lines"), taken as it is."""
    quoted = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{quoted}"'


def _agent(command: Sequence[str], home: Path) -> Unit:
    path = home / "Library" / "LaunchAgents" / f"{_LABEL}.plist"
    content = plistlib.dumps(
        {
            "Label": _LABEL,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "KeepAlive": {"SuccessfulExit": False},
            "ThrottleInterval": 30,
            "Umask": 0o077,
        }
    )
    domain = f"gui/{os.getuid() if hasattr(os, 'getuid') else 0}"
    return Unit(
        path,
        content,
        (("launchctl", "bootstrap", domain, str(path)),),
        (("launchctl", "bootout", f"{domain}/{_LABEL}"),),
    )


def _task(command: Sequence[str], home: Path, variables: Mapping[str, str]) -> Unit:
    folder = Path(variables.get("LOCALAPPDATA") or home / "AppData" / "Local") / "CRM Desk"
    user = escape("\\".join(filter(None, (variables.get("USERDOMAIN"), variables.get("USERNAME")))))
    arguments = escape(" ".join(f'"{word}"' for word in command[1:]))
    text = f"""<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <Triggers><LogonTrigger><UserId>{user}</UserId></LogonTrigger></Triggers>
  <Principals>
    <Principal id="user"><UserId>{user}</UserId><LogonType>InteractiveToken</LogonType></Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <RestartOnFailure><Interval>PT1M</Interval><Count>10</Count></RestartOnFailure>
  </Settings>
  <Actions Context="user">
    <Exec><Command>{escape(command[0])}</Command><Arguments>{arguments}</Arguments></Exec>
  </Actions>
</Task>
"""
    path = folder / f"{NAME}.xml"
    return Unit(
        path,
        text.replace("\n", "\r\n").encode("utf-16"),
        (("schtasks", "/Create", "/F", "/TN", _TASK, "/XML", str(path)), ("schtasks", "/Run", "/TN", _TASK)),
        (("schtasks", "/End", "/TN", _TASK), ("schtasks", "/Delete", "/F", "/TN", _TASK)),
    )
