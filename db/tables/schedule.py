"""What is asked and when, and what became of it."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint, text

from db.tables.base import AgeRule, Id, RowStays, kept, metadata, of, person_column
from db.types import Json, Moment, Sealed
from programme.people import retention
from programme.people.consent import ConsentItem

# The only schedule. Clustered by due time, so that the sweep costs the same at a thousand plans and at a million.
plans = Table(
    "plans",
    metadata,
    Column("next_due_at", Moment, primary_key=True),  # NEVER (year 9999) when nothing is due any more
    Column("id", Id, primary_key=True, autoincrement=False),
    person_column(),
    Column("about_id", Id),  # the client whom a supporter's plan is about
    Column("kind", String(16), nullable=False),  # programme.schedule.kinds
    Column("rule", Json, nullable=False),  # programme.schedule.plan.Rule
    Column("zone", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("ended_at", Moment),
    UniqueConstraint("id"),
    Index("ix_plans_person", "person_id"),
    Index("ix_plans_about", "about_id"),
    sqlite_with_rowid=False,
    info=kept(
        "What comes by itself",
        of("person_id", "person", None, "kind rule zone next_due_at made_at ended_at"),
        of("about_id", "client", None, ""),
        ours="id version",
        stays=RowStays.HERE,
        answers="what is to come",
    ),
)
# A client's last pause: nothing of what it is of is due in it. Earlier ones are in the events.
pauses = Table(
    "pauses",
    metadata,
    person_column(primary_key=True),
    Column("since", Moment, nullable=False),
    Column("until", Moment, nullable=False),  # NEVER: until they say that they are back
    Column("what", String(16), nullable=False, server_default="all"),  # all | check_ins | nudges (of supporters)
    info=kept(
        "Last break",
        of("person_id", "client", None, "since until what"),
        stays=RowStays.CLIENT,
        answers="what is not to come",
    ),
)
# When a client last left smoking for that evening: nothing more of it is asked before the morning.
tonight = Table(
    "tonight",
    metadata,
    person_column(primary_key=True),
    Column("at", Moment, nullable=False),
    info=kept(
        "The evening it was left for",
        of("person_id", "client", None, "at"),
        stays=RowStays.CLIENT,
        answers="tonight's peace; gone when it is over",
        goes=(AgeRule("evenings that are over", retention.TONIGHT, "at"),),
    ),
)
# A client's next hours are soft, after the crisis card on that screen (programme.schedule.day); gone when they are
# over.
soft = Table(
    "soft",
    metadata,
    Column("screen_id", Id, primary_key=True, autoincrement=False),
    person_column(),
    Column("at", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Index("ix_soft_person", "person_id"),
    info=kept(
        "Quieter hours after a hard moment",
        of("person_id", "client", None, "at until"),
        ours="screen_id",
        stays=RowStays.CLIENT,
        answers="soft hours; gone when they are over",
        goes=(AgeRule("quieter hours that are over", retention.SOFT, "until"),),
    ),
)
# Kinds of what comes by itself that a client wants no more of, until they say otherwise.
stopped = Table(
    "stopped",
    metadata,
    person_column(primary_key=True),
    Column("kind", String(16), primary_key=True),  # programme.schedule.kinds
    Column("at", Moment, nullable=False),
    info=kept(
        "Kinds of message that were stopped",
        of("person_id", "person", "stopped", "kind at"),
        stays=RowStays.HERE,
        answers="what is not to come",
    ),
)
# What we proposed to a client to change, with its evidence in the events, and what they said.
proposals = Table(
    "proposals",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(),
    Column("what", String(16), nullable=False),
    Column("value", String(32), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("answer", String(16)),  # NULL: none yet
    Column("answered_at", Moment),
    Index("ix_proposals_person", "person_id", "id"),
    info=kept(
        "Changes that were offered",
        of("person_id", "client", "proposals", "what value made_at answer answered_at"),
        ours="id",
        stays=RowStays.CLIENT,
        answers="changes of their times",
    ),
)
# One row for each due slot of a plan, whatever became of it (FIELD S1). On-demand prompts have no plan.
prompts = Table(
    "prompts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan_id", Id),
    person_column(),
    Column("about_id", Id),  # as in plans
    Column("kind", String(16), nullable=False),
    Column("local_date", Date, nullable=False),
    Column("slot", String(16), nullable=False),  # the rule's wall time, "18:30"
    Column("due_at", Moment, nullable=False),
    Column("opened_at", Moment),
    Column("closes_at", Moment),
    Column("next_at", Moment),  # when its next_step is due
    Column("next_step", String(16)),  # remind | return | close
    Column("state", String(16), nullable=False),  # programme.schedule.prompt.PromptState
    Column("reason", String(32)),  # why it was cancelled or not sent
    Column("reminded_at", Moment),
    Column("seen_at", Moment),  # first tap
    Column("answered_at", Moment),
    Column("closed_at", Moment),
    Column("late", Boolean, nullable=False, server_default=text("false")),
    Column("plan_version", Integer),
    Column("decision", Json, nullable=False),  # for "Why this?": kept, never reconstructed
    # what is asked: programme.schedule.course.Form, or the day of a rule of days; NULL: all of it
    Column("form", String(16)),
    UniqueConstraint("local_date", "plan_id", "slot"),  # in time order: appended, not scattered
    Index("ix_prompts_person", "person_id", "due_at"),
    Index("ix_prompts_next", "next_at", sqlite_where=text("next_at IS NOT NULL"),
          postgresql_where=text("next_at IS NOT NULL")),
    info=kept(
        "What was asked, and when",
        of(
            "person_id", "person", "prompts",
            "kind local_date slot due_at opened_at state reason reminded_at seen_at answered_at closed_at late"
            " decision form",
        ),
        of("about_id", "client", None, ""),
        ours="id plan_id closes_at next_at next_step plan_version",
        stays=RowStays.LOG,
        answers="that they were asked, and answered",
        goes=(AgeRule("logs of people who are gone", retention.DECISIONS, "due_at", gone=True),),
    ),
)  # fmt: skip
# What a client said in one check-in. A missing answer is NULL, never zero.
check_ins = Table(
    "check_ins",
    metadata,
    Column("prompt_id", Id, ForeignKey("prompts.id"), primary_key=True),
    person_column(),
    Column("question", String(16)),  # where the screen stands; NULL when finished
    Column("day", String(8)),  # ok | hard, from the reminder's one tap
    Column("mood", String(8)),  # very_low | low | mixed | ok | good
    Column("urge", Integer),  # strongest urge, 0..5
    Column("cigarettes_from", Integer),  # "2-5" is from 2 to 5; an exact number is from n to n
    Column("cigarettes_to", Integer),  # NULL with a from: "6 or more"
    Column("since", Date),  # the first day they were asked about, where it was about several; NULL: that day only
    Column("smoked_on", Date),  # which of these days it was, where they said so
    Column("moment", String(16)),  # programme.check_in.answers.HardMoment
    Column("helped", Id),  # toolkit item; 0: nothing did
    Column("barrier", String(16)),  # what got in the way: programme.planning.goals
    Column("words", Sealed),
    Column("words_shared", Boolean, nullable=False, server_default=text("false")),
    Column("skipped", Json, nullable=False),  # questions passed over, a list
    Index("ix_check_ins_person", "person_id"),
    info=kept(
        "Check-ins",
        of(
            "person_id",
            "client",
            "check-ins",
            "day mood urge cigarettes_from cigarettes_to since smoked_on moment barrier words words_shared skipped",
        ),
        ours="prompt_id question helped",
        stays=RowStays.CLIENT,
        answers=ConsentItem.KEEP_ANSWERS,
        goes=(
            AgeRule(
                "old answers",
                retention.ANSWERS,
                "",
                emptied=("day", "mood", "urge", "moment", "helped", "barrier", "words"),
            ),
        ),
    ),
)
