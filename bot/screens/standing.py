"""How it stands with one client, in words that are true of them: for their practitioner's Monday and for their page."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from bot.texts import Texts
from bot.texts.dates import short_day
from programme.monday import OfClient, Under
from programme.standing import CheckIns, Standing
from programme.summary import Week

_DATED: Final[Mapping[Under, tuple[str, Callable[[OfClient], date | None]]]] = {
    Under.CHOSE_NONE: ("weekly-name-since", lambda one: one.standing.since),
    Under.CANNOT_REACH: ("weekly-name-since", lambda one: one.cannot_reach),
    Under.PAUSED: ("weekly-name-until", lambda one: one.standing.paused_until),
    Under.NEW: ("weekly-name-joined", lambda one: one.week.joined if one.week else None),
    Under.DONE: ("weekly-name-on", lambda one: one.standing.since),
}


def under_name(head: Under, one: OfClient, name: str, texts: Texts) -> str:
    """How they stand under that head: their name, with the date or the number that belongs to it."""
    week, standing = one.week, one.standing
    assert week is not None, "who stands under a head shows a summary"
    match head:
        case Under.RELAPSE:
            return _relapsed(standing, name, texts)
        case Under.CHOSE_NONE if standing.is_back_to_smoking(week.today) and standing.relapse is not None:
            return _dated("weekly-name-back-to-smoking", standing.relapse.on, name, texts)
        case Under.QUIET:
            return _quiet(one, week, name, texts)
        case Under.BACK:
            return _back(standing, week, name, texts)
        case Under.GOOD:
            return texts("weekly-name-days", name=name, days=one.smoke_free)
    key, on = _DATED.get(head, ("weekly-name", lambda _: None))
    return _dated(key, on(one), name, texts)


def _dated(key: str, on: date | None, name: str, texts: Texts) -> str:
    return texts("weekly-name", name=name) if on is None else texts(key, name=name, day=short_day(texts, on))


def _relapsed(standing: Standing, name: str, texts: Texts) -> str:
    said = standing.relapse
    assert said is not None, "who stands there named it"
    day = short_day(texts, said.on)
    if said.again_on is not None:
        return texts("weekly-name-again", name=name, day=day, date=short_day(texts, said.again_on))
    return texts("weekly-name-goes-on" if said.keeps_going else "weekly-name-own-words", name=name, day=day)


def _quiet(one: OfClient, week: Week, name: str, texts: Texts) -> str:
    """Silent days are looked at for two weeks back, in which somebody who is seldom asked has few."""
    heard = one.standing.last_heard
    if week.silent and not week.is_silent_long:
        return texts("weekly-name-days", name=name, days=week.silent)
    return texts("weekly-name-long", name=name) if heard is None else _dated("weekly-name-since", heard, name, texts)


def _back(standing: Standing, week: Week, name: str, texts: Texts) -> str:
    if week.paused:
        return texts("weekly-name-from-break", name=name)
    if week.cannot_reach:
        return texts("weekly-name-reached", name=name)
    return _dated("weekly-name-on-since", standing.on_since, name, texts)


def standing_lines(one: OfClient, week: Week, texts: Texts) -> Iterator[str]:
    """A line for each thing that is so of them, with its date: a block, a break, a relapse, no check-ins and why."""
    if one.cannot_reach is not None:
        yield texts("summary-unreached-since", day=short_day(texts, one.cannot_reach))
    if one.is_paused:
        until = one.standing.paused_until
        yield texts("summary-paused-until", day=short_day(texts, until)) if until else texts("summary-paused-open")
    yield from _relapse(one.standing, week, texts)
    since = one.standing.since
    match one.standing.check_ins:
        case CheckIns.CHOSE_NONE if since is not None:
            yield texts("summary-chose-none-since", day=short_day(texts, since))
        case CheckIns.CHOSE_NONE:
            yield texts("summary-chose-none")
        case CheckIns.NO_TIME:
            yield texts("summary-no-time")
        case CheckIns.OVER if since is not None:
            yield texts("summary-done", day=short_day(texts, since))


def _relapse(standing: Standing, week: Week, texts: Texts) -> Iterator[str]:
    said = standing.relapse
    if said is None:
        return
    if standing.is_back_to_smoking(week.today):
        yield texts("summary-back-to-smoking", day=short_day(texts, said.on))
    elif said.on >= week.first:
        yield texts("summary-relapse-goes-on" if said.keeps_going else "summary-relapse", day=short_day(texts, said.on))


def quit_lines(one: OfClient, texts: Texts) -> Iterator[str]:
    """The quit date, which day since then it is, and the smoke-free days of this try that they told of."""
    if one.quit_on is None or one.quit_day is None:
        yield texts("summary-no-quit-date")
        return
    day = short_day(texts, one.quit_on)
    if one.quit_day < 0:
        yield texts("summary-quits", day=day)
        return
    yield texts("summary-quit", day=day, number=one.quit_day)
    if one.quit_day and one.told_free is not None:
        yield texts("summary-told-free", free=one.told_free, days=one.quit_day)
