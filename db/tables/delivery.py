"""How the service works: what came in, what happened, what is to be said and how, and who holds which role."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from db.tables.base import (
    SERVICE_KEY,
    AgeRule,
    Id,
    OnErasure,
    RowStays,
    kept,
    metadata,
    nobodys,
    number,
    of,
    person_column,
)
from db.types import Json, Moment, Sealed
from programme.event import Stays as Lasts
from programme.event_kinds import OUTLIVES, staying
from programme.people import retention

# What happened, in order, with who did it. Never free text.
events = Table(
    "events",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(nullable=True),  # whom it is about
    Column("actor_id", Id),  # who did it; NULL: the service
    Column("kind", String(32), nullable=False),
    Column("data", Json, nullable=False),
    Column("at", Moment, nullable=False),
    Index("ix_events_person", "person_id", "id"),
    Index("ix_events_tried", "at", sqlite_where=text("kind = 'InviteTried'"),
          postgresql_where=text("kind = 'InviteTried'")),
    info=kept(
        "What happened, and when",
        of("person_id", "person", "events", "kind data at"),
        number("actor_id", "somebody else"),
        ours="id",
        stays=RowStays.LOG,
        partly="by their kind: programme.event_kinds",
        goes=(
            AgeRule("old answers", retention.ANSWERS, "at", only=lambda t: t.c.kind.in_(staying(Lasts.YEAR))),
            AgeRule(
                "logs of people who are gone",
                retention.DECISIONS,
                "at",
                gone=True,
                only=lambda t: t.c.kind.in_(OUTLIVES - staying(Lasts.SIX_YEARS)),
            ),
            AgeRule("yeses and noes of people who are gone", retention.CONSENTS, "at", gone=True),
        ),
    ),
)  # fmt: skip
# Who saw or changed what of whom, chained: see db.events. What it was stands in the event, and goes with it.
audit = Table(
    "audit",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),  # from 1, without a gap
    Column("event_id", Id, unique=True),  # NULL once the event is gone
    Column("salt", LargeBinary),  # the same: without it the digest tells nothing
    Column("digest", LargeBinary, nullable=False),  # of the salt and the event
    Column("hash", LargeBinary, nullable=False),  # of the hash before, the number and the digest
    info=nobodys("The chain over who saw or changed what", "number event_id salt digest hash"),
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
    Column("looked", Boolean, nullable=False, server_default=text("false")),  # the crisis scan has been
    Column("crisis", Boolean, nullable=False, server_default=text("false")),
    Column("stranger", Boolean, nullable=False, server_default=text("false")),  # known by nobody when it came
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("not_before", Moment),
    Column("error", String(80)),  # the exception's class, never its words
    Index("ix_inbox_waiting", "telegram_id", "update_id", sqlite_where=text("state = 'waiting'"),
          postgresql_where=text("state = 'waiting'")),
    Index("ix_inbox_turn", "looked", "stranger", "update_id", sqlite_where=text("state = 'waiting'"),
          postgresql_where=text("state = 'waiting'")),
    Index("ix_inbox_dead", "received_at", sqlite_where=text("state = 'dead'"), postgresql_where=text("state = 'dead'")),
    Index("ix_inbox_crisis", "telegram_id", "received_at", sqlite_where=text("crisis"),
          postgresql_where=text("crisis")),
    info=kept(
        "Words that wait to be handled",
        of("telegram_id", "person", None, "payload received_at state", OnErasure.BY_HAND),
        ours="update_id looked crisis stranger attempts not_before error",
        stays=RowStays.HERE,
        answers="what is not handled yet",
        goes=(
            AgeRule("updates that were handled", retention.DONE_UPDATES, "received_at",
            only=lambda t: t.c.state == "done"),
            AgeRule("updates that were set aside", retention.SET_ASIDE, "received_at",
            only=lambda t: t.c.state == "dead"),
        ),
        key=SERVICE_KEY,
    ),
)  # fmt: skip
# One message as a person sees it: a name and ids, rendered from what is remembered when it is sent.
screens = Table(
    "screens",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(),
    Column("name", String(32), nullable=False),
    Column("args", Json, nullable=False),  # ids and codes only
    Column("subject_id", Id),  # what it is about: a prompt, an invite, a client
    Column("message_id", BigInteger),  # known once sent, or adopted from a tap
    Column("live", Boolean, nullable=False, server_default=text("true")),  # false: its buttons are taken away
    Column("bare", Boolean, nullable=False, server_default=text("false")),  # its message is known to have no buttons
    Column("made_at", Moment, nullable=False),
    Column("awaits", String(32)),  # which words it asks for, while it shows that question
    Index("ix_screens_person", "person_id", "name", "subject_id"),
    # What forgets within hours what it was about (care.safety.crisis.forget_lines).
    Index("ix_screens_passing", "made_at", sqlite_where=text("name IN ('crisis', 'quiet_line')"),
          postgresql_where=text("name IN ('crisis', 'quiet_line')")),
    info=kept(
        "Messages: what kind, and when",
        of("person_id", "person", "messages", "name args made_at"),
        ours="id subject_id message_id live bare awaits",
        stays=RowStays.HERE,
        partly="codes of what was tapped: OF_ANSWERS",
    ),
)  # fmt: skip
# What is to be said: a screen and what to do with it. Neither words nor facts.
outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(64), unique=True),  # makes a repeat harmless: "p12:ask"
    person_column(),
    Column("screen_id", Id, ForeignKey("screens.id")),  # NULL for a menu
    Column("verb", String(8), nullable=False),  # send | edit | strip | delete | pin | menu
    Column("rank", Integer, nullable=False),  # db.delivery.outbox.Rank
    Column("state", String(12), nullable=False),
    Column("reason", String(32)),
    Column("made_at", Moment, nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("not_after", Moment),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("ambiguous", Integer, nullable=False, server_default=text("0")),  # answers the network hid
    Column("epoch", Integer),  # of the sender that took it
    Column("ended_at", Moment),
    Column("wording_id", Id),  # of wordings: what it said when it was last taken; NULL: not known, or forgotten
    Column("update_id", BigInteger),  # of the inbox: what it answers, for the log; NULL: nobody asked
    Index("ix_outbox_waiting", "rank", "id", sqlite_where=text("state IN ('waiting', 'sending')"),
          postgresql_where=text("state IN ('waiting', 'sending')")),
    Index("ix_outbox_screen", "screen_id"),
    Index("ix_outbox_uncertain", "id", sqlite_where=text("state = 'uncertain'"),
          postgresql_where=text("state = 'uncertain'")),
    info=kept(
        "Messages sent lately",
        of("person_id", "person", None, "verb state reason made_at ended_at"),
        ours="id key screen_id rank not_before not_after attempts ambiguous epoch wording_id update_id",
        stays=RowStays.HERE,
        partly="which texts a message had",
        goes=(AgeRule("messages that ended", retention.SAID, "ended_at"),),
    ),
)  # fmt: skip
# Which techniques stood in a message that reached a client, kept longer than the outbox: a row a message and week.
received = Table(
    "received",
    metadata,
    person_column(primary_key=True),
    Column("week", Date, primary_key=True),  # the Monday, where the client is
    Column("screen_id", Id, primary_key=True),
    Column("techniques", BigInteger, nullable=False),  # programme.practice.techniques.packed
    sqlite_with_rowid=False,
    info=kept(
        "Ways of helping that were in messages",
        of("person_id", "client", "received", "week techniques"),
        ours="screen_id",
        stays=RowStays.CLIENT,
        answers="what we said",
    ),
)
# Who holds a role that one process has at a time; each taking over counts the epoch up.
leases = Table(
    "leases",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("holder", String(64)),
    Column("epoch", Integer, nullable=False),
    Column("expires_at", Moment),  # by the database's own clock
    info=nobodys("Which process holds which role", "name holder epoch expires_at"),
)
job_runs = Table(
    "job_runs",
    metadata,
    Column("job", String(32), primary_key=True),
    Column("slot", String(32), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("tally", Json),  # how many rows went, by what they were; NULL: it says nothing
    info=nobodys(
        "Which housekeeping was done when",
        "job slot at tally",
        AgeRule("notes of housekeeping", retention.HOUSEKEEPING, "at"),
    ),
)
# Numbers we count up ourselves, for tables whose key is not the number.
counters = Table(
    "counters",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("last", BigInteger, nullable=False),
    info=nobodys("Numbers that are counted up", "name last"),
)
# A few facts about the service itself: the bot's username, the zone data that plans were reckoned with.
service_facts = Table(
    "service_facts",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", Text, nullable=False),
    info=nobodys("Facts about the service", "name value"),
)

# A set of texts that some message was made of; the outbox names it. Keys and versions, nothing about anybody.
wordings = Table(
    "wordings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("digest", String(32), nullable=False),
    Column("locale", String(16), nullable=False),
    Column("screen", String(32), nullable=False),
    Column("texts", Json, nullable=False),  # the version by key
    Index("ix_wordings_digest", "digest", unique=True),
    info=nobodys("Sets of texts that messages were made of", "id digest locale screen texts"),
)
# The words of each version of a text, as they stood in its file when it was first sent.
text_versions = Table(
    "text_versions",
    metadata,
    Column("key", String(80), primary_key=True),
    Column("locale", String(16), primary_key=True),
    Column("version", String(16), primary_key=True),
    Column("words", Text, nullable=False),
    Column("first_at", Moment, nullable=False),
    info=nobodys("The words of each text", "key locale version words first_at"),
)
# Who is to be told that something we said, or did with what they told us, was wrong; and when they were.
errata = Table(
    "errata",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(),
    Column("what", String(32), nullable=False),  # programme.operators.Erratum
    Column("told_at", Moment),  # NULL: not so far
    Column("told_on", Date),  # the local date where they were: it counts in that day's cap
    Column("as_of", Moment),  # of a count that was wrong: what was told by then was counted so; NULL: it is no count
    UniqueConstraint("person_id", "what"),
    info=kept(
        "Mistakes of ours",
        of("person_id", "person", None, "what told_at told_on as_of"),
        ours="id",
        stays=RowStays.HERE,
        answers="what we said",
        goes=(AgeRule("mistakes that people were told of", retention.SAID, "told_at"),),
    ),
)
# Screens ("screen:hello") and texts ("text:medicine-keep") that an operator stopped, until they say otherwise.
text_stops = Table(
    "text_stops",
    metadata,
    Column("name", String(96), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("by", String(64), nullable=False),  # the login of whoever typed it
    info=nobodys("What is not to be said at present", "name at by"),
)
