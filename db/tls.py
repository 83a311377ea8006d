"""How a PostgreSQL server proves that it is the one that is meant."""

import ssl
from typing import Any

from db.errors import CertificateCannotBeUsed
from db.url import OF_CERTIFICATES, VERIFIED, certificates, parse_url


def tls_of(url: str) -> dict[str, Any]:
    """What the driver is told of TLS for the address `url`, as arguments of a connection; {} where it asks for none.

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
