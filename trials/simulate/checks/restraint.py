"""S15, breaks and lapse evenings: when nothing comes at all."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from programme.kinds import KINDS
from programme.plan import HELLO, NUDGE
from programme.prompt import Prompt, PromptState
from trials.rules.slots import instant
from trials.simulate.life import Life, about_prompt
from trials.simulate.residents import What
from trials.simulate.truth import Arrived, Did

DAY = timedelta(days=1)
NIGHT_ENDS, NOON = time(4), time(12)
OF_A_BREAK = "pause"  # why a hello comes at the end of one
NOT_SILENCE = frozenset({PromptState.EXPIRED, PromptState.PART, PromptState.OPEN})


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
        other = "check_ins" if prompt.kind == NUDGE else "nudges"
        wrong = any(since <= sent.at < until and of != other for since, until, of in life.breaks.get(whose, ()))
        yield f"{sent.shows} came to {sent.who} at {sent.at}, in a break" if wrong else None


def lapse_evenings(life: Life) -> Iterator[str | None]:
    """After a lapse is told of, and where smoking is left for tonight, nothing unprompted comes before the night is
    over where they are by then, or the lapse is taken back; but the hello at the end of a break, and what they put off
    since."""
    told = (*life.doings(What.SMOKED), *life.doings(What.WRITE_DOWN))
    back = {did.said["cigarette"]: did.at for did in told if did.said["taken_back"] and did.said["cigarette"]}
    for did in (*told, *life.doings(What.TONIGHT)):
        if did.what is What.TONIGHT or did.said["lapse"]:
            until = back.get(did.said.get("cigarette"), did.at + 2 * DAY)
            soon = (one for one in life.unasked_of.get(did.person_id, ()) if did.at <= one.at < until)
            came = [one for one in soon if one.at < _night_ends(life.zone(did.person_id, one.at), did.at)]
            came = [one for one in came if not _ends_a_break(life, did, one) and not _was_put_off(life, did, one)]
            yield f"{did.who} wanted quiet from {did.at} on, and {came[0].shows} came at {came[0].at}" if came else None


def _was_put_off(life: Life, lapse: Did, sent: Arrived) -> bool:
    """Whether it is what they began since, and put off to that moment."""
    about = about_prompt(sent.key)
    later = (one for one in life.did.get(lapse.person_id, ()) if one.what is What.LATER)
    return about is not None and any(lapse.at <= one.at < sent.at and one.said["prompt"] == about[0] for one in later)


def _ends_a_break(life: Life, lapse: Did, sent: Arrived) -> bool:
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
