"""One filling-in of the nine questions, and what somebody uses to stop."""

from datetime import UTC, date, datetime, timedelta

from programme.aids import Aid, AidTold, Going, in_use, is_asked
from programme.scales.filling import Filling
from programme.scales.mpss import Item

NOW = datetime(2026, 3, 10, 19, 0, tzinfo=UTC)
TODAY = NOW.date()
BEGUN = Filling(1, 7, NOW, TODAY, {})


def test_question_by_question() -> None:
    """Nine of them, each answered or passed over; what was passed over can be answered after all."""
    filling = BEGUN
    for item in Item:
        assert filling.next_item is item
        after = filling.skip(item) if item is Item.ANXIOUS else filling.answer(item, "3")
        assert after is not None
        filling = after
    assert filling.next_item is None
    assert Item.ANXIOUS not in filling.rating.scores
    late = filling.answer(Item.ANXIOUS, "1")
    assert late is not None
    assert late.passed == frozenset()
    assert late.skip(Item.ANXIOUS) == late
    assert filling.answer(Item.DEPRESSED, "0") is None


def test_it_closes_by_itself() -> None:
    """After two days, or at its end."""
    last = NOW + timedelta(days=2)
    assert BEGUN.takes_answers(last - timedelta(seconds=1))
    assert not BEGUN.takes_answers(last)
    assert not Filling(1, 7, NOW, TODAY, {}, ended_at=NOW).takes_answers(NOW)


def said(aid: Aid, going: Going = Going.USING) -> AidTold:
    """Somebody says that."""
    return AidTold(1, 7, NOW, aid, going)


def test_what_they_use_by_now() -> None:
    """What they stopped, and all that was said before "none", is not in use."""
    patch, vape = said(Aid.PATCH), said(Aid.VAPE)
    assert in_use([patch, vape, said(Aid.PATCH, Going.SIDE_EFFECTS)]) == (Aid.PATCH, Aid.VAPE)
    assert in_use([patch, vape, said(Aid.PATCH, Going.STOPPED)]) == (Aid.VAPE,)
    assert in_use([patch, said(Aid.NONE)]) == ()
    assert in_use([said(Aid.NONE), vape]) == (Aid.VAPE,)


def test_when_it_is_asked_how_it_goes() -> None:
    """Once whether they use any; then a week after they last said, and not of nothing."""
    week_ago = date(2026, 3, 3)
    assert is_asked([], TODAY, None)
    assert is_asked([said(Aid.PATCH)], TODAY, week_ago)
    assert not is_asked([said(Aid.PATCH)], TODAY, date(2026, 3, 4))
    assert not is_asked([said(Aid.NONE)], TODAY, week_ago)
