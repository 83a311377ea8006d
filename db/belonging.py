"""Which vault a database belongs to, so that another one is refused before it seals a word."""

from db import service_facts
from db.errors import VaultOfAnother
from db.tx import Tx

VAULT = "vault"


async def check_vault(tx: Tx) -> bool:
    """Is it known which vault this database belongs to? Raises VaultOfAnother where it is not this one."""
    found = await service_facts.get(tx, VAULT)
    if found is not None and found != tx.vault.mark():
        raise VaultOfAnother(path=tx.vault.path)
    return found is not None


async def remember_vault(tx: Tx) -> None:
    """Writes down, at the first start, that the database belongs to this vault. Raises VaultOfAnother."""
    if not await check_vault(tx):
        await service_facts.put(tx, VAULT, tx.vault.mark())
