"""The vendors' own descriptions of their APIs, as judges between a provider and its demo CRM.

A description lies in a folder of its own beside the checkout (`../shared/specs`, or where `CRMDESK_SPECS` says), and is
never part of the project. Where it is there, the demo CRMs of the contract suite and of the stories are heard by it:
each request that it forbids and each answer that it does not describe fails the test. Where not, the run says so.
The next description is its file there and an entry of `DESCRIPTIONS`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TITLE = "descriptions as judges"


@dataclass(frozen=True, slots=True)
class Fault:
    """What a description holds against one request or answer."""

    of_answer: bool
    operation: str  # such as `GET /contacts/{id}`
    place: str  # the member, such as `items.0.address`; "" where the whole is meant
    why: str
    value: Any = None
    schema: Any = None

    def __str__(self) -> str:
        side = "answer" if self.of_answer else "request"
        return f"{side} of {self.operation}: {self.place or 'the whole'}: {self.why}"


@dataclass(frozen=True, slots=True)
class Forbearance:
    """A sort of fault that is none, and the reason."""

    why: str
    fits: Callable[[Fault], bool]


@dataclass(frozen=True, slots=True)
class Description:
    """One vendor's description: its file, the demo CRM that it judges, where that has the API, and what it forgives."""

    file: str
    site: str
    base: str
    forgives: Sequence[Forbearance] = ()


DESCRIPTIONS = (
    Description(
        "mri_vault-v1.3.openapi.yml",
        "mri_vault",
        "/api/v1.3",
        (
            Forbearance(
                "real answers leave members null that are described as plain values",
                lambda fault: fault.of_answer and fault.value is None and fault.schema is not None,
            ),
            Forbearance(
                "a time or a number is emptied by null: no value that is described says so",
                lambda fault: (
                    not fault.of_answer
                    and fault.value is None
                    and isinstance(fault.schema, Mapping)
                    and (fault.schema.get("format") == "date-time" or fault.schema.get("type") == "number")
                ),
            ),
        ),
    ),
)


def folder() -> Path:
    """Where the descriptions lie, if they do."""
    outside = json.loads(os.environ.get("OUTSIDE_ENVIRONMENT", "null")) or os.environ
    return Path(outside.get("CRMDESK_SPECS") or ROOT.parent / "shared" / "specs")


def missing() -> list[str]:
    """The lines that say which descriptions cannot judge here, and why."""
    where = folder()
    if not where.is_dir():
        return [f"not run: {TITLE} (no folder {where})"]
    return [f"not run: {TITLE}: {one.file} (not in {where})" for one in DESCRIPTIONS if not (where / one.file).exists()]


def present() -> dict[str, Description]:
    """The descriptions that are there, by the demo CRM that each judges."""
    where = folder()
    return {one.site: one for one in DESCRIPTIONS if (where / one.file).exists()}
