"""dev.py on machines other than this one: programs that are missing or fail are played by small scripts on PATH."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from devtools import environment, lock, process, system, window

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


@dataclass(frozen=True)
class Stand:
    """A directory that is all of PATH, with scripts in it that record how they were called."""

    directory: Path

    def put(self, name: str, body: str = "") -> None:
        script = self.directory / name
        line = f'echo "{name} $* [$DEBIAN_FRONTEND]" >> "{self.directory}/calls"\n'
        script.write_text(f"#!/bin/sh\n{line}{body}\n", "utf-8")
        script.chmod(0o755)

    @property
    def calls(self) -> list[str]:
        record = self.directory / "calls"
        return record.read_text("utf-8").splitlines() if record.exists() else []


@pytest.fixture
def stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stand:
    directory = tmp_path / "stand"
    directory.mkdir()
    monkeypatch.setenv("PATH", str(directory))
    system._refresh_package_lists.cache_clear()
    return Stand(directory)


@POSIX
def test_root_gets_missing_packages_installed_and_the_lists_refreshed_once(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    stand.put("apt-get")
    system.install(["libegl1", "libgl1"])
    system.install(["xvfb"])
    assert stand.calls == [
        "apt-get update -q [noninteractive]",
        "apt-get install -y --no-install-recommends libegl1 libgl1 [noninteractive]",
        "apt-get install -y --no-install-recommends xvfb [noninteractive]",
    ]


@POSIX
def test_a_failed_installation_is_tried_once_more_then_reported(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    stand.put("apt-get", "exit 100")
    with pytest.raises(process.Failure, match="apt-get install failed with status 100"):
        system.install(["libegl1"])
    assert [call.split()[1] for call in stand.calls] == ["update", "update", "install", "install"]


@POSIX
def test_anybody_else_gets_the_exact_line(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    stand.put("apt-get")
    with pytest.raises(process.Failure, match=r"sudo apt-get install -y --no-install-recommends libegl1 libgl1$"):
        system.install(["libegl1", "libgl1"])
    assert stand.calls == []


@POSIX
def test_a_system_without_apt_is_told_what_is_missing(stand: Stand) -> None:
    with pytest.raises(process.Failure, match="libegl1"):
        system.install(["libegl1"])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries of the system matter on Linux only")
def test_only_what_the_loader_cannot_find_is_asked_for(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    stand.put("apt-get")
    system.ensure({"libc.so.6": "libc6", "libnot-there.so.9": "libnot-there9"})
    assert [call for call in stand.calls if "libnot-there9" in call]
    assert not [call for call in stand.calls if "libc6" in call]


@POSIX
def test_programs_that_cannot_be_had_come_back_as_a_reason(stand: Stand) -> None:
    reason = system.obtain({"gnome-keyring-daemon": "gnome-keyring"})
    assert reason
    assert "gnome-keyring" in reason


@POSIX
def test_a_python_whose_venv_was_split_off_is_told_its_package(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    stand.put("apt-get")
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    with pytest.raises(process.Failure, match=rf"sudo apt-get install -y --no-install-recommends {package}$"):
        environment.make(tmp_path / "venv")


@POSIX
def test_the_environment_is_made_once_and_again_when_the_project_changes(tmp_path: Path, stand: Stand) -> None:
    shutil.copytree(ROOT / "packaging", tmp_path / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    stand.put("uv", f'[ "$1" = pip ] || {{ /bin/mkdir -p .venv/bin; /bin/ln -sf {sys.executable} .venv/bin/python; }}')
    ensure = [sys.executable, "-c", "from devtools import environment; print(environment.ensure())"]
    settings = {**os.environ, "PYTHONPATH": str(tmp_path / "packaging")}

    def start() -> int:
        before = len(stand.calls)
        done = subprocess.run(ensure, env=settings, cwd=tmp_path, capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == str(tmp_path / ".venv" / "bin" / "python")
        return len(stand.calls) - before

    assert start() == 3  # the environment, what is locked, then the program itself
    assert start() == 0
    with (tmp_path / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write("\n# changed\n")
    assert start() == 2
    assert "--require-hashes" in stand.calls[-2]
    assert "--no-deps" in stand.calls[-1]
    project_file = tmp_path / "pyproject.toml"
    project_file.write_text(project_file.read_text("utf-8").replace('"pytest>=8.3"', '"pytest>=8.4"'), "utf-8")
    assert start() == 1  # a lock of other requirements is none
    assert "--editable" in stand.calls[-1]
    assert "pytest-qt" in stand.calls[-1]


@POSIX
def test_where_the_locked_versions_cannot_be_had_the_ranges_are_taken_and_that_is_said(
    stand: Stand, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    stand.put("pip", 'case "$*" in *require-hashes*) echo "THESE PACKAGES DO NOT MATCH THE HASHES"; exit 1;; esac')
    environment._install([stand.directory / "pip", "install"], "pip install", os.environ)
    assert [("--require-hashes" in call, "pytest-qt" in call) for call in stand.calls] == [(True, False), (False, True)]
    said = capfd.readouterr().out
    assert "DO NOT MATCH THE HASHES" in said
    assert "the index serves other files than were locked" in said


def test_the_lock_was_made_for_what_the_project_asks_for() -> None:
    assert lock.fits(), "run `dev.py lock`: packaging/lock.txt was made for other requirements than pyproject.toml has"


def test_the_lock_holds_every_requirement_by_hash_and_names_no_index() -> None:
    text = lock.LOCK.read_text("utf-8")
    locked = {line.split("==")[0] for line in text.splitlines() if "==" in line}
    asked = {re.split(r"[<>=!~;\[ ]", line)[0].lower().replace("_", "-").replace(".", "-") for line in lock.wanted()}
    assert asked <= locked
    assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=[a-z])", text)[1:])
    assert "//" not in text


def test_the_groups_are_read_without_pips_help() -> None:
    names = {re.split(r"[<>=]", line)[0] for line in environment.requirements("dev")}
    assert {"pytest", "ruff", "mypy", "hypothesis"} <= names
    assert environment.requirements("freeze")


def test_an_older_python_can_read_dev_py_far_enough_to_say_so() -> None:
    text = (ROOT / "packaging" / "dev.py").read_text("utf-8")
    tree = ast.parse(text, feature_version=(3, 7))
    guard = next(index for index, node in enumerate(tree.body) if isinstance(node, ast.If))
    early = {name.name for node in tree.body[:guard] if isinstance(node, ast.Import) for name in node.names}
    assert early == {"os", "shutil", "sys"}
    assert not [node for node in tree.body[:guard] if isinstance(node, ast.ImportFrom)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a desktop")
def test_a_display_is_x11_or_wayland(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not window.has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert window.has_display()


def test_the_readme_names_every_command() -> None:
    shown = subprocess.run(
        [sys.executable, ROOT / "packaging" / "dev.py", "--help"], capture_output=True, text=True, check=True
    ).stdout
    commands = set(re.findall(r"^ {4}([a-z]+) ", shown, re.MULTILINE))
    readme = (ROOT / "README.md").read_text("utf-8")
    assert {"run", "test", "check"} <= commands
    assert {command for command in commands if not re.search(rf"\b{command}\b", readme)} == set()


def test_what_ci_runs_is_what_the_readme_says() -> None:
    command = "python3 packaging/dev.py test"
    assert command in (ROOT / ".ci" / "run").read_text("utf-8")
    assert os.name == "nt" or os.access(ROOT / ".ci" / "run", os.X_OK)
    assert command in (ROOT / "README.md").read_text("utf-8")
