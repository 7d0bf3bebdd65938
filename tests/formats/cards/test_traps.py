"""Every trap of cards in the wild: what is read of it, and that nothing of it is lost."""

from __future__ import annotations

import io

import pytest

from crmdesk.domain.importing.incoming import Incoming
from crmdesk.domain.values import Entry, Value, texts
from crmdesk.formats.cards.export import Outgoing, card_bytes
from crmdesk.formats.cards.incoming import A_GROUP, groups_of, read_cards
from crmdesk.formats.cards.stream import NO_END
from tests.formats.cards import traps


def rows(data: bytes, usual: str = "cp1252") -> list[Incoming]:
    return list(read_cards(io.BytesIO(data), usual))


def one(data: bytes) -> dict[str, Value]:
    (row,) = rows(data)
    assert row.original.encode() == data or row.original.startswith("bytes:")
    return dict(row.values)


def written(data: bytes) -> bytes:
    """The only card of a file, unchanged, as it is exported."""
    (row,) = rows(data)
    return card_bytes(Outgoing(row.values, "", row.original))


def told(row: Incoming) -> list[str]:
    return [problem.field for problem in row.problems]


def test_v1_bare_parameters_are_types_unless_they_are_encodings() -> None:
    values = one(traps.V1_BARE_PARAMETERS)
    assert values["name"] == "Åsa Lindqvist"
    assert values["phones"] == (Entry("0171 100", "mobile", True), Entry("030 200", "work fax"))
    assert values["job_title"] == "Köchin"
    lifted = written(traps.V1_BARE_PARAMETERS)
    assert b"TEL;TYPE=CELL,PREF:0171 100\r\n" in lifted
    assert b"PHOTO;ENCODING=b;TYPE=JPEG:AAECAwQF\r\n" in lifted
    assert "FN:Åsa Lindqvist\r\n".encode() in lifted
    assert one(lifted) == values


def test_v2_a_soft_break_is_joined_before_a_property_is_looked_for() -> None:
    values = one(traps.V2_SOFT_BREAK)
    assert values["description"] == "first line\nTEL: call 030 1, not 2\nEND of it"
    assert texts(values["phones"]) == ["030 3"]
    assert one(written(traps.V2_SOFT_BREAK)) == values


def test_v3_a_blank_after_a_soft_break_belongs_to_the_text() -> None:
    assert one(traps.V3_SOFT_BREAK_AND_A_BLANK)["description"] == "one two  three"


def test_v4_what_is_quoted_is_decoded_before_it_is_split() -> None:
    values = one(traps.V4_BREAK_FIRST)
    assert (values["last_name"], values["first_name"], values["name"]) == ("Müller", "Jörg", "Jörg Müller")
    assert (values["street"], values["city"], values["postcode"]) == ("Weg 1, Hof 2", "Köln", "50667")
    assert one(written(traps.V4_BREAK_FIRST)) == values


def test_v5_characters_on_both_sides_of_a_fold_are_whole() -> None:
    values = one(traps.V5_SPLIT_CHARACTER)
    assert (values["name"], values["description"]) == ("Zoë 😀", "grüße")
    assert written(traps.V5_SPLIT_CHARACTER) == traps.V5_SPLIT_CHARACTER


def test_v6_each_value_is_read_in_its_own_character_set() -> None:
    first, second = rows(traps.V6_THREE_SETS)
    assert (first.values["name"], first.values["job_title"], first.values["role"]) == ("山田", "Врач", "Köchin")
    assert second.values["name"] == "Jörg „M”"
    assert rows(traps.V6_THREE_SETS, "cp850")[1].values["name"] == "J÷rg äMö"
    assert "FN:山田\r\n".encode() in card_bytes(Outgoing(first.values, "", first.original))


def test_v7_an_unknown_character_set_is_told_once_and_the_next_one_taken() -> None:
    (row,) = rows(traps.V7_UNKNOWN_SET)
    assert (row.values["name"], row.values["job_title"], row.values["description"]) == ("Jörg", "Mägi", "plain")
    assert [problem.raw for problem in row.problems] == ["X-WHATEVER", "x-whatever", "zlib"]


def test_v8_pictures_are_kept_and_a_broken_one_costs_itself_alone() -> None:
    (row,) = rows(traps.V8_BASE64)
    assert texts(row.values["phones"]) == ["1", "2"]
    assert texts(row.values["emails"]) == ["d@elm.example"]
    assert told(row) == ["PHOTO", "PHOTO"]
    lifted = card_bytes(Outgoing(row.values, "", row.original)).replace(b"\r\n ", b"")
    assert lifted.count(traps.DOT.encode()) == 3, "photo, logo and sound whole"
    assert b"not!base64" in lifted


def test_v9_lines_end_in_every_way() -> None:
    first, second = rows(traps.V9_LINE_ENDS)
    assert (first.values["name"], second.values["name"]) == ("EveFir", "Finn\rGum")
    assert [row.values["name"] for row in rows(traps.V9_CR_ALONE)] == ["GilHazel", "Ida"]
    assert [row.line for row in rows(traps.V9_CR_ALONE)] == [1, 6]
    assert rows(traps.V9_UTF16)[0].values["name"] == "Jürg 😀"
    alone = rows(traps.V9_CR_ALONE)[0]
    assert b"\r\n" in card_bytes(Outgoing(alone.values, "", alone.original)), "it must stand beside others"


def test_v10_what_stands_around_and_between_is_told_and_glued_to_nothing() -> None:
    before, kim, between, lou = rows(traps.V10_AROUND)
    assert (before.line, before.original, before.skip is not None) == (1, "Dear all,\r\nhere they are:", True)
    assert (kim.line, kim.values) == (4, {"name": "Kim Larch", "job_title": "Agent"})
    assert told(kim) == ["line", "line", "line"]
    assert (between.skip is not None, between.original) == (True, "--\r\nregards: Bob")
    assert lou.values == {"name": "Lou Maple"}
    assert card_bytes(Outgoing(kim.values, "", kim.original)) == kim.original.encode()


def test_v11_a_card_without_end_or_version_is_read_and_what_is_wrong_is_named() -> None:
    lower, bare, cut, pia, last = rows(traps.V11_CUT_OFF)
    assert (lower.values["name"], told(lower)) == ("Mo Nut", [])
    assert told(bare) == ["VERSION"]
    assert (cut.values["name"], texts(cut.values["phones"]), told(cut)) == ("No end", ["1"], ["END"])
    assert (pia.values["name"], told(pia), pia.line) == ("Pia", [], 12)
    assert (texts(last.values["emails"]), last.problems[0].reason) == (["q@oak.exa"], NO_END)
    closed = card_bytes(Outgoing(last.values, "", last.original))
    assert [row.problems for row in rows(closed + traps.card("FN:Z"))] == [(), ()]


def test_v11_a_card_inside_of_a_card_stays_in_it() -> None:
    outer, following = rows(traps.V11_NESTED)
    assert (outer.values["name"], texts(outer.values["phones"]), told(outer)) == ("Outer", ["1"], ["line"])
    assert following.values["name"] == "Next"
    assert b"FN:Inner\r\n" in card_bytes(Outgoing(outer.values, "", outer.original))


def test_v12_a_name_comes_from_n_then_the_company_then_the_email_and_is_never_split() -> None:
    found = rows(traps.V12_NAMES)
    names = ["Dr. Rosa Maria Oak MBA", "Elm & Sons", "only@mail.example", None, "Madonna Louise", "Oak, Rosa"]
    assert [row.values.get("name") for row in found[:6]] == names
    assert found[3].values == {"image": "https://p.example/1.png"}
    assert found[4].values == {"name": "Madonna Louise"}
    assert all(row.skip and not row.values for row in found[6:])


def test_v13_labels_come_from_groups_and_groups_are_kept() -> None:
    (row,) = rows(traps.V13_LABELS)
    assert row.values["phones"] == (
        Entry("1", "mobile", True),
        Entry("4", "home"),
        Entry("5", "mobile"),
        Entry("6", "work fax"),
    )
    assert row.values["emails"] == (Entry("a@pine.example", "Ferien, Haus"),)
    assert row.unmapped == ("X-ABDATE",)
    renamed = {**row.values, "emails": (Entry("a@pine.example", "Büro"),)}
    edited = card_bytes(Outgoing(renamed, "", row.original))
    wanted = traps.V13_LABELS.replace(b"Ferien\\, Haus", "Büro".encode())
    assert edited.splitlines() == wanted.splitlines()


@pytest.mark.parametrize(("line", "day"), traps.V14_DAYS.items())
def test_v14_a_whole_day_is_read_as_written_and_the_rest_is_shown(line: str, day: str | None) -> None:
    (row,) = rows(traps.card(f"FN:Ann\n{line}"))
    assert row.values.get("birthday") == (day or None)
    assert told(row) == (["birthday"] if day is None else [])
    assert written(traps.card(f"FN:Ann\n{line}")) == traps.card(f"FN:Ann\n{line}")


def test_v15_backslashes_are_read_by_version_and_none_is_added() -> None:
    values = one(traps.V15_ESCAPES)
    assert (values["name"], values["website"]) == ("Tom, Ulm; jr", "http://ulm.example/a?b=1")
    assert (values["description"], values["company"]) == ("one\ntwo\nthree\\nfour, five\\x", "A;B")
    assert written(traps.V15_ESCAPES) == traps.V15_ESCAPES
    old = one(traps.V15_OLD)
    assert (old["description"], old["company"]) == ("C:\\\\temp\\new; a, b", "A;B")
    assert one(written(traps.V15_OLD)) == old


def test_v16_marks_within_quotes_and_folds_within_names_part_nothing() -> None:
    values = one(traps.V16_QUOTED)
    assert values["phones"] == (Entry("1", "work fax"),)
    assert texts(values["emails"]) == ["v@wood.example"]
    assert values["description"] == "text"


def test_v17_groups_are_no_contacts_and_are_offered_as_tags_of_their_members() -> None:
    found = rows(traps.V17_GROUPS)
    assert [row.skip for row in found] == [A_GROUP, None, None, A_GROUP, None, None]
    assert "tags" not in found[1].values
    groups = groups_of(io.BytesIO(traps.V17_GROUPS))
    tagged = list(read_cards(io.BytesIO(traps.V17_GROUPS), groups=groups))
    assert texts(tagged[1].values.get("tags")) == ["Friends", "Team"]
    assert texts(tagged[2].values.get("tags")) == ["Team"]
    assert (found[4].values["name"], found[5].values["company"]) == ("Elm Ltd", "Oak Ltd")


def test_v18_the_uid_is_told_and_a_missing_one_is_none() -> None:
    assert [row.remote_id for row in rows(traps.V18_SAME_UID)] == ["u1", "u1", None]


def test_v20_what_attackers_write_is_stored_exactly() -> None:
    values = one(traps.V20_ATTACKS)
    assert values["name"] == "=HYPERLINK(1)\u202e\x1b[31m"
    assert values["description"] == "<script>alert(1)</script>"
    assert (values["website"], values["company"]) == ("javascript:alert(1)", "-1+cmd|' /C calc'!A0")
