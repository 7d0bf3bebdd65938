"""Which encoding a text file has: told by a mark, proved by UTF-8's own rules, or proposed with what would show it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from crmdesk.errors import UserInputError

UTF8 = "utf-8"
TOLD = 3  # samples with a proposal
_MARKS = (  # UTF-32 before UTF-16: the mark of the one begins like the other's
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FOREIGN = re.compile(rb"[^\x00-\x7f]")
_CELL = re.compile(rb"[^,;\t\r\n\"|]*[\x80-\xff][^,;\t\r\n\"|]*")

_RUN = re.compile(r"[^\x00-\x7f]+")
_WESTERN = {
    **dict.fromkeys("ìòùøþðýãõî¿¡©®™ºªšžŠŽŸ", 0.3),
    **dict.fromkeys("ïäöüßÄÖÜéèêëÉÈáàâåÁÅæÆçÇñÑíóôØœúû€’\u2018“”„–—…°§«»·\u00b4\u00a0", 1.0),
}
_CENTRAL = dict.fromkeys("ąćęłńóśźżĄĆĘŁŃÓŚŹŻčďěňřšťůžČĎĚŇŘŠŤŮŽáéíúýÁÉÍÚÝäöüÄÖÜßőűŐŰôľĺŕâăîțșşţđĐ€’“”„–\u00a0", 0.8)


def _by_letters(known: Mapping[str, float]) -> Callable[[str], float]:
    """For scripts of Latin letters: marked ones stand among plain ones, and large ones do not follow small ones."""

    def score(text: str) -> float:
        total = 0.0
        for found in _RUN.finditer(text):
            run = found[0]
            before = text[found.start() - 1 : found.start()]
            odd = len(run) > 2 or (run[0].isupper() and before.isalpha() and before.islower())
            total += sum(-0.5 if odd else known.get(one, -1.0) for one in run)
        return total

    return score


def _cyrillic(text: str) -> float:
    total = 0.0
    for found in _RUN.finditer(text):
        run = found[0]
        # Lower case follows upper case in words; the other way round it is another code read as Cyrillic.
        odd = len(_TURNED.findall(run)) + (len(run) == 1)
        letters = sum(1 for one in run if "\u0400" <= one <= "\u045f" or one in "№—–«»…’“”\u00a0")
        total += letters - 1.5 * odd - 3.0 * (len(run) - letters) - (2.0 * len(run) if _glued(text, found) else 0.0)
    return total


def _asian(text: str) -> float:
    total = 0.0
    for found in _RUN.finditer(text):
        run = found[0]
        usual = sum(
            1
            for one in run
            if "\u3040" <= one <= "\u30ff" or "\u4e00" <= one <= "\u9fff" or one in "、。・\uff08\uff09　"
        )
        total += 0.9 * usual - 3.0 * (len(run) - usual) - (2.0 * len(run) if _glued(text, found) else 0.0)
    return total


def _glued(text: str, run: re.Match[str]) -> bool:
    """Whether a run of foreign letters touches a plain one, as it does in no script but Latin."""
    return text[run.end() : run.end() + 1].isalpha() or text[max(0, run.start() - 1) : run.start()].isalpha()


_TURNED = re.compile(r"[\u0430-\u044f\u0451][\u0410-\u042f\u0401]")
# Most usual first: among equals the first is proposed. A script that few files have must be all of it.
_CANDIDATES: dict[str, Callable[[str], float]] = {
    "windows-1252": _by_letters(_WESTERN),
    "windows-1250": _by_letters(_CENTRAL),
    "windows-1251": _cyrillic,
    "mac-roman": _by_letters(_WESTERN),
    "shift_jis": _asian,
    "gb18030": _asian,
}
CHOICES = (UTF8, "utf-16-le", "utf-16-be", *_CANDIDATES, "iso-8859-15", "big5", "euc-kr")
_PYTHON = {"shift_jis": "cp932", "mac-roman": "mac_roman"}  # as Windows writes it, and Python's own spelling


@dataclass(frozen=True, slots=True)
class Encoding:
    """The encoding of a file, and how it is known."""

    name: str
    certain: bool
    why: str
    samples: tuple[str, ...] = ()  # cells that would look otherwise in another encoding
    others: tuple[str, ...] = ()  # what else it could be, likeliest first
    mark: int = 0  # bytes of the mark at the start, which are no text


def codec_of(name: str) -> str:
    """Python's name of an encoding that somebody named. Raises UserInputError for an unknown one."""
    try:
        return codecs.lookup(_PYTHON.get(name.strip().lower(), name.strip())).name
    except (LookupError, ValueError):
        raise UserInputError(f"There is no encoding “{name}”.", next=f"One of: {', '.join(CHOICES)}.") from None


def find(head: bytes, *, whole: bool) -> Encoding:
    """Find the encoding by the first bytes of a file; `whole` says that they are all of it."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return Encoding(name, True, "The file says so at its start.", mark=len(mark))
    wide = _by_zeros(head)
    if wide is not None:
        return Encoding(wide, True, "Every other byte is zero, as in UTF-16.")
    if not _FOREIGN.search(head):
        return Encoding(UTF8, True, "It holds plain letters only.")
    good, bad = _lines(head, whole)
    if not bad:
        return Encoding(UTF8, True, "All of it is valid UTF-8.")
    if good >= bad:  # what is valid by chance in another encoding is rare
        why = f"{good} lines are valid UTF-8; {bad} are not, and are told one by one."
        return Encoding(UTF8, False, why, samples_of(head, "windows-1252"), tuple(_CANDIDATES))
    names = _ranked(head)
    why = "It is not UTF-8. This is what its letters look most like: check the samples."
    return Encoding(names[0], False, why, samples_of(head, names[0]), names[1:])


def samples_of(head: bytes, name: str) -> tuple[str, ...]:
    """The most telling cells as they would look in that encoding: those with the most different foreign letters."""
    cells = {found.strip() for found in _CELL.findall(head) if found.strip()}
    telling = sorted(cells, key=lambda cell: (-len(set(_FOREIGN.findall(cell))), len(cell), cell))[:TOLD]
    return tuple(cell[:200].decode(codec_of(name), "replace") for cell in telling)


def _by_zeros(head: bytes) -> str | None:
    sample = head[: len(head) // 2 * 2][:8192]
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    even, odd, half = sample[::2].count(0), sample[1::2].count(0), len(sample) / 2
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.1 * half else None


def _lines(head: bytes, whole: bool) -> tuple[int, int]:
    """How many lines with foreign letters are valid UTF-8, and how many are not."""
    lines = head.replace(b"\r", b"\n").split(b"\n")
    if not whole:
        lines = lines[:-1] or [head[: head.rfind(b",") + 1] or head[:-4]]
    good = bad = 0
    for line in lines:
        if line.isascii():
            continue
        try:
            line.decode(UTF8)
        except UnicodeDecodeError:
            bad += 1
        else:
            good += 1
    return good, bad


def _ranked(head: bytes) -> tuple[str, ...]:
    """The candidates that can read it, by how usual the letters are that they find."""
    sample = b"\n".join(sorted(set(_CELL.findall(head[:1_000_000])))[:2000])
    scores: dict[str, float] = {}
    for place, (name, score) in enumerate(_CANDIDATES.items()):
        try:
            text = sample.decode(codec_of(name))
        except UnicodeDecodeError:
            continue
        foreign = sum(one > "\x7f" for one in text)
        scores[name] = score(text) / max(1, foreign) - place * 0.01
    return tuple(sorted(scores, key=lambda name: -scores[name])) or ("windows-1252",)
