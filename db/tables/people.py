"""Who there is: everybody who wrote to us, what they are, and what they agreed to."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, LargeBinary, String, Table, text

from db.tables.base import AgeRule, Id, OnErasure, RowStays, kept, metadata, number, of, person_column
from db.types import Moment, Sealed
from programme.people import retention

# Everyone who ever wrote to us. Roles are rows in clients and practitioners, so one person may have several.
people = Table(
    "people",
    metadata,
    Column("id", Id, primary_key=True),
    Column("telegram_id", BigInteger, unique=True),  # NULL once erased
    Column("name", Sealed),  # what they asked to be called
    Column("locale", String(16), nullable=False),
    Column("country", String(2)),  # ISO 3166, of the zone: where their clock is
    Column("nation", String(6)),  # whose crisis numbers, as they tapped: GB-SCT and the like, ZZ for none of ours
    Column("zone", String(64)),  # IANA name, never an offset
    Column("first_seen_at", Moment, nullable=False),
    Column("cannot_reach_since", Moment),  # blocked or deactivated: not silence
    Column("hold_until", Moment),  # Telegram asked us to leave this chat alone until then
    Column("awaiting", String(32)),  # what the next words are for
    Column("awaiting_screen", Id),
    Column("heard_at", Moment),  # when anything last came from them, to the minute
    Column("pinned_at", Moment),  # when the message with the crisis numbers was put down for them
    info=kept(
        "Name and place",
        of(
            "id",
            "person",
            None,
            "telegram_id name locale country nation zone first_seen_at cannot_reach_since heard_at pinned_at",
            OnErasure.BY_HAND,
        ),
        ours="hold_until awaiting awaiting_screen",
        stays=RowStays.HERE,
        answers="who they are",
    ),
)
practitioners = Table(
    "practitioners",
    metadata,
    person_column(primary_key=True),
    Column("joined_at", Moment, nullable=False),
    info=kept("Work here", of("person_id", "practitioner", None, "joined_at"), stays=RowStays.HERE, answers="a role"),
)
clients = Table(
    "clients",
    metadata,
    person_column(primary_key=True),
    person_column(name="practitioner_id"),
    Column("joined_at", Moment, nullable=False),
    Column("left_at", Moment),
    Column("keep_until", Date),  # of who left: the day that was named to them; NULL: none was so far
    Column("smoking_first", Boolean, nullable=False, server_default=text("false")),  # the order in a check-in
    Column("look_back", Boolean),  # asked about stress after a cigarette; NULL: they were not asked whether
    Index("ix_clients_practitioner", "practitioner_id"),
    info=kept(
        "Joining",
        of("person_id", "client", None, "joined_at left_at keep_until smoking_first look_back"),
        number("practitioner_id", "practitioner"),
        stays=RowStays.CLIENT,
        answers="a role, and how they want to be asked",
    ),
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
    person_column(name="issued_by", nullable=True),  # NULL: made on the command line
    Column("made_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    person_column(name="opened_by", nullable=True),  # the account it is bound to
    Column("opened_at", Moment),  # since when: choices made before it were for another link
    Column("used_at", Moment),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("last_try_at", Moment),
    Column("declined_at", Moment),  # when whoever opened it let go of it; who that was is not kept here
    Column("taken_back_at", Moment),  # by who made it, or on the command line
    Index("ix_invites_opened", "opened_by"),
    info=kept(
        "Links that were made",
        of("issued_by", "practitioner", "invites", "role label made_at expires_at"),
        of("opened_by", "person", None, "role made_at opened_at used_at", OnErasure.BY_HAND),
        ours="id token_hash code_hash tries last_try_at declined_at taken_back_at",
        stays=RowStays.HERE,
        answers="links",
        goes=(
            AgeRule("links that ran out", retention.UNUSED_LINKS, "expires_at", only=lambda t: t.c.used_at.is_(None)),
        ),
    ),
)
# Append-only: the newest row of a person and item is the answer in force.
consents = Table(
    "consents",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(),
    Column("item", String(32), nullable=False),  # programme.people.consent.ConsentItem
    Column("granted", Boolean, nullable=False),
    Column("version", Integer, nullable=False),  # of the words that were shown
    Column("at", Moment, nullable=False),
    Column("why", String(8)),  # of a yes that ended: left, or handed (to somebody else); NULL: they said it
    Index("ix_consents_person", "person_id", "item", "id"),
    info=kept(
        "Yeses and noes",
        of("person_id", "client", "choices", "item granted version at why"),
        ours="id",
        stays=RowStays.LOG,
        answers="yes and no themselves",
        goes=(AgeRule("yeses and noes of people who are gone", retention.CONSENTS, "at", gone=True),),
    ),
)
