"""What people install holds all it needs: the wheel, the freezer's recipe, the desktop entry."""

from __future__ import annotations

import ast
import configparser
import os
import pkgutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import keyring.backends
import pytest
from devtools import wheel

from tests.patience import wait_until

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, outside: dict[str, str]) -> Path:
    """The wheel, built once for all workers, with the settings this machine's pip has outside of the tests' home."""
    base = tmp_path_factory.getbasetemp()
    place = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "wheel"
    done = place / "done"
    try:
        place.mkdir()
    except FileExistsError:
        wait_until(done.exists)
        (wheel_file,) = place.glob("*.whl")
        return wheel_file
    kept = dict(os.environ)
    os.environ.clear()
    os.environ.update(outside)
    try:
        return wheel.build(Path(sys.executable), place)
    finally:
        done.touch()
        os.environ.clear()
        os.environ.update(kept)


@pytest.mark.slow
def test_the_wheel_runs_without_the_source_tree(built: Path, tmp_path: Path) -> None:
    """Unpacked elsewhere, it answers with the version of the project; dependencies come from this environment."""
    with zipfile.ZipFile(built) as archive:
        archive.extractall(tmp_path / "unpacked")
    away = {**os.environ, "PYTHONPATH": str(tmp_path / "unpacked"), "PYTHONSAFEPATH": "1"}
    probe = "import crmdesk, runpy, sys; print(crmdesk.__file__); sys.argv = ['crmdesk', '--version']; "
    done = subprocess.run(
        [sys.executable, "-c", probe + "runpy.run_module('crmdesk', run_name='__main__', alter_sys=True)"],
        env=away,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0].startswith(str(tmp_path))
    assert _project()["version"] in done.stdout


@pytest.mark.slow
def test_a_wheel_that_lacks_a_module_or_a_resource_is_refused(built: Path, tmp_path: Path) -> None:
    assert wheel.lacks(built) == []
    poorer = tmp_path / built.name
    with zipfile.ZipFile(built) as whole, zipfile.ZipFile(poorer, "w") as rest:
        for name in whole.namelist():
            if not name.startswith(wheel.RESOURCES_IN_WHEEL) and name != "crmdesk/errors/root.py":
                rest.writestr(name, whole.read(name))
    missing = wheel.lacks(poorer)
    assert "crmdesk/errors/root.py" in missing
    assert any(name.startswith(wheel.RESOURCES_IN_WHEEL) for name in missing)


def test_the_frozen_program_gets_every_keychain() -> None:
    tree = ast.parse((PACKAGING / "crmdesk.spec").read_text("utf-8"))
    named: list[str] = next(
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "KEYCHAINS"
    )
    known = {f"keyring.backends.{module.name}" for module in pkgutil.iter_modules(keyring.backends.__path__)}
    assert set(named) == known - {"keyring.backends.null"}  # null forgets what it is given: it has no place in a desk


def test_the_desktop_entry_starts_a_program_we_install() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment, method-assign]  # keys of a desktop entry are case-sensitive
    entry.read(PACKAGING / "linux" / "crmdesk.desktop", "utf-8")
    desktop = entry["Desktop Entry"]
    assert desktop["Exec"] in _project()["gui-scripts"]
    assert desktop["Type"] == "Application"
    assert desktop["Categories"].endswith(";")


def _project() -> dict[str, str]:
    project: dict[str, str] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return project
