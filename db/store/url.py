"""Database addresses, how a server proves itself, and what the drivers raise, as errors that say what to do."""

import os
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from asyncpg.exceptions import PostgresError
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from db.store.errors import (
    CertificateCannotBeUsed,
    DatabaseBehindPooler,
    DatabaseCannotBeReached,
    DatabaseCannotBeRead,
    DatabaseCannotBeWritten,
    DatabaseNotVerified,
    DatabaseUrlNotKnown,
    DatabaseUrlUnclear,
    MemoryTrouble,
)

VERIFIED = "verify-full"
OF_CERTIFICATES = (
    "sslrootcert",
    "sslcert",
    "sslkey",
)  # libpq's words for files, which asyncpg does not take: see db.store.url
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


def tls_of(url: str) -> dict[str, Any]:
    """The arguments for TLS that a connection to the address `url` is opened with; {} where it asks for none.

    With sslmode=verify-full the server's certificate and name are looked at: against sslrootcert, else against the
    authorities that the system trusts. sslcert and sslkey are our own. Raises CertificateCannotBeUsed.
    """
    if parse_url(url).query.get("ssl") != VERIFIED:
        return {}
    named = certificates(url)
    try:
        context = ssl.create_default_context(cafile=named.get("sslrootcert"))
        if "sslcert" in named:
            context.load_cert_chain(named["sslcert"], named.get("sslkey"), password=lambda: "")
    except OSError as error:  # ssl.SSLError is one
        words = ", ".join(f"{name}={named[name]}" for name in OF_CERTIFICATES if name in named)
        raise CertificateCannotBeUsed(source=words, reason=error.strerror or type(error).__name__) from None
    return {"ssl": context}


UNREADABLE = ("file is not a database", "malformed", "not an error")
NOT_FOR_A_POOLER = "unsupported startup parameter"
UNWRITABLE = ("disk is full", "readonly database", "disk i/o error", "unable to open", "no write-ahead log")


@contextmanager
def opening(url: str, vault: Path) -> Iterator[None]:
    """While a database is opened: any driver error, and any error of the file system or the network, is ours."""
    try:
        yield
    except (DBAPIError, PostgresError, OSError, TimeoutError) as error:
        raise _ours(error, url, vault) or error from error


@contextmanager
def writing(url: str, vault: Path) -> Iterator[None]:
    """While a transaction writes: a full disk and a damaged file are ours, the rest is left as it is."""
    try:
        yield
    except DBAPIError as error:
        ours = _file_trouble(error, url, vault) if is_sqlite(url) else None
        if ours is None:
            raise
        raise ours from error


def _ours(error: Exception, url: str, vault: Path) -> MemoryTrouble | None:
    if not is_sqlite(url):
        if NOT_FOR_A_POOLER in _reason(error):
            return DatabaseBehindPooler(path=place(url))
        return DatabaseCannotBeReached(path=place(url), reason=_reason(error))
    if isinstance(error, OSError):
        return DatabaseCannotBeWritten(path=place(url), reason=_reason(error))
    return _file_trouble(error, url, vault)


def _file_trouble(error: Exception, url: str, vault: Path) -> MemoryTrouble | None:
    words = str(getattr(error, "orig", error)).lower()
    if any(sign in words for sign in UNREADABLE):
        return DatabaseCannotBeRead(path=place(url), vault=vault)
    if any(sign in words for sign in UNWRITABLE):
        return DatabaseCannotBeWritten(path=place(url), reason=_reason(error))
    return None


def _reason(error: Exception) -> str:
    """The driver's own words: they name no values and no password."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(getattr(error, "orig", error)) or type(error).__name__
