"""S10, S15, breaks, lapse evenings and the silence ladder: how much, and when not at all."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from programme.kinds import KINDS
from programme.plan import CHECK_IN, HELLO
from programme.prompt import Prompt, PromptState
from trials.rules.slots import instant
from trials.simulate.life import Life, about_prompt
from trials.simulate.residents import What
from trials.simulate.truth import Arrived

CAP, QUIT_DAY_CAP = 3, 4
DAY = timedelta(days=1)
NIGHT_ENDS = time(4)
NOT_SILENCE = frozenset({PromptState.EXPIRED, PromptState.PART, PromptState.OPEN})


def s10(life: Life) -> Iterator[str | None]:
    """At most 3 messages a day that nobody asked for, over all kinds; 4 on the quit day."""
    days = Counter((one.person_id, life.local_date(one.person_id, one.at)) for one in life.unasked if _counts(one))
    for (person_id, day), count in days.items():
        most = QUIT_DAY_CAP if _is_quit_day(life, person_id, day) else CAP
        yield f"{life.who(person_id)} had {count} messages on {day}" if count > most else None


def _counts(one: Arrived) -> bool:
    """Questions, words and reminders of plans. What returns because it was put off was asked for."""
    about = about_prompt(one.key)
    return about is not None and about[1] in ("ask", "remind")


def _is_quit_day(life: Life, person_id: int, day: date) -> bool:
    return any(chosen == day for _, chosen in life.quit_dates(person_id))


def s15(life: Life) -> Iterator[str | None]:
    """Who blocked us is sent nothing from then on, and is not silent but out of reach."""
    for person_id, spans in life.away.items():
        tried = [one for one in life.truth.arrived if one.person_id == person_id and one.bounced]
        for since, until, is_told in spans:
            bounced = sorted({one.at for one in tried if since <= one.at < until})
            allowed = 0 if is_told else 1
            wrong = len(bounced) > allowed
            yield f"{life.who(person_id)} blocked us at {since}, and was written to at {bounced[-1]}" if wrong else None
            known = since if is_told else (bounced[0] if bounced else until)
            yield from (_silent(life, one) for one in _due(life, person_id, known, until))


def _due(life: Life, person_id: int, since: datetime, until: datetime) -> Iterator[Prompt]:
    return (one for one in life.planned if one.person_id == person_id and since < one.due_at < until)


def _silent(life: Life, one: Prompt) -> str | None:
    """Due while they were away: no silence. Unless they were back, after a standstill, before its record was made."""
    if one.state not in NOT_SILENCE or life.standstill(one.due_at):
        return None
    return f"prompt {one.id} came due while {life.who(one.person_id)} was away, and is {one.state}"


def breaks(life: Life) -> Iterator[str | None]:
    """In a break nothing of the client's plans comes, nor of their supporters'."""
    for sent in life.unasked:
        about = about_prompt(sent.key)
        prompt = life.prompts.get(about[0]) if about else None
        if prompt is None or not KINDS[prompt.kind].pauses:
            continue
        whose = prompt.about_id or prompt.person_id
        wrong = any(since < sent.at < until for since, until in life.breaks.get(whose, ()))
        yield f"{sent.shows} came to {sent.who} at {sent.at}, in a break" if wrong else None


def lapse_evenings(life: Life) -> Iterator[str | None]:
    """After a lapse is told of, nothing unprompted comes before the night is over."""
    for did in life.doings(What.SMOKED):
        if did.said["lapse"]:
            until = _night_ends(life, did.person_id, did.at)
            came = [one for one in life.unasked_of.get(did.person_id, ()) if did.at < one.at < until]
            yield f"{did.who} told of a lapse at {did.at}, and {came[0].shows} came at {came[0].at}" if came else None


def _night_ends(life: Life, person_id: int, at: datetime) -> datetime:
    here = life.local(person_id, at)
    day = here.date() + (timedelta() if here.time() < NIGHT_ENDS else DAY)
    return instant(day, NIGHT_ENDS, ZoneInfo(life.zone(person_id, at))) or at


def ladder(life: Life) -> Iterator[str | None]:
    """Once the silence ladder is there: after 4 silent days at most one question in three, after 10 one, and quiet.

    Silent days are days on which a question arrived and nothing was done; no thinning before day 7 of the quit date.
    """
    if not any(one.decision.get("ladder") for one in life.planned):
        return
    by_day: dict[int, dict[date, int]] = defaultdict(dict)
    for one in life.unasked:
        prompt = life.prompts.get((about_prompt(one.key) or (0, ""))[0])
        if prompt is not None and KINDS[prompt.kind].asks and prompt.kind in (CHECK_IN, HELLO):
            day = life.local_date(one.person_id, one.at)
            by_day[one.person_id][day] = by_day[one.person_id].get(day, 0) + 1
    for person_id, days in by_day.items():
        yield from _too_often(life, person_id, sorted(days))


def _too_often(life: Life, person_id: int, days: list[date]) -> Iterator[str | None]:
    acted = {life.local_date(person_id, did.at) for did in life.did.get(person_id, ())}
    silent: list[date] = []
    for day in days:
        if any(silent[0] <= one <= day for one in acted) if silent else day in acted:
            silent = []
        early = _before_day_7(life, person_id, day)
        recent = [one for one in silent if (day - one).days < 3]
        wrong = not early and len(silent) > 4 and bool(recent) and (day - silent[0]).days > 5
        yield (
            f"{life.who(person_id)} is silent since {silent[0]}, and was asked on {recent[-1]} and {day}"
            if wrong
            else None
        )
        if day not in acted:
            silent.append(day)


def _before_day_7(life: Life, person_id: int, day: date) -> bool:
    dates = [chosen for _, chosen in life.quit_dates(person_id) if chosen is not None]
    return any(-1 <= (day - chosen).days < 7 for chosen in dates)
