"""What is written to the log: events and ids, never a person's words, and no token even by accident."""

import logging
import re
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from typing import Any

import structlog
from structlog.types import Processor

_TOKEN = re.compile(r"\b\d{6,12}:[A-Za-z0-9_-]{30,}\b|(?<=/bot)\d+:[A-Za-z0-9_-]+")


def _redacted(value: object) -> object:
    if isinstance(value, str):
        return _TOKEN.sub("[token]", value)
    if isinstance(value, Mapping):
        return {key: _redacted(item) for key, item in value.items()}
    return value


def redact(_logger: object, _name: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """Takes everything that looks like a bot token out of a log event."""
    return {key: _redacted(value) for key, value in event.items()}


def _where(_logger: object, _name: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """An exception becomes its class and the lines it came through; its message may hold a person's words."""
    info = event.pop("exc_info", None)
    error = info[1] if isinstance(info, tuple) else sys.exc_info()[1] if info else None
    if isinstance(error, BaseException):
        frames = traceback.extract_tb(error.__traceback__)[-6:]
        event["error"] = type(error).__name__
        event["at"] = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    return event


def configure_logs(level: int = logging.INFO) -> None:
    """Sends our log and the libraries' to stderr: JSON lines for a machine, columns for a person at a terminal."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _where,
        redact,
    ]
    at_terminal = sys.stderr.isatty()
    last: Processor = structlog.dev.ConsoleRenderer() if at_terminal else structlog.processors.JSONRenderer()
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared[:4], structlog.stdlib.PositionalArgumentsFormatter(), *shared[4:]],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, redact, last],
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for noisy in ("aiogram", "apscheduler", "aiosqlite", "aiohttp.access", "alembic", "matplotlib"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
