"""The standing of one client and what they replied, as lines."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from bot.texts import Texts
from bot.texts.dates import short_day
from programme.practice.caseload import CaseloadHeading
from programme.practice.client import CheckIns, ClientRow, ClientStanding
from programme.practice.week import SoFar, Week


def replied_lines(one: ClientRow, week: Week, texts: Texts) -> Iterator[str]:
    """Replies of check-ins that asked; of who did not reply, since when. What we did not ask stands as ours."""
    if week.asked and (week.replied or not week.is_quiet):
        missed = texts("summary-missed", missed=week.missed_by_us) if week.missed_by_us else ""
        yield f"{texts('summary-replied', replied=week.replied, asked=week.asked)} {missed}".strip()
    else:
        yield from _nothing(one, week, texts)
    if week.cannot_reach:
        yield texts("summary-cannot-reach", count=week.cannot_reach)
    yield from _heard(one, week, texts)
    yield from _so_far(week.so_far, texts)


def _nothing(one: ClientRow, week: Week, texts: Texts) -> Iterator[str]:
    """Why nothing was heard: silence, a break, our own doing, or that nothing was due."""
    if week.asked:
        yield texts("summary-asked-days", asked=week.asked)
    if week.not_asked:
        yield texts("summary-not-asked", count=week.not_asked)
    if week.paused:
        yield texts("summary-on-a-break", count=week.paused)
    is_on = one.standing.check_ins is CheckIns.ON and not one.is_paused
    if is_on and not (week.asked or week.silent or week.not_asked or week.paused or week.cannot_reach):
        yield texts("summary-not-due")
        if one.standing.next_on is not None:
            yield texts("summary-next-on", day=short_day(texts, one.standing.next_on))


def _heard(one: ClientRow, week: Week, texts: Texts) -> Iterator[str]:
    """When something was last heard: as silence only of who was asked and could answer."""
    heard = one.standing.last_heard or week.last_reply
    silent = week.is_quiet and week.silent and not (one.is_paused or one.cannot_reach)
    if silent and one.standing.check_ins is CheckIns.ON:
        yield quiet_line(week, texts, one)
    elif heard is not None:
        yield texts("summary-heard", day=short_day(texts, heard))
    else:
        yield texts("summary-heard-nothing", day=short_day(texts, week.joined))


def quiet_line(week: Week, texts: Texts, one: ClientRow | None = None) -> str:
    """Since when there was no reply."""
    heard = week.last_reply or (one.standing.last_heard if one else None)
    if heard is not None:
        return texts("summary-quiet-since", day=short_day(texts, heard))
    never = week.is_new or one is not None
    return texts("summary-quiet-new", day=short_day(texts, week.joined)) if never else texts("summary-quiet")


def _so_far(said: SoFar, texts: Texts) -> Iterator[str]:
    """What was said today, which is in none of the counts."""
    told = [texts("summary-today-replied")] if said.replied else []
    if said.smoked is not None:
        told.append(texts("summary-today-smoked" if said.smoked else "summary-today-free"))
    if said.very_low:
        told.append(texts("summary-today-very-low"))
    if told:
        yield texts("summary-today", said=", ".join(told))


_DATED: Final[Mapping[CaseloadHeading, tuple[str, Callable[[ClientRow], date | None]]]] = {
    CaseloadHeading.CHOSE_NONE: ("weekly-name-since", lambda one: one.standing.since),
    CaseloadHeading.CANNOT_REACH: ("weekly-name-since", lambda one: one.cannot_reach),
    CaseloadHeading.PAUSED: ("weekly-name-until", lambda one: one.standing.paused_until),
    CaseloadHeading.NEW: ("weekly-name-joined", lambda one: one.week.joined if one.week else None),
    CaseloadHeading.DONE: ("weekly-name-on", lambda one: one.standing.since),
}


def under_name(head: CaseloadHeading, one: ClientRow, name: str, texts: Texts) -> str:
    """How they stand under that head: their name, with the date or the number that belongs to it."""
    week, standing = one.week, one.standing
    assert week is not None, "who stands under a head shows a summary"
    match head:
        case CaseloadHeading.RELAPSE:
            return _relapsed(standing, name, texts)
        case CaseloadHeading.CHOSE_NONE if standing.is_back_to_smoking(week.today) and standing.relapse is not None:
            return _dated("weekly-name-back-to-smoking", standing.relapse.on, name, texts)
        case CaseloadHeading.QUIET:
            return _quiet(one, week, name, texts)
        case CaseloadHeading.BACK:
            return _back(standing, week, name, texts)
        case CaseloadHeading.GOOD:
            return texts("weekly-name-days", name=name, days=one.smoke_free)
    key, on = _DATED.get(head, ("weekly-name", lambda _: None))
    return _dated(key, on(one), name, texts)


def _dated(key: str, on: date | None, name: str, texts: Texts) -> str:
    return texts("weekly-name", name=name) if on is None else texts(key, name=name, day=short_day(texts, on))


def _relapsed(standing: ClientStanding, name: str, texts: Texts) -> str:
    said = standing.relapse
    assert said is not None, "who stands there named it"
    day = short_day(texts, said.on)
    if said.again_on is not None:
        return texts("weekly-name-again", name=name, day=day, date=short_day(texts, said.again_on))
    return texts("weekly-name-goes-on" if said.keeps_going else "weekly-name-own-words", name=name, day=day)


def _quiet(one: ClientRow, week: Week, name: str, texts: Texts) -> str:
    """Silent days are looked at for two weeks back, in which somebody who is seldom asked has few."""
    heard = one.standing.last_heard
    if week.silent and not week.is_silent_long:
        return texts("weekly-name-days", name=name, days=week.silent)
    return texts("weekly-name-long", name=name) if heard is None else _dated("weekly-name-since", heard, name, texts)


def _back(standing: ClientStanding, week: Week, name: str, texts: Texts) -> str:
    if week.paused:
        return texts("weekly-name-from-break", name=name)
    if week.cannot_reach:
        return texts("weekly-name-reached", name=name)
    return _dated("weekly-name-on-since", standing.on_since, name, texts)


def standing_lines(one: ClientRow, week: Week, texts: Texts) -> Iterator[str]:
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


def _relapse(standing: ClientStanding, week: Week, texts: Texts) -> Iterator[str]:
    said = standing.relapse
    if said is None:
        return
    if standing.is_back_to_smoking(week.today):
        yield texts("summary-back-to-smoking", day=short_day(texts, said.on))
    elif said.on >= week.first:
        yield texts("summary-relapse-goes-on" if said.keeps_going else "summary-relapse", day=short_day(texts, said.on))


def quit_lines(one: ClientRow, texts: Texts) -> Iterator[str]:
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
