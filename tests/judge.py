"""A judge: holds requests and answers against a description, member by member."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import yaml
from openapi_core import Config, OpenAPI
from openapi_core.contrib.starlette import StarletteOpenAPIRequest, StarletteOpenAPIResponse
from starlette.requests import Request
from starlette.responses import Response

from tests.descriptions import Description, Fault, folder

# Refusals that no operation describes, though the vendors' guides do: a wrong key or right, an unknown id, too many.
UNDESCRIBED = frozenset({401, 403, 404, 429})


@cache
def document_of(description: Description) -> dict[str, Any]:
    """The description as data: answers by texts of their status, and what is put together written out."""
    text = (folder() / description.file).read_text("utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return whole(yaml.load(text, loader), description.base)  # both loaders are safe ones


def whole(document: dict[str, Any], base: str) -> dict[str, Any]:
    """A document whose schemas can be held against data member by member, at that base path of any host."""
    for operation in (found for path in document["paths"].values() for found in path.values() if _is_operation(found)):
        operation["responses"] = {str(status): answer for status, answer in operation["responses"].items()}
    flat: dict[str, Any] = _flattened(document, document)
    return {**flat, "servers": [{"url": base}]}


def _is_operation(found: Any) -> bool:
    return isinstance(found, dict) and "responses" in found


def _flattened(node: Any, document: Mapping[str, Any]) -> Any:
    if isinstance(node, list):
        return [_flattened(one, document) for one in node]
    if not isinstance(node, dict):
        return node
    if node.get("type") == "object" and not node.keys() & {"properties", "allOf", "oneOf", "additionalProperties"}:
        return {**node, "additionalProperties": True}  # of its members nothing is said
    if "allOf" not in node:
        # What is described for any type of content is JSON like everything else.
        names = {name: "application/json" if name == "*/*" else name for name in node}
        return {names[name]: _flattened(value, document) for name, value in node.items()}
    properties: dict[str, Any] = {}
    required: list[str] = []
    for part in (*node["allOf"], {name: value for name, value in node.items() if name != "allOf"}):
        merged = _flattened(resolved(part, document), document)
        properties |= merged.get("properties", {})
        required += merged.get("required", [])
    return {"type": "object", "properties": properties} | ({"required": required} if required else {})


def resolved(node: Any, document: Mapping[str, Any]) -> Any:
    """A node, or what it refers to."""
    while isinstance(node, dict) and "$ref" in node:
        found: Any = document
        for name in node["$ref"].removeprefix("#/").split("/"):
            found = found[name]
        node = found
    return node


class Judge:
    """Hears requests to a demo CRM and their answers."""

    def __init__(self, description: Description, document: Mapping[str, Any]) -> None:
        self.description = description
        self._known: dict[int, list[Fault]] = {}  # what was heard to the letter before
        config = Config(spec_validator_cls=None, additional_properties_default_policy="forbid")
        self._api = OpenAPI.from_dict(dict(document), config=config)
        self._document = document

    def heard(self, request: Request, body: bytes, response: Response) -> list[Fault]:
        """What is held against a request and its answer, and not forgiven."""
        said = hash((request.method, request.url.path, request.url.query, body, response.status_code, response.body))
        if said not in self._known:
            self._known[said] = self._judged(request, body, response)
        return self._known[said]

    def _judged(self, request: Request, body: bytes, response: Response) -> list[Fault]:
        asked = StarletteOpenAPIRequest(request, body or None)
        operation = f"{request.method} {request.url.path.removeprefix(self.description.base)}"
        found = [*self._of_query(request, operation)]
        found += _told(self._api.iter_request_errors(asked), operation, of_answer=False)
        if response.status_code not in (*UNDESCRIBED, 204):  # nothing is said without a body
            answered = StarletteOpenAPIResponse(response)
            found += _told(self._api.iter_response_errors(asked, answered), operation, of_answer=True)
        forgives = self.description.forgives
        return [one for one in found if not any(forbearance.fits(one) for forbearance in forgives)]

    def _of_query(self, request: Request, operation: str) -> Iterator[Fault]:
        """Parameters that are not described: the library looks only for those that are."""
        known = self._parameters(request.method.lower(), request.url.path.removeprefix(self.description.base))
        for name in request.query_params:
            if known is not None and name not in known:
                yield Fault(False, operation, name, "this parameter is not described")

    def _parameters(self, method: str, path: str) -> frozenset[str] | None:
        asked = path.strip("/").split("/")
        paths = self._document["paths"]
        fitting = [template for template in paths if method in paths[template] and _fits(template, asked)]
        if not fitting:
            return None
        operations = paths[min(fitting, key=lambda template: template.count("{"))]
        rows = [*operations.get("parameters", []), *operations[method].get("parameters", [])]
        found = [resolved(row, self._document) for row in rows]
        return frozenset(row["name"] for row in found if row["in"] == "query")


def _fits(template: str, asked: Sequence[str]) -> bool:
    wanted = template.strip("/").split("/")
    return len(wanted) == len(asked) and all(
        one == other or one.startswith("{") for one, other in zip(wanted, asked, strict=True)
    )


def _told(errors: Iterator[Exception], operation: str, *, of_answer: bool) -> Iterator[Fault]:
    """Each thing that the library found, by the member that it is about."""
    for error in errors:
        inner = getattr(error.__cause__, "schema_errors", None) or ()
        for one in inner:
            # It names whatever holds something wrong as unexpected too; only what is not described at all is meant.
            if one.validator != "properties" or not _describes(one):
                place = ".".join(map(str, one.absolute_path))
                yield Fault(of_answer, operation, place, one.message[:200], one.instance, one.schema)
        if not inner:
            why = f"{type(error).__name__}: {error.__cause__ or error}"
            yield Fault(of_answer, operation, "", why[:200])


def _describes(error: Any) -> bool:
    known = error.schema.get("properties", {}) if isinstance(error.schema, Mapping) else {}
    return isinstance(error.instance, dict) and set(error.instance) <= set(known)
