"""Which trouble stands by what was seen, and what is told of it when: tables of cases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.texts import texts_for
from programme.operators import (
    HEADINGS,
    ServiceSeen,
    Trouble,
    TroubleChange,
    TroublesTold,
    standing_troubles,
    trouble_changes,
)
from tests.rows import each_row
from tests.tree import ROOT

NOW = datetime(2026, 12, 1, 3, 0, tzinfo=UTC)
WELL = ServiceSeen(
    database_away=0.0, free_bytes=10**10, unreached=20.0, sender_silent=1.0, pulse_silent=1.0, vault_open=True,
    keyless=0, held=False, late=0.0, answer_waits=0.0, prompt_waits=0.0, requests_late=0, dead=0, uncertain=0,
    stepped=float("inf"), wrong_links=0, backup_age=3600.0,
)  # fmt: skip
CASES = [
    ("all is well", {}, set()),
    ("the database is away for a moment", {"database_away": 9.0}, set()),
    ("and for longer", {"database_away": 11.0}, {Trouble.DATABASE}),
    ("then neither sender nor pulse can work", {"database_away": 99.0, "sender_silent": 99.0, "pulse_silent": 99.0},
     {Trouble.DATABASE}),
    ("99 MB are left", {"free_bytes": 99 * 1024 * 1024}, {Trouble.DISK}),
    ("Telegram is silent", {"unreached": 121.0}, {Trouble.TELEGRAM}),
    ("then what waits is no fault of the sender's", {"unreached": 121.0, "answer_waits": 300.0}, {Trouble.TELEGRAM}),
    ("an answer waits", {"answer_waits": 61.0}, {Trouble.SENDER}),
    ("a morning's check-ins take their time", {"prompt_waits": 599.0}, set()),
    ("a check-in waits too long", {"prompt_waits": 601.0}, {Trouble.SENDER}),
    ("the sender's loop stands", {"sender_silent": 61.0}, {Trouble.SENDER}),
    ("the pulse stands", {"pulse_silent": 61.0}, {Trouble.PULSE}),
    ("the vault was moved", {"vault_open": False}, {Trouble.VAULT}),
    ("the vault is older", {"keyless": 2}, {Trouble.VAULT}),
    ("something due waits", {"late": 301.0}, {Trouble.LATE}),
    ("held, nothing is late or stuck", {"held": True, "late": 999.0, "answer_waits": 999.0}, {Trouble.HELD}),
    ("a request is late", {"requests_late": 1}, {Trouble.REQUESTS}),
    ("one update is set aside", {"dead": 1}, {Trouble.DEAD}),
    ("one message is of unknown fate", {"uncertain": 1}, {Trouble.UNCERTAIN}),
    ("the clock was set", {"stepped": 599.0}, {Trouble.CLOCK}),
    ("a while ago", {"stepped": 601.0}, set()),
    ("many wrong links", {"wrong_links": 21}, {Trouble.LINKS}),
    ("an old backup", {"backup_age": 2 * 86400 + 1.0}, {Trouble.BACKUP}),
]  # fmt: skip


@each_row(("seen", "stands"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_stands(seen: dict[str, float], stands: set[Trouble]) -> None:
    """Each trouble stands from its own bound on, and hides no other."""
    found = standing_troubles(replace(WELL, **seen))  # type: ignore[arg-type]
    assert {trouble for trouble, here in found.items() if here} == stands


def test_what_is_not_known_decides_nothing() -> None:
    """While the database is away, nobody says that what only it can say is over."""
    assert set(standing_troubles(ServiceSeen(database_away=99.0, unreached=1.0))) == {
        Trouble.DATABASE,
        Trouble.TELEGRAM,
    }


def lives(*steps: tuple[int, bool]) -> list[str]:
    """What is told of one trouble that is there or not, each at so many seconds."""
    told, said = TroublesTold(), []
    for seconds, here in steps:
        told, found = trouble_changes(told, {Trouble.DEAD: here}, NOW + timedelta(seconds=seconds))
        said += [f"{seconds} {'began' if change.began else 'over'}" for change in found]
    return said


def test_each_beginning_and_each_end_is_told_once() -> None:
    """However often it is looked at."""
    assert lives((0, False), (5, True), (10, True), (15, True), (20, False), (25, False)) == ["5 began", "20 over"]


def test_what_comes_and_goes_is_told_once_in_ten_minutes() -> None:
    """An end at once; the next beginning only where it stands ten minutes after the last."""
    comes_and_goes = [(seconds, seconds % 20 == 0) for seconds in range(0, 620, 10)]
    assert lives(*comes_and_goes) == ["0 began", "10 over", "600 began", "610 over"]


def test_a_clock_that_was_set_back_hides_no_beginning() -> None:
    """A last beginning that lies ahead counts for nothing."""
    told, _ = trouble_changes(TroublesTold({}, {Trouble.DEAD: NOW + timedelta(days=1)}), {Trouble.DEAD: True}, NOW)
    assert set(told.since) == {Trouble.DEAD}


def test_what_is_not_looked_at_stays_as_it_is() -> None:
    """No word, no change."""
    told = TroublesTold({Trouble.LATE: NOW}, {Trouble.LATE: NOW})
    assert trouble_changes(told, {Trouble.DEAD: True}, NOW)[1] == [TroubleChange(Trouble.DEAD, began=True)]
    assert Trouble.LATE in trouble_changes(told, {Trouble.DEAD: True}, NOW)[0].since


def test_the_chat_names_the_heading_of_the_runbook() -> None:
    """Each trouble has a section there, and the message says its name."""
    runbook = (ROOT / "docs/runbook.md").read_text(encoding="utf-8")
    assert [heading for heading in HEADINGS.values() if f"\n## {heading}\n" not in runbook] == []
    assert texts_for("en")("note-alarm-over", name=HEADINGS[Trouble.LATE]) == "Over: Late."


def test_each_alert_leads_to_a_section_of_the_runbook() -> None:
    """And each trouble has an alert of its own."""
    runbook = (ROOT / "docs/runbook.md").read_text(encoding="utf-8")
    alerts = (ROOT / "deploy/alerts.yml").read_text(encoding="utf-8")
    named = {line.rpartition('runbook: "')[2].rstrip('"}') for line in alerts.splitlines() if 'runbook: "' in line}
    assert [name for name in sorted(named) if f"\n## {name}\n" not in runbook] == []
    assert set(HEADINGS.values()) <= named
