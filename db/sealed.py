"""Words that are kept sealed: the text as it lies in a column, and the column that takes nothing else."""

from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator


class SealedText(bytes):
    """A text under somebody's key, as it is stored. Made by the vault, read by the vault."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"SealedText({len(self)} bytes)"

    __str__ = __repr__


class Sealed(TypeDecorator[SealedText]):
    """A column of SealedText. It refuses plain text and plain bytes with TypeError, so that no words slip in."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: SealedText | None, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        if not isinstance(value, SealedText):
            raise TypeError(f"a Sealed column takes SealedText, not {type(value).__name__}")
        return bytes(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> SealedText | None:
        return None if value is None else SealedText(value)
