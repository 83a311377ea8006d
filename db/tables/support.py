"""What goes between a client and those on their side: supporters, requests to a practitioner, links from one."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, text

from db.tables.base import AgeRule, Id, OnErasure, RowStays, kept, metadata, number, of, person_column
from db.types import Json, Moment, Sealed
from programme.people import retention

# Whom a client asked to be on their side. Consent to each thing that is shown is in the events, with its version.
supporters = Table(
    "supporters",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(name="client_id"),
    person_column(nullable=True),  # who supports; NULL until somebody opened the link, and once they are erased
    Column("invite_id", Id),
    Column("label", Sealed, nullable=False),  # what the client calls them
    Column("wish", Sealed),  # what the client asks of them, shown in every nudge
    Column("waits", Sealed),  # a wish that would tell them of stopping, until the client says that it may
    Column("shares", Json, nullable=False),  # programme.supporters.support.Shared, a list
    Column("rule", Json, nullable=False),  # of the nudges
    Column("state", String(16), nullable=False),  # made | opened | accepted | declined | ended
    Column("seed", Integer, nullable=False),  # of the order in which ideas come
    Column("made_at", Moment, nullable=False),
    Index("ix_supporters_client", "client_id"),
    Index("ix_supporters_person", "person_id"),
    info=kept(
        "Support",
        of("client_id", "client", "supporters", "label wish waits shares rule state made_at"),
        of("person_id", "supporter", "supported", "state made_at", OnErasure.EMPTIED),
        ours="id invite_id seed",
        stays=RowStays.CLIENT,
        answers="whom they asked",
    ),
)
# Words between the two. Those that were not sent are a draft that the writer looks at again.
encouragements = Table(
    "encouragements",
    metadata,
    Column("id", Id, primary_key=True),
    Column("support_id", Id, nullable=False),
    person_column(),  # who wrote them
    person_column(name="to_id"),
    Column("words", Sealed, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("sent_at", Moment),
    Column("helped", Boolean),  # what the reader said; NULL: nothing
    Index("ix_encouragements_support", "support_id"),
    info=kept(
        "Words passed on",
        of("person_id", "writer", "passed-on", "words made_at sent_at"),
        of("to_id", "reader", None, "made_at sent_at helped"),
        ours="id support_id",
        stays=RowStays.HERE,
        partly="whether words from a supporter helped",
        goes=(AgeRule("words passed on", retention.PASSED_ON, "made_at"),),
    ),
)
_REQUEST = "made_at opened_at about from_card due_at late_at taken_back_at kept_at"
# "Please call": what a client asked us to tell their practitioner, and what became of it
# (programme.practice.requests.Request).
requests = Table(
    "requests",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(nullable=True),  # NULL once they are erased and it stays
    person_column(name="practitioner_id"),
    Column("made_at", Moment, nullable=False),
    Column("opened_at", Moment),
    Column("about", String(16)),  # programme.practice.requests.RequestTopic; NULL: to get in touch
    Column("from_card", Boolean, nullable=False, server_default=text("false")),
    Column("due_at", Moment),  # when it is passed on if nobody opened it; NULL: nothing more comes by itself
    Column("late_at", Moment),  # when it was passed on first
    Column("opened_by", Id),
    Column("taken_back_at", Moment),
    Column("kept_at", Moment),  # its client left, and it stays
    Column("name", Sealed),  # then: their first name, under the practitioner's key
    Index("ix_requests_practitioner", "practitioner_id", "opened_at"),
    Index("ix_requests_person_id", "person_id"),
    Index("ix_requests_due_at", "due_at"),
    info=kept(
        "Requests to get in touch",
        of("person_id", "client", "requests", _REQUEST, OnErasure.BY_HAND),
        of("practitioner_id", "practitioner", None, f"{_REQUEST} name"),
        number("opened_by", "practitioner", OnErasure.EMPTIED),
        ours="id",
        stays=RowStays.HERE,
        answers="what they asked of somebody",
        key="practitioner_id",
    ),
)
# Who gets a request, in which order, as the client read it before sending.
request_line = Table(
    "request_line",
    metadata,
    Column("request_id", Id, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    person_column(name="practitioner_id"),
    Column("told_at", Moment),  # when it went to them; NULL: it did not yet
    Index("ix_request_line_practitioner_id", "practitioner_id"),
    info=kept(
        "Requests that came in",
        of("practitioner_id", "practitioner", None, "told_at"),
        ours="request_id place",
        stays=RowStays.HERE,
        answers="whom they asked",
    ),
)
# What practitioners set for requests to them; what they left open, the operator says (programme.practice.requests).
routes = Table(
    "routes",
    metadata,
    person_column(name="practitioner_id", primary_key=True),
    Column("hours", String(400)),  # programme.practice.requests.hours_code
    person_column(name="cover_id", nullable=True),
    info=kept(
        "Hours and cover",
        of("practitioner_id", "practitioner", None, "hours"),
        number("cover_id", "cover", OnErasure.EMPTIED),
        stays=RowStays.HERE,
        answers="a practitioner's",
    ),
)
# Links that a practitioner passes on, sealed under the practitioner's key. Nothing of them is ever loaded by us.
links = Table(
    "links",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(name="practitioner_id"),
    person_column(name="client_id", nullable=True),  # whom it is for; NULL: all of their clients
    Column("title", Sealed, nullable=False),
    Column("address", Sealed, nullable=False),
    Column("note", Sealed),
    Column("added_at", Moment, nullable=False),
    Column("checked_at", Moment, nullable=False),  # when the practitioner last said that it still fits
    Column("ended_at", Moment),  # not passed on so far, or taken off; NULL: clients see it
    Index("ix_links_practitioner", "practitioner_id", "id"),
    info=kept(
        "Links to pass on",
        of("practitioner_id", "practitioner", "links", "title address note added_at checked_at ended_at"),
        of("client_id", "client", None, "added_at ended_at"),
        ours="id",
        stays=RowStays.HERE,
        answers="a practitioner's",
        goes=(AgeRule("what was taken off a list", retention.TAKEN_OFF, "ended_at"),),
    ),
)
