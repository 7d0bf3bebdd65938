"""Which of a few hundred titles somebody means by some letters: fuzzy, what is used most first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process, utils

_LEAST = 55  # of 100; below, the letters are there by chance
_MOST_USED = 12.0  # how much being used often counts, at most


def ranked(text: str, titles: Mapping[str, str], used: Mapping[str, int], most: int) -> Sequence[str]:
    """The keys of the titles that fit, best first; without a text those used most, then all in their order."""
    if not text.strip():
        keys = sorted(titles, key=lambda key: -used.get(key, 0))
        return keys[:most]
    found = process.extract(
        text, titles, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=_LEAST, limit=4 * most
    )
    words = text.casefold().split()

    def merit(hit: tuple[str, float, str]) -> float:
        title, score, key = hit
        begins = 20.0 if all(any(part.startswith(word) for part in title.casefold().split()) for word in words) else 0.0
        return score + begins + min(_MOST_USED, 3.0 * used.get(key, 0))

    return [hit[2] for hit in sorted(found, key=merit, reverse=True)[:most]]
