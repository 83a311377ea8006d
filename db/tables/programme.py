"""What clients keep with us: quit attempts, smoking, cravings, their toolkit and their own words."""

from typing import Any

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Table, text

from db.tables.base import AgeRule, Id, RowStays, kept, metadata, number, of, person_column
from db.types import Moment, Sealed
from programme.people import retention
from programme.people.consent import ConsentItem
from programme.planning.reasons import LASTING


def _where(condition: str) -> dict[str, Any]:
    """An index over those rows only."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


toolkit_items = Table(
    "toolkit_items",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(),
    Column("words", Sealed, nullable=False),  # "": the catalogue's line
    Column("made_at", Moment, nullable=False),
    Column("hidden_at", Moment),
    Column("moment", String(16)),  # the hard moment it is for: "If stress, then I will ..."; NULL: any
    Column("code", String(32)),  # the strategy of the catalogue that it was taken from
    Column("pinned_at", Moment),
    Column("gives", String(16)),  # as the client said: break | calm | company | hands | hunger | reward | focus
    Column("place", String(16)),  # anywhere | home | out
    Column("minutes", Integer),
    Index("ix_toolkit_items_person", "person_id", "id"),
    info=kept(
        "What helps",
        of("person_id", "client", "toolkit", "words made_at hidden_at moment code pinned_at gives place minutes"),
        ours="id",
        stays=RowStays.CLIENT,
        answers="a tool",
    ),
)
# Why a client wants to stop, and what smoking and stopping give and cost, in their own words. Moving or unsetting the
# quit date leaves them as they are.
reasons = Table(
    "reasons",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(),
    Column("words", Sealed, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column(
        "side", String(16), nullable=False, server_default="why"
    ),  # the list it stands on: programme.planning.reasons.ReasonSide
    Column("pinned", Boolean, nullable=False, server_default=text("false")),  # at most one of a person
    Column("ended_at", Moment),  # taken off the list; for a day that can be undone
    Index("ix_reasons_person", "person_id", "id"),
    info=kept(
        "Reasons",
        of("person_id", "client", "reasons", "words made_at side pinned ended_at"),
        ours="id",
        stays=RowStays.CLIENT,
        answers="a tool",
        goes=(AgeRule("what was taken off a list", retention.TAKEN_OFF, "ended_at"),),
    ),
)
# What somebody has got ready for their quit date, of the list that everybody starts from.
prepared = Table(
    "prepared",
    metadata,
    person_column(primary_key=True),
    Column("thing", String(16), primary_key=True),  # programme.quitting.attempts.Thing
    Column("at", Moment, nullable=False),
    info=kept(
        "Getting ready",
        of("person_id", "client", "prepared", "thing at"),
        stays=RowStays.CLIENT,
        answers=ConsentItem.KEEP_ANSWERS,
    ),
)
# Tries at stopping. One that ended stays, and so do its days; at most one of a person has no end.
quit_attempts = Table(
    "quit_attempts",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(),
    Column("quit_on", Date, nullable=False),  # the person's own date
    Column("made_at", Moment, nullable=False),
    Column("moved", Integer, nullable=False, server_default=text("0")),  # how often it was moved before it came
    Column("ended_on", Date),  # the first of the person's days that it does not hold for
    Column("ended_at", Moment),
    Index("ix_quit_attempts_person", "person_id", "id"),
    info=kept(
        "Quit dates",
        of("person_id", "client", "quit-dates", "quit_on made_at moved ended_on ended_at"),
        ours="id",
        stays=RowStays.CLIENT,
        answers="dates that plans stand on",
    ),
)


def _around() -> tuple[Column[Any], ...]:
    """What was around a cigarette or an urge: programme.diary.entries.Entry."""
    return (
        Column("was_at", Moment),  # where they said another time than when they told
        Column("zone", String(64)),  # where they were, an IANA name
        Column("feeling", String(16)),
        Column("place", String(16)),
        Column("company", String(16)),
        Column("function", String(16)),  # what it gave, or would have
    )


_AROUND = "was_at zone moment feeling place company function"
_SMOKED_AROUND = f"mood stress stress_after stress_after_at {_AROUND}"
_CRAVING_AROUND = f"tried code {_AROUND}"
# "I smoked": an entry of a diary before the quit date, a lapse from then on. Taken back, the row goes.
smoked = Table(
    "smoked",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(),
    Column("told_at", Moment, nullable=False),
    Column("local_date", Date, nullable=False),  # the person's own day that it belongs to
    Column("attempt_id", Id),  # the quit attempt it is a lapse of; NULL: an entry of the diary
    Column("moment", String(16)),  # what was going on: programme.check_in.answers.HardMoment
    Column("mood", String(8)),
    Column("cigarettes_from", Integer),  # as in check_ins, and never zero
    Column("cigarettes_to", Integer),
    *_around(),
    Column("stress", Integer),  # 0..5 at the time, of who wants the look-back
    Column("stress_after", Integer),  # 0..5 about forty minutes later
    Column("stress_after_at", Moment),
    Index("ix_smoked_person", "person_id", "local_date"),
    info=kept(
        "Times of smoking",
        of("person_id", "client", "smoked", f"told_at local_date cigarettes_from cigarettes_to {_SMOKED_AROUND}"),
        ours="id attempt_id",
        stays=RowStays.CLIENT,
        answers=ConsentItem.KEEP_ANSWERS,
        goes=(AgeRule("old answers", retention.ANSWERS, "told_at", emptied=tuple(_SMOKED_AROUND.split())),),
    ),
)
# What somebody told of the four weeks and so on since their quit date: one answer for each milestone of an attempt,
# and beside it one that a practitioner heard.
outcomes = Table(
    "outcomes",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(),
    Column("attempt_id", Id, nullable=False),
    Column("milestone", Integer, nullable=False),  # 28 | 84 | 182 | 364 days
    Column("answered_at", Moment, nullable=False),
    Column("smoked_from", Integer),  # cigarettes in all; "1-5" is from 1 to 5, as in check_ins
    Column("smoked_to", Integer),
    Column("answer", String(16), nullable=False),
    Column("told_on", Date, nullable=False),  # the person's own day on which it was told
    Column("last_on", Date, nullable=False),  # the last of the person's own days that it is about
    Column("entered_by", Id),  # the practitioner who heard it; NULL: the person told us
    Index("ix_outcomes_person", "person_id", "id"),
    Index("uq_outcomes_told", "attempt_id", "milestone", unique=True, **_where("entered_by IS NULL")),
    Index("uq_outcomes_heard", "attempt_id", "milestone", unique=True, **_where("entered_by IS NOT NULL")),
    info=kept(
        "How stopping went",
        of("person_id", "client", None, "milestone answered_at smoked_from smoked_to answer told_on last_on"),
        number("entered_by", "practitioner"),
        ours="id attempt_id",
        stays=RowStays.CLIENT,
        answers=ConsentItem.KEEP_ANSWERS,
    ),
)
# A craving that was rated: how strong it was, what was tried, and how strong after ten minutes.
cravings = Table(
    "cravings",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(),
    Column("at", Moment, nullable=False),
    Column("before", Integer, nullable=False),  # 0..5
    Column("tried", String(16)),  # breathe | surf | wait | swap | own | idea
    Column("item_id", Id),  # the toolkit item that was tried, where it was one's own
    Column("code", String(32)),  # the strategy of the catalogue that was tried, or that the item was taken from
    Column("after", Integer),  # 0..5; NULL: not rated again
    Column("after_at", Moment),
    Column("moment", String(16)),
    *_around(),
    Index("ix_cravings_person", "person_id", "id"),
    info=kept(
        "Cravings",
        of("person_id", "client", "cravings", f"at before after after_at {_CRAVING_AROUND}"),
        ours="id item_id",
        stays=RowStays.CLIENT,
        answers=ConsentItem.KEEP_ANSWERS,
        goes=(AgeRule("old answers", retention.ANSWERS, "at", emptied=("item_id", *_CRAVING_AROUND.split())),),
    ),
)
# A client's next session, as they or their practitioner entered it. One that is over is none.
sessions = Table(
    "sessions",
    metadata,
    person_column(primary_key=True),
    Column("at", Moment, nullable=False),
    Column("set_by", Id),  # who entered it; NULL: the practitioner
    info=kept(
        "Next session",
        of("person_id", "client", "sessions", "at"),
        number("set_by", "practitioner"),
        stays=RowStays.CLIENT,
        answers="a date",
    ),
)
# What a client wants to bring to a session, and what was agreed in it, in their own words.
session_notes = Table(
    "session_notes",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(),
    Column("session_on", Date, nullable=False),  # the session's date, where the client is
    Column("note", String(8), nullable=False),  # bring | agreed
    Column("words", Sealed, nullable=False),
    Column("shared", Boolean, nullable=False, server_default=text("false")),
    Column("made_at", Moment, nullable=False),
    Index("ix_session_notes_person", "person_id", "id"),
    info=kept(
        "Notes for sessions",
        of("person_id", "client", "session-notes", "session_on note words shared made_at"),
        ours="id",
        stays=RowStays.CLIENT,
        answers=ConsentItem.KEEP_ANSWERS,
        goes=(AgeRule("old answers", retention.ANSWERS, "made_at"),),
    ),
)
# What a client writes for themselves, in their own words, by what it is for (`kind`: programme.planning.reasons).
own_words = Table(
    "own_words",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(),
    Column("kind", String(16), nullable=False),
    Column("words", Sealed, nullable=False),
    Column("about_id", Id),  # the row it belongs to: an idea to its barrier; a belief to the note that shows it
    Column("on_date", Date),  # the person's own day that it is for
    Column("code", String(16)),  # what became of it, or how sure they are
    Column("made_at", Moment, nullable=False),
    Column("ended_at", Moment),  # it is not shown any more, and can be brought back
    Index("ix_own_words_person", "person_id", "kind", "id"),
    info=kept(
        "Own words",
        of("person_id", "client", "own-words", "kind words on_date code made_at ended_at"),
        ours="id about_id",
        stays=RowStays.CLIENT,
        partly="all but the tools: programme.planning.reasons",
        goes=(AgeRule("old answers", retention.ANSWERS, "made_at", only=lambda t: t.c.kind.not_in(list(LASTING))),),
    ),
)
# What a client smoked on a usual day before, and what it cost. Asked of nobody; what a scale asks is kept here too.
usual = Table(
    "usual",
    metadata,
    person_column(primary_key=True),
    Column("a_day", Integer, nullable=False),
    Column("price", Integer),  # of a packet or pouch, in the smallest unit of the currency
    Column("currency", String(3)),  # ISO 4217, of the country they were in
    Column("packet_of", Integer, nullable=False, server_default=text("20")),  # cigarettes that it makes
    Column("since", Date, nullable=False),  # the person's own date on which they first told it
    Column("told_at", Moment, nullable=False),
    info=kept(
        "A usual day of smoking",
        of("person_id", "client", "usual", "a_day price currency packet_of since told_at"),
        stays=RowStays.CLIENT,
        answers=ConsentItem.KEEP_ANSWERS,
    ),
)
# What held before they told something else, so that each day goes by the price of its time.
usual_before = Table(
    "usual_before",
    metadata,
    person_column(primary_key=True),
    Column("until", Date, primary_key=True),  # the person's own date from which on it held no more
    Column("a_day", Integer, nullable=False),
    Column("price", Integer),
    Column("currency", String(3)),
    Column("packet_of", Integer, nullable=False),
    info=kept(
        "A usual day of smoking, before that",
        of("person_id", "client", None, "until a_day price currency packet_of"),
        stays=RowStays.CLIENT,
        answers=ConsentItem.KEEP_ANSWERS,
    ),
)
