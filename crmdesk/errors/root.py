"""The root of all failures, and the fault of the program itself."""

from __future__ import annotations

from typing import ClassVar


class DeskError(Exception):
    """The root of all failures the desk can explain.

    `what` says what did not happen and to whom, `why` the reason in plain words, `safe` what is not lost, `next` the
    next step. `detail` carries redacted technical facts (status, request id) for the support copy, never for the
    headline.
    """

    id: ClassVar[str] = "DESK_ERROR"
    title: ClassVar[str] = "That did not work"
    safe: ClassVar[str] = "Nothing was changed."
    remedy: ClassVar[str] = "Try again."

    def __init__(
        self, why: str, *, what: str | None = None, next: str | None = None, detail: str | None = None
    ) -> None:
        super().__init__(why)
        self.why = why
        self.what = what or self.title
        self.next = next or self.remedy
        self.detail = detail

    def as_json(self) -> dict[str, str]:
        """The five members of the command line's error document."""
        return {"id": self.id, "what": self.what, "why": self.why, "safe": self.safe, "next": self.next}


class ProgramFault(DeskError):
    """A fault of this program; its trace is in the log."""

    id = "PROGRAM_ERROR"
    title = "CRM Desk itself failed"
    safe = "What was saved before is unchanged."
    remedy = "Run `crmdesk doctor` and report what the log says."

    @classmethod
    def of(cls, fault: Exception) -> ProgramFault:
        """The failure that stands for it; its words stay in the log, since they may hold what a CRM sent."""
        found = cls(f"Something unforeseen was met ({type(fault).__name__}); the log says where.")
        found.__cause__ = fault
        return found
