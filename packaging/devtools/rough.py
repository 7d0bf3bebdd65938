"""`dev.py test --rough`: the same tests on a machine that is somebody else's, put together at random from one seed.

What is chosen is printed, with the seed that chooses it again: fonts, language, time zone, umask, home and temporary
directory, display scale, platform theme, order of the tests, busy loops beside them, who runs them, and whether in the
background.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .process import say, succeeds

OPTION = "--rough"
SYSTEM_FONTS, NO_FONTS = "the system's", "none"
ZONES = ("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe")
LANGUAGES = ("C", "C.UTF-8", "POSIX", "en_AU.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "ja_JP.UTF-8")
MASKS = (0o000, 0o002, 0o022, 0o027, 0o077)
HOMES = ("home", "home of Zoë O'Brien", "missing")
SCALES = ("1", "0.75", "1.25", "1.5", "2")
THEMES = ("", "gtk3", "gnome", "kde", "qt6ct", "nonsense")
BUSY_LOOPS = (0, 2, 4)
USERS = ("root", "plain user")
NOBODY = 65534
BUSY = "import os\nparent = os.getppid()\nwhile os.getppid() == parent: pass"
PROBE = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import crmdesk, pytest'], check=True)"
NO_FONT_SETTINGS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig/>'


@dataclass(frozen=True)
class Conditions:
    """What a run finds; everything follows from the seed."""

    seed: int
    fonts: str
    zone: str
    language: str
    mask: int
    home: str
    temporary: str
    scale: str
    theme: str
    busy: int
    user: str
    background: bool

    @classmethod
    def of(cls, seed: int) -> Conditions:
        """The conditions of a seed, the same in every run."""
        pick = random.Random(seed).choice
        return cls(
            seed,
            fonts=pick((SYSTEM_FONTS, NO_FONTS)),
            zone=pick(ZONES),
            language=pick(LANGUAGES),
            mask=pick(MASKS),
            home=pick(HOMES),
            temporary=pick(("tmp", "temporary files")),
            scale=pick(SCALES),
            theme=pick(THEMES),
            busy=pick(BUSY_LOOPS),
            user=pick(USERS) if _is_root() else "you",
            background=pick((False, True)),
        )

    def __str__(self) -> str:
        return (
            f"seed {self.seed}: fonts {self.fonts}, TZ {self.zone}, LANG {self.language}, umask {self.mask:03o}, "
            f"home {self.home!r}, temporary {self.temporary!r}, scale {self.scale}, theme {self.theme or 'none'}, "
            f"busy loops {self.busy}, run by {self.user}{', in the background' if self.background else ''}"
        )

    def environment(self, place: Path) -> dict[str, str]:
        """The variables of such a machine, whose directories lie in `place`."""
        fonts = {"FONTCONFIG_FILE": str(place / "fonts.conf")} if self.fonts == NO_FONTS else {}
        theme = {"QT_QPA_PLATFORMTHEME": self.theme, "QT_STYLE_OVERRIDE": "windows"} if self.theme else {}
        return {
            **fonts,
            **theme,
            "TZ": self.zone,
            "LANG": self.language,
            "LC_ALL": self.language,
            "LANGUAGE": self.language.partition("_")[0],
            "HOME": str(place / self.home),
            "TMPDIR": str(place / self.temporary),
            "QT_SCALE_FACTOR": self.scale,
            "CRMDESK_TEST_ORDER": str(self.seed),
            "HYPOTHESIS_STORAGE_DIRECTORY": str(place / self.temporary / "hypothesis"),
            "PYTHONPYCACHEPREFIX": str(place / self.temporary / "bytecode"),  # whoever runs them may not write here
        }


@contextlib.contextmanager
def prevailing(conditions: Conditions, python: Path) -> Iterator[Sequence[str]]:
    """Make this process's surroundings such, for what it starts; gives what such a command begins with."""
    say(f"rough: {conditions}")
    say(f"to repeat it: dev.py test {OPTION}={conditions.seed}")
    environ, place = dict(os.environ), Path(tempfile.mkdtemp(prefix="rough-"))
    place.chmod(0o755)
    for directory in (conditions.home, conditions.temporary):
        if directory != "missing":
            (place / directory).mkdir()
            (place / directory).chmod(0o777)
    (place / "fonts.conf").write_text(NO_FONT_SETTINGS, encoding="utf-8")
    loops = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(conditions.busy)]
    prefix = _plain(python) if conditions.user == "plain user" else ()
    os.environ.update(conditions.environment(place))
    mask = os.umask(conditions.mask)
    # What a shell starts in the background ignores Ctrl+C, and so does all that it starts itself.
    interrupt = signal.getsignal(signal.SIGINT)
    if conditions.background:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield prefix
    finally:
        signal.signal(signal.SIGINT, interrupt)
        os.umask(mask)
        os.environ.clear()
        os.environ.update(environ)
        for loop in loops:
            loop.kill()
            loop.wait()
        shutil.rmtree(place, ignore_errors=True)


def wanted(arguments: Sequence[str]) -> tuple[Conditions | None, list[str]]:
    """The conditions that were asked for, `--rough` at random or `--rough=SEED`, and the other arguments."""
    asked = [word for word in arguments if word.partition("=")[0] == OPTION]
    others = [word for word in arguments if word not in asked]
    if not asked:
        return None, others
    seed = asked[-1].partition("=")[2] or str(random.SystemRandom().randrange(1_000_000))
    return Conditions.of(int(seed)), others


def _plain(python: Path) -> Sequence[str]:
    """How root starts something as nobody; nothing, and the reason told, where nobody may not read the project."""
    setpriv = shutil.which("setpriv")
    if not setpriv:
        say("not run: plain user (setpriv, of util-linux, is missing)")
        return ()
    nobody = [setpriv, f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    if succeeds([*nobody, python, "-c", PROBE]):
        return nobody
    say("not run: plain user (nobody may not read this Python or this directory); as root instead")
    return ()


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
