"""What every table is made with."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite counts only an INTEGER primary key up by itself; PostgreSQL wants the wide one. Migrations make it
# AUTOINCREMENT: messages on phones, and keys of what was said, go by numbers for longer than the rows are there.
Id = BigInteger().with_variant(Integer, "sqlite")


def person_column(*, nullable: bool = False, name: str = "person_id", primary_key: bool = False) -> Column[int]:
    """Who a row is about, by id."""
    return Column(name, Id, ForeignKey("people.id"), nullable=nullable, primary_key=primary_key)
