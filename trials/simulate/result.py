"""What a run gives: what was lived, what the checks found, how much there was; as JSON, alike for equal seeds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from programme.prompt import Prompt
from trials.simulate.checks import Finding
from trials.simulate.life import Life, about_prompt
from trials.simulate.truth import Arrived
from trials.simulate.volumes import Outcome, Volume


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line."""

    clients: int
    weeks: int
    seed: int
    first: str


@dataclass(frozen=True, slots=True)
class Result:
    """`client_days` are days from the one after joining on; `seconds` of living, and of the processor."""

    asked: Asked
    life: Life
    findings: Sequence[Finding]
    volumes: Sequence[Volume]
    outcomes: Sequence[Outcome]
    client_days: int
    seconds: float
    processor: float

    @property
    def violations(self) -> list[tuple[str, str]]:
        """The rule's name and where it is broken, in the order of the rules."""
        return [(one.name, words) for one in self.findings for words in one.violations]


def as_values(result: Result) -> Mapping[str, Any]:
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


def _plans(life: Life) -> Iterator[Mapping[str, Any]]:
    """Each time a plan was made, changed or ended."""
    for event in life.events("PlanSet", "PlanEnded"):
        plan = life.memory.plans.get(event.data["plan_id"])
        told = {name: event.data[name] for name in ("version", "rule", "zone", "from", "until") if name in event.data}
        about = life.who(plan.about_id) if plan and plan.about_id else None
        what = {"who": life.who(event.person_id), "plan": plan.kind if plan else None, "about": about}
        yield {"at": event.at.isoformat(), "what": event.kind, **what, **told}


def _prompt(life: Life, one: Prompt) -> Mapping[str, Any]:
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


def _message(life: Life, one: Arrived) -> Mapping[str, Any]:
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
