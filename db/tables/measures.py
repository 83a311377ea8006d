"""What clients tell of how heavily they smoke, how they feel, medicines, what they use to stop, what got easier."""

from sqlalchemy import Boolean, Column, Date, Index, String, Table

from db.tables.base import AgeRule, Id, RowStays, kept, metadata, number, of, person_column
from db.types import Json, Moment
from programme.people import retention
from programme.people.consent import ConsentItem

# The two answers of the Heaviness of Smoking Index; answered again, a row more.
hsi = Table(
    "hsi",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(),
    Column("at", Moment, nullable=False),
    Column("first", String(16), nullable=False),  # programme.measures.dependence.First
    Column("per_day", String(16), nullable=False),
    Column("entered_by", Id),  # the practitioner who entered it; NULL: they said it themselves
    Index("ix_hsi_person", "person_id", "id"),
    info=kept(
        "How heavy the smoking is",
        of("person_id", "client", "hsi", "at first per_day"),
        number("entered_by", "practitioner"),
        ours="id",
        stays=RowStays.CLIENT,
        answers=ConsentItem.KEEP_ANSWERS,
        goes=(AgeRule("old answers", retention.ANSWERS, "at", newest=True),),
    ),
)
# One filling-in of the nine questions (MPSS).
mpss = Table(
    "mpss",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(),
    Column("made_at", Moment, nullable=False),
    Column("on_date", Date, nullable=False),  # the person's own day
    Column("scores", Json, nullable=False),  # by item, "1" to "9"
    Column("passed", Json, nullable=False),  # items passed over, a list
    Column("ended_at", Moment),
    Index("ix_mpss_person", "person_id", "id"),
    info=kept(
        "Nine questions about how it feels",
        of("person_id", "client", "mpss", "made_at on_date scores passed ended_at"),
        ours="id",
        stays=RowStays.CLIENT,
        answers=ConsentItem.KEEP_ANSWERS,
        goes=(AgeRule("old answers", retention.ANSWERS, "made_at"),),
    ),
)
# Each time somebody was asked about regular medicines, and what they said; all NULL where nothing is to be kept.
medicines = Table(
    "medicines",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(),
    Column("asked_at", Moment, nullable=False),
    Column("asked_on", Date, nullable=False),  # the person's own day
    Column("moment", String(16), nullable=False),  # programme.medicines.regular.SmokingChange
    Column("on_date", Date, nullable=False),  # the quit date it was asked about, or the person's own day
    Column("takes", String(16)),
    Column("knows", Boolean),  # whether their prescriber or pharmacist does
    Column("which", Json, nullable=False),  # programme.medicines.regular.Medicine, a list
    Column("checked_at", Moment),  # when the practitioner said that it is looked after
    Index("ix_medicines_person", "person_id", "id"),
    info=kept(
        "Medicines",
        of("person_id", "client", "medicines", "asked_at asked_on moment on_date takes knows which checked_at"),
        ours="id",
        stays=RowStays.CLIENT,
        answers=ConsentItem.KEEP_ANSWERS,
        goes=(AgeRule("old answers", retention.ANSWERS, "asked_at", newest=True),),
    ),
)
# What somebody uses to stop, and how it is going: a row each time they say so.
aids = Table(
    "aids",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(),
    Column("at", Moment, nullable=False),
    Column("aid", String(16), nullable=False),  # programme.medicines.aids.Aid
    Column("going", String(16), nullable=False),
    Index("ix_aids_person", "person_id", "id"),
    info=kept(
        "What is used to stop",
        of("person_id", "client", "aids", "at aid going"),
        ours="id",
        stays=RowStays.CLIENT,
        answers=ConsentItem.KEEP_ANSWERS,
        goes=(AgeRule("old answers", retention.ANSWERS, "at", newest=True),),
    ),
)
# What got easier, as they found; words of their own are in own_words.
easier = Table(
    "easier",
    metadata,
    Column("id", Id, primary_key=True),
    person_column(),
    Column("on_date", Date, nullable=False),
    Column("what", String(16), nullable=False),  # programme.measures.dependence.Easier
    Index("ix_easier_person", "person_id", "id"),
    info=kept(
        "What got easier",
        of("person_id", "client", "easier", "on_date what"),
        ours="id",
        stays=RowStays.CLIENT,
        answers=ConsentItem.KEEP_ANSWERS,
    ),
)
# What somebody turned on or off for themselves, by its name.
switches = Table(
    "switches",
    metadata,
    person_column(primary_key=True),
    Column("name", String(16), primary_key=True),  # programme.people.person.Switch
    Column("is_on", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
    info=kept(
        "Turned on or off",
        of("person_id", "person", None, "name is_on at"),
        stays=RowStays.HERE,
        answers="their settings",
    ),
)
