"""How a slow CRM with numbered pages is read ahead: the desk against one request after the other."""

from __future__ import annotations

from statistics import median

from crmdesk.demo.process import DemoProcess
from tests.bench.figure import Bench, Figure, Part, at_least, say
from tests.bench.pulling import Subject, about, bare_pull

CONTACTS = 10_000
PAGE = "100"
ANSWER_MS = 150


def measure(bench: Bench) -> list[Figure]:
    """The legacy list, addressed by offsets, while every answer is late."""
    contacts = bench.scaled(CONTACTS)
    pairs: list[tuple[float, float]] = []
    with DemoProcess(contacts, 1, warm=False) as demo:
        given = about(next(account for account in demo.accounts if account.api == "legacy"), {"page_size": PAGE})
        bare_pull(bench, given)  # so that the CRM has every answer ready for both sides
        demo.control("weather", {"name": "slow", "ms": ANSWER_MS})
        for number in range(bench.rounds):
            bare = bare_pull(bench, given)
            with Subject(bench, given) as subject:
                ours = subject.pull()
            if (ours["outcome"], ours["new"], bare["fetched"]) != ("success", contacts, contacts):
                raise AssertionError(f"the lists were not read to their ends: {ours}, {bare}")
            pairs.append((ours["seconds"], bare["seconds"]))
            say(f"round {number + 1}: {ours['seconds']:.2f} s, one after the other {bare['seconds']:.2f} s")
    ours_seconds, bare_seconds = median(mine for mine, _ in pairs), median(bare for _, bare in pairs)
    ratio = median(bare / mine for mine, bare in pairs)
    what = f"{contacts:,} contacts, {PAGE} a page, {ANSWER_MS} ms an answer"
    return [at_least(what, f"{ours_seconds:.2f} s", f"{bare_seconds:.2f} s", ratio, 5.0)]


PART = Part(
    "ahead",
    "A page-numbered list of a slow CRM",
    "the same bare program asking for one page after the other, storing each before it asks for the next",
    measure,
)
