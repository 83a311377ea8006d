"""What a quit date changes in what comes, in a few facts that can be said in a line each."""

from dataclasses import dataclass
from datetime import date, timedelta

from programme.course import Form
from programme.rule import Rule

WATCHED = 28  # days after the quit date, after which little is asked


@dataclass(frozen=True, slots=True)
class CourseTold:
    """Local dates, where they are still to come. `mornings` begin by the quit date and `until` is their last day, so
    many `days` in all; `begun`: they come already. `fewer` is when it becomes less."""

    mornings: date | None = None
    until: date | None = None
    days: int = 0
    begun: bool = False
    fewer: date | None = None


def course_told(rule: Rule, today: date) -> CourseTold | None:
    """What that rule brings from `today` on because of its quit date; None for a rule that has none."""
    if rule.course is None or rule.course.quit_on is None:
        return None
    quit_on = rule.course.quit_on
    dates = [quit_on + timedelta(days=n) for n in range(WATCHED + 1)]
    mornings = [day for day in dates if _greets(rule, day)]
    fewer = dates[-1] + timedelta(days=1)
    ahead = fewer if fewer > today else None
    if not mornings or mornings[-1] < today or _greets_before(rule, quit_on):
        return CourseTold(fewer=ahead)
    return CourseTold(mornings[0], mornings[-1], len(mornings), mornings[0] <= today, ahead)


def _greets(rule: Rule, day: date) -> bool:
    return any(one.form == Form.MORNING for one in rule.asked_on(day))


def _greets_before(rule: Rule, quit_on: date) -> bool:
    """Whether mornings come without a quit date as well, so that it changes nothing about them."""
    return any(_greets(rule, quit_on - timedelta(days=n)) for n in range(1, 8))
