"""What may be seen of a client, and by which yes; and that what they are told of how often they are asked is so."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import product

from programme.people.consent import (
    BY_A_TAP,
    FIRST,
    JOINING,
    PRACTITIONERS_OWN,
    STANDING,
    TO_SUPPORTERS,
    VERSION,
    Consent,
    ConsentItem,
    ShownLine,
    shows,
)
from programme.schedule.course import Course, Level, Phase
from programme.schedule.kinds import cap
from tests.rows import each_row

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
QUIT = date(2026, 3, 9)
EVENING = time(18, 30)


def said(granted: frozenset[ConsentItem], version: int = VERSION) -> list[Consent]:
    """Yes to these and no to all others of joining."""
    return [Consent(item, item in granted, version, NOW) for item in JOINING]


def test_every_line_has_one_rule() -> None:
    """A line is shown by a standing yes, by a tap, because it is the practitioner's too, or to a supporter."""
    sorted_in = [*STANDING, *BY_A_TAP, *PRACTITIONERS_OWN, *TO_SUPPORTERS]
    assert sorted(sorted_in) == sorted(ShownLine)


@each_row("line", STANDING)
def test_a_line_is_seen_by_its_yes_alone(line: ShownLine) -> None:
    """Of all combinations of yes and no those that hold every item of the line show it, and no other."""
    for answers in product((True, False), repeat=len(JOINING)):
        granted = frozenset(item for item, yes in zip(JOINING, answers, strict=True) if yes)
        assert shows(said(granted), line) is (granted >= STANDING[line].items)
    assert not shows([], line)
    assert not shows([*said(frozenset(JOINING)), Consent(ConsentItem.SUMMARY, False, VERSION, NOW)], line)


def test_a_yes_to_older_words_is_none_to_what_they_did_not_name() -> None:
    """Who agreed to the first words shows all that these, and what stood beside each question, named: what comes to
    them in the next days waits for the new yes."""
    old = said(frozenset(JOINING), FIRST)
    assert [line for line in STANDING if not shows(old, line)] == [ShownLine.COMING]
    assert shows([*old, *said(frozenset({ConsentItem.SUMMARY}))], ShownLine.COMING)


@each_row("risk", [None, time(13)])
def test_how_often_is_what_the_choices_say(risk: time | None) -> None:
    """About once a day, two to four a day from the quit date to day 17, then less: at the standard level."""
    course = Course(Level.STANDARD, QUIT, risk)

    def asked(day: int) -> int:
        return len(course.asked_on(QUIT + timedelta(days=day), EVENING)) + (day == 0)  # and the morning's own word

    assert {asked(day) for day in range(-14, 0)} == {1}
    assert all(2 <= asked(day) <= 4 for day in range(18))
    assert {asked(day) for day in range(18, 29)} == {1}
    assert sum(asked(day) for day in range(29, 85)) <= 2 * 8
    assert max(cap(phase, Level.STANDARD) for phase in Phase) == 4
