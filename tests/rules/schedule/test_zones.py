"""The time zone data that runs is the pinned one, and what was reckoned with other data keeps its wall time."""

import os
import re
import shutil
import subprocess
import sys
import zoneinfo
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from programme.zones import PINNED, TESTED, Offsets, in_use, moved, of_system, offsets
from tests.rows import each_row
from tests.tree import FLOORS, ROOT

# What holds on 3 December 2026, in hours from UTC, and why (IANA tz, NEWS of 2026b to 2026f).
LAW = {
    "America/Vancouver": -7,  # British Columbia: Interpretation Amendment Act, in force 8 March 2026; -07 all year
    "America/Edmonton": -6,  # Alberta: Red Tape Reduction Statutes Amendment Act, 2026 (Bill 31); -06 all year
    "America/Winnipeg": -5,  # Manitoba: announced in September 2026; -05 all year from 31 October 2026
    "Africa/Casablanca": 0,  # Morocco: back to +00 all year from 20 September 2026
    "America/Havana": -4,  # Cuba: clocks do not go back in 2026; -04 until 7 November 2027
    "Europe/London": 0,
}
NOON = datetime(2026, 12, 3, 12, tzinfo=UTC)
SAYS = f"""
from bot.texts.dates import local
from datetime import datetime, UTC
for zone in {list(LAW)!r}:
    print(int(local(datetime.fromisoformat({NOON.isoformat()!r}), zone).utcoffset().total_seconds() // 3600))
"""


def test_the_law_of_3_december_2026() -> None:
    """Five places that changed their clocks in 2026 have the hour that their law gives them."""
    hours = {zone: NOON.astimezone(ZoneInfo(zone)).utcoffset() for zone in LAW}
    assert hours == {zone: timedelta(hours=hour) for zone, hour in LAW.items()}


def test_older_data_on_the_system_counts_for_nothing(tmp_path: Path) -> None:
    """A process whose system has other data, in a folder that Python is told to look at first, has the law all the
    same."""
    for zone in LAW:
        (tmp_path / zone).parent.mkdir(exist_ok=True)
        shutil.copy(PINNED / "Asia" / "Tokyo", tmp_path / zone)
    env = os.environ | {"PYTHONTZPATH": str(tmp_path)}
    ran = subprocess.run([sys.executable, "-c", SAYS], cwd=ROOT, env=env, check=True, capture_output=True, text=True)
    assert list(map(int, ran.stdout.split())) == list(LAW.values())


def _imports(source: str) -> set[str]:
    found = re.findall(r"^from (\S+) import ([^(\n]+)", source, re.MULTILINE)
    return {module for module, _ in found} | {
        f"{module}.{one.strip()}" for module, names in found for one in names.split(",")
    }


def test_nobody_makes_a_zone_before_the_programme_is_there() -> None:
    """Each file that names zones imports the programme, itself or by what it imports, so the pinned data was chosen
    before; and nobody else chooses."""
    files = [path for floor in FLOORS for path in (ROOT / floor).rglob("*.py") if "programme" not in path.parts]
    sources = {".".join(path.relative_to(ROOT).with_suffix("").parts): path.read_text("utf-8") for path in files}
    imports = {name: _imports(source) for name, source in sources.items() if "import" in source}
    chosen = {name for name, found in imports.items() if any(one.split(".")[0] == "programme" for one in found)}
    while more := {name for name, found in imports.items() if found & chosen} - chosen:
        chosen |= more
    named = {name for name, source in sources.items() if "zoneinfo" in source}
    assert len(named) > 20
    assert named <= chosen
    assert [name for name, source in sources.items() if "tzpath" in source.casefold()] == []


def test_the_pins_name_the_release_that_is_tested() -> None:
    """Who moves the pin writes the release and its date beside it."""
    data = in_use()
    assert (data.iana, data.is_pinned, zoneinfo.TZPATH) == (TESTED[0], True, (str(PINNED),))
    assert f"\ntzdata=={data.version} " in (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert str(TESTED[1].year) == data.iana[:4]


def test_which_data_is_the_wrong_one() -> None:
    """The system's is, and a release before the pinned one; a release is old after a year."""
    data = in_use()
    assert not replace(data, path="/usr/share/zoneinfo").is_pinned
    assert not replace(data, iana="2025b").is_pinned
    assert replace(data, iana="2027a").is_pinned
    assert [data.is_old(date(2027, 10, 28)), data.is_old(date(2027, 10, 29))] == [False, True]
    assert [replace(data, iana="2027a").is_old(date(2028, 12, day)) for day in (30, 31)] == [False, True]


BEFORE: dict[str, tzinfo] = {
    "America/Vancouver": timezone(timedelta(hours=-8)),
    "Europe/London": timezone(timedelta(0)),
}


def kept() -> Offsets:
    """What was kept when Vancouver still went to -08 in winter and London had no summer."""
    now = datetime(2026, 11, 30, tzinfo=UTC)
    return offsets(BEFORE, now, "2025.2")


@each_row(
    ("zone", "at", "then"),
    [
        ("America/Vancouver", "2026-12-04T02:30", "2026-12-04T01:30"),  # 18:30 there
        ("Europe/London", "2026-12-03T18:30", "2026-12-03T18:30"),
        ("Europe/London", "2027-06-03T18:30", "2027-06-03T17:30"),
        ("Europe/London", "2030-06-03T18:30", "2030-06-03T18:30"),  # further ahead than is known
        ("Europe/Paris", "2026-12-03T18:30", "2026-12-03T18:30"),  # nothing is known
        ("Europe/London", "9999-01-01T00:00", "9999-01-01T00:00"),
    ],
)
def test_a_moment_keeps_its_wall_time(zone: str, at: str, then: str) -> None:
    """A moment that was reckoned with other data moves to the same time on the wall."""
    before = datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert moved(before, zone, kept()) == datetime.fromisoformat(then).replace(tzinfo=UTC)


def test_offsets_are_kept_as_they_are() -> None:
    """To the minute of each change, over text and back; and what differs is found in the time that both know."""
    now = datetime(2026, 11, 30, tzinfo=UTC)
    zones = {zone: ZoneInfo(zone) for zone in ("America/Vancouver", "Europe/London", "Australia/Lord_Howe")}
    here = Offsets.from_json(offsets(zones, now, "x").to_json())
    for zone, place in zones.items():
        for hours in range(0, 24 * 500, 7):
            at = now + timedelta(hours=hours)
            assert here.at(at, zone) == at.astimezone(place).utcoffset()
    change = datetime(2027, 3, 28, 1, 0, tzinfo=UTC)
    minute = timedelta(minutes=1)
    assert [here.at(at, "Europe/London") for at in (change - minute, change)] == [timedelta(), timedelta(hours=1)]
    assert here.differing(kept()) == {"America/Vancouver", "Europe/London"}
    later = offsets(zones, now + timedelta(days=60), "x")
    assert (here.differing(later), here.of == later.of) == (set(), False)


def test_a_zone_of_the_system() -> None:
    """The first folder that has it is taken; none may have it."""
    found = of_system("Europe/London", ("/nowhere", str(PINNED)))
    assert found is not None
    assert NOON.astimezone(found).utcoffset() == timedelta()
    assert of_system("Europe/London", ("/nowhere",)) is None
