"""The OpenAPI document and what it promises, judged by strangers: openapi-spec-validator and schemathesis."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from openapi_spec_validator import validate
from schemathesis.checks import CHECKS
from schemathesis.config import SchemathesisConfig

from crmdesk.api.openapi import document
from crmdesk.api.table import TABLE
from tests.api.conftest import Served
