"""What was said, in which words: the texts of each message that went, and what is not to be said at present."""

from sqlalchemy import Column, Date, Index, String, Table, Text, UniqueConstraint

from db.tables.base import Id, metadata, person_column
from db.tables.kept import Goes, Stays, kept, nobodys, of
from db.types import Json, Moment
from programme import keeping

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
    Column("what", String(32), nullable=False),  # programme.errata.Erratum
    Column("told_at", Moment),  # NULL: not so far
    Column("told_on", Date),  # the local date where they were: it counts in that day's cap
    Column("as_of", Moment),  # of a count that was wrong: what was told by then was counted so; NULL: it is no count
    UniqueConstraint("person_id", "what"),
    info=kept(
        "Mistakes of ours",
        of("person_id", "person", None, "what told_at told_on as_of"),
        ours="id",
        stays=Stays.HERE,
        answers="what we said",
        goes=(Goes("mistakes that people were told of", keeping.SAID, "told_at"),),
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
