"""The hours of a route, counted over weekends and clock changes, and how they are written down."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from programme.practice.requests import (
    EVERY_DAY,
    LONGEST,
    MOST,
    OFFICE,
    WORKDAYS,
    AlertRoute,
    Fault,
    Hours,
    RequestTopic,
    Stretch,
    hours_code,
    named,
    opens_at,
    parse_hours,
    parse_route,
    promise,
    promised_by,
)
from tests.rows import each_row

LONDON = "Europe/London"


def at(text: str, zone: str = LONDON) -> datetime:
    """That wall time in the zone, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def of(text: str) -> Hours:
    """Hours as they are typed."""
    found = parse_hours(text)
    assert not isinstance(found, Fault), found
    return found


OPENS = [
    ("Mon-Fri 9-17", "2026-03-06T21:10", "2026-03-09T09:00", "on a Friday night: on Monday"),
    ("Mon-Fri 9-17", "2026-03-09T10:00", "2026-03-09T10:00", "within them: now"),
    ("Mon-Fri 9-17", "2026-03-09T17:00", "2026-03-10T09:00", "when they end: the next day"),
    ("Mon-Fri 9-12, 13-17", "2026-03-09T12:30", "2026-03-09T13:00", "at lunch"),
    ("Wed 9-12", "2026-03-04T12:00", "2026-03-11T09:00", "a week on"),
    ("Mon-Sun 0-24", "2026-03-08T03:00", "2026-03-08T03:00", "always"),
    ("Mon-Fri 9-17", "2026-03-27T21:10", "2026-03-30T09:00", "over the night on which the clocks go forward"),
    ("Mon-Fri 9-17", "2026-10-23T21:10", "2026-10-26T09:00", "over the night on which they go back"),
]


@each_row(("hours", "now", "opens", "why"), OPENS)
def test_when_somebody_looks(hours: str, now: str, opens: str, why: str) -> None:
    """From when on somebody with these hours looks, on their own clock."""
    assert opens_at(of(hours), at(now), LONDON) == at(opens), why


PROMISED = [
    ("Mon-Fri 9-17", "2026-03-06T21:10", 2, "2026-03-09T11:00", "from a Friday night: two hours of Monday"),
    ("Mon-Fri 9-17", "2026-03-06T16:00", 2, "2026-03-09T10:00", "one hour of Friday and one of Monday"),
    ("Mon-Fri 9-17", "2026-03-06T15:00", 2, "2026-03-06T17:00", "all that is left of a day"),
    ("Mon-Fri 9-17", "2026-03-09T09:00", 10, "2026-03-10T11:00", "more than a day has"),
    ("Wed 9-10", "2026-03-04T09:30", 2, "2026-03-18T09:30", "an hour a week, over three weeks"),
    ("Mon-Sun 0-24", "2026-03-28T23:00", 4, "2026-03-29T04:00", "01:00 to 02:00 does not come"),
    ("Mon-Sun 0-24", "2026-10-24T23:00", 4, "2026-10-25T02:00", "01:00 to 02:00 comes twice"),
    ("Sat-Sun 0-6", "2026-03-29T00:30", 2, "2026-03-29T03:30", "in the middle of the night that is short"),
    ("Sat-Sun 0-6", "2026-10-25T00:30", 6, "2026-10-25T05:30", "in the middle of the night that is long"),
    ("Mon-Fri 9-17", "2026-03-27T16:00", 2, "2026-03-30T10:00", "over a weekend of 47 hours"),
    ("Mon-Fri 9-17", "2026-10-23T16:00", 2, "2026-10-26T10:00", "over a weekend of 49"),
    ("Mon-Fri 9-13, 11-17", "2026-03-09T10:00", 4, "2026-03-09T14:00", "hours that overlap count once"),
]


@each_row(("hours", "since", "worth", "by", "why"), PROMISED)
def test_time_is_counted_in_the_hours_alone(hours: str, since: str, worth: int, by: str, why: str) -> None:
    """When so many of these hours are over."""
    assert promised_by(of(hours), at(since), LONDON, timedelta(hours=worth)) == at(by), why


def test_hours_are_those_of_the_one_who_keeps_them() -> None:
    """Nine to five in Dublin is an hour later in Berlin, and a zone that left a day out had no hours on it."""
    assert opens_at(OFFICE, at("2026-03-09T08:30"), "Europe/Berlin") == at("2026-03-09T08:30")
    assert opens_at(of("Fri 9-17"), at("2011-12-29T20:00", "Pacific/Apia"), "Pacific/Apia") == at(
        "2012-01-06T09:00", "Pacific/Apia"
    )


def test_what_cannot_wait_has_two_hours() -> None:
    """From the crisis card, and about clozapine, it is two hours; anything else has four."""
    two, four = timedelta(hours=2), timedelta(hours=4)
    assert (promise(None, from_card=True), promise(RequestTopic.CLOZAPINE, from_card=False)) == (two, two)
    assert (promise(None, from_card=False), promise(RequestTopic.PREGNANCY, from_card=False)) == (four, four)


WRITTEN = {
    "Mon-Fri 9-17": (Stretch(WORKDAYS, 540, 1020),),
    "9-17": (Stretch(WORKDAYS, 540, 1020),),
    "weekdays 9 to 5": (Stretch(WORKDAYS, 540, 1020),),
    "Monday to Friday 9am to 5.30pm": (Stretch(WORKDAYS, 540, 1050),),
    "every day 8–20": (Stretch(EVERY_DAY, 480, 1200),),
    "Mon, Wed and Fri 9:30-12, 14-17; Sat 10-12": (
        Stretch(frozenset({0, 2, 4}), 570, 720), Stretch(frozenset({0, 2, 4}), 840, 1020),
        Stretch(frozenset({5}), 600, 720),
    ),
    "Fri-Mon 20-24": (Stretch(frozenset({4, 5, 6, 0}), 1200, 1440),),
}  # fmt: skip


def test_hours_are_read_as_people_write_them() -> None:
    """Several ways of writing hours, each read as it is meant; what is stored reads as the same."""
    for text, hours in WRITTEN.items():
        assert parse_hours(text) == hours, text
        assert parse_hours(hours_code(hours)) == hours, text
    longest = (Stretch(EVERY_DAY, 1200, 1439),) * MOST
    assert len(hours_code(longest)) <= LONGEST
    assert parse_hours(hours_code(longest)) == longest


@each_row(
    ("text", "said"),
    [
        ("Mon-Fry 9-17", '"mon-fry" is no day'), ("Mon-Fri", "no time in it"), ("", "no time in it"),
        ("25-26", "no time of day"), ("17-9", "ends before it begins"), ("Mon-Fri 9-17 please", '"please"'),
        ("9-17, Sat", "no time in it"), ("9-17 " * 99, "longer"),
        ("9-17 " * 10, "more than hours can be"), ("9-17:75", "no time of day"),
    ],
)  # fmt: skip
def test_hours_that_cannot_be_read_name_their_fault(text: str, said: str) -> None:
    """The fault names the piece, and how to write it."""
    found = parse_hours(text)
    assert isinstance(found, Fault)
    assert said in found.words


OFFICE_OF = {"lee": OFFICE}


@each_row(
    ("text", "route"),
    [
        ("lee Mon-Fri 9-17; cover:ade", AlertRoute(OFFICE_OF, {"lee": "ade"})),
        (" Lee;Cover: Dr Ade ;", AlertRoute(OFFICE_OF, {"lee": "dr ade"})),
        ("cover:ade", AlertRoute(for_all="ade")),
        (
            "lee 9-17; kit Tue 8-16; cover:ade Mon-Sun 8-20",
            AlertRoute(
                {"lee": OFFICE, "kit": (Stretch(frozenset({1}), 480, 960),), "ade": (Stretch(EVERY_DAY, 480, 1200),)},
                {"lee": "ade", "kit": "ade"},
            ),
        ),
        ("lee 9-17; cover:kit; kit 9-17; cover:lee", AlertRoute({"lee": OFFICE, "kit": OFFICE},
                                               {"lee": "kit", "kit": "lee"})),
        ("Mona Sunday 9-17", AlertRoute({"mona": (Stretch(frozenset({6}), 540, 1020),)})),
        ("", AlertRoute()),
    ],
)  # fmt: skip
def test_the_operators_route(text: str, route: AlertRoute) -> None:
    """Names with hours, and who covers for whom."""
    assert parse_route(text) == route


@each_row(
    ("text", "said"),
    [
        ("cover:", "names nobody"), ("lee 9-17; cover:lee", "cover for themselves"), ("lee 9-17; lee 8-12", "twice"),
        ("lee Mon-Fri 17-9", "ends before it begins"), ("9-17", "names nobody"),
    ],
)  # fmt: skip
def test_a_route_that_cannot_be_read_names_its_fault(text: str, said: str) -> None:
    """The fault names the entry, and how to write it."""
    found = parse_route(text)
    assert isinstance(found, Fault)
    assert said in found.words


def test_whose_name_it_is() -> None:
    """The whole name first, else one word of it; two of one name are both named, and so told apart by nobody."""
    names = {1: "Lee", 2: "Dr Ade", 3: "Lee Oakes", 4: None, 5: "Dr Bo"}
    assert (named("lee", names), named("ade", names), named("dr", names), named("kit", names)) == ([1], [2], [2, 5], [])
