"""No program that the desk starts is told a secret: neither by its arguments nor by its variables.

The program runs as a process of its own with every secret variable of every provider set, and notes whatever it starts
and with what: the demo CRM of an account that is only tried out, and the browser.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from crmdesk.providers.registry import infos
from tests.patience import PATIENCE
from tests.stories.test_secrets_nowhere import forms

ROOT = Path(__file__).resolve().parents[2]
NOTED = """
import json, os, sys
def note(event, given):
    if event in ("subprocess.Popen", "os.posix_spawn", "os.exec", "os.spawn", "os.system"):
        told = next((one for one in reversed(given) if isinstance(one, dict)), None)
        line = json.dumps([event, repr(given), dict(os.environ) if told is None else {**told}])
        with open(sys.argv[1], "a") as file:
            file.write(line + chr(10))
sys.addaudithook(note)
from crmdesk.__main__ import main
code = main(sys.argv[2:])
import webbrowser
webbrowser.open("https://crm.example/sign-in")
sys.exit(code)
"""


def test_what_is_started_is_told_no_secret(tmp_path: Path) -> None:
    names = {secret.variable for info in infos() for secret in info.secrets if secret.variable and secret.masked}
    canaries = {name: f'canary-{number:02}-k3y/+"odd"' for number, name in enumerate(sorted(names))}
    canaries["ENCRYPTION_KEY"] = "5ec2e7" * 10 + "ab12"
    given = {**canaries, "REX_MOCK": "1", "BROWSER": "/bin/true"}
    noted = tmp_path / "noted"
    command = [sys.executable, "-c", NOTED, str(noted), "--profile", str(tmp_path / "profile"), "--json"]
    command += ["account", "add", "rex", "--name", "Rex"]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **given}, capture_output=True, timeout=PATIENCE * 4, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    lines = noted.read_text(encoding="utf-8").splitlines()
    assert any("crmdesk.demo" in line for line in lines), "the demo CRM was started"
    assert any("/bin/true" in line for line in lines), "the browser was started"
    assert all(json.loads(line)[2].get("REX_MOCK") == "1" for line in lines), "other variables are handed down"
    content = "\n".join(lines).encode()
    assert {name for name, secret in canaries.items() for form in forms(secret) if form in content} == set()
    assert len(canaries) >= 8
    named = {name for line in lines for name in json.loads(line)[2]}
    assert not named & canaries.keys()
