"""What they learned from a lapse, put before them with the first question when its hour comes round."""

from datetime import timedelta

from bot.screen import Button, does
from bot.screens.check_in.view import Facts
from bot.screens.if_then import if_then
from bot.taps.quitting import REPLAY_BACK, REPLAY_STOP
from bot.texts import Texts
from bot.texts.dates import clock, day, local
from bot.texts.named import own_or_line

_YESTERDAY = timedelta(days=1)
_HALF_HOUR = timedelta(minutes=30)


def words(facts: Facts, texts: Texts) -> str | None:
    """Yesterday at about 21:00 you said: if that, then this."""
    found = facts.replay
    if found is None or found.stopped:
        return None
    plan = if_then(found.moment, own_or_line(texts, found.words, found.code), texts)
    is_next_day = facts.prompt.local_date - found.on == _YESTERDAY
    when = texts.label("replay-yesterday") if is_next_day else texts.label("replay-on", day=day(texts, found.on))
    if not found.is_hour_known:
        return texts("replay-day", day=when, plan=plan)
    at = local(found.told + _HALF_HOUR / 2, facts.zone)
    about = at.replace(minute=at.minute // 30 * 30)
    return texts("replay", day=when, time=clock(about), plan=plan)


def button(facts: Facts, texts: Texts) -> tuple[Button, ...]:
    """One tap, and it is not shown any more; one more, and it is."""
    found = facts.replay
    if found is None:
        return ()
    key, tap = ("replay-back", REPLAY_BACK) if found.stopped else ("replay-stop", REPLAY_STOP)
    return (does(texts.label(key), tap, found.smoked_id),)
