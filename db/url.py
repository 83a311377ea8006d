"""Database addresses: what people write, and what the drivers understand."""

from ipaddress import ip_address
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from db.errors import DatabaseUrlNotKnown

SSL_WORDS = {"sslmode": "ssl"}  # libpq's word, and asyncpg's for the same values


def is_sqlite(url: str) -> bool:
    """Is this the address of an embedded file? Raises DatabaseUrlNotKnown for one of neither kind."""
    return parse_url(url).get_backend_name() == "sqlite"


def parse_url(url: str) -> URL:
    """The address in the form the drivers take: sqlite+aiosqlite or postgresql+asyncpg; sslmode becomes ssl.

    Raises DatabaseUrlNotKnown for another kind of database, and for SQLite in memory.
    """
    scheme = url.partition(":")[0]
    try:
        parsed = make_url(url.replace("postgres://", "postgresql://", 1) if scheme == "postgres" else url)
    except ArgumentError:
        raise DatabaseUrlNotKnown(scheme=scheme) from None
    kind = parsed.drivername.partition("+")[0]
    if kind == "sqlite" and parsed.database and parsed.database != ":memory:":
        return parsed.set(drivername="sqlite+aiosqlite")
    if kind == "postgresql":
        query = {SSL_WORDS.get(word, word): value for word, value in parsed.query.items()}
        return parsed.set(drivername="postgresql+asyncpg", query=query)
    raise DatabaseUrlNotKnown(scheme=scheme)


def sqlite_path(url: str) -> Path:
    """The file an SQLite address names."""
    return Path(parse_url(url).database or "")


def place(url: str, *, absolute: bool = False) -> str:
    """Where the database is, in words fit for a log: the file, or host/name without user and password."""
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        return str(Path(parsed.database or "").absolute() if absolute else parsed.database)
    return f"{parsed.host or parsed.query.get('host', 'this machine')}/{parsed.database}"


def with_account_of(url: str, other: str) -> str:
    """The address `url`, with the user and the password of `other` where it names no user."""
    parsed, another = make_url(url), make_url(other)
    if parsed.username or not another.username:
        return url
    return parsed.set(username=another.username, password=another.password).render_as_string(hide_password=False)


def is_loopback(host: str) -> bool:
    """Is this host name or address this very machine?"""
    if host.rstrip(".").lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
