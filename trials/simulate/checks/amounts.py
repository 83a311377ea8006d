"""S10, S15, breaks and lapse evenings: how much comes, and when nothing comes at all."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from programme.people.person import Role
from programme.schedule.kinds import KINDS
from programme.schedule.plan import CHECK_IN, HELLO, NUDGE
from programme.schedule.prompt import Prompt, PromptState
from trials.rules.slots import instant
from trials.simulate.life import TownLife, about_prompt, counts
from trials.simulate.residents import Happening
from trials.simulate.town import Arrived, Did

DAY = timedelta(days=1)
NIGHT_ENDS, NOON = time(4), time(12)
OF_A_BREAK = "pause"  # why a hello comes at the end of one
NOT_SILENCE = frozenset({PromptState.EXPIRED, PromptState.PART, PromptState.OPEN})


def s15(life: TownLife) -> Iterator[str | None]:
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


def _due(life: TownLife, person_id: int, since: datetime, until: datetime) -> Iterator[Prompt]:
    return (one for one in life.planned if one.person_id == person_id and since < one.due_at < until)


def _silent(life: TownLife, one: Prompt) -> str | None:
    """Due while they were away: no silence. Unless they were back, after a standstill, before its record was made."""
    if one.state not in NOT_SILENCE or life.standstill(one.due_at):
        return None
    return f"prompt {one.id} came due while {life.who(one.person_id)} was away, and is {one.state}"


def breaks(life: TownLife) -> Iterator[str | None]:
    """In a break nothing of the client's plans comes, nor of their supporters'."""
    for sent in life.unasked:
        about = about_prompt(sent.key)
        prompt = life.prompts.get(about[0]) if about else None
        if prompt is None or not KINDS[prompt.kind].pauses:
            continue
        whose = prompt.about_id or prompt.person_id
        other = "check_ins" if prompt.kind == NUDGE else "nudges"
        wrong = any(since <= sent.at < until and of != other for since, until, of in life.breaks.get(whose, ()))
        yield f"{sent.shows} came to {sent.who} at {sent.at}, in a break" if wrong else None


def lapse_evenings(life: TownLife) -> Iterator[str | None]:
    """After a client tells of a lapse, and where smoking is left for tonight, nothing unprompted comes before the
    night is over where they are by then, or the lapse is taken back; but the hello at the end of a break, and what they
    put off since."""
    told = (*life.doings(Happening.SMOKED), *life.doings(Happening.WRITE_DOWN))
    back = {did.said["cigarette"]: did.at for did in told if did.said["taken_back"] and did.said["cigarette"]}
    for did in (*told, *life.doings(Happening.TONIGHT)):
        if did.what is Happening.TONIGHT or did.said["lapse"]:
            until = back.get(did.said.get("cigarette"), did.at + 2 * DAY)
            soon = (one for one in life.unasked_of.get(did.person_id, ()) if did.at <= one.at < until)
            came = [one for one in soon if one.at < _night_ends(life.zone(did.person_id, one.at), did.at)]
            came = [one for one in came if not _ends_a_break(life, did, one) and not _was_put_off(life, did, one)]
            yield f"{did.who} wanted quiet from {did.at} on, and {came[0].shows} came at {came[0].at}" if came else None


def _was_put_off(life: TownLife, lapse: Did, sent: Arrived) -> bool:
    """Whether it is what they began since, and put off to that moment."""
    about = about_prompt(sent.key)
    later = (one for one in life.did.get(lapse.person_id, ()) if one.what is Happening.LATER)
    return about is not None and any(lapse.at <= one.at < sent.at and one.said["prompt"] == about[0] for one in later)


def _ends_a_break(life: TownLife, lapse: Did, sent: Arrived) -> bool:
    """Whether it is the hello at the end of a break, for the very morning on which they told of it: that one stands."""
    about = about_prompt(sent.key)
    prompt = life.prompts.get(about[0]) if about else None
    is_hello = prompt is not None and prompt.kind == HELLO and life.rule_of(prompt).get("why") == OF_A_BREAK
    told, came = (life.local(lapse.person_id, at) for at in (lapse.at, sent.at))
    return is_hello and told.date() == came.date() and told.time() < came.time() <= NOON


def _night_ends(zone: str, after: datetime) -> datetime:
    here = after.astimezone(ZoneInfo(zone))
    day = here.date() + (timedelta() if here.time() < NIGHT_ENDS else DAY)
    return instant(day, NIGHT_ENDS, ZoneInfo(zone)) or after


USUAL, FIRST_DAYS, QUIT_DAY = 2, 3, 4
FULLER = 3  # on any day of somebody who picked that
MOST_OWN = 3  # times that somebody chose by themselves
Rule = Mapping[str, Any]


def s10(life: TownLife) -> Iterator[str | None]:
    """No more in a day than its cap, over all kinds: by the day of the course for a client, and 2 for all others."""
    for (person_id, day), count in sorted(_days(life).items()):
        most = _most(life, person_id, day)
        yield f"{life.who(person_id)} had {count} messages on {day}, and {most} is the most" if count > most else None


def amounts(life: TownLife) -> Iterator[str | None]:
    """At most 2 on an ordinary day of days 5 to 17, at most 4 on the quit day, and none on the evening of a lapse."""
    for (person_id, day), count in sorted(_days(life).items()):
        numbers = {(day - chosen).days for chosen in _quit_dates(life, person_id, day)}
        if numbers and all(5 <= number <= 17 for number in numbers) and _is_ordinary(life, person_id, day):
            yield f"{life.who(person_id)} had {count} messages on {day}, an ordinary day" if count > USUAL else None
        elif 0 in numbers:
            yield f"{life.who(person_id)} had {count} messages on {day}, a quit day" if count > QUIT_DAY else None
    yield from lapse_evenings(life)


def _days(life: TownLife) -> Counter[tuple[int, date]]:
    return Counter((one.person_id, life.local_date(one.person_id, one.at)) for one in life.unasked if counts(one))


def _most(life: TownLife, person_id: int, day: date) -> int:
    """The cap of that day; where the quit date or the level changed in it, the most that held at any time."""
    if life.population.residents[life.who(person_id)].role is not Role.CLIENT:
        return USUAL
    numbers = {(day - chosen).days for chosen in _quit_dates(life, person_id, day)}
    by_phase = QUIT_DAY if 0 in numbers else FIRST_DAYS if any(1 <= one <= 4 for one in numbers) else USUAL
    return max([by_phase, *(_of_rule(rule) for rule in _rules(life, person_id, day))])


def _of_rule(rule: Rule) -> int:
    if "course" not in rule:
        return min(len(rule["times"]), MOST_OWN)
    return FULLER if rule["course"]["level"] == "fuller" else USUAL


def _is_ordinary(life: TownLife, person_id: int, day: date) -> bool:
    """Whether they asked for no more than the standard course that day."""
    return all(_of_rule(rule) <= USUAL for rule in _rules(life, person_id, day))


def _quit_dates(life: TownLife, person_id: int, day: date) -> Iterator[date]:
    """Every quit date that held at some time of that local day."""
    held: date | None = None
    for at, chosen in life.quit_dates(person_id):
        on = life.local_date(person_id, at)
        if on > day:
            break
        if on == day and held is not None:
            yield held
        held = chosen
    if held is not None:
        yield held


def _rules(life: TownLife, person_id: int, day: date) -> Iterator[Rule]:
    """Every rule of their check-ins that held at some time of that local day."""
    held: Rule | None = None
    for event in life.events_of(person_id, "PlanSet"):
        if event.data["kind"] != CHECK_IN:
            continue
        on = life.local_date(person_id, event.at)
        if on > day:
            break
        if on == day and held is not None:
            yield held
        held = event.data["rule"]
    if held is not None:
        yield held
