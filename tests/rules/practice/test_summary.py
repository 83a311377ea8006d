"""A week in counts: golden cases, each a thing that must not be read as something else."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from programme.check_in.answers import CheckIn, DayInOneTap, HardMoment, Mood
from programme.check_in.counts import Helped, PromptReply, Share
from programme.practice.week import SharedWords, Week, first_day, week
from programme.quitting.days import days_told, smoked_by_day
from programme.quitting.record import CigarettesSaid
from programme.schedule.course import Form
from programme.schedule.prompt import Prompt, PromptState
from programme.schedule.reason_code import HELD_BACK, ReasonCode
from programme.toolkit.items import ToolkitItem
from tests.rows import each_row

TODAY = date(2026, 11, 22)
MORNING_AFTER = TODAY + timedelta(days=1)  # when the week is looked at
LONG_AGO = date(2026, 1, 5)
TOOLKIT = {one.id: one for one in (ToolkitItem(7, "A walk"), ToolkitItem(8, "Tea"))}


def reply(days_ago: int, state: PromptState = PromptState.DONE, *, own: bool = False, **answers: Any) -> PromptReply:
    """A prompt of that many local days ago; `answers` are fields of CheckIn, `late` and `words` those of the reply."""
    words, late, form = answers.pop("words", None), answers.pop("late", False), answers.pop("form", None)
    day = TODAY - timedelta(days=days_ago)
    at = datetime(day.year, day.month, day.day, 18, 30, tzinfo=UTC)
    answered = at if answers or words or state in (PromptState.DONE, PromptState.PART) else None
    prompt = Prompt(
        id=1000 - days_ago, plan_id=None if own else 1, person_id=2, kind="check_in", local_date=day, slot="18:30",
        due_at=at, opened_at=at, closes_at=at, next_at=None, next_step=None, state=state, reason=None, reminded_at=None,
        seen_at=None, answered_at=answered, closed_at=at, late=late, plan_version=1, decision={}, form=form,
    )  # fmt: skip
    said = CheckIn(prompt.id, 2, **answers) if answers else None
    return PromptReply(prompt, said, words)


def of(replies: Sequence[PromptReply], *, joined: date = LONG_AGO) -> Week:
    """The week up to and with that day, of prompts in the order they were due."""
    return week(sorted(replies, key=lambda one: one.prompt.due_at), MORNING_AFTER, TOOLKIT, joined, known(replies))


def known(replies: Sequence[PromptReply], *told: date) -> dict[date, bool]:
    """Whether they smoked, by day, as these check-ins and what was told between them say it."""
    said = [
        CigarettesSaid.of_day(one.prompt.local_date, one.said.cigarettes_from, one.said.cigarettes_to)
        for one in replies
        if one.said is not None and one.said.cigarettes_from is not None
    ]
    return smoked_by_day(days_told([*said, *(CigarettesSaid.of_day(day, 1, None) for day in told)]))


def smoked(amount: int) -> dict[str, Any]:
    """The answer "this many"."""
    return {"cigarettes_from": amount, "cigarettes_to": amount}


def test_the_week_of_the_specification() -> None:
    """Smoked 1 of 6 days, urge 4 > 2, mood low 4 of 6 (before: 1 of 7), a walk 3 of 4, replied 8 of 10."""
    moods = [Mood.LOW, Mood.LOW, Mood.VERY_LOW, Mood.LOW, Mood.OK, Mood.GOOD]
    said = [
        reply(ago, mood=mood, urge=urge, **smoked(3 if ago == 5 else 0), helped=helped, moment=moment)
        for ago, mood, urge, helped, moment in zip(
            range(6, 0, -1),
            moods,
            [4, 4, 3, 3, 1, 2],
            [7, 7, 0, 7, None, None],
            [HardMoment.STRESS, HardMoment.BORED, HardMoment.STRESS, HardMoment.DRINK, None, None],
            strict=True,
        )
    ]
    before = [reply(7 + ago, mood=Mood.LOW if ago == 0 else Mood.OK) for ago in range(7)]
    extra = [reply(6, PromptState.SKIPPED), reply(5, PromptState.PART), reply(4, PromptState.EXPIRED)]
    seen = of([*said, *before, *extra, reply(3, PromptState.REPLACED), reply(2, PromptState.MISSED_BY_US)])
    assert (seen.replied, seen.asked, seen.missed_by_us) == (8, 10, 1)
    assert seen.smoked == Share(1, 6)
    assert (seen.urge_first, seen.urge_last) == (4, 2)
    assert (seen.low, seen.low_before, seen.very_low) == (Share(4, 6), Share(1, 7), 1)
    assert seen.helped == (Helped("A walk", Share(3, 4)),)
    assert seen.moments == ((HardMoment.STRESS, 2), (HardMoment.DRINK, 1), (HardMoment.BORED, 1))
    assert (seen.first, seen.last) == (date(2026, 11, 16), TODAY)


def test_an_empty_week_knows_nothing() -> None:
    """Nobody asked, nothing said: no zero stands for a day without smoking."""
    seen = of([])
    assert (seen.asked, seen.replied, seen.smoked, seen.low) == (0, 0, Share(0, 0), Share(0, 0))
    assert (seen.urge_first, seen.urge_last, seen.last_reply, seen.is_quiet) == (None, None, None, True)


@each_row(
    ("state", "asked", "replied", "missed", "unreached"),
    [
        (PromptState.DONE, 1, 1, 0, 0),
        (PromptState.PART, 1, 1, 0, 0),
        (PromptState.SKIPPED, 1, 1, 0, 0),
        (PromptState.EXPIRED, 1, 0, 0, 0),
        (PromptState.REPLACED, 1, 0, 0, 0),
        (PromptState.MISSED_BY_US, 0, 0, 1, 0),
        (PromptState.CANNOT_REACH, 0, 0, 0, 1),
        (PromptState.CANCELLED, 0, 0, 0, 0),
        (PromptState.OPEN, 0, 0, 0, 0),
    ],
)
def test_each_end_of_a_prompt_counts_where_it_belongs(
    state: PromptState, asked: int, replied: int, missed: int, unreached: int
) -> None:
    """What we missed, what could not arrive and what still waits never counts against the client."""
    seen = of([reply(1, state)])
    assert (seen.asked, seen.replied, seen.missed_by_us, seen.cannot_reach) == (asked, replied, missed, unreached)


def test_an_open_check_in_counts_once_it_is_answered() -> None:
    """One that still waits is no silence yet; one that is being answered is a reply."""
    seen = of([reply(0, PromptState.OPEN, mood=Mood.OK)])
    assert (seen.asked, seen.replied) == (1, 1)


def test_silence_is_not_smoking() -> None:
    """Seven days without an answer: no smoked day, no answered day, quiet since the last reply."""
    silent = [reply(ago, PromptState.EXPIRED) for ago in range(7)]
    seen = of([reply(9, mood=Mood.OK), *silent])
    assert (seen.smoked, seen.replied, seen.asked) == (Share(0, 0), 0, 7)
    assert seen.is_quiet
    assert seen.last_reply == TODAY - timedelta(days=9)


@each_row(("days_ago", "new"), [(0, True), (13, True), (14, False)])
def test_silence_is_no_longer_than_they_are_here(days_ago: int, new: bool) -> None:
    """Who joined within the two weeks has not been silent for two weeks."""
    assert of([], joined=TODAY - timedelta(days=days_ago)).is_new is new


def test_a_question_not_answered_is_not_zero() -> None:
    """A mood without a word about cigarettes is no smoke-free day; "6 or more" is a smoked one."""
    seen = of([reply(3, mood=Mood.OK), reply(2, cigarettes_from=6), reply(1, **smoked(0))])
    assert seen.smoked == Share(1, 2)


def test_two_check_ins_of_a_day_are_one_day() -> None:
    """None in the morning, one at noon and two at night is one smoked day; the lowest mood counts, the day once."""
    morning = reply(1, own=True, mood=Mood.GOOD, **smoked(0))
    evening = reply(1, mood=Mood.VERY_LOW, **smoked(2))
    seen = of([morning, reply(1, own=True, **smoked(1)), evening])
    assert (seen.smoked, seen.low, seen.very_low) == (Share(1, 1), Share(1, 1), 1)
    assert (seen.asked, seen.replied) == (1, 1)


def test_a_check_in_begun_by_oneself_is_no_reply_to_us() -> None:
    """What the client began by themselves is in the answers, not in "replied 8 of 10", and breaks the silence."""
    seen = of([reply(0, own=True, mood=Mood.OK), reply(1, PromptState.EXPIRED)])
    assert (seen.asked, seen.replied, seen.is_quiet) == (1, 0, False)
    assert seen.low == Share(0, 1)


def test_late_answers_count_and_are_marked() -> None:
    """Answered after it closed: replied, and one of them late, whichever way the state was left."""
    seen = of([reply(2, PromptState.EXPIRED, mood=Mood.OK, late=True), reply(1, mood=Mood.OK, late=True)])
    assert (seen.asked, seen.replied, seen.late) == (2, 2, 2)


@each_row(("ago", "inside"), [(0, True), (6, True), (7, False), (-1, False)])
def test_the_week_has_seven_local_days(ago: int, inside: bool) -> None:
    """Yesterday and the six days before; nothing of today, which is not over."""
    assert of([reply(ago, **smoked(1))]).smoked == Share(int(inside), int(inside))


def test_the_week_before_is_the_seven_days_before() -> None:
    """The fourteenth day counts for the comparison, the fifteenth does not."""
    assert of([reply(13, mood=Mood.LOW), reply(14, mood=Mood.LOW)]).low_before == Share(1, 1)
    assert first_day(MORNING_AFTER, 2) == TODAY - timedelta(days=13)


def test_one_tap_days_are_counted_for_themselves() -> None:
    """ "Hard today" is neither a mood nor a cigarette."""
    seen = of([reply(1, day=DayInOneTap.HARD), reply(2, day=DayInOneTap.OK), reply(3, day=DayInOneTap.HARD)])
    assert (seen.hard_days, seen.smoked, seen.low) == (2, Share(0, 0), Share(0, 0))


def test_what_helped_names_the_toolkit_alone() -> None:
    """An item that is gone from the toolkit is not named, and still counts among the times they were asked."""
    seen = of([reply(1, helped=8), reply(2, helped=8), reply(3, helped=99), reply(4, helped=0)])
    assert seen.helped == (Helped("Tea", Share(2, 4)),)


def test_words_are_passed_on_as_they_are() -> None:
    """Shared words carry their day."""
    seen = of([reply(1, mood=Mood.OK, words="Nights are the problem.")])
    assert seen.words == (SharedWords(TODAY - timedelta(days=1), "Nights are the problem."),)


def test_smoking_told_of_between_check_ins_makes_a_smoked_day() -> None:
    """Told of on a day with an answer, or on one without; a day of the week before is not of this week."""
    told = [TODAY, TODAY - timedelta(days=2), TODAY - timedelta(days=9)]
    said = [reply(2, **smoked(0)), reply(1, **smoked(0))]
    assert week(said, MORNING_AFTER, TOOLKIT, LONG_AGO, known(said, *told)).smoked == Share(2, 3)


@each_row(
    ("states", "silent"),
    [
        ([PromptState.EXPIRED] * 3, 3),
        ([PromptState.EXPIRED, PromptState.DONE, PromptState.EXPIRED], 1),
        ([PromptState.DONE, PromptState.MISSED_BY_US, PromptState.EXPIRED], 1),
        ([PromptState.DONE, PromptState.CANNOT_REACH, PromptState.CANNOT_REACH], 0),
        ([PromptState.DONE, PromptState.PAUSED, PromptState.PAUSED], 0),
        ([PromptState.EXPIRED, PromptState.EXPIRED, PromptState.SKIPPED], 0),
    ],
)
def test_silent_days(states: list[PromptState], silent: int) -> None:
    """Days since the last reply on which something reached them and was not answered; no others count."""
    assert of([reply(3 - ago, state) for ago, state in enumerate(states)]).silent == silent


@each_row(
    ("moods", "run"),
    [
        ({2: Mood.VERY_LOW, 1: Mood.VERY_LOW, 0: Mood.VERY_LOW}, 3),
        ({4: Mood.VERY_LOW, 2: Mood.VERY_LOW, 0: Mood.VERY_LOW}, 3),
        ({3: Mood.VERY_LOW, 2: Mood.LOW, 1: Mood.VERY_LOW}, 1),
        ({8: Mood.VERY_LOW, 7: Mood.VERY_LOW, 6: Mood.VERY_LOW}, 3),
        ({9: Mood.VERY_LOW, 8: Mood.VERY_LOW, 7: Mood.VERY_LOW, 6: Mood.OK}, 0),
    ],
)
def test_runs_of_very_low_days(moods: dict[int, Mood], run: int) -> None:
    """Told days in a row; unsaid days neither add nor break, and a run that was over before this week is not of it."""
    assert of([reply(ago, mood=mood) for ago, mood in moods.items()]).very_low_run == run


def test_urges_are_told_like_with_like() -> None:
    """First and last are of the day's strongest; the urge on waking stands in where no other was said."""
    mornings = [reply(ago, form=Form.MORNING, urge=5 - ago) for ago in (4, 1)]
    evenings = [reply(ago, form=Form.EVENING, urge=ago) for ago in (4, 2)]
    both, alone = of([*mornings, *evenings]), of(mornings)
    assert (both.urge_first, both.urge_last) == (4, 2)
    assert (alone.urge_first, alone.urge_last) == (1, 4)
    hour = of([reply(1, form=Form.RISK, urge=5)])
    assert (hour.urge_first, hour.smoked) == (None, Share(0, 0))


def test_every_form_that_asks_counts_as_asked_and_the_last_word_does_not() -> None:
    """Replied n of m is over slots that asked; a last word is no reply, and the day it came on is a silent one."""
    found = of([
        reply(4, form=Form.MORNING, urge=1), reply(4, form=Form.EVENING, mood=Mood.OK),
        reply(3, PromptState.EXPIRED, form=Form.MORNING), reply(2, PromptState.EXPIRED, form=Form.QUIET),
        PromptReply(replace(reply(1, form=Form.LAST).prompt, answered_at=None)),
    ])  # fmt: skip
    assert (found.asked, found.replied, found.silent) == (4, 2, 3)


@each_row(("asked_ago", "joined_ago", "long"), [
    ((11, 8, 4, 1), 60, True),
    ((4, 1), 60, False),  # a break until a week ago
    ((11, 8, 4, 1), 14, False),
])  # fmt: skip
def test_who_is_seldom_asked_is_quiet_no_shorter(asked_ago: Sequence[int], joined_ago: int, long: bool) -> None:
    """Asked twice a week and silent in all of two weeks, they have been so for longer than four days."""
    seen = of([reply(ago, PromptState.EXPIRED) for ago in asked_ago], joined=TODAY - timedelta(days=joined_ago))
    assert (seen.silent, seen.is_silent_long) == (len(asked_ago), long)


def test_a_break_is_no_part_of_a_silence() -> None:
    """Asked in both weeks and silent, but for a break or a block: their silence is no longer than its days."""
    silent = [reply(ago, PromptState.EXPIRED) for ago in (11, 8, 4, 1)]
    for state in (PromptState.PAUSED, PromptState.CANNOT_REACH):
        assert not of([*silent, reply(6, state)]).is_silent_long


def test_who_is_left_in_peace_once_a_fortnight_stays_quiet_for_long() -> None:
    """Months without a word, and a check-in held back for that in this week alone: not "1 day", every other Monday."""
    held = reply(1, PromptState.SKIPPED, form=Form.EVENING)
    found = of(
        [replace(held, prompt=replace(held.prompt, reason=ReasonCode.QUIET))], joined=TODAY - timedelta(days=100)
    )
    assert (found.silent, found.is_silent_long) == (1, True)


@each_row("reason", sorted(HELD_BACK))
def test_what_our_rules_held_back_is_no_reply(reason: str) -> None:
    """Neither asked nor answered; and what was held back because they were silent is one more silent day."""
    held = [replace(one, prompt=replace(one.prompt, reason=reason)) for one in map(_left_out, range(3))]
    seen = of([*held, reply(5, mood=Mood.OK)])
    assert (seen.asked, seen.replied, seen.last_reply) == (1, 1, TODAY - timedelta(days=5))
    assert seen.silent == (3 if reason == ReasonCode.QUIET else 0)
    assert seen.held_back == (
        0 if reason in (ReasonCode.QUIET, ReasonCode.SOFT) else 3
    )  # of a crisis card nothing is counted


def _left_out(days_ago: int) -> PromptReply:
    return reply(days_ago, PromptState.SKIPPED)
