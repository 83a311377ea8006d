"""Who may open which link when, and what is a code."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from programme.people.invite import TRY_WINDOW, Invite, InviteRefusal, InviteState, is_token, read_code, why_not
from programme.people.person import Person, Role
from tests.rows import each_row

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SAM = Person(5, 50, None, "en", None, None, None, None, None, None, frozenset())
FRESH = Invite(1, Role.CLIENT, None, 9, NOW, NOW + timedelta(hours=72), None, None, None, 0, None)
LEES = replace(FRESH, role=Role.PRACTITIONER, issued_by=None)
OLD = NOW - timedelta(hours=1)


@each_row(
    ("invite", "person", "expected"),
    [
        (FRESH, SAM, None),
        (LEES, SAM, None),
        (replace(FRESH, opened_by=5), SAM, None),
        (replace(FRESH, opened_by=5, expires_at=OLD), SAM, None),
        (replace(FRESH, opened_by=6), SAM, InviteRefusal.OTHER_PERSON),
        (replace(LEES, opened_by=6), SAM, None),
        (replace(LEES, opened_by=5, expires_at=OLD), SAM, InviteRefusal.EXPIRED),
        (replace(FRESH, expires_at=NOW), SAM, InviteRefusal.EXPIRED),
        (replace(FRESH, used_at=NOW, opened_by=6), SAM, InviteRefusal.USED),
        (replace(FRESH, used_at=NOW, opened_by=5), SAM, InviteRefusal.USED),
        (replace(FRESH, issued_by=5, used_at=NOW), SAM, InviteRefusal.OWN),
        (FRESH, replace(SAM, roles=frozenset({Role.CLIENT})), InviteRefusal.ALREADY_IN),
        (FRESH, replace(SAM, roles=frozenset({Role.PRACTITIONER})), None),
        (LEES, replace(SAM, roles=frozenset({Role.PRACTITIONER})), InviteRefusal.ALREADY_IN),
    ],
)
def test_who_may_open_a_link(invite: Invite, person: Person, expected: InviteRefusal | None) -> None:
    """Each reason for itself, the strongest first."""
    assert why_not(invite, person, NOW) is expected


def test_the_state_of_a_link() -> None:
    """Waiting until it is opened, used or run out; an opened one does not run out."""
    assert FRESH.state(NOW) is InviteState.WAITING
    assert FRESH.state(FRESH.expires_at) is InviteState.EXPIRED
    assert replace(FRESH, opened_by=5).state(FRESH.expires_at) is InviteState.OPENED
    assert replace(FRESH, opened_by=5, used_at=NOW).state(NOW) is InviteState.USED


def test_tries_are_forgotten_after_the_hour() -> None:
    """Wrong codes of an hour ago do not count."""
    tried = replace(LEES, tries=20, last_try_at=NOW)
    assert tried.tries_lately(NOW + TRY_WINDOW - timedelta(seconds=1)) == 20
    assert tried.tries_lately(NOW + TRY_WINDOW) == 0


@each_row(
    ("typed", "code"),
    [("123456", "123456"), (" 123 456 ", "123456"), ("123-456.", "123456"), ("000000", "000000"),
     ("12345", None), ("1234567", None), ("123a56", None), ("", None), ("١٢٣٤٥٦", None)],
)  # fmt: skip
def test_what_is_a_code(typed: str, code: str | None) -> None:
    """Six digits however they are grouped, and nothing else."""
    assert read_code(typed) == code


@each_row("text", ["", "A" * 21, "A" * 23, "A" * 21 + "!", "A" * 21 + "\n", "é" * 22])
def test_what_is_no_token(text: str) -> None:
    """Only 22 signs of the alphabet that links are made of."""
    assert not is_token(text)
    assert is_token("Ab-_" * 5 + "09")
