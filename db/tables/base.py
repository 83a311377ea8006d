"""What every table is made with."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, Table, event

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


def person_column(*, nullable: bool = False, name: str = "person_id", primary_key: bool = False) -> Column[int]:
    """Who a row is about, by id."""
    return Column(name, Id, ForeignKey("people.id"), nullable=nullable, primary_key=primary_key)


@event.listens_for(Table, "after_parent_attach")
def _no_number_twice(table: Table, parent: MetaData) -> None:
    """SQLite gives the number of the last row out anew once that row is gone, unless it is told not to. Messages on
    phones, and keys of what was said, go by numbers for longer than the rows are there."""
    if parent is metadata and table.autoincrement_column is not None:
        table.dialect_options["sqlite"]["autoincrement"] = True
