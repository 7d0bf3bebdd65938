import re
import unicodedata

from crmdesk.demo.people import latin, people, person


def test_the_same_seed_and_number_always_give_the_same_person() -> None:
    assert list(people(3, 50)) == [person(3, number) for number in range(50)]
    assert person(3, 7) != person(4, 7)


def test_two_thousand_people_are_international_and_no_two_share_an_address() -> None:
    book = list(people(1, 2000))
    scripts = {unicodedata.name(letter).split()[0] for one in book for letter in one.full_name if letter.isalpha()}
    assert {"LATIN", "CYRILLIC", "GREEK", "CJK", "ARABIC", "HEBREW", "HANGUL", "HIRAGANA"} <= scripts
    assert len({one.country for one in book}) > 30
    addresses = [address for one in book for address, _ in one.emails]
    assert len(addresses) == len(set(addresses)) > 1500
    assert all(re.fullmatch(r"[a-z0-9.]+@[a-z0-9-]+\.example", address) for address in addresses)


def test_addresses_stay_unique_far_beyond_the_usual_size() -> None:
    addresses = [address for number in range(0, 400_000, 40) for address, _ in person(2, number).emails]
    assert len(addresses) == len(set(addresses))


def test_people_differ_in_what_is_known_of_them() -> None:
    book = list(people(1, 2000))
    assert any(one.born and one.born[0] is None for one in book)
    assert any(one.born and one.born[0] for one in book)
    assert any(one.last_name is None for one in book)
    assert any("\n" in (one.description or "") for one in book)
    handles = [one.socials["instagram"] for one in book if "instagram" in one.socials]
    assert any(handle.startswith("https://") for handle in handles)
    assert any(not handle.startswith("https://") for handle in handles)
    numbers = [number for one in book for number, _ in one.phones]
    assert any(number.startswith("+") for number in numbers)
    assert any(not number.startswith("+") for number in numbers)
    assert all("#" not in number for number in numbers)


def test_british_and_american_numbers_lie_in_the_ranges_kept_for_fiction() -> None:
    for one in people(1, 2000):
        for number, _ in one.phones:
            digits = re.sub(r"\D", "", number)
            if one.country == "US":
                assert re.search(r"55501\d{2}$", digits)
            if one.country == "GB":
                assert re.search(r"(2079460|7700900)\d{3}$", digits)


def test_latin_writes_any_name_as_it_would_stand_in_an_address() -> None:
    assert latin("Łukasz Weiß-Ørsted") == "lukaszweissorsted"
