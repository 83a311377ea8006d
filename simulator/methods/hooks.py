"""setWebhook, deleteWebhook, getWebhookInfo, and what allowed_updates means."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from simulator.params import Arguments, bad_request, update_kinds
from simulator.telegram import MethodDone, Telegram, Updates

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


def set_webhook(telegram: Telegram, call: Arguments) -> MethodDone:
    """Post updates to a URL from now on. Plain http is taken for this computer alone, where Telegram takes none."""
    url = call.values.get("url")
    if not url:
        return delete_webhook(telegram, call)
    _check_url(str(url))
    secret = call.values.get("secret_token")
    if secret is not None and not SECRET.fullmatch(str(secret)):
        raise bad_request("secret token contains unallowed characters")
    take_allowed(telegram.updates, call.values)
    _drop_if_asked(telegram, call)
    telegram.webhook.max_connections = call.values.get("max_connections", 40)
    telegram.webhook.start(str(url), secret)
    return MethodDone(True, "set")


def delete_webhook(telegram: Telegram, call: Arguments) -> MethodDone:
    """Back to getUpdates."""
    telegram.webhook.stop()
    _drop_if_asked(telegram, call)
    return MethodDone(True, "set")


def get_webhook_info(telegram: Telegram, _call: Arguments) -> MethodDone:
    """Where updates go, how many wait, and what went wrong."""
    return MethodDone(telegram.webhook.info())


def take_allowed(updates: Updates, params: Mapping[str, Any]) -> None:
    """Remember allowed_updates for the updates made from now on; an empty list means the usual ones."""
    wanted = params.get("allowed_updates")
    if isinstance(wanted, list):
        updates.allowed = frozenset(wanted) & update_kinds() or None


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    local = parts.scheme == "http" and parts.hostname in LOOPBACK
    if parts.scheme != "https" and not local:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")


def _drop_if_asked(telegram: Telegram, call: Arguments) -> None:
    if call.values.get("drop_pending_updates"):
        telegram.updates.drop_all()
