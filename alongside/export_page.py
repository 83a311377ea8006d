"""What is kept about one person, as a page that they can read: one file, no script, nothing loaded from anywhere."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo
from html import escape
from typing import Any, Final

from db.exports import Section

_STYLE: Final = (
    "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "body{color:#222;background:#fff}"
    "h1,h2{line-height:1.2}h2{margin-top:2.5rem}.rows{overflow-x:auto}table{border-collapse:collapse}"
    "th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #ccc}"
)
_NAMES: Final[Mapping[str, str]] = {
    "at": "when", "made_at": "when", "told_at": "when you told me", "on_date": "day", "local_date": "day",
    "told_on": "day you told me", "last_on": "up to", "cigarettes_from": "cigarettes, from", "cigarettes_to": "to",
    "smoked_from": "cigarettes, from", "smoked_to": "to", "a_day": "cigarettes a day", "packet_of": "in a packet",
    "was_at": "when it was", "telegram_id": "your number at Telegram", "locale": "language", "zone": "time zone",
    "first_seen_at": "here since", "cannot_reach_since": "could not reach you since", "heard_at": "last heard from you",
    "nation": "whose crisis numbers", "pinned_at": "pinned", "args": "codes", "data": "what", "granted": "yes",
    "per_day": "cigarettes a day", "first": "first cigarette after waking", "quit_on": "quit date",
    "skipped": "passed over", "passed": "passed over", "takes": "takes one regularly", "knows": "prescriber knows",
    "is_on": "on", "person": "who", "actor": "who did it", "note": "kind", "gives": "what it gives",
    "function": "what it gave", "decision": "why you were asked", "payload": "as Telegram sent it",
    "version": "version of the words",
}  # fmt: skip


def page(person_id: int, made_at: datetime, zone: tzinfo, service: str | None, sections: Sequence[Section]) -> str:
    """The whole page. Times are by the clock of `zone`; `service` is what the service calls itself, None: it did not
    say."""
    title = f"What {service or 'this service'} keeps about you"
    intro = (
        f"You are person {person_id} here. This was made on {_moment(made_at, zone)}; times are by the clock of {zone}."
        " Where somebody else comes in, you read what they are to you and not who they are. What others wrote, and what"
        " a practitioner keeps in notes of their own, is not here."
    )
    head = f"<meta charset=utf-8><meta name=viewport content='width=device-width'><title>{escape(title)}</title>"
    body = "".join(_section(one, zone) for one in sections) or "<p>Nothing is kept about you.</p>"
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    top = f"<!doctype html><html lang=en><head>{policy}{head}<style>{_STYLE}</style></head>"
    return f"{top}<body><h1>{escape(title)}</h1><p>{escape(intro)}</p>{body}</body></html>\n"


def _section(section: Section, zone: tzinfo) -> str:
    names = list({name: None for row in section.rows for name, value in row.items() if value not in (None, "", [], {})})
    head = "".join(f"<th>{escape(_NAMES.get(name, name.replace('_', ' ')))}</th>" for name in names)
    rows = "".join(_row(row, names, zone) for row in section.rows)
    count = f" ({len(section.rows)})" if len(section.rows) > 1 else ""
    return f"<h2>{escape(section.title)}{count}</h2><div class=rows><table><tr>{head}</tr>{rows}</table></div>"


def _row(row: Mapping[str, Any], names: Sequence[str], zone: tzinfo) -> str:
    cells = "".join(f"<td>{escape(_words(row.get(name), zone))}</td>" for name in names)
    return f"<tr>{cells}</tr>"


def _words(value: Any, zone: tzinfo) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return "with no end" if value.year == 9999 else _moment(value, zone)
        case date():
            return f"{value:%a} {value.day} {value:%b %Y}"
        case Mapping():
            return "; ".join(f"{name.replace('_', ' ')}: {_words(one, zone)}" for name, one in value.items())
        case list():
            return ", ".join(_words(one, zone) for one in value)
        case str() if re.fullmatch("([A-Z][a-z]+){2,}", value):
            return re.sub("(?<=[a-z])(?=[A-Z])", " ", value).capitalize()  # what happened: CheckInAnswered
        case str() if re.fullmatch("[a-z0-9_]+", value):
            return value.replace("_", " ")
    return str(value)


def _moment(at: datetime, zone: tzinfo) -> str:
    there = at.astimezone(zone)
    return f"{there:%a} {there.day} {there:%b %Y, %H:%M}"
