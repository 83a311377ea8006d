"""`alongside trial clinic` in its short setting: all that had to be so was so, and a look notices what is not."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from trials.clinic.cast import A_FEW, EVERYBODY, QUICK_BEGINS, QUICK_ENDS
from trials.clinic.command import NAME, findings, keep
from trials.clinic.living import live_clinic
from trials.clinic.looks.pages import none_of, under
from trials.clinic.looks.promises import broken_promises
from trials.clinic.someone import ChatLine, ToldFact, told_days

AT = datetime(2026, 3, 6, 18, 30, tzinfo=UTC)  # a Friday
LATER = AT + timedelta(days=3)


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_a_short_clinic_is_true(tmp_path: Path) -> None:
    """Two weeks of four clients over HTTP: each look holds, and the transcript has the Mondays with their dates."""
    (tmp_path / "memory").mkdir()
    lived = await live_clinic(tmp_path / "memory", [make() for make in A_FEW], QUICK_ENDS, QUICK_BEGINS)
    found = list(findings(lived))
    assert [one for one in found if not one.ok] == []
    keep(lived, found, tmp_path)
    written = (tmp_path / NAME).read_text("utf-8")
    assert "Mon 09 Mar 2026 08:00  to Lee" in written
    assert str(tmp_path) not in written


def line(text: str, minutes: float, *, by_them: bool = False, changed: bool = False, asked: bool = False) -> ChatLine:
    """What a phone showed so many minutes after AT."""
    return ChatLine(AT + timedelta(minutes=minutes), text, by_them=by_them, changed=changed, asked=asked)


PROMISE = line("Saved, thank you.\n\nNext hello: tomorrow, 08:00.", 0, asked=True)
MORNING = 13.5 * 60


@pytest.mark.parametrize(
    ("lines", "broken"),
    [
        ([line("Morning, Sam.", MORNING)], 0),
        ([line("Morning, Sam.", MORNING + 30)], 1),
        ([line("How did it go?", MORNING - 60), line("Morning, Sam.", MORNING)], 1),
        ([line("Closed.", MORNING - 60, changed=True), line("Morning, Sam.", MORNING)], 0),
        ([line("“/pause”", 60, by_them=True)], 0),
        ([line("“/next”", 60, by_them=True), line("Next seven days", 60, asked=True)], 1),
        ([], 1),
    ],
    ids=["came", "late", "another before it", "an edit", "a break", "a look at what comes", "never"],
)
def test_a_promise_that_is_not_kept_is_noticed(lines: Sequence[ChatLine], broken: int) -> None:
    """The next word comes at the minute that was said, none before it, unless the person did something meanwhile."""
    _, found = broken_promises([PROMISE, *lines], LATER)
    assert len(found) == broken


def test_days_are_known_from_the_moment_of_telling() -> None:
    """An answer of none about several days makes each of them known; a number about several makes none known."""
    friday = date(2026, 3, 6)
    free = ToldFact(AT, date(2026, 3, 3), friday, 0, 0)
    some = ToldFact(AT, date(2026, 3, 1), date(2026, 3, 2), 2, 5)
    assert told_days([free, some], LATER) == dict.fromkeys((date(2026, 3, day) for day in range(3, 7)), False)
    assert told_days([free, some], AT) == {}


def test_a_head_of_monday_has_its_lines() -> None:
    """Lines stand under a head up to the next one, or to an empty line."""
    text = "Mon 9 Mar\n\nQUIET (2) Ben\nAna\nSTEADY (0)\n"
    assert under(text, "QUIET") == ["QUIET (2) Ben", "Ana"]
    assert under(text, "PAUSED") == []


def test_what_is_wrong_is_said_with_the_first() -> None:
    """A finding of something that was not to be has its first words and says how many more there are."""
    assert none_of("x", []).ok
    assert none_of("x", ["a", "b", "c"]).found == "a (and 2 more)"


def test_everybody_has_a_phone_of_their_own() -> None:
    """No two lives share a phone or the label of a link, and somebody's acts are all after they joined."""
    lives = [make() for make in EVERYBODY]
    assert len({one.phone for one in lives}) == len({one.label for one in lives}) == len(lives)
    assert all(act.day >= one.joins for one in lives for act in one.acts)
