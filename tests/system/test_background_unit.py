"""What starts the API at sign-in says exactly the command that was meant, in each system's own words."""

from __future__ import annotations

import plistlib
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from crmdesk.system.background_unit import start_command, unit_for

ODD = ["/opt/CRM Desk/crmdesk", "--profile", '/home/ada/50% "of" $HOME\\x & <y>', "api", "start"]
HOME = Path("/home/ada")


def test_a_systemd_unit_takes_no_word_for_a_specifier_or_variable(tmp_path: Path) -> None:
    unit = unit_for(ODD, HOME, {"XDG_CONFIG_HOME": str(tmp_path)}, "linux")
    assert unit.path == tmp_path / "systemd" / "user" / "crmdesk-api.service"
    assert '"/home/ada/50%% \\"of\\" $$HOME\\\\x & <y>"' in unit.text
    assert "WantedBy=default.target" in unit.text
    if shutil.which("systemd-analyze"):
        unit = unit_for(["/bin/sh", *ODD[1:]], HOME, {"XDG_CONFIG_HOME": str(tmp_path)}, "linux")
        file = tmp_path / "crmdesk-api.service"
        file.write_bytes(unit.content)
        done = subprocess.run(
            ["systemd-analyze", "verify", "--user", file], capture_output=True, text=True, check=False
        )
        assert "crmdesk-api.service" not in done.stderr


def test_a_launch_agent_holds_the_words_as_they_are() -> None:
    unit = unit_for(ODD, HOME, {}, "darwin")
    assert plistlib.loads(unit.content)["ProgramArguments"] == ODD
    assert unit.path == HOME / "Library" / "LaunchAgents" / "crmdesk.api.plist"


def test_a_scheduled_task_is_the_users_own_and_never_timed_out() -> None:
    user = {"LOCALAPPDATA": "/x", "USERDOMAIN": "PC", "USERNAME": "Ada & Co"}
    unit = unit_for(ODD, HOME, user, "win32")
    space = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
    task = ElementTree.fromstring(unit.text.lstrip("\ufeff"))
    assert task.findtext(f".//{space}Command") == ODD[0]
    assert task.findtext(f".//{space}Principal/{space}UserId") == "PC\\Ada & Co"
    assert task.findtext(f".//{space}ExecutionTimeLimit") == "PT0S"


@pytest.mark.parametrize("root", [Path("/home/ada/desk"), Path("/home/ada/my desk")])
def test_the_profile_is_always_named(root: Path) -> None:
    assert start_command(root)[-4:] == ["--profile", str(root), "api", "start"]
