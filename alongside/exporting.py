"""`alongside export person`: all that is kept about one person, as JSON and as a page."""

import json
import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from alongside.clock import WallClock
from alongside.export_page import page
from alongside.operate import console, memory
from alongside.settings import read_settings
from alongside.trouble import FolderIsThere
from alongside.whom import find, who_types
from db import events
from db.exports import Section, everything_of
from db.files import make_folder, make_private_file, sync
from db.tx import Tx
from programme.people import Person


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
    await events.add(tx, "Exported", person.id, None, {"by": who_types()})
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
