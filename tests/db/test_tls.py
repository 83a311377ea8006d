"""A database server on another machine proves who it is, or nothing is said to it."""

import asyncio
import ssl
import struct
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from db.store.errors import CertificateCannotBeUsed, DatabaseCannotBeReached
from db.store.opening import look_at
from db.store.url import certificates, tls_of, with_database
from db.store.vault import Vault


def certificate(folder: Path, address: str) -> Path:
    """A file with a key and its own certificate for that address."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    now = datetime.now(UTC)  # noqa: TID251 - a certificate is valid by the real clock
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), critical=False)
        .sign(key, SHA256())
    )
    file = folder / f"{address}.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(secret + made.public_bytes(Encoding.PEM))
    return file


async def told(to: Path, trusted: Path, vault: Vault) -> int:
    """How many bytes a server with the certificate `to` hears after the handshake from one who trusts `trusted`."""
    heard = asyncio.Queue[int]()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(to)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert struct.unpack("!ii", await reader.readexactly(8)) == (8, 80877103), "asks for TLS first"
        writer.write(b"S")
        try:
            await writer.start_tls(context)
            heard.put_nowait(len(await reader.read(1000)))
        except (ssl.SSLError, ConnectionError):
            heard.put_nowait(0)
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        url = f"postgresql://lee:hush@127.0.0.1:{port}/a?sslmode=verify-full&sslrootcert={trusted}"
        with pytest.raises(DatabaseCannotBeReached) as refused:
            async with look_at(url, vault=vault):
                pass
        assert "hush" not in str(refused.value)
        return await heard.get()


async def test_the_certificate_and_the_name_are_looked_at(vault: Vault, tmp_path: Path) -> None:
    """The right server is spoken to; one with another name, or a certificate of another authority, hears nothing."""
    right, other_name = certificate(tmp_path, "127.0.0.1"), certificate(tmp_path, "127.0.0.2")
    (tmp_path / "another").mkdir()
    assert await told(right, right, vault) > 0
    assert await told(other_name, other_name, vault) == 0
    assert await told(right, certificate(tmp_path / "another", "127.0.0.1"), vault) == 0


def test_a_certificate_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The words name the file and what is wrong with it."""
    url = f"postgresql://lee:hush@db.example/a?sslmode=verify-full&sslrootcert={tmp_path}/ca.pem"
    with pytest.raises(CertificateCannotBeUsed, match=r"ca\.pem: No such file"):
        tls_of(url)
    assert tls_of("postgresql://lee@localhost/a") == {}


def test_another_database_on_that_server_is_known_by_the_same_certificates() -> None:
    """As for a drill: the address has another database in it, and all else as it was written."""
    url = "postgres://lee:p%40ss@db.example:6432/a?sslmode=verify-full&sslrootcert=/etc/ca.pem"
    there = with_database(url, "b")
    assert there == "postgresql://lee:p%40ss@db.example:6432/b?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem"
    assert certificates(there) == certificates(url) == {"sslrootcert": "/etc/ca.pem"}
