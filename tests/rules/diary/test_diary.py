"""The diary: feelings and moods, and what smoking usually gave."""

from datetime import UTC, datetime

from programme.check_in.answers import HardMoment, Mood
from programme.diary.entries import Entry, Trigger, log_of, usual_function
from programme.diary.patterns import Feeling
from programme.toolkit.strategies import Function
from tests.rows import each_row

AT = datetime(2026, 3, 2, 22, 30, tzinfo=UTC)


def gave(*functions: Function | None, moment: HardMoment | None = None, feeling: Feeling | None = None) -> list[Entry]:
    """Entries that gave these."""
    return [Entry(n, 7, AT, AT, moment=moment, feeling=feeling, function=one) for n, one in enumerate(functions)]


@each_row("feeling", [Feeling.STRESSED, Feeling.ANXIOUS, Feeling.BORED, Feeling.LONELY])
def test_some_feelings_say_no_mood(feeling: Feeling) -> None:
    """How low it was is not inferred from what it was."""
    assert feeling.mood is None
    log = log_of(Entry(1, 7, AT, AT, feeling=feeling))
    assert log is not None
    assert (log.mood, log.feeling) == (None, feeling)


def test_others_name_one() -> None:
    """Every mood but "mixed" has its word, and each hard moment that is a feeling."""
    assert {one.mood for one in Feeling} - {None} == set(Mood) - {Mood.MIXED}
    felt = {HardMoment.STRESS, HardMoment.LOW_MOOD, HardMoment.BORED, HardMoment.GOOD_MOOD}
    assert {one.moment for one in Feeling} - {None} == felt


def test_a_log_wants_an_hour() -> None:
    """Where the day alone is known there is nothing to count; a mood of old stays a mood."""
    assert log_of(Entry(1, 7, AT, None, mood=Mood.LOW)) is None
    old = log_of(Entry(1, 7, AT, AT, mood=Mood.LOW))
    assert old is not None
    assert old.mood is Mood.LOW


BREAK, CALM, HANDS = Function.BREAK, Function.CALM, Function.HANDS
STRESSED = gave(CALM, CALM, HANDS, moment=HardMoment.STRESS, feeling=Feeling.STRESSED)
LONELY = gave(BREAK, BREAK, BREAK, None, feeling=Feeling.LONELY)


@each_row(
    ("entries", "trigger", "expected"),
    [
        ([*STRESSED, *LONELY], HardMoment.STRESS, CALM),
        ([*STRESSED, *LONELY], Feeling.STRESSED, CALM),
        ([*STRESSED, *LONELY], Feeling.LONELY, BREAK),
        ([*STRESSED, *LONELY], None, BREAK),
        ([*STRESSED, *LONELY], HardMoment.DRINK, None),
        (gave(CALM, HANDS, CALM, HANDS), None, HANDS),
        (gave(HANDS, CALM, HANDS, CALM), None, CALM),
        ([], None, None),
    ],
)
def test_what_it_usually_gave(entries: list[Entry], trigger: Trigger | None, expected: Function | None) -> None:
    """Most often at that trigger; of two as frequent the later one; never said is None."""
    assert usual_function(entries, trigger) is expected
