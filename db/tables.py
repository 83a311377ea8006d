"""Every table, in one place: what is remembered, and nothing about how it is asked for."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from db.sealed import Sealed
from db.types import Json, Moment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite counts only an INTEGER primary key up by itself; PostgreSQL wants the wide one.
Id = BigInteger().with_variant(Integer, "sqlite")


def _person(*, nullable: bool = False, name: str = "person_id", primary_key: bool = False) -> Column[int]:
    return Column(name, Id, ForeignKey("people.id"), nullable=nullable, primary_key=primary_key)


# Everyone who ever wrote to us. Roles are rows in clients and practitioners, so one person may have several.
people = Table(
    "people",
    metadata,
    Column("id", Id, primary_key=True),
    Column("telegram_id", BigInteger, unique=True),  # NULL once erased
    Column("name", Sealed),  # what they asked to be called
    Column("locale", String(16), nullable=False),
    Column("country", String(2)),  # ISO 3166, for the crisis card
    Column("zone", String(64)),  # IANA name, never an offset
    Column("first_seen_at", Moment, nullable=False),
    Column("cannot_reach_since", Moment),  # blocked or deactivated: not silence
    Column("hold_until", Moment),  # Telegram asked us to leave this chat alone until then
    Column("awaiting", String(32)),  # what the next words are for
    Column("awaiting_screen", Id),
    Column("heard_at", Moment),  # when anything last came from them, to the minute
)

practitioners = Table(
    "practitioners",
    metadata,
    _person(primary_key=True),
    Column("joined_at", Moment, nullable=False),
)

clients = Table(
    "clients",
    metadata,
    _person(primary_key=True),
    _person(name="practitioner_id"),
    Column("joined_at", Moment, nullable=False),
    Column("left_at", Moment),
    Index("ix_clients_practitioner", "practitioner_id"),
)

# Tokens and codes are stored hashed: whoever reads this table can use none of them.
invites = Table(
    "invites",
    metadata,
    Column("id", Id, primary_key=True),
    Column("role", String(16), nullable=False),  # practitioner | client
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("code_hash", LargeBinary),  # the six digits, passed on another way
    Column("label", Sealed),  # whom it is for, in the words of who made it
    _person(name="issued_by", nullable=True),  # NULL: made on the command line
    Column("made_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    _person(name="opened_by", nullable=True),  # the account it is bound to
    Column("opened_at", Moment),  # since when: choices made before it were for another link
    Column("used_at", Moment),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("last_try_at", Moment),
)

# Append-only: the newest row of a person and item is the answer in force.
consents = Table(
    "consents",
    metadata,
    Column("id", Id, primary_key=True),
    _person(),
    Column("item", String(32), nullable=False),  # check_in | keep_answers | summary
    Column("granted", Boolean, nullable=False),
    Column("version", Integer, nullable=False),  # of the words that were shown
    Column("at", Moment, nullable=False),
    Index("ix_consents_person", "person_id", "item", "id"),
)

toolkit_items = Table(
    "toolkit_items",
    metadata,
    Column("id", Id, primary_key=True),
    _person(),
    Column("words", Sealed, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("hidden_at", Moment),
    Column("moment", String(16)),  # the hard moment it is for: "If stress, then I will ..."; NULL: any
    Index("ix_toolkit_items_person", "person_id", "id"),
)

# Why a client wants to stop, in their own words. Moving or unsetting the quit date leaves them as they are.
reasons = Table(
    "reasons",
    metadata,
    Column("id", Id, primary_key=True),
    _person(),
    Column("words", Sealed, nullable=False),
    Column("made_at", Moment, nullable=False),
    Index("ix_reasons_person", "person_id", "id"),
)

# Tries at stopping. One that ended stays, and so do its days; at most one of a person has no end.
quit_attempts = Table(
    "quit_attempts",
    metadata,
    Column("id", Id, primary_key=True),
    _person(),
    Column("quit_on", Date, nullable=False),  # the person's own date
    Column("made_at", Moment, nullable=False),
    Column("moved", Integer, nullable=False, server_default=text("0")),  # how often it was moved before it came
    Column("ended_on", Date),  # the first of the person's days that it does not hold for
    Column("ended_at", Moment),
    Index("ix_quit_attempts_person", "person_id", "id"),
)

# "I smoked": an entry of a diary before the quit date, a lapse from then on. Taken back, the row goes.
smoked = Table(
    "smoked",
    metadata,
    Column("id", Id, primary_key=True),
    _person(),
    Column("told_at", Moment, nullable=False),
    Column("local_date", Date, nullable=False),  # the person's own day that it belongs to
    Column("attempt_id", Id),  # the quit attempt it is a lapse of; NULL: an entry of the diary
    Column("moment", String(16)),  # what was going on: programme.check_in.HardMoment
    Column("mood", String(8)),
    Column("cigarettes_from", Integer),  # as in check_ins, and never zero
    Column("cigarettes_to", Integer),
    Index("ix_smoked_person", "person_id", "local_date"),
)

# What somebody told of the four weeks and so on since their quit date: one answer for each milestone of an attempt.
outcomes = Table(
    "outcomes",
    metadata,
    Column("id", Id, primary_key=True),
    _person(),
    Column("attempt_id", Id, nullable=False),
    Column("milestone", Integer, nullable=False),  # 28 | 84 | 182 days
    Column("answered_at", Moment, nullable=False),
    Column("smoked_from", Integer),  # cigarettes in all; "1-5" is from 1 to 5, as in check_ins
    Column("smoked_to", Integer),
    Column("answer", String(16), nullable=False),
    UniqueConstraint("attempt_id", "milestone"),
    Index("ix_outcomes_person", "person_id", "id"),
)

# A craving that was rated: how strong it was, what was tried, and how strong after ten minutes.
cravings = Table(
    "cravings",
    metadata,
    Column("id", Id, primary_key=True),
    _person(),
    Column("at", Moment, nullable=False),
    Column("before", Integer, nullable=False),  # 0..5
    Column("tried", String(16)),  # breathe | wait | swap | own
    Column("item_id", Id),  # the toolkit item that was tried, where it was one's own
    Column("after", Integer),  # 0..5; NULL: not rated once more
    Column("after_at", Moment),
    Index("ix_cravings_person", "person_id", "id"),
)

# The only schedule. Clustered by due time, so that the sweep costs the same at a thousand plans and at a million.
plans = Table(
    "plans",
    metadata,
    Column("next_due_at", Moment, primary_key=True),  # NEVER (year 9999) when nothing is due any more
    Column("id", Id, primary_key=True, autoincrement=False),
    _person(),
    Column("about_id", Id),  # the client whom a supporter's plan is about
    Column("kind", String(16), nullable=False),  # programme.kinds
    Column("rule", Json, nullable=False),  # programme.plan.Rule
    Column("zone", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("ended_at", Moment),
    UniqueConstraint("id"),
    Index("ix_plans_person", "person_id"),
    Index("ix_plans_about", "about_id"),
    sqlite_with_rowid=False,
)

# A client's last pause: nothing of what it is of is due in it. Earlier ones are in the events.
pauses = Table(
    "pauses",
    metadata,
    _person(primary_key=True),
    Column("since", Moment, nullable=False),
    Column("until", Moment, nullable=False),  # NEVER: until they say that they are back
    Column("what", String(16), nullable=False, server_default="all"),  # all | check_ins | nudges (of supporters)
)

# Kinds of what comes by itself that a client wants no more of, until they say otherwise.
stopped = Table(
    "stopped",
    metadata,
    _person(primary_key=True),
    Column("kind", String(16), primary_key=True),  # programme.kinds
    Column("at", Moment, nullable=False),
)

# What we proposed to a client to change, with its evidence in the events, and what they said.
proposals = Table(
    "proposals",
    metadata,
    Column("id", Id, primary_key=True),
    _person(),
    Column("what", String(16), nullable=False),
    Column("value", String(32), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("answer", String(16)),  # NULL: none yet
    Column("answered_at", Moment),
    Index("ix_proposals_person", "person_id", "id"),
)

# Whom a client asked to be on their side. Consent to each thing that is shown is in the events, with its version.
supporters = Table(
    "supporters",
    metadata,
    Column("id", Id, primary_key=True),
    _person(name="client_id"),
    _person(nullable=True),  # who supports; NULL until somebody opened the link, and once they are erased
    Column("invite_id", Id),
    Column("label", Sealed, nullable=False),  # what the client calls them
    Column("wish", Sealed),  # what the client asks of them, shown in every nudge
    Column("shares", Json, nullable=False),  # programme.support.Shared, a list
    Column("rule", Json, nullable=False),  # of the nudges
    Column("state", String(16), nullable=False),  # made | opened | accepted | declined | ended
    Column("seed", Integer, nullable=False),  # of the order in which ideas come
    Column("made_at", Moment, nullable=False),
    Index("ix_supporters_client", "client_id"),
    Index("ix_supporters_person", "person_id"),
)

# Words between the two. Those that were not sent are a draft that the writer looks at once more.
encouragements = Table(
    "encouragements",
    metadata,
    Column("id", Id, primary_key=True),
    Column("support_id", Id, nullable=False),
    _person(),  # who wrote them
    _person(name="to_id"),
    Column("words", Sealed, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("sent_at", Moment),
    Column("helped", Boolean),  # what the reader said; NULL: nothing
    Index("ix_encouragements_support", "support_id"),
)

# One row for each due slot of a plan, whatever became of it (FIELD S1). On-demand prompts have no plan.
prompts = Table(
    "prompts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan_id", Id),
    _person(),
    Column("about_id", Id),  # as in plans
    Column("kind", String(16), nullable=False),
    Column("local_date", Date, nullable=False),
    Column("slot", String(16), nullable=False),  # the rule's wall time, "18:30"
    Column("due_at", Moment, nullable=False),
    Column("opened_at", Moment),
    Column("closes_at", Moment),
    Column("next_at", Moment),  # when its next_step is due
    Column("next_step", String(16)),  # remind | return | close
    Column("state", String(16), nullable=False),  # programme.prompt.PromptState
    Column("reason", String(32)),  # why it was cancelled or not sent
    Column("reminded_at", Moment),
    Column("seen_at", Moment),  # first tap
    Column("answered_at", Moment),
    Column("closed_at", Moment),
    Column("late", Boolean, nullable=False, server_default=text("false")),
    Column("plan_version", Integer),
    Column("decision", Json, nullable=False),  # for "Why this?": kept, never reconstructed
    Column("form", String(16)),  # what is asked: programme.course.Form, or the day of a rule of days; NULL: all of it
    UniqueConstraint("local_date", "plan_id", "slot"),  # in time order: appended, not scattered
    Index("ix_prompts_person", "person_id", "due_at"),
    Index("ix_prompts_next", "next_at", sqlite_where=text("next_at IS NOT NULL"),
          postgresql_where=text("next_at IS NOT NULL")),
)  # fmt: skip

# What a client said in one check-in. A missing answer is NULL, never zero.
check_ins = Table(
    "check_ins",
    metadata,
    Column("prompt_id", Id, ForeignKey("prompts.id"), primary_key=True),
    _person(),
    Column("question", String(16)),  # where the screen stands; NULL when finished
    Column("day", String(8)),  # ok | hard, from the reminder's one tap
    Column("mood", String(8)),  # very_low | low | mixed | ok | good
    Column("urge", Integer),  # strongest urge, 0..5
    Column("cigarettes_from", Integer),  # "2-5" is from 2 to 5; an exact number is from n to n
    Column("cigarettes_to", Integer),  # NULL with a from: "6 or more"
    Column("moment", String(16)),  # the hardest moment: stress | low_mood | others | drink | bored | good_mood | other
    Column("helped", Id),  # toolkit item; 0: nothing did
    Column("words", Sealed),
    Column("words_shared", Boolean, nullable=False, server_default=text("false")),
    Column("skipped", Json, nullable=False),  # questions passed over, a list
    Index("ix_check_ins_person", "person_id"),
)

# "Please call": what a client asked us to tell the practitioner, and whether it was opened.
requests = Table(
    "requests",
    metadata,
    Column("id", Id, primary_key=True),
    _person(),
    _person(name="practitioner_id"),
    Column("made_at", Moment, nullable=False),
    Column("opened_at", Moment),
    Index("ix_requests_practitioner", "practitioner_id", "opened_at"),
)

# A client's next session, as they or their practitioner entered it. One that is over is none.
sessions = Table(
    "sessions",
    metadata,
    _person(primary_key=True),
    Column("at", Moment, nullable=False),
    Column("set_by", Id),  # who entered it; NULL: the practitioner
)

# What a client wants to bring to a session, and what was agreed in it, in their own words.
session_notes = Table(
    "session_notes",
    metadata,
    Column("id", Id, primary_key=True),
    _person(),
    Column("session_on", Date, nullable=False),  # the session's date, where the client is
    Column("note", String(8), nullable=False),  # bring | agreed
    Column("words", Sealed, nullable=False),
    Column("shared", Boolean, nullable=False, server_default=text("false")),
    Column("made_at", Moment, nullable=False),
    Index("ix_session_notes_person", "person_id", "id"),
)

# What happened, in order, with who did it. Never free text.
events = Table(
    "events",
    metadata,
    Column("id", Id, primary_key=True),
    _person(nullable=True),  # whom it is about
    Column("actor_id", Id),  # who did it; NULL: the service
    Column("kind", String(32), nullable=False),
    Column("data", Json, nullable=False),
    Column("at", Moment, nullable=False),
    Index("ix_events_person", "person_id", "id"),
)

# Raw updates, kept before Telegram is told that we have them. The payload goes when the update is done.
inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("telegram_id", BigInteger, nullable=False),  # whose turn it is; 0: nobody's
    Column("payload", Sealed),
    Column("received_at", Moment, nullable=False),
    Column("state", String(8), nullable=False),  # waiting | done | dead
    Column("looked", Boolean, nullable=False, server_default=text("false")),  # the crisis look has been
    Column("crisis", Boolean, nullable=False, server_default=text("false")),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("not_before", Moment),
    Column("error", String(80)),  # the exception's class, never its words
    Index("ix_inbox_waiting", "telegram_id", "update_id", sqlite_where=text("state = 'waiting'"),
          postgresql_where=text("state = 'waiting'")),
    Index("ix_inbox_turn", "looked", "update_id", sqlite_where=text("state = 'waiting'"),
          postgresql_where=text("state = 'waiting'")),
)  # fmt: skip

# One message as a person sees it: a name and ids, rendered from what is remembered when it is sent.
screens = Table(
    "screens",
    metadata,
    Column("id", Id, primary_key=True),
    _person(),
    Column("name", String(32), nullable=False),
    Column("args", Json, nullable=False),  # ids and codes only
    Column("subject_id", Id),  # what it is about: a prompt, an invite, a client
    Column("message_id", BigInteger),  # known once sent, or adopted from a tap
    Column("live", Boolean, nullable=False, server_default=text("true")),  # false: its buttons are taken away
    Column("made_at", Moment, nullable=False),
    Index("ix_screens_person", "person_id", "name", "subject_id"),
)

# What is to be said: a screen and what to do with it. Neither words nor facts.
outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(64), unique=True),  # makes a repeat harmless: "p12:ask"
    _person(),
    Column("screen_id", Id, ForeignKey("screens.id")),  # NULL for a menu
    Column("verb", String(8), nullable=False),  # send | edit | strip | menu
    Column("rank", Integer, nullable=False),  # 0 answer, 1 prompt, 2 broadcast
    Column("state", String(12), nullable=False),
    Column("reason", String(32)),
    Column("made_at", Moment, nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("not_after", Moment),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("ambiguous", Integer, nullable=False, server_default=text("0")),  # answers the network hid
    Column("epoch", Integer),  # of the sender that took it
    Column("ended_at", Moment),
    Index("ix_outbox_waiting", "rank", "id", sqlite_where=text("state IN ('waiting', 'sending')"),
          postgresql_where=text("state IN ('waiting', 'sending')")),
    Index("ix_outbox_screen", "screen_id"),
)  # fmt: skip

# Who holds a role that one process has at a time; each taking over counts the epoch up.
leases = Table(
    "leases",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("holder", String(64)),
    Column("epoch", Integer, nullable=False),
    Column("expires_at", Moment),  # by the database's own clock
)

job_runs = Table(
    "job_runs",
    metadata,
    Column("job", String(32), primary_key=True),
    Column("slot", String(32), primary_key=True),
    Column("at", Moment, nullable=False),
)

# Numbers we count up ourselves, for tables whose key is not the number.
counters = Table(
    "counters",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("last", BigInteger, nullable=False),
)

# A few facts about the service itself: the bot's username, the zone data that plans were reckoned with.
service_facts = Table(
    "service_facts",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", Text, nullable=False),
)
