"""Field maps: what payloads say, exactly; what they do not say is unknown; what they say wrongly is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry, Value, is_empty
from crmdesk.errors import UserInputError
from crmdesk.providers.contract import BadRecord
from crmdesk.providers.dex.info import LEGACY_FIELDS, V1_FIELDS
from crmdesk.providers.info import FieldPath
from crmdesk.providers.mapping.record_map import RecordMap, with_overrides

WHOLE: dict[str, Any] = {
    "id": "5f0c",
    "full_name": "Ada Quill",
    "first_name": "Ada",
    "last_name": "Quill",
    "job_title": "Editor",
    "company": "Inkwell",
    "description": "line one\r\nline two ",
    "legacy_location": "Oslo",
    "website": "https://quill.example",
    "image_url": "https://quill.example/a.png",
    "starred": True,
    "is_archived": False,
    "birthday": "1988-04-02",
    "birthday_year": 1988,
    "linkedin": "ada-quill",
    "twitter": None,
    "facebook": "",
    "instagram": "  ",
    "telegram": "ada",
    "education": None,
    "last_seen_at": "2026-02-01T10:20:30.125Z",
    "next_reminder_at": "2026-03-31",
    "updated_at": "2026-02-02T00:00:00Z",
    "created_at": "2020-02-02T00:00:00Z",
    "contact_emails": [{"email": "ada@quill.example"}, {"email": " "}, {"email": None}],
    "contact_phone_numbers": [{"phone_number": "+44 20 7946 0958", "label": "Work"}],
}


UNSAID = {"tags", "legacy_contact_addresses", "source", "groups", "frequency", "tiktok", "youtube"}


def v1() -> RecordMap:
    return RecordMap(Kind.CONTACT, V1_FIELDS, version="updated_at", archived="is_archived")


def packed(**changes: Any) -> bytes:
    return json.dumps(WHOLE | changes).encode()


def without(*names: str) -> bytes:
    return json.dumps({name: value for name, value in WHOLE.items() if name not in names}).encode()


def test_a_whole_contact_reads_exactly() -> None:
    payload = packed()
    record = v1().read(payload)
    assert record.values == {
        "name": "Ada Quill",
        "first_name": "Ada",
        "last_name": "Quill",
        "job_title": "Editor",
        "company": "Inkwell",
        "description": "line one\r\nline two ",
        "location": "Oslo",
        "website": "https://quill.example",
        "image": "https://quill.example/a.png",
        "starred": True,
        "birthday": "1988-04-02",
        "linkedin": "ada-quill",
        "telegram": "ada",
        "last_seen": "2026-02-01T10:20:30.125+00:00",
        "next_reminder": "2026-03-31T00:00:00+00:00",
        "emails": (Entry("ada@quill.example"),),
        "phones": (Entry("+44 20 7946 0958", "Work"),),
    }
    assert record.fields == {row.field for row in V1_FIELDS if row.path.partition("[")[0].split(".")[0] not in UNSAID}
    assert (record.id, record.version, record.archived) == ("5f0c", "2026-02-02T00:00:00Z", False)
    assert record.unmapped == ("created_at",)
    assert record.payload is payload


def test_what_is_missing_is_unknown_and_what_is_null_is_empty() -> None:
    record = v1().read(without("company", "contact_emails"))
    assert not {"company", "emails"} & record.fields
    assert {"twitter", "facebook"} <= record.fields
    assert not {"twitter", "facebook", "instagram"} & record.values.keys()


def test_a_name_is_composed_of_its_parts_where_there_is_none() -> None:
    assert v1().read(packed(full_name=None)).values["name"] == "Ada Quill"
    assert v1().read(packed(full_name=None, last_name=None)).values["name"] == "Ada"
    nameless = v1().read(packed(full_name=None, first_name=None, last_name=None))
    assert "name" not in nameless.values
    assert "name" in nameless.fields


@pytest.mark.parametrize(
    ("birthday", "year", "read"),
    [
        ("1988-04-02", 1988, "1988-04-02"),
        ("1988-04-02", None, "--04-02"),
        ("2000-02-29", 1996, "1996-02-29"),
        ("1988-04-02T23:30:00-08:00", 1988, "1988-04-02"),
        ("1988-04-02T00:00:00.000Z", 1988, "1988-04-02"),
        (None, 1988, None),
        (None, None, None),
    ],
)
def test_birthdays_are_plain_dates(birthday: str | None, year: int | None, read: str | None) -> None:
    assert v1().read(packed(birthday=birthday, birthday_year=year)).values.get("birthday") == read


def test_a_birthday_without_a_word_on_its_year_is_taken_as_it_stands() -> None:
    assert v1().read(without("birthday_year")).values["birthday"] == "1988-04-02"


@pytest.mark.parametrize(("shown", "read"), [("2026-02-28", "--02-28"), ("1988-04-02", "1988-04-02"), (None, None)])
def test_this_years_birthday_has_no_year(shown: str | None, read: str | None) -> None:
    payload = json.dumps({"id": 1, "birthday_current_year": shown}).encode()
    assert RecordMap(Kind.CONTACT, LEGACY_FIELDS).read(payload).values.get("birthday") == read


@pytest.mark.parametrize(
    ("field", "name", "raw"),
    [
        ("first_name", "first_name", 12),
        ("description", "description", {"text": ["a"]}),
        ("starred", "starred", "yes"),
        ("birthday", "birthday", "31/12/1988"),
        ("birthday", "birthday", "1988-02-30"),
        ("birthday", "birthday", "x"),
        ("birthday", "birthday_year", "1988"),
        ("last_seen", "last_seen_at", "yesterday"),
        ("last_seen", "last_seen_at", 1770000000),
        ("emails", "contact_emails", "none"),
        ("emails", "contact_emails", [{"email": 5}]),
        ("phones", "contact_phone_numbers", [["+44"]]),
        ("name", "full_name", ["Ada"]),
    ],
)
def test_a_wrong_type_is_told_with_its_field_and_reason_and_hides_nothing_else(field: str, name: str, raw: Any) -> None:
    usual, odd = v1().read(packed()), v1().read(packed(**{name: raw}))
    assert (odd.id, set(odd.unreadable)) == ("5f0c", {field})
    assert "belongs" in odd.unreadable[field]
    assert field not in odd.fields
    assert odd.fields | {field} == usual.fields
    assert odd.values == {key: value for key, value in usual.values.items() if key != field}


@pytest.mark.parametrize("payload", [b"", b"{", b"{}", b"[]", b"null", b'"text"', b"12", b"\xff", b"[" * 100_000])
def test_what_is_no_record_is_refused(payload: bytes) -> None:
    for attempt in (v1().read, v1().identify):
        with pytest.raises(BadRecord):
            attempt(payload)


@pytest.mark.parametrize("raw", [None, "", " ", True, 1.5, ["a"], {"a": 1}, "a\x00b", ".", ".."])
def test_a_record_needs_an_id(raw: Any) -> None:
    for attempt in (v1().read, v1().identify):
        with pytest.raises(BadRecord) as refused:
            attempt(packed(id=raw))
        assert refused.value.remote_id is None
    with pytest.raises(BadRecord):
        v1().identify(without("id"))


@pytest.mark.parametrize(("raw", "read"), [(7, "7"), (2**70, str(2**70)), ("7", "7"), (-1, "-1")])
def test_ids_are_texts(raw: Any, read: str) -> None:
    assert v1().identify(packed(id=raw)) == v1().read(packed(id=raw)).id == read


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["email", "label", "x"]), inner),
    max_leaves=6,
)


@given(st.sampled_from([name for name in WHOLE if name != "id"]), anything)
def test_whatever_stands_in_a_field_is_read_or_refused(name: str, raw: Any) -> None:
    usual, read = v1().read(packed()), v1().read(packed(**{name: raw}))
    assert read.id == "5f0c"
    assert not any(is_empty(value) for value in read.values.values())
    assert read.fields.isdisjoint(read.unreadable)
    assert read.values.keys().isdisjoint(read.unreadable)
    assert usual.fields <= read.fields | read.unreadable.keys()


@given(texts.filter(lambda text: bool(text.strip())))
def test_texts_are_kept_to_the_letter(text: str) -> None:
    assert v1().read(packed(description=text)).values["description"] == text


@given(st.lists(st.sampled_from(sorted(set(WHOLE) - {"id"})), unique=True))
def test_only_what_a_payload_names_is_known(names: list[str]) -> None:
    record = v1().read(json.dumps({"id": "1"} | {name: WHOLE[name] for name in names}).encode())
    assert set(record.values) <= record.fields
    assert ("company" in record.fields) == ("company" in names)


@pytest.mark.parametrize(
    ("values", "sent"),
    [
        ({"description": "x", "company": None}, {"description": "x", "company": None}),
        ({"emails": (Entry("a@b.example", "Work"),)}, {"contact_emails": [{"email": "a@b.example", "label": "Work"}]}),
        ({"phones": None}, {"contact_phone_numbers": []}),
        ({"birthday": "1988-04-02"}, {"birthday": "1988-04-02", "birthday_year": 1988}),
        ({"birthday": "--02-29"}, {"birthday": "1904-02-29", "birthday_year": None}),
        ({"birthday": None}, {"birthday": None, "birthday_year": None}),
        ({"starred": None}, {"starred": False}),
        ({"starred": True}, {"starred": True}),
        ({"name": "Ada", "last_seen": "2026-01-01", "shoe_size": "42"}, {}),
    ],
)
def test_patches_become_what_dex_takes(values: dict[str, Value | None], sent: dict[str, Any]) -> None:
    assert v1().write(values) == sent


def test_paths_go_down_and_back_up() -> None:
    rows = (FieldPath("company", "employer.name"), FieldPath("tags", "meta.tags[].title", "tags"))
    records = RecordMap(Kind.CONTACT, rows)
    payload = b'{"id": 1, "employer": {"name": "Inkwell"}, "meta": {"tags": [{"title": "a"}, {"title": "b"}]}}'
    read = records.read(payload)
    assert read.values == {"company": "Inkwell", "tags": (Entry("a"), Entry("b"))}
    assert records.write(read.values) == json.loads(payload.replace(b'"id": 1, ', b""))
    assert records.read(b'{"id": 1, "employer": {}}').fields == frozenset()
    assert records.read(b'{"id": 1, "employer": null}').fields == {"company"}
    assert "object" in records.read(b'{"id": 1, "employer": "Inkwell"}').unreadable["company"]


def test_an_account_may_map_a_field_of_its_own() -> None:
    rows = with_overrides(V1_FIELDS, {"map.shoe_size": "extra.size:number", "map.company": "source", "page_size": "9"})
    record = RecordMap(Kind.CONTACT, rows).read(packed(extra={"size": 42}, source="Inkwell & Co"))
    assert record.values["shoe_size"] == 42.0
    assert record.values["company"] == "Inkwell & Co"
    assert "extra" not in record.unmapped


@pytest.mark.parametrize("text", ["a..b", "", "a:nothing", "a[].b:text", "a+b:flag", "|a"])
def test_a_map_that_cannot_work_is_refused_at_once(text: str) -> None:
    path, _, codec = text.partition(":")
    with pytest.raises(UserInputError):
        RecordMap(Kind.CONTACT, (FieldPath("company", path, codec or "text"),))


@pytest.mark.parametrize("row", [{"number": "+49 30 1"}, {"label": "Work"}, {}], ids=str)
def test_an_entry_in_another_form_is_told_and_never_left_out(row: dict[str, str]) -> None:
    rows = (FieldPath("phones", "phones[].phone_number", "phones"),)
    payload = json.dumps({"id": "1", "phones": [{"phone_number": "+44 20 7946 0958"}, row]}).encode()
    told = RecordMap(Kind.CONTACT, rows).read(payload)
    assert "phone_number" in told.unreadable["phones"]
    assert "phones" not in told.values


def test_an_entry_that_holds_nothing_is_no_entry() -> None:
    rows = (FieldPath("phones", "phones[].phone_number", "phones"),)
    payload = json.dumps({"id": "1", "phones": [{"phone_number": None}, {"phone_number": " "}]}).encode()
    assert "phones" not in RecordMap(Kind.CONTACT, rows).read(payload).values


@pytest.mark.parametrize(("date", "year"), [("1604-02-29", None), ("1604-02-03", 1604), ("1604-02-03T00:00:00Z", None)])
def test_a_birthday_of_1604_has_no_year(date: str, year: int | None) -> None:
    known = {} if year is None else {"birthday_year": year}
    rows = (FieldPath("birthday", "birthday"),) if year is None else V1_FIELDS
    codec = tuple(FieldPath(row.field, row.path, "date") for row in rows) if year is None else rows
    read = RecordMap(Kind.CONTACT, codec).read(json.dumps({"id": "1", "birthday": date, **known}).encode())
    assert read.values["birthday"] == "--" + date[5:10]
