"""CRM Desk: one desktop window on all of a person's CRMs."""

from __future__ import annotations

__version__ = "0.1.0"
