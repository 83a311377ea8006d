"""`alongside export person`: all that is kept about one person, as JSON and as a page of one file."""

import json
import os
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, tzinfo
from html import escape
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from alongside.clock import WallClock
from alongside.operate import console, memory
from alongside.operating.find_person import find, who_types
from alongside.settings import read_settings
from alongside.trouble import FolderIsThere
from db import events
from db.people.data_inventory import Section, everything_of
from db.store.files import make_folder, make_private_file, sync
from db.tx import Tx
from programme.people.events import Exported
from programme.people.person import Person

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


async def export_person(number: int | None, telegram: int | None, out: Path | None, *, as_json: bool) -> None:
    """Writes both files into a folder that is made for them (0700, files 0600) and says where. That it was done, and by
    whom, stands in what happened of that person. Raises trouble."""
    settings, now = read_settings(), WallClock().now()
    async with memory(settings) as database:
        person = await database.read(lambda tx: find(tx, number, telegram))
        folder = out or Path(f"export-{person.id}")
        if folder.exists() or folder.is_symlink():
            raise FolderIsThere(folder=folder.absolute())
        sections = await database.write(lambda tx: _read(tx.at(now), person))
    zone = ZoneInfo(person.zone) if person.zone else UTC
    whole = page(person.id, now, zone, settings.service_name, sections)
    made = [
        _write(folder / f"person-{person.id}.json", json.dumps(_values(person, now, sections), indent=1)),
        _write(folder / f"person-{person.id}.html", whole),
    ]
    rows = {f"{one.title} ({one.role})": len(one.rows) for one in sections}
    if as_json:
        print(json.dumps({"person": person.id, "files": [str(path.absolute()) for path in made], "rows": rows}))
        return
    for path in made:
        console.print(str(path.absolute()))
    count = sum(rows.values())
    console.print(
        f"All that is kept about person {person.id}, in rows: {count}. Their own words are in it. Only you can read the"
        " files: give them to that person and to nobody else, then delete the folder.",
    )


async def _read(tx: Tx, person: Person) -> Sequence[Section]:
    await events.add(tx, person.id, Exported(who_types()))
    return await everything_of(tx, person)


def _write(path: Path, text: str) -> Path:
    make_folder(path.parent)
    make_private_file(path)
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    sync(path.parent)
    return path


def _values(person: Person, now: datetime, sections: Sequence[Section]) -> dict[str, Any]:
    held: dict[str, list[Any]] = {}
    for one in sections:
        held[one.table] = held.get(one.table, []) + [{"you_are": one.role} | _json(row) for row in one.rows]
    return {"person": person.id, "made_at": now.isoformat(), "held": held}


def _json(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _json(one) for name, one in value.items()}
    return [_json(one) for one in value] if isinstance(value, list) else value
