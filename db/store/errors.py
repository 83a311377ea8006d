"""What can go wrong with the database. Each docstring is the message a person reads, and says what to do next."""

from programme.operators import OperatorTrouble


class MemoryTrouble(OperatorTrouble):
    """The memory of this service cannot be used."""


class DatabaseUrlNotKnown(MemoryTrouble):
    """The database address begins with {scheme}, which this program does not know. Set ALONGSIDE_DATABASE_URL to
    sqlite:///path/to/alongside.db or to postgresql://user:password@host/name."""


class DatabaseUrlUnclear(MemoryTrouble):
    """The address of the database cannot be read: it is not clear where its password ends, or its port is no number. In
    a user and a password write %40 for @, %3A for :, %2F for /, %3F for ? and %25 for %, as in
    postgresql://user:p%40ss@host:5432/name. One host, one port."""


class DatabaseNotVerified(MemoryTrouble):
    """The database server at {path} is another machine, and the address does not say how to know that it is the right
    one: anybody on the way could read and change everything. Add ?sslmode=verify-full to the address (and
    &sslrootcert=/path/to/ca.pem where its certificate is not from a public authority). On this machine use 127.0.0.1 or
    a socket: postgresql://user@/name?host=/var/run/postgresql."""


class CertificateCannotBeUsed(MemoryTrouble):
    """The certificates for the database server cannot be used ({source}: {reason}). Look at these files, which the
    address of the database names; they are in PEM form."""


class DatabaseKeyMissing(MemoryTrouble):
    """There is a database at {database}, and its {missing} is not at {path}. Nothing was changed. Put the file back
    from where you keep it safe, or point ALONGSIDE_SECRET_KEYS_FILE and ALONGSIDE_VAULT to it. Without it nobody can
    read this database. To start with an empty one, move the database away first."""


class DatabaseGone(MemoryTrouble):
    """The vault at {vault} holds the keys of people, and the database at {database} is missing or empty. Nothing was
    changed. If it was lost, put the last backup back: alongside restore PATH. If it lies elsewhere, point
    ALONGSIDE_DATABASE_URL to it. To begin with an empty one, move the vault away first: without it nobody can read the
    names and words in any older database."""


class DatabaseInUse(MemoryTrouble):
    """The database at {path} is in use: a service runs over it, or a backup is being put in its place. Nothing was
    changed. Stop every `alongside run`, wait for any `alongside restore`, then type the command."""


class CopyCannotBeMade(MemoryTrouble):
    """No copy was made at {path} ({reason}). The database is as it was. Name a file that is not there yet, in a folder
    with room that you can write to."""


class VaultCopyCannotBeMade(MemoryTrouble):
    """No copy of the vault was made at {path} ({reason}). The vault is as it was. Name a file that is not there yet, or
    the last copy of this vault, in a folder with room that you can write to."""


class CopyCannotBeRead(MemoryTrouble):
    """{path} cannot be used ({reason}). Nothing was changed. Either it is damaged or no copy of ours, or it was made
    with another vault than the one at {vault}. Try another copy, or point ALONGSIDE_VAULT to the vault that belongs to
    it."""


class CopyOfAnotherKind(MemoryTrouble):
    """{path} is a copy of {kind}, and ALONGSIDE_DATABASE_URL names {other} ({place}). Nothing was changed. Point
    ALONGSIDE_DATABASE_URL to {wanted}, then type the command again."""


class CopyByPgDump(MemoryTrouble):
    """{path} was made by pg_dump, not by `alongside backup`. Nothing was changed. Stop every `alongside run`, put it
    into an empty database with pg_restore (psql for one of plain text), point ALONGSIDE_DATABASE_URL to that, then
    type: alongside migrate. It starts held where it is older than the vault knows."""


class DatabaseNotEmpty(MemoryTrouble):
    """The database at {path} is not empty, and a copy goes into an empty one. Nothing was changed. Stop every
    `alongside run`, make a new database (createdb NAME), point ALONGSIDE_DATABASE_URL to it and type the command again.
    Keep the one that is there until you have looked at the new one."""


class MayNotMakeDatabase(MemoryTrouble):
    """The user in ALONGSIDE_DATABASE_URL may not make a database on the server of {path}. Nothing was changed. Let
    whoever may make an empty one for that user (createdb --owner USER alongside_drill), then type: alongside drill
    --database postgresql://HOST/alongside_drill (user and password are those of ALONGSIDE_DATABASE_URL)"""


class SecretKeysMissing(MemoryTrouble):
    """There is a vault at {vault}, and no secret keys to open it: ALONGSIDE_SECRET_KEYS is not set and there is no file
    at {path}. Nothing was changed. Put the keys file back from where you keep it safe, or set one of these settings."""


class SecretKeysNotUsable(MemoryTrouble):
    """The secret keys cannot be used: line {line} of {source} is not 32 bytes in base64. Put the copy back that you
    keep elsewhere, or write one key a line, the newest first. Nothing was changed."""


class SecretKeysCannotBeWritten(MemoryTrouble):
    """The keys at {path} cannot be written ({reason}). Nothing was changed. Look at the owner and the rights of the
    folder; in a container, mount the folder and not the file alone, and not read-only. Then type the command again."""


class SecretKeysCannotBeMade(MemoryTrouble):
    """There are no keys at {path} yet, and none can be made there ({reason}). Nothing was changed. The service may
    read that folder and not write there: type `alongside keys new` once, then start it. If `alongside keys new` says
    this, look at the owner and the rights of the folder; in a container, mount the folder and not the file alone."""


class VaultCannotBeOpened(MemoryTrouble):
    """The secret keys do not open the vault at {path}. Nothing was changed. Put the keys that were in use before into
    the keys file too, one a line, the newest first."""


class VaultCannotBeUsed(MemoryTrouble):
    """The vault at {path} cannot be read or written ({reason}). Look at the owner, the rights and the free space of its
    folder, then start the service."""


class PersonErased(MemoryTrouble):
    """Person {person_id} was erased, so no more of their words can be kept."""


class SealBroken(MemoryTrouble):
    """A sealed text of person {person_id} (0: the service itself) is damaged and cannot be read. Bring back the
    database from the last good backup."""


class VaultOfAnother(MemoryTrouble):
    """The vault at {path} is not the one this database was made with, so the words in it cannot be read. Nothing was
    changed. Point ALONGSIDE_VAULT to the vault that belongs to it, or ALONGSIDE_DATABASE_URL to another database."""


class DatabaseCannotBeRead(MemoryTrouble):
    """The database at {path} cannot be read: the vault at {vault} has another key than the one it was made with, or the
    file is damaged or is not a database. Nothing was changed. Bring back the vault that belongs to this file, or
    restore both from the last backup."""


class DatabaseCannotBeWritten(MemoryTrouble):
    """The database at {path} cannot be written ({reason}). Look at the free space of the disk and at the owner and the
    rights of the folder, then start the service."""


class DatabaseCannotBeReached(MemoryTrouble):
    """The database server at {path} did not let us in ({reason}). See that it is running and that the name and the
    password in ALONGSIDE_DATABASE_URL are right."""


class DatabaseBehindPooler(MemoryTrouble):
    """There is a pooler such as pgbouncer at {path}. Set ALONGSIDE_DATABASE_DIRECT_URL to the address of the database
    itself; ALONGSIDE_DATABASE_URL can stay as it is."""


class DatabaseNotMigrated(MemoryTrouble):
    """The database at {path} is at version {found}, and this program needs {needed}. Make a backup, then type:
    alongside migrate"""


class DatabaseServed(MemoryTrouble):
    """The database at {path} was left as it was: a service that runs over it was asked to stop and did not within
    half a minute. Stop every `alongside run`, then type: alongside migrate"""


class DatabaseBeingChanged(MemoryTrouble):
    """The database is being brought to another version, so this program stops; what was under way is done. Wait for
    `alongside migrate` to end, then start the version that it belongs to."""


class DatabaseIsNewer(MemoryTrouble):
    """The database at {path} is at version {found}, which this program does not know. Install the newer program that
    wrote it, or restore a backup made by this one."""


class DatabaseHasLooseEnds(MemoryTrouble):
    """The database at {path} was left as it was: after the migration {count} rows would point to nothing (first in
    table {table}). Restore the last good backup, or ask for help with this message."""


class SqliteTooOld(MemoryTrouble):
    """This program needs SQLite {needed} or newer, and found {found}: older ones can damage a database. Install
    sqlcipher3 0.6.4 or newer."""


class DatabaseClosed(MemoryTrouble):
    """The service is stopping and takes no more work."""


class ReadBefore(Exception):
    """What was read had been changed by another process before it was written: to be done over, on what is true now."""
