"""Choices: nothing ticked at first, the newest answer counts, coming back is asked anew."""

from datetime import UTC, datetime, timedelta

import pytest

from programme.people.consent import JOINING, VERSION, Choices, Consent, ConsentItem, choices_in_force

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def said(item: ConsentItem, granted: bool, minutes: int) -> Consent:
    """An answer that many minutes after NOW."""
    return Consent(item, granted, VERSION, NOW + timedelta(minutes=minutes))


def test_nothing_is_ticked_at_first() -> None:
    """Fresh choices grant nothing, and ticking twice is as before."""
    assert not any((Choices().check_in, Choices().keep_answers, Choices().summary))
    assert Choices().toggle(ConsentItem.SUMMARY).summary
    assert Choices().toggle(ConsentItem.SUMMARY).toggle(ConsentItem.SUMMARY) == Choices()


def test_codes_come_back_as_the_same_choices() -> None:
    """What a screen keeps is what was ticked, and a code of nobody's is refused."""
    choices = Choices().toggle(ConsentItem.SUMMARY).toggle(ConsentItem.CHECK_IN)
    assert choices.codes() == ["check_in", "summary"]
    assert Choices.from_codes(choices.codes()) == choices
    with pytest.raises(ValueError, match="all"):
        Choices.from_codes(["all"])


def test_the_newest_answer_counts() -> None:
    """A yes that was taken back is a no."""
    first = [said(item, True, 0) for item in ConsentItem]
    choices = choices_in_force([*first, said(ConsentItem.SUMMARY, False, 5)])
    assert choices == Choices(frozenset({ConsentItem.CHECK_IN, ConsentItem.KEEP_ANSWERS, ConsentItem.SAME_DAY}))


def test_what_is_asked_later_stands_in_nobodys_way() -> None:
    """Who answered all that joining asks has chosen; what was never asked is a no, and needs the answers to be kept."""
    choices = choices_in_force([said(item, True, 0) for item in JOINING])
    assert choices == Choices(frozenset(JOINING))
    assert not choices.same_day
    assert choices.toggle(ConsentItem.SAME_DAY).same_day
    assert not Choices(frozenset({ConsentItem.SAME_DAY})).same_day


def test_an_item_never_asked_leaves_everything_open() -> None:
    """Two answers of three are no choices."""
    assert choices_in_force([said(ConsentItem.CHECK_IN, True, 0), said(ConsentItem.SUMMARY, True, 0)]) is None


def test_what_was_said_for_another_link_does_not_count() -> None:
    """Somebody who comes back with a new link is asked anew."""
    before = [said(item, True, 0) for item in ConsentItem]
    opened_at = NOW + timedelta(minutes=1)
    assert choices_in_force(before, since=opened_at) is None
    assert choices_in_force([*before, *(said(item, False, 1) for item in ConsentItem)], since=opened_at) == Choices()
