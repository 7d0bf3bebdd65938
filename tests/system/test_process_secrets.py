"""What a process with secrets keeps to itself, seen from outside."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from crmdesk.providers.registry import infos
from crmdesk.system.process_secrets import _SECRET

SEEN = """
import os, subprocess, sys
from crmdesk.system.process_secrets import environment, withhold
withhold()
child = subprocess.run([sys.executable, "-c", "import os; print(sorted(os.environ))"], capture_output=True, text=True)
print("CANARY" in str(dict(os.environ)), environment()["ENCRYPTION_KEY"], environment()["DEX_API_KEY"])
print([name for name in eval(child.stdout) if name in ("ENCRYPTION_KEY", "DEX_API_KEY", "PLAIN_NAME")])
if sys.platform != "win32":
    import resource
    print(resource.getrlimit(resource.RLIMIT_CORE)[0])
if sys.platform == "linux":
    import ctypes
    print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


def test_children_inherit_no_secret_and_dumps_hold_none() -> None:
    secrets = {"ENCRYPTION_KEY": "CANARY1", "DEX_API_KEY": "CANARY2", "PLAIN_NAME": "x"}
    command = [sys.executable, "-c", SEEN]
    done = subprocess.run(command, env={**os.environ, **secrets}, capture_output=True, text=True, check=True)
    own, inherited, *limits = done.stdout.splitlines()
    assert own == "False CANARY1 CANARY2"
    assert inherited == "['PLAIN_NAME']"
    assert limits in (["0", "0"], ["0"], [])


def test_every_secret_of_a_provider_has_a_name_that_is_withheld() -> None:
    names = {secret.variable for info in infos() for secret in info.secrets if secret.variable}
    told = {"REX_EMAIL", "REX_CLIENT_ID"}  # who signs in, which the sign-in page shows
    assert {name for name in names if not _SECRET.search(name)} == told
    assert _SECRET.search("ENCRYPTION_KEY")
    for harmless in ("XAUTHORITY", "KEYBOARD", "SSH_AUTH_SOCK", "GNOME_KEYRING_CONTROL", "DBUS_SESSION_BUS_ADDRESS"):
        assert not _SECRET.search(harmless)


def test_the_program_withholds_before_anything_else(tmp_path: Path) -> None:
    script = "import os; from crmdesk.__main__ import main; main(['doctor']); print('ENCRYPTION_KEY' in os.environ)"
    env = {**os.environ, "ENCRYPTION_KEY": "11" * 32, "CRMDESK_PROFILE": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
