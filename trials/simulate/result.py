"""What a run gives: what was lived, what the checks found, how much there was."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from programme.people.person import Role
from programme.schedule.kinds import REMINDER
from programme.schedule.prompt import Prompt, PromptState
from trials.simulate.checks import CheckFinding
from trials.simulate.life import TownLife, about_prompt, counts
from trials.simulate.residents import Happening
from trials.simulate.town import Arrived

DAY = timedelta(days=1)
NO_DATE, PLANNING = "no quit date", "planning"
# FIELD.md 2.10. Each ends with the day before the next one begins; days are counted from the quit date, which is 0.
PHASES = ((0, "quit day"), (1, "days 1-4"), (5, "days 5-17"), (18, "days 18-28"), (29, "weeks 5-12"), (85, "later"))
COURSE = (NO_DATE, PLANNING, *(name for _, name in PHASES))


@dataclass(frozen=True, slots=True)
class Volume:
    """Of the client-days of one part of the course: how many, and per day on average and at most; messages by kind."""

    part: str
    days: int
    messages: float
    most_messages: int
    taps: float
    most_taps: int
    kinds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class DueOutcome:
    """What became of all that was due of one kind, by state; `held_back` counts what was held back and why."""

    kind: str
    states: Mapping[str, int]
    held_back: int


def volumes(life: TownLife) -> Sequence[Volume]:
    """By the part of the course that each client's local day was in; only messages that nobody asked for."""
    messages, taps = _messages(life), _taps(life)
    found: dict[str, list[tuple[Counter[str], int]]] = defaultdict(list)
    for person_id, day in client_days(life):
        found[part_of(life, person_id, day)].append((messages[person_id, day], taps[person_id, day]))
    return [_volume(part, found[part]) for part in COURSE if found[part]]


def _volume(part: str, days: Sequence[tuple[Counter[str], int]]) -> Volume:
    messages, taps = [one[0].total() for one in days], [one[1] for one in days]
    kinds: Counter[str] = sum((one[0] for one in days), Counter())
    return Volume(
        part, len(days), _a_day(sum(messages), days), max(messages), _a_day(sum(taps), days), max(taps),
        {kind: _a_day(count, days) for kind, count in sorted(kinds.items())},
    )  # fmt: skip


def _a_day(count: int, days: Sequence[object]) -> float:
    return round(count / len(days), 2)


def client_days(life: TownLife) -> Iterator[tuple[int, date]]:
    """Every local day of every client, from the day after joining to the day before they leave, or before the end."""
    for person_id, spans in _with_us(life).items():
        for since, until in spans:
            day, last = life.local_date(person_id, since) + DAY, life.local_date(person_id, until)
            while day < last:
                yield person_id, day
                day += DAY


def _with_us(life: TownLife) -> Mapping[int, Sequence[tuple[datetime, datetime]]]:
    found: dict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
    for did in life.doings(Happening.JOIN, Happening.LEAVE):
        if life.population.residents[did.who].role is not Role.CLIENT:
            continue
        if did.what is Happening.JOIN:
            found[did.person_id].append((did.at, life.population.end))
        else:
            found[did.person_id][-1] = (found[did.person_id][-1][0], did.at)
    return found


def part_of(life: TownLife, person_id: int, day: date) -> str:
    """Which part of the course that day is in, by the quit date that held at its end."""
    chosen = next(
        (to for at, to in reversed(life.quit_dates(person_id)) if life.local_date(person_id, at) <= day), None
    )
    if chosen is None:
        return NO_DATE
    number = (day - chosen).days
    return next((name for first, name in reversed(PHASES) if first <= number), PLANNING)


def _messages(life: TownLife) -> Mapping[tuple[int, date], Counter[str]]:
    found: dict[tuple[int, date], Counter[str]] = defaultdict(Counter)
    for one in life.unasked:
        about = about_prompt(one.key)
        if about is not None and counts(one):
            kind = REMINDER if about[1] == "remind" else life.prompts[about[0]].kind
            found[one.person_id, life.local_date(one.person_id, one.at)][kind] += 1
    return found


def _taps(life: TownLife) -> Counter[tuple[int, date]]:
    taps = Counter[tuple[int, date]]()
    for did in life.truth.did:
        taps[did.person_id, life.local_date(did.person_id, did.at)] += did.taps
    return taps


def outcomes(life: TownLife) -> Sequence[DueOutcome]:
    """What became of each kind."""
    kinds = sorted({one.kind for one in life.planned})
    return [_outcome(life, kind) for kind in kinds]


def _outcome(life: TownLife, kind: str) -> DueOutcome:
    ours = [one for one in life.planned if one.kind == kind]
    states = Counter(one.state.value for one in ours)
    held = sum(len(one.decision["held_back"]) for one in ours)
    return DueOutcome(kind, {state.value: states[state.value] for state in PromptState if states[state.value]}, held)


@dataclass(frozen=True, slots=True)
class RunSettings:
    """What was asked for on the command line."""

    clients: int
    weeks: int
    seed: int
    first: str


@dataclass(frozen=True, slots=True)
class RunResult:
    """`client_days` are days from the one after joining on; `seconds` of living, and of the processor."""

    asked: RunSettings
    life: TownLife
    findings: Sequence[CheckFinding]
    volumes: Sequence[Volume]
    outcomes: Sequence[DueOutcome]
    client_days: int
    seconds: float
    processor: float

    @property
    def violations(self) -> list[tuple[str, str]]:
        """The rule's name and where it is broken, in the order of the rules."""
        return [(one.name, words) for one in self.findings for words in one.violations]


def as_values(result: RunResult) -> Mapping[str, Any]:
    """All of it but how long it took: people by name, things by what they are, and no number that a run made up."""
    life = result.life
    return {
        "asked": asdict(result.asked),
        "client_days": result.client_days,
        "plans": list(_plans(life)),
        "prompts": sorted((_prompt(life, one) for one in life.memory.prompts), key=_order),
        "messages": [_message(life, one) for one in life.truth.arrived],
        "checks": [asdict(one) for one in result.findings],
        "volumes": [asdict(one) for one in result.volumes],
        "outcomes": [asdict(one) for one in result.outcomes],
    }


def _order(row: Mapping[str, Any]) -> tuple[str, ...]:
    return row["due_at"], row["who"], row["kind"], row["about"] or "", row["slot"], row["opened_at"] or ""


def _plans(life: TownLife) -> Iterator[Mapping[str, Any]]:
    """Each time a plan was made, changed or ended."""
    for event in life.events("PlanSet", "PlanEnded"):
        plan = life.memory.plans.get(event.data["plan_id"])
        told = {name: event.data[name] for name in ("version", "rule", "zone", "from", "until") if name in event.data}
        about = life.who(plan.about_id) if plan and plan.about_id else None
        what = {"who": life.who(event.person_id), "plan": plan.kind if plan else None, "about": about}
        yield {"at": event.at.isoformat(), "what": event.kind, **what, **told}


def _prompt(life: TownLife, one: Prompt) -> Mapping[str, Any]:
    return {
        "who": life.who(one.person_id),
        "kind": one.kind,
        "about": life.who(one.about_id) if one.about_id else None,
        "local_date": one.local_date.isoformat(),
        "slot": one.slot,
        "due_at": one.due_at.isoformat(),
        "opened_at": _moment(one.opened_at),
        "answered_at": _moment(one.answered_at),
        "closed_at": _moment(one.closed_at),
        "state": one.state.value,
        "reason": one.reason,
        "late": one.late,
        "planned": one.plan_id is not None,
        "decision": one.decision,
    }


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _message(life: TownLife, one: Arrived) -> Mapping[str, Any]:
    about = about_prompt(one.key)
    prompt = life.prompts.get(about[0]) if about else None
    of = {"kind": prompt.kind, "due_at": prompt.due_at.isoformat(), "part": about[1]} if prompt and about else None
    return {
        "at": one.at.isoformat(),
        "who": one.who,
        "local": life.local(one.person_id, one.at).strftime("%a %Y-%m-%d %H:%M"),
        "verb": one.verb,
        "shows": one.shows,
        "asked_for": not one.is_unasked,
        "bounced": one.bounced,
        "of": of,
    }
