"""One filling-in of the nine questions, and what somebody uses to stop."""

from datetime import UTC, date, datetime, timedelta

from programme.measures.mood import Filling, MpssItem
from programme.medicines.aids import ASKED_ON, Aid, AidTold, Going, in_use, is_asked, just_stopped

NOW = datetime(2026, 3, 10, 19, 0, tzinfo=UTC)
TODAY = NOW.date()
BEGUN = Filling(1, 7, NOW, TODAY, {})


def test_question_by_question() -> None:
    """Nine of them, each answered or passed over; what was passed over can be answered after all."""
    filling = BEGUN
    for item in MpssItem:
        assert filling.next_item is item
        after = filling.skip(item) if item is MpssItem.ANXIOUS else filling.answer(item, "3")
        assert after is not None
        filling = after
    assert filling.next_item is None
    assert MpssItem.ANXIOUS not in filling.rating.scores
    late = filling.answer(MpssItem.ANXIOUS, "1")
    assert late is not None
    assert late.passed == frozenset()
    assert late.skip(MpssItem.ANXIOUS) == late
    assert filling.answer(MpssItem.DEPRESSED, "0") is None


def test_it_closes_by_itself() -> None:
    """After two days, or at its end."""
    last = NOW + timedelta(days=2)
    assert BEGUN.takes_answers(last - timedelta(seconds=1))
    assert not BEGUN.takes_answers(last)
    assert not Filling(1, 7, NOW, TODAY, {}, ended_at=NOW).takes_answers(NOW)


def said(aid: Aid, going: Going = Going.USING, at: datetime = NOW) -> AidTold:
    """Somebody says that."""
    return AidTold(1, 7, at, aid, going)


def test_what_they_use_by_now() -> None:
    """What they stopped, and all that was said before "none", is not in use."""
    patch, vape = said(Aid.PATCH), said(Aid.VAPE)
    assert in_use([patch, vape, said(Aid.PATCH, Going.SIDE_EFFECTS)]) == (Aid.PATCH, Aid.VAPE)
    assert in_use([patch, vape, said(Aid.PATCH, Going.STOPPED)]) == (Aid.VAPE,)
    assert in_use([patch, said(Aid.NONE)]) == ()
    assert in_use([said(Aid.NONE), vape]) == (Aid.VAPE,)


def test_when_it_is_asked_how_it_goes() -> None:
    """Once whether they use any; then a week after they last said, and not of nothing."""
    week_ago, quit_on = date(2026, 3, 3), date(2026, 3, 1)
    assert is_asked([], TODAY, None, quit_on)
    assert is_asked([said(Aid.PATCH)], TODAY, week_ago, quit_on)
    assert not is_asked([said(Aid.PATCH)], TODAY, date(2026, 3, 4), quit_on)
    assert not is_asked([said(Aid.NONE)], TODAY, week_ago, quit_on)


def test_whether_they_use_any_is_asked_before_the_quit_date_and_after() -> None:
    """Varenicline and bupropion are begun one to two weeks before it: whoever used none by then is asked once before,
    from two weeks on, and once after it; of an earlier try nothing is known of this one."""
    quit_on = TODAY
    asked_on = {quit_on + timedelta(days=day) for day in (-14, 1)}
    last, found = None, set()
    for day in ASKED_ON:
        on = quit_on + timedelta(days=day)
        if is_asked([], on, last, quit_on):
            last = on
            found.add(on)
    assert found == asked_on
    assert is_asked([said(Aid.NONE)], quit_on - timedelta(days=9), quit_on - timedelta(days=15), quit_on)


def test_what_they_stopped_last() -> None:
    """All that was said with one tap; nothing of what was said before something else."""
    later = NOW + timedelta(hours=1)
    patch, tablets = said(Aid.PATCH, Going.STOPPED), said(Aid.VARENICLINE, Going.STOPPED)
    assert just_stopped([patch, tablets]) == (Aid.PATCH, Aid.VARENICLINE)
    assert just_stopped([patch, said(Aid.VARENICLINE, Going.STOPPED, later)]) == (Aid.VARENICLINE,)
    assert just_stopped([tablets, said(Aid.PATCH, at=later)]) == ()
    assert just_stopped([]) == ()
