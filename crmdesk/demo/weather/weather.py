"""The weather over a demo CRM: every way of answering badly that a desk must live with, switched on one by one."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_APPLIED = {"applied": False}

# Each switch with its options and their usual values. `applied`: the request is carried out before the bad answer.
SWITCHES: dict[str, dict[str, Any]] = {
    # before the CRM sees the request
    "slow": {"ms": 150},
    "refused": {},
    "down": _APPLIED | {"status": 503},
    "quota": {"requests": 60, "seconds": 60.0},
    "crowded": {"most": 5},
    "rate_limit": _APPLIED | {"retry_after": None, "retry_date": None},
    "signed_out": {"reason": "expired"},
    "forbidden": {},
    "status": _APPLIED | {"status": 422, "message": "The request was not accepted"},
    "error_200": _APPLIED | {"body": None},
    "html": _APPLIED | {"status": 200},
    "empty": _APPLIED | {"status": 200},
    "no_content": _APPLIED,
    "not_json": _APPLIED,
    "huge": {"mb": 64},
    "gzip_bomb": {"mb": 100},
    "deep": {"depth": 100_000},
    "redirect": {"to": "https://stranger.example/", "status": 302},
    "silent": _APPLIED,
    # behind the CRM's own reads: what was made, changed or deleted shows so many seconds later, by its clock
    "late": {"seconds": 5.0},
    # in the request
    "ignored": {"field": "description"},
    # in the answer's records
    "summary": {"hide": None},
    "equal_timestamps": {"at": "2026-01-01T00:00:00.000Z"},
    "unknown_fields": {"fields": {"shoe_size": 42, "zodiac": {"sign": "Aries"}}},
    "vanished_field": {"field": "description"},
    "bad_record": {"what": "no_id", "index": 0, "id": None},
    "same_id": {},
    # in the answer's list
    "duplicate_page": {},
    "moving_page": {"repeat": 1, "lose": 0},
    "endless": {},
    "short_list": {"keep": 0},
    "wrong_total": {"by": 5},
    "somebody_else": {"action": "edit", "id": None, "fields": None, "into": None},
    # on the way back
    "lost": {"how": "close"},
    "truncated": {"keep": 0.5},
    "drip": {"piece": 16, "ms": 100},
}

BAD_RECORDS = (
    "no_id",
    "null_id",
    "number_id",
    "null_name",
    "wrong_types",
    "not_an_object",
    "huge_notes",
    "control_characters",
    "right_to_left",
    "lone_surrogate",
    "nul",
    "big_number",
    "many_digits",
    "nan",
    "duplicate_keys",
)


@dataclass(slots=True)
class Rule:
    """One switch that is on: for which requests, how often, with which options."""

    name: str
    options: dict[str, Any]
    method: str | None = None
    path: str = ""
    times: int | None = None
    after: int = 0
    fired: int = 0

    def matches(self, method: str, path: str) -> bool:
        """Whether the rule is meant for such a request and not used up."""
        fits = (self.method is None or self.method == method) and path.startswith(self.path)
        return fits and (self.times is None or self.fired < self.times)


@dataclass(slots=True)
class Weather:
    """The switches of one demo CRM. A test may set them from its own thread at any time."""

    rules: list[Rule] = field(default_factory=list)
    memory: dict[str, list[Any]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def set(
        self,
        name: str,
        *,
        times: int | None = None,
        after: int = 0,
        method: str | None = None,
        path: str = "",
        match: Mapping[str, str] | None = None,
        **options: Any,
    ) -> Rule:
        """Switch on `name` for `times` requests (None: until cleared), after letting `after` fitting ones pass.

        `method` and `path` (a prefix), or both in `match`, limit it. Raises ValueError for an unknown name or option.
        """
        if name not in SWITCHES:
            raise ValueError(f"unknown weather {name!r}; known: {', '.join(SWITCHES)}")
        unknown = set(options) - set(SWITCHES[name])
        if unknown or set(match or {}) - {"method", "path"}:
            raise ValueError(f"weather {name!r} has no option {', '.join(sorted(unknown or match or ()))}")
        if name == "bad_record" and options.get("what", "no_id") not in BAD_RECORDS:
            raise ValueError(f"unknown bad record {options['what']!r}; known: {', '.join(BAD_RECORDS)}")
        method = (match or {}).get("method", method)
        path = (match or {}).get("path", path)
        rule = Rule(name, SWITCHES[name] | options, method and method.upper(), path, times, after)
        with self.lock:
            self.rules.append(rule)
        return rule

    def clear(self, name: str | None = None) -> None:
        """Switch off `name`, or everything."""
        with self.lock:
            self.rules = [rule for rule in self.rules if name is not None and rule.name != name]
            if name is None:
                self.memory.clear()

    def matching(self, name: str, method: str, path: str) -> list[Rule]:
        """The rules of that name meant for such a request, not yet counted as fired."""
        with self.lock:
            return [rule for rule in self.rules if rule.name == name and rule.matches(method, path)]

    def fire(self, rule: Rule) -> bool:
        """Count the rule as met; False while it still lets requests pass or when it is used up meanwhile."""
        with self.lock:
            if rule.after > 0:
                rule.after -= 1
                return False
            if rule.times is not None and rule.fired >= rule.times:
                return False
            rule.fired += 1
            return True

    def take(self, name: str, method: str, path: str) -> Rule | None:
        """The first rule of that name that fires for such a request."""
        return next((rule for rule in self.matching(name, method, path) if self.fire(rule)), None)

    def describe(self) -> list[dict[str, Any]]:
        """The switches that are on, as the control endpoint shows them."""
        with self.lock:
            return [
                {"name": r.name, "method": r.method, "path": r.path, "times": r.times, "fired": r.fired, **r.options}
                for r in self.rules
            ]
