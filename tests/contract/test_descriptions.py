"""A judge finds what a description does not have; what the desk knows of MRI Vault's writes is what is described."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from starlette.requests import Request

from crmdesk.demo.site.answers import answer
from crmdesk.providers.mri_vault.members import CONTACT, DEALS, EVENT, OFFER, PROPERTIES, UNWRITTEN_ADDRESS, Shape
from tests.descriptions import DESCRIPTIONS, Description, Fault, Forbearance, folder
from tests.judge import Judge, document_of, resolved, whole
from tests.providers.test_mri_answers import BUYER, IN_BATH, SETTLED, TENANT, TYPED_IN_BATH
from tests.providers.test_mri_answers import CONTACT as CONTACT_ANSWER
from tests.providers.test_mri_answers import EVENT as EVENT_ANSWER
from tests.providers.test_mri_answers import PROPERTY as PROPERTY_ANSWER

TEXT, WHOLE = {"type": "string"}, {"type": "integer", "format": "int64"}
NAMED = {"allOf": [{"$ref": "#/components/schemas/Id"}, {"type": "object", "properties": {"name": TEXT}}]}
SMALL: dict[str, Any] = {
    "openapi": "3.0.1",
    "info": {"title": "A small API", "version": "1"},
    "servers": [{"url": "https://api.example.com/v9"}],
    "paths": {
        "/people": {
            "get": {
                "parameters": [
                    {"in": "query", "name": "type", "required": True, "schema": {"type": "string", "enum": ["sale"]}}
                ],
                "responses": {
                    200: {
                        "description": "all",
                        "content": {"application/json": {"schema": {"type": "array", "items": NAMED}}},
                    }
                },
            },
            "post": {
                "requestBody": {
                    "required": True,
                    "content": {"*/*": {"schema": {"type": "object", "properties": {"name": TEXT, "born": TEXT}}}},
                },
                "responses": {201: {"description": "made", "content": {"application/json": {"schema": NAMED}}}},
            },
        }
    },
    "components": {"schemas": {"Id": {"type": "object", "properties": {"id": WHOLE, "home": {"type": "object"}}}}},
}


@pytest.fixture
def judge() -> Judge:
    return Judge(Description("small.yml", "small", "/v1"), whole(json.loads(json.dumps(SMALL)), "/v1"))


def asked(method: str = "GET", path: str = "/v1/people", query: str = "type=sale") -> Request:
    headers = [
        (name, b"application/json" if name == b"content-type" else b"Bearer given")
        for name in (b"host", b"content-type", b"x-api-key", b"authorization")
    ]
    scope = {"type": "http", "method": method, "path": path, "query_string": query.encode(), "headers": headers}
    return Request({**scope, "scheme": "http", "server": ("127.0.0.1", 80), "root_path": "", "app": None})


def told(judge: Judge, request: Request, body: object, said: object, status: int = 200) -> list[str]:
    """What is held against one request and its answer."""
    sent = b"" if body is None else json.dumps(body).encode()
    return [str(fault) for fault in judge.heard(request, sent, answer(said, status))]


def test_what_is_described_is_let_through(judge: Judge) -> None:
    assert told(judge, asked(), None, [{"id": 1, "name": "Ada", "home": {"whatever": 2}}]) == []
    assert told(judge, asked("POST", query=""), {"name": "Ada"}, {"id": 1}, 201) == []
    assert told(judge, asked(query="type=sale"), None, {"whatever": 1}, 404) == []


@pytest.mark.parametrize(
    ("request_", "body", "said", "status", "why"),
    [
        (asked(path="/v1/persons"), None, [], 200, "request of GET /persons: the whole: PathNotFound"),
        (asked("DELETE"), None, [], 200, "request of DELETE /people: the whole: OperationNotFound"),
        (asked(query=""), None, [], 200, "Missing required query parameter: type"),
        (asked(query="type=lease"), None, [], 200, "'lease' is not one of ['sale']"),
        (asked(query="type=sale&sort=x"), None, [], 200, "request of GET /people: sort: this parameter is not"),
        (asked("POST", query=""), {"name": 1}, {"id": 1}, 201, "request of POST /people: name: 1 is not of type"),
        (asked("POST", query=""), {"nick": "A"}, {"id": 1}, 201, "request of POST /people: the whole: Additional"),
        (asked(), None, [{"id": "one"}], 200, "answer of GET /people: 0.id: 'one' is not of type 'integer'"),
        (asked(), None, [{"id": 1, "zodiac": 3}], 200, "answer of GET /people: 0: Additional properties"),
        (asked(), None, [], 202, "answer of GET /people: the whole: ResponseNotFound"),
    ],
)
def test_whatever_is_not_described_is_held_against_its_side(
    judge: Judge, request_: Request, body: object, said: object, status: int, why: str
) -> None:
    found = told(judge, request_, body, said, status)
    assert any(why in fault for fault in found), found
    assert found == told(judge, request_, body, said, status)


def test_what_a_description_forgives_is_no_fault() -> None:
    kind = Forbearance("names may be numbers there", lambda fault: fault.place == "name")
    judge = Judge(Description("small.yml", "small", "/v1", (kind,)), whole(json.loads(json.dumps(SMALL)), "/v1"))
    assert told(judge, asked("POST", query=""), {"name": 1}, {"id": 1, "name": 2}, 201) == []
    assert all(forbearance.why for one in DESCRIPTIONS for forbearance in one.forgives)
    assert not any(forbearance.fits(Fault(True, "GET /", "", "it is not")) for forbearance in DESCRIPTIONS[0].forgives)


# What is known of MRI Vault's whole objects, against its own description


@pytest.fixture(scope="module")
def vault() -> Mapping[str, Any]:
    description = next(one for one in DESCRIPTIONS if one.site == "mri_vault")
    if not (folder() / description.file).exists():
        pytest.skip("the run says so itself: not run: descriptions as judges")
    return document_of(description)


def members(document: Mapping[str, Any], node: Any) -> dict[str, Any]:
    """The members of a described object."""
    found: dict[str, Any] = resolved(node, document).get("properties", {})
    return found


def read_and_written(document: Mapping[str, Any], path: str, method: str = "put") -> tuple[dict[str, Any], set[str]]:
    """What reading at a path shows, and what writing there takes."""
    operations = document["paths"][path]
    body = resolved(operations[method]["requestBody"], document)["content"]["application/json"]["schema"]
    content = resolved(operations["get"]["responses"]["200"], document)["content"]["application/json"]["schema"]
    return members(document, content), set(members(document, body))


def shapes() -> dict[str, Shape]:
    """Each shape by the path that it is written at."""
    return {
        "/contacts/{id}": CONTACT,
        "/calendar/events/{id}": EVENT,
        "/propertyOffers/{id}": OFFER,
        **{f"/properties/{{propertyid}}/deals/{word}/{{dealid}}": shape for word, shape in DEALS.items()},
        **{f"/properties/{class_}/{word}/{{id}}": shape for (class_, word), shape in PROPERTIES.items()},
    }


@pytest.mark.parametrize("path", shapes())
def test_what_is_written_and_what_of_it_is_not_shown_is_what_is_described(vault: Mapping[str, Any], path: str) -> None:
    shape, (shown, taken) = shapes()[path], read_and_written(vault, path)
    assert set(shape.written) == taken
    assert len(shape.written) == len(taken)
    assert shape.unshown == taken - set(shown)
    history = {
        name
        for word in ("sale", "lease")
        if f"{word}History" in shown
        for name in members(vault, resolved(shown[f"{word}History"], vault)["items"])
    }
    assert shape.elsewhere == shape.unshown & history


@pytest.mark.parametrize(
    ("path", "document"),
    [
        ("/contacts/10001", CONTACT_ANSWER),
        ("/contacts/10001", {**CONTACT_ANSWER, "address": IN_BATH}),
        ("/contacts/10001", {**CONTACT_ANSWER, "address": TYPED_IN_BATH}),
        ("/properties/20001", PROPERTY_ANSWER),
        ("/calendar/events/80001", EVENT_ANSWER),
        ("/properties/20004/deals/sale/77", {**SETTLED, "purchasers": [BUYER], "tenants": [TENANT]}),
        ("/properties/20004/deals/lease/77", {**SETTLED, "tenants": [TENANT], "annualRent": 84_000.5}),
    ],
)
def test_the_answers_that_the_readers_are_tried_with_are_described(
    vault: Mapping[str, Any], path: str, document: dict[str, Any]
) -> None:
    judge = Judge(DESCRIPTIONS[0], vault)
    assert told(judge, asked(path=f"/api/v1.3{path}", query=""), None, document) == []


def test_every_class_that_can_be_written_is_known(vault: Mapping[str, Any]) -> None:
    paths = [path.split("/") for path, found in vault["paths"].items() if "put" in found]
    fixed = [path[2:4] for path in paths if path[1] == "properties" and path[4:] == ["{id}"] and "{" not in path[2]]
    assert {tuple(one) for one in fixed} == set(PROPERTIES)


def test_the_parts_of_an_address_that_no_write_takes_are_known(vault: Mapping[str, Any]) -> None:
    shown, _ = read_and_written(vault, "/contacts/{id}")
    body = vault["paths"]["/contacts/{id}"]["put"]["requestBody"]["content"]["application/json"]["schema"]
    taken = members(vault, members(vault, body)["address"])
    derived = {"state", "country"}  # of the suburb
    assert set(members(vault, shown["address"])) - set(taken) - derived == set(UNWRITTEN_ADDRESS)
