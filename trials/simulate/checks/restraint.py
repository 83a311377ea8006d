"""S10, S15, breaks, lapse evenings and the silence ladder: how much, and when not at all."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from programme.kinds import KINDS
from programme.plan import CHECK_IN
from programme.prompt import Prompt, PromptState
from trials.rules.slots import instant
from trials.simulate.life import Life, about_prompt
from trials.simulate.residents import What
from trials.simulate.truth import Arrived

CAP, QUIT_DAY_CAP = 3, 4
DAY = timedelta(days=1)
LAST_WORD = "last"  # the step of the ladder after which nothing is asked
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
    """Once the silence ladder is there: after 4 silent days at most one question in three, after the last word none.

    Silent days are days on which a question arrived and nothing was done; no thinning before day 7 of the quit date.
    """
    if not any(one.decision.get("ladder") for one in life.planned):
        return
    asked: dict[int, list[Arrived]] = defaultdict(list)
    for one in life.unasked:
        prompt = _of(life, one)
        if prompt is not None and prompt.kind == CHECK_IN and (about_prompt(one.key) or (0, ""))[1] == "ask":
            asked[one.person_id].append(one)
    for person_id, found in asked.items():
        acted = [did.at for did in life.did.get(person_id, ())]
        yield from (_too_soon(life, person_id, found[: number + 1], acted) for number in range(len(found)))


def _of(life: Life, one: Arrived) -> Prompt | None:
    return life.prompts.get((about_prompt(one.key) or (0, ""))[0])


def _too_soon(life: Life, person_id: int, asked: list[Arrived], acted: list[datetime]) -> str | None:
    """Whether the last of these came too soon, for somebody who is silent since they did anything."""
    *before, now = asked
    since = max((at for at in acted if at <= now.at), default=None)
    before = [one for one in before if since is None or one.at > since]
    if any(_step(life, one) == LAST_WORD for one in before):
        return f"{now.who} had the last word, and was asked at {now.at}"
    day = life.local_date(person_id, now.at)
    silent = sorted({life.local_date(person_id, one.at) for one in before} - {day})
    if _step(life, now) == LAST_WORD or _before_day_7(life, person_id, day) or len(silent) <= 4:
        return None
    soon = (day - silent[-1]).days < 3
    return f"{now.who} is silent since {silent[0]}, and was asked on {silent[-1]} and {day}" if soon else None


def _step(life: Life, one: Arrived) -> str | None:
    prompt = _of(life, one)
    return prompt.decision.get("ladder") if prompt else None


def _before_day_7(life: Life, person_id: int, day: date) -> bool:
    dates = [chosen for _, chosen in life.quit_dates(person_id) if chosen is not None]
    return any(-1 <= (day - chosen).days < 7 for chosen in dates)
