"""Neighbours of the golden cases: what stands right beside each line, its right value worked out by hand."""

from dataclasses import replace
from datetime import UTC, datetime

from programme.people.person import Person, today_of
from programme.quitting.attempts import Attempt
from programme.quitting.follow_ups import OutcomeAnswer, two_answers
from programme.quitting.nhs import Nhs, nhs_four_week
from programme.quitting.outcomes import contradictions
from programme.quitting.record import CigarettesSaid, Record, Relapse, follow_up, said_in
from programme.quitting.russell import Russell, russell
from programme.quitting.working import SevenDays
from programme.quitting.working import seven_days as week_of
from tests.rows import each_row
from tests.rules.quitting.outcome_cases import ATTEMPT, TREATED, answered, co, day, free, heard, relapsed, smoked

BASE = Record(attempts=(ATTEMPT,), treatments=TREATED)
Told = tuple[int | None, int | None]
NONE = answered(28, 15, 28)
LATE = 60
SOMEBODY = Person(7, 70, "Sam", "en", "GB", "Europe/London", None, None, None, None, frozenset())


def told(*said: CigarettesSaid, relapses: tuple[Relapse, ...] = (), co: tuple = ()) -> Record:  # type: ignore[type-arg]
    """A treated smoker who told this."""
    return replace(BASE, said=said, relapses=relapses, readings=co)


def span(first: int, last: int, least: int = 0, most: int | None = 0) -> tuple[CigarettesSaid, ...]:
    """The answer of a check-in on day `last` about all days from `first` on."""
    return tuple(said_in(day(last), (least, most), day(first)))


@each_row(
    ("record", "category"),
    [
        # 1: a correction replaces, whichever way; here as it stands afterwards
        (told(answered(28, 15, 28, 6, None)), Nhs.NOT_QUIT),
        # 2: heard in the room: windows, and the reading's own days
        (told(heard(25, 25)), Nhs.SELF_REPORTED),
        (told(heard(42, 28)), Nhs.SELF_REPORTED),
        (told(heard(28, 28), co=(co(28, 9),)), Nhs.CO_VERIFIED),
        (told(heard(28, 28), co=(co(28, 10),)), Nhs.SELF_REPORTED),
        (told(heard(28, 28), co=(co(28, 0),)), Nhs.CO_VERIFIED),
        (told(NONE, co=(co(24, 3),)), Nhs.SELF_REPORTED),
        (told(NONE, co=(co(25, 3),)), Nhs.CO_VERIFIED),
        (told(NONE, co=(co(42, 3),)), Nhs.CO_VERIFIED),
        (told(NONE, co=(co(43, 3),)), Nhs.SELF_REPORTED),
        (told(NONE, co=(co(28, 3, by_practitioner=False),)), Nhs.SELF_REPORTED),
        (told(co=(co(28, 3),)), Nhs.NOT_KNOWN),  # all skipped but the reading: nobody told anything
        (told(heard(28, 28, 1, 5), co=(co(28, 3),)), Nhs.NOT_QUIT),
        # 3: treated, said no and then yes; yes and then no
        (replace(told(NONE), treatments=(replace(TREATED[0], treated=False), TREATED[0])), Nhs.SELF_REPORTED),
        (replace(told(NONE), treatments=(TREATED[0], replace(TREATED[0], treated=False))), Nhs.NOT_COUNTED),
        # 4: a relapse and what was told after it
        (told(relapses=(relapsed(10),)), Nhs.NOT_QUIT),
        (told(*free(15, 28), heard(30, 28), relapses=(relapsed(10),)), Nhs.SELF_REPORTED),
        (told(*free(15, 27), relapses=(relapsed(10),)), Nhs.NOT_QUIT),  # one day of fourteen is open: their word stands
        (told(relapses=(relapsed(15),)), Nhs.NOT_QUIT),
        (told(NONE, relapses=(relapsed(14),)), Nhs.SELF_REPORTED),
        (told(NONE, relapses=(relapsed(28),)), Nhs.NOT_QUIT),
        (told(NONE, relapses=(relapsed(29),)), Nhs.SELF_REPORTED),
        (told(*free(15, 28), relapses=(relapsed(30),)), Nhs.NOT_KNOWN),  # after day 28 it takes nothing away
        (told(*free(15, 27), relapses=(relapsed(30),)), Nhs.NOT_QUIT),
        (told(relapses=(relapsed(43),)), Nhs.NOT_KNOWN),  # in no window: nothing is known of days 15 to 28
        # 5: which days count, to the day
        (told(smoked(14), NONE), Nhs.SELF_REPORTED),
        (told(smoked(15), NONE), Nhs.NOT_QUIT),
        (told(smoked(28), NONE), Nhs.NOT_QUIT),
        (told(smoked(29), answered(40, 15, 28)), Nhs.SELF_REPORTED),
        (told(smoked(0), smoked(1), smoked(14), NONE), Nhs.SELF_REPORTED),
        (told(smoked(20)), Nhs.NOT_QUIT),  # told day by day, and asked nothing
        (told(*free(15, 28)), Nhs.NOT_KNOWN),  # never quit by check-ins alone
        (told(*span(13, 16, 1, 5), NONE), Nhs.SELF_REPORTED),  # it may have been day 13 or 14; the answer says so
        (told(*span(15, 18, 1, 5), NONE), Nhs.NOT_QUIT),
        (told(*span(27, 30, 1, 5), answered(40, 15, 28)), Nhs.SELF_REPORTED),
        (told(*span(14, 28), answered(40, 15, 40, 1, 5)), Nhs.SELF_REPORTED),  # free days told in one go are told
        # 7: day 24, 25, 42, 43
        (told(answered(24, 15, 24)), Nhs.NOT_KNOWN),
        (told(answered(25, 15, 25)), Nhs.SELF_REPORTED),
        (told(answered(42, 15, 28)), Nhs.SELF_REPORTED),
        (told(answered(43, 15, 28)), Nhs.NOT_KNOWN),
        (told(answered(26, 15, 26), smoked(27)), Nhs.NOT_QUIT),
        (told(answered(43, 15, 28, 1, 5)), Nhs.NOT_KNOWN),
        # 8: of two as near to day 28 the higher; the nearer, though it is the lower
        (told(NONE, co=(co(27, 3), co(29, 12))), Nhs.SELF_REPORTED),
        (told(NONE, co=(co(28, 12), co(28, 3))), Nhs.SELF_REPORTED),
        (told(NONE, co=(co(30, 3), co(25, 20))), Nhs.CO_VERIFIED),
    ],
)  # fmt: skip
def test_four_weeks(record: Record, category: Nhs) -> None:
    """FIELD 2.2, 1: days 15 to 28, told on days 25 to 42, a reading under 10 ppm, and somebody who said treated."""
    assert nhs_four_week(record, ATTEMPT, day(LATE)).category is category


@each_row("said", [(heard(28, 28, 1, 5),), (smoked(20), NONE), (smoked(20),), ()])
def test_a_reading_is_shown_whatever_it_comes_to(said: tuple[CigarettesSaid, ...]) -> None:
    """Who enters one finds it where it would count, though nobody quit or answered."""
    found = nhs_four_week(told(*said, co=(co(28, 3),)), ATTEMPT, day(LATE))
    assert (found.is_quit, [step.code for step in found.working if step.code.startswith("co-")]) == (
        False,
        ["co-under"],
    )


HALF = 184  # days from 1 March to 1 September
FREE = answered(HALF, 15, HALF)


@each_row(
    ("record", "category", "sure"),
    [
        (told(answered(HALF, 15, HALF, 5, 5)), Russell.SELF_REPORTED, True),
        (told(answered(HALF, 15, HALF, 6, 6)), Russell.SMOKING, True),
        (told(answered(HALF, 15, HALF, 6, None)), Russell.SMOKING, True),
        (told(answered(HALF, 15, HALF, 1, 5)), Russell.SELF_REPORTED, True),
        (told(answered(HALF, 15, HALF, 1, None)), Russell.SMOKING, False),
        (told(answered(HALF, 15, HALF, 1, None), smoked(40, 6, 6)), Russell.SMOKING, True),  # six were told of
        (told(FREE, smoked(14, 20, 20)), Russell.SELF_REPORTED, True),  # the grace period's last day
        (told(FREE, smoked(15, 6, 6)), Russell.SMOKING, True),
        (told(FREE, smoked(15, 5, 5)), Russell.SELF_REPORTED, True),
        (told(FREE, smoked(40, 6, None)), Russell.SMOKING, True),
        (told(FREE, smoked(40, 1, None)), Russell.SMOKING, False),  # one at least, and how many nobody said
        (told(FREE, smoked(40, 3, 3), smoked(90, 3, 3)), Russell.SMOKING, True),
        (told(answered(28, 15, 28, 6, None), FREE), Russell.SMOKING, True),
        (told(FREE, co=(co(HALF, 9),)), Russell.VERIFIED, True),
        (told(FREE, co=(co(HALF, 10),)), Russell.SMOKING, True),
        (told(FREE, co=(co(HALF - 8, 3),)), Russell.SELF_REPORTED, True),
        (told(FREE, relapses=(relapsed(14),)), Russell.SELF_REPORTED, True),
        (told(FREE, relapses=(relapsed(15),)), Russell.SMOKING, True),
        (told(co=(co(HALF, 3),)), Russell.SMOKING, False),  # unknown status, whatever was breathed
        (told(*span(16, 30, 2, 5), FREE), Russell.SELF_REPORTED, True),
        (told(answered(HALF + 56, 15, HALF + 56)), Russell.SELF_REPORTED, True),
        (told(answered(HALF + 57, 15, HALF + 57)), Russell.SMOKING, False),
        (told(answered(HALF - 8, 15, HALF - 8)), Russell.SMOKING, False),
        (replace(told(), died_on=day(100)), Russell.LEFT, True),
        (replace(told(FREE), moved_on=day(190)), Russell.SELF_REPORTED, True),
        (replace(told(FREE), treatments=()), Russell.SELF_REPORTED, True),  # all who set out are counted
    ],
)
def test_half_a_year(record: Record, category: Russell, sure: bool) -> None:
    """FIELD 2.2, 2: up to five cigarettes after the grace period, a reading, and an unknown status is smoking."""
    found = russell(record, ATTEMPT, 6, day(HALF + 100))
    assert (found.category, found.sure) == (category, sure)


@each_row(
    ("record", "category"),
    [
        (told(*free(93, 99)), SevenDays.NOT_SMOKING),
        (told(*free(93, 95), *free(97, 99)), SevenDays.NOT_KNOWN),  # one gap
        (told(*free(93, 95), *free(97, 99), smoked(92)), SevenDays.NOT_KNOWN),  # the eighth day back
        (told(*free(93, 99), smoked(93)), SevenDays.SMOKING),
        (told(*free(93, 99), smoked(100)), SevenDays.SMOKING),
        (told(*span(90, 99)), SevenDays.NOT_SMOKING),
        (told(*span(94, 99), answered(98, 15, 98)), SevenDays.NOT_SMOKING),
        (told(*span(94, 99, 1, 1)), SevenDays.SMOKING),
        (told(*span(90, 99, 1, 1)), SevenDays.NOT_KNOWN),  # it may have been before these seven
        (told(relapses=(relapsed(92),)), SevenDays.NOT_KNOWN),
        (told(relapses=(relapsed(93),)), SevenDays.SMOKING),
    ],
)
def test_the_last_seven_days(record: Record, category: SevenDays) -> None:
    """FIELD 2.2, 3, seen on day 100: an answer for each of days 93 to 99."""
    assert week_of(record, day(100)).category is category


def test_two_tries_and_one_client() -> None:
    """First try given up on day 10 with a relapse, another from day 20: each has its own result, told of each."""
    first, second = replace(ATTEMPT, ended_on=day(10)), Attempt(2, 7, day(20))
    own = follow_up(second, day(48), (0, 0), last=day(48))
    about_first = follow_up(first, day(84), (6, None), last=day(84))  # at week 12 of it, while the second goes on
    record = Record(
        (first, second),
        (own, about_first),
        relapses=(relapsed(10),),
        treatments=(*TREATED, replace(TREATED[0], attempt_id=2)),
    )
    assert nhs_four_week(record, first, day(90)).category is Nhs.NOT_QUIT
    assert nhs_four_week(record, second, day(90)).category is Nhs.SELF_REPORTED
    assert nhs_four_week(replace(record, relapses=()), first, day(90)).category is Nhs.NOT_KNOWN
    over_both = replace(record, said=(*record.said, *span(5, 25)))
    assert nhs_four_week(over_both, second, day(90)).category is Nhs.SELF_REPORTED
    assert russell(record, second, 6, day(215)).category is Russell.WAITING
    assert contradictions(record, second, day(90)) == ()


@each_row(
    ("before", "after", "differ"),
    [((1, 5), (0, 0), True), ((6, None), (1, 5), True), ((0, 0), (1, 5), False), ((1, 5), (1, 5), False),
     ((1, 5), (None, None), False), ((None, None), (0, 0), False)],
)  # fmt: skip
def test_weeks_12_and_26(before: Told, after: Told, differ: bool) -> None:
    """Both count from day 15, so the later one cannot be fewer; "not said" says nothing."""
    at = datetime(2026, 9, 1, tzinfo=UTC)
    both = [OutcomeAnswer(1, n, at, *how, "", day(n), day(n)) for n, how in ((84, before), (182, after))]
    assert bool(two_answers(both)) is differ


@each_row(
    ("at", "zone", "day_42"),
    [
        (datetime(2026, 4, 12, 22, 30, tzinfo=UTC), "Europe/London", True),  # 23:30 in summer
        (datetime(2026, 4, 12, 23, 30, tzinfo=UTC), "Europe/London", False),  # 00:30
        (datetime(2026, 4, 12, 22, 30, tzinfo=UTC), "Europe/Paris", False),
        (datetime(2026, 4, 13, 3, 30, tzinfo=UTC), "America/New_York", True),
    ],
)
def test_the_day_on_which_it_was_told(at: datetime, zone: str, day_42: bool) -> None:
    """The client's own calendar, to the minute; what follows from it is kept with the answer."""
    on = today_of(at, replace(SOMEBODY, zone=zone))
    assert on == day(42 if day_42 else 43)
    record = told(answered((on - day(0)).days, 15, 28))
    assert nhs_four_week(record, ATTEMPT, day(LATE)).is_quit is day_42
