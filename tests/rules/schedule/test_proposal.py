"""When another time is proposed: enough evidence, and at most so often (FIELD S14)."""

from datetime import UTC, datetime, time, timedelta

from programme.schedule.pause import Proposal, ProposalReply, better_time, may_propose
from tests.rows import each_row

DUE = datetime(2026, 3, 2, 18, 30, tzinfo=UTC)
NOW = datetime(2026, 3, 30, 20, tzinfo=UTC)
SIX = time(18, 30)


def answers(*minutes: int, due: datetime = DUE) -> list[tuple[datetime, datetime]]:
    """Answered so many minutes after it was due, a day each."""
    days = [due + timedelta(days=number) for number in range(len(minutes))]
    return [(day, day + timedelta(minutes=late)) for day, late in zip(days, minutes, strict=True)]


@each_row(
    ("what", "minutes", "found"),
    [
        ("seven answers about two hours on", (110, 115, 120, 120, 125, 130, 119), time(20, 30)),
        ("six are not enough", (120,) * 6, None),
        ("44 minutes are no difference", (44,) * 7, None),
        ("45 are", (45,) * 7, time(19, 30)),
        ("all over the evening is no habit", (10, 50, 90, 120, 170, 200, 230), None),
        ("half of them alike is one", (5, 10, 100, 110, 115, 120, 230, 105), time(20, 30)),
        ("old habits are forgotten", (5,) * 20 + (120,) * 14, time(20, 30)),
        ("never beyond the last good time", (235,) * 7, time(21, 30)),
        ("earlier, by themselves", (-120,) * 7, time(16, 30)),
    ],
)
def test_another_time_is_found(what: str, minutes: tuple[int, ...], found: time | None) -> None:
    """Seven answers, 45 minutes, half of them within an hour; rounded to half an hour, inside the good times."""
    assert better_time(SIX, answers(*minutes)) == found, what


def test_half_past_past_midnight_is_still_that_evening() -> None:
    """An answer is counted from when it was due, so that one after midnight is late, not early."""
    assert better_time(time(21), answers(*(200,) * 7, due=DUE.replace(hour=21, minute=0))) == time(21, 30)


@each_row(
    ("answer", "days", "may"),
    [(None, 13, False), (None, 14, True), (ProposalReply.YES, 14, True), (ProposalReply.NOT_NOW, 27, False),
    (ProposalReply.NOT_NOW, 28, True),
     (ProposalReply.NEVER, 400, False)],
)  # fmt: skip
def test_not_too_often(answer: ProposalReply | None, days: int, may: bool) -> None:
    """At most once in two weeks; "not now" is four weeks, and "never ask" is for good."""
    made = NOW - timedelta(days=days)
    earlier = Proposal(1, 7, "time", "20:30", made, answer, made if answer else None)
    assert may_propose([earlier], NOW) is may
    assert may_propose([], NOW)
