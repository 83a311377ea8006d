"""Database addresses: what people write, and what the drivers understand."""

import os
from ipaddress import ip_address
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from db.errors import DatabaseNotVerified, DatabaseUrlNotKnown, DatabaseUrlUnclear

VERIFIED = "verify-full"
OF_CERTIFICATES = (
    "sslrootcert",
    "sslcert",
    "sslkey",
)  # libpq's words for files, which asyncpg does not take: see db.tls
SSL_WORDS = {"sslmode": "ssl"}  # libpq's word, and asyncpg's for the same values


def is_sqlite(url: str) -> bool:
    """Is this the address of an embedded file? Raises DatabaseUrlNotKnown for one of neither kind."""
    return parse_url(url).get_backend_name() == "sqlite"


def parse_url(url: str) -> URL:
    """The address in the form the drivers take: sqlite+aiosqlite or postgresql+asyncpg; sslmode becomes ssl.

    Raises DatabaseUrlNotKnown for another kind of database and for SQLite in memory, DatabaseUrlUnclear where it cannot
    be told what belongs to the password, and DatabaseNotVerified for a server that anybody could pretend to be.
    """
    parsed = _known(url)
    if parsed.get_backend_name() == "postgresql":
        _refuse_unverified(parsed)
    return parsed


def _known(url: str) -> URL:
    scheme = url.partition("://")[0]
    named = f"{scheme}://" if scheme != url else "no kind and ://"  # what else it is may be a password
    try:
        parsed = make_url(url.replace("postgres://", "postgresql://", 1) if scheme == "postgres" else url)
    except ArgumentError:
        raise DatabaseUrlNotKnown(scheme=named) from None
    except ValueError:
        raise DatabaseUrlUnclear from None
    if "@" in (parsed.host or ""):
        raise DatabaseUrlUnclear
    kind = parsed.drivername.partition("+")[0]
    if kind == "sqlite" and parsed.database and parsed.database != ":memory:":
        return parsed.set(drivername="sqlite+aiosqlite")
    if kind == "postgresql":
        kept = {word: value for word, value in parsed.query.items() if word not in OF_CERTIFICATES}
        query = {SSL_WORDS.get(word, word): value for word, value in kept.items()}
        return parsed.set(drivername="postgresql+asyncpg", query=query)
    raise DatabaseUrlNotKnown(scheme=named)


def hosts(parsed: URL) -> list[str]:
    """Every host that the address names, without ports; a folder that begins with / holds a socket. [] for none."""
    named = parsed.query.get("host", ())
    each = [one for words in ((named,) if isinstance(named, str) else named) for one in words.split(",")]
    without_port = [one if one.startswith("/") else _without_port(one) for one in each]
    return [*([parsed.host] if parsed.host else []), *without_port]


def _without_port(host: str) -> str:
    head, _, last = host.rpartition(":")
    return head if head and last.isdigit() and not (":" in head and not head.endswith("]")) else host


def _refuse_unverified(parsed: URL) -> None:
    beyond = [one for one in hosts(parsed) if not one.startswith("/") and not is_loopback(one)]
    if not hosts(parsed):  # then the driver looks elsewhere
        named = os.environ.get("PGHOST", "").split(",")
        beyond = [one for one in named if one and not one.startswith("/") and not is_loopback(one)]
    if (beyond or "service" in parsed.query) and parsed.query.get("ssl") != VERIFIED:
        raise DatabaseNotVerified(path=_place(parsed))


def certificates(url: str) -> dict[str, str]:
    """The files that the address names for TLS, by OF_CERTIFICATES."""
    query = _as_written(url).query
    return {name: str(query[name]) for name in OF_CERTIFICATES if name in query}


def sqlite_path(url: str) -> Path:
    """The file an SQLite address names."""
    return Path(parse_url(url).database or "")


def place(url: str, *, absolute: bool = False) -> str:
    """Where the database is, in words fit for a log: the file, or host/name without user and password."""
    return _place(parse_url(url), absolute=absolute)


def _place(parsed: URL, *, absolute: bool = False) -> str:
    if parsed.get_backend_name() == "sqlite":
        return str(Path(parsed.database or "").absolute() if absolute else parsed.database)
    return f"{', '.join(hosts(parsed)) or 'this machine'}/{parsed.database}"


def with_account_of(url: str, other: str) -> str:
    """The address `url` of a server, with the user and the password of `other` where it names no user."""
    parsed, another = _known(url), _known(other)
    if parsed.username or not another.username:
        return url
    whole = _as_written(url).set(username=another.username, password=another.password)
    return whole.render_as_string(hide_password=False)


def with_database(url: str, name: str) -> str:
    """The address `url` of a server, with the database `name` there; all else, such as its certificates, as it was."""
    return _as_written(url).set(database=name).render_as_string(hide_password=False)


def _as_written(url: str) -> URL:
    """With all that it says, also what the drivers do not take."""
    return make_url(url.replace("postgres://", "postgresql://", 1))


def is_loopback(host: str) -> bool:
    """Is this host name or address this very machine?"""
    if host.rstrip(".").lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
