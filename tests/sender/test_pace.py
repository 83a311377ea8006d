"""How fast things may go: ticks are given, so a minute is over at once."""

import math

from hypothesis import given
from hypothesis import strategies as st

from bot.backoff import Backoff
from bot.sending.pace import Pace, Rates

SAM, KIM = 1, 2


def test_the_pace_is_even_and_just_under_the_limit() -> None:
    """No second holds more than thirty calls, and 98 % of thirty a second are used."""
    pace, ticks, starts = Pace(), 0.0, []
    for _ in range(600):
        ticks = max(ticks, pace.slot())
        pace.starts(SAM, ticks)
        pace.ends(SAM, ticks)
        starts.append(ticks)
    assert all(later - earlier >= 1.0 for earlier, later in zip(starts, starts[30:], strict=False))
    assert 599 / starts[-1] >= 0.98 * 30


@given(st.lists(st.floats(min_value=0, max_value=0.2), min_size=200, max_size=200))
def test_no_second_holds_more_than_the_limit_however_late_we_are(delays: list[float]) -> None:
    """What is made good of being late is a small burst, and never one too many."""
    pace, ticks, starts = Pace(), 0.0, []
    for delay in delays:
        ticks = max(ticks, pace.slot()) + delay
        pace.starts(SAM, ticks)
        pace.ends(SAM, ticks)
        starts.append(ticks)
    assert all(later - earlier >= 1.0 for earlier, later in zip(starts, starts[30:], strict=False))


def test_being_late_by_a_tenth_of_a_second_loses_nothing() -> None:
    """A machine that stalls for 60 ms every 0.7 s uses 98 % of thirty a second all the same."""
    pace, ticks, starts = Pace(), 0.0, []
    for _ in range(600):
        ticks = max(ticks, pace.slot())
        ticks += max(0.0, 0.06 - ticks % 0.7)
        pace.starts(SAM, ticks)
        pace.ends(SAM, ticks)
        starts.append(ticks)
    assert all(later - earlier >= 1.0 for earlier, later in zip(starts, starts[30:], strict=False))
    assert 599 / (starts[-1] - starts[0]) >= 0.98 * 30


def test_a_call_that_was_long_on_its_way_may_have_been_counted_late() -> None:
    """Thirty after it the next one waits that much longer; but for one that hangs nobody waits."""
    for took, waits in ((0.08, 30 / 29.7), (0.14, 1.06), (math.inf, 1.1)):
        pace, ticks = Pace(), 0.0
        for number in range(30):
            ticks = max(ticks, pace.slot())
            pace.starts(number, ticks)
            if number:
                pace.ends(number, ticks + 0.08)
        if took < math.inf:
            pace.ends(0, took)
        assert math.isclose(pace.slot(), waits)


def test_five_answers_go_at_once_and_then_one_a_second() -> None:
    """A chat bears a burst of five; its bucket refills by one a second."""
    pace = Pace()
    for _ in range(5):
        assert SAM not in pace.shut(10.0)
        pace.ends(SAM, 10.0)
    assert SAM in pace.shut(10.9)
    assert SAM not in pace.shut(11.0)
    pace.ends(SAM, 11.0)
    assert SAM in pace.shut(11.9)


def test_prompts_keep_a_second_between_them() -> None:
    """Within a second of anything that went to a chat it gets answers alone."""
    pace = Pace()
    pace.ends(SAM, 10.0)
    assert pace.calm(10.9) == {SAM}
    assert pace.shut(10.9) == set()
    assert pace.soon(10.9) == {SAM: 11.0}
    assert pace.calm(11.0) == set()


def test_a_hold_is_for_one_chat_and_is_never_cut_short() -> None:
    """A shorter hold after a longer one changes nothing."""
    pace = Pace()
    pace.hold(SAM, 30.0)
    pace.hold(SAM, 20.0)
    assert pace.shut(29.9) == {SAM}
    assert pace.soon(29.9) == {}
    assert pace.next_opening(25.0) == 30.0
    assert pace.shut(30.0) == set()
    assert pace.next_opening(30.0) == math.inf


def test_a_hold_of_all_stops_the_slots() -> None:
    """While everybody is held there is no slot."""
    pace = Pace()
    pace.hold_all(12.0)
    assert pace.everybody_held(11.9)
    assert pace.slot() == 12.0
    assert not pace.everybody_held(12.0)


def test_without_limits_nothing_waits() -> None:
    """An infinite rate and no gap hold nothing back and remember nothing."""
    pace = Pace(Rates(per_second=math.inf, gap=0.0))
    for _ in range(1000):
        pace.starts(KIM, 5.0)
        pace.ends(KIM, 5.0)
    assert pace.slot() <= 5.0
    assert pace.shut(5.0) == set()
    assert pace.calm(5.0) == set()


def test_chats_that_matter_no_more_are_forgotten() -> None:
    """Ten seconds later nothing is kept of a thousand chats."""
    pace = Pace()
    for chat in range(1000):
        pace.ends(chat, 0.0)
    pace.shut(10.0)
    assert pace.soon(0.0) == {}


def test_pauses_double_up_to_thirty_seconds() -> None:
    """1, 2, 4, 8, 16, 30, 30: and one answer ends it."""
    backoff, ticks, pauses = Backoff(), 0.0, []
    for _ in range(7):
        backoff.no_connection(ticks)
        backoff.no_connection(ticks)  # several in flight broke together
        pauses.append(backoff.until - ticks)
        ticks = backoff.until
    assert pauses == [1, 2, 4, 8, 16, 30, 30]
    assert backoff.probing
    backoff.answered()
    backoff.no_connection(ticks)
    assert backoff.until - ticks == 1


def test_a_few_hidden_answers_are_chance_and_many_an_outage() -> None:
    """Five hidden answers in a row pause everything, so that an outage does not use up every row's chances."""
    backoff = Backoff()
    probing = []
    for _ in range(5):
        backoff.no_answer(0.0)
        probing.append(backoff.probing)
    assert probing == [False, False, False, False, True]
    assert backoff.until == 1.0
