"""When the pieces of My plan are brought up, which reason is shown back, and which address we take."""

from datetime import date, timedelta

from programme.planning.goals import goal_review_due as goal_due
from programme.planning.goals import idea_review_due as problem_due
from programme.planning.occasions import asked_after, brought_up
from programme.planning.reasons import Reason, ReasonSide, recalled
from programme.practice.sessions import LONGEST_ADDRESS, Link, read_address
from programme.quitting.attempts import due_step
from tests.rows import each_row

MON = date(2026, 3, 2)


def on(days: int) -> date:
    """So many days after that Monday."""
    return MON + timedelta(days)


@each_row(
    ("today", "asked", "session", "due"),
    [
        (0, None, 1, False),  # the day it was set
        (1, None, 2, True),  # set the day before, and the session is near
        (1, None, 4, False),
        (2, None, 4, True),
        (4, None, 4, True),  # the day of the session
        (3, 2, 4, False),  # asked before this very session
        (6, None, None, False),
        (7, None, None, True),
        (7, None, 12, False),  # a session in the coming week: it waits for that
        (7, None, 30, True),
        (8, None, 5, True),  # a session that is over is none
        (13, 7, None, False),
        (14, 7, None, True),
    ],
)
def test_when_a_goal_is_looked_at(today: int, asked: int | None, session: int | None, due: bool) -> None:
    """Before the session, or after seven days; not twice before one session (FIELD 2.1)."""
    asked_on, session_on = (None if day is None else on(day) for day in (asked, session))
    assert goal_due(MON, asked_on, on(today), session_on) is due


@each_row(
    ("day", "step"),
    [
        (None, None),
        (-8, None),
        (-7, 7),
        (-6, 7),
        (-5, None),
        (-4, None),
        (-3, 3),
        (-2, 3),
        (-1, 1),
        (0, None),
        (9, None),
    ],
)
def test_the_steps_before_a_quit_date(day: int | None, step: int | None) -> None:
    """A week, three days and a day before it; the day after may carry what its very day could not (FIELD 2.4)."""
    assert due_step(day) == step


def test_an_idea_is_asked_about_two_days_on() -> None:
    """Not on the day it is to be tried, nor the next (FIELD 2.3)."""
    assert [problem_due(MON, on(n)) for n in range(4)] == [False, False, True, True]


def test_an_occasion_is_brought_up_before_and_asked_after() -> None:
    """The day before and the day itself; then for a week from the next day on (FIELD 2.6)."""
    assert [brought_up(MON, on(n)) for n in (-2, -1, 0, 1)] == [False, True, True, False]
    assert [asked_after(MON, on(n)) for n in (0, 1, 7, 8)] == [False, True, True, False]


def test_which_reason_is_shown_back() -> None:
    """The pinned one; else the newest of why they stop, else of what stopping gives later; never what smoking gives."""
    gives, later = Reason(1, "calm", ReasonSide.SMOKING_NOW, pinned=True), Reason(2, "money", ReasonSide.STOPPING_LATER)
    why, newer = Reason(3, "Mia"), Reason(4, "my lungs")
    pinned = Reason(5, "the cough", ReasonSide.SMOKING_LATER, pinned=True)
    assert recalled([]) is None
    assert recalled([gives]) is None
    assert recalled([gives, later]) is later
    assert recalled([why, newer, later]) is newer
    assert recalled([pinned, why, newer, later]) is pinned


@each_row(
    ("typed", "address"),
    [
        ("https://www.nhs.uk/a?b=c#d", "https://www.nhs.uk/a?b=c#d"),
        ("  HTTPS://WWW.NHS.UK/Live ", "https://www.nhs.uk/Live"),
        ("www.nhs.uk/live", "https://www.nhs.uk/live"),
        ("http://www.nhs.uk", None),
        ("javascript:alert(1)", None),
        ("tg://resolve?domain=x", None),
        ("ftp://nhs.uk", None),
        ("https://nhs", None),
        ("https://localhost/", None),
        ("https://192.168.0.1/", None),
        ("https://[::1]/", None),
        ("https://1.2.3", None),
        ("https://nhs.uk@evil.org", None),
        ("https://nhs.uk:8443/", None),
        ("https://nhs.uk:x/", None),
        ("https://nh\u0455.uk/", None),  # a letter of another script
        ("https://nhs.uk/a b", None),
        ('https://nhs.uk/"><b>', None),
        ("https://nhs..uk", None),
        ("https://", None),
        ("", None),
        ("https://nhs.uk/" + "a" * LONGEST_ADDRESS, None),
    ],
)
def test_which_addresses_we_take(typed: str, address: str | None) -> None:
    """https alone, and a plain name of a host (FIELD 2.11)."""
    assert read_address(typed) == address


def test_a_link_grows_old() -> None:
    """A year after somebody looked; its host is shown without www."""
    link = Link(1, 2, None, "", "https://www.nhs.uk/a", None, MON, MON)
    assert (link.called, link.host) == ("nhs.uk", "nhs.uk")
    assert [link.is_old(on(days)) for days in (365, 366)] == [False, True]
