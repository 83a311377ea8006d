"""`alongside demo`: the real service and its own Telegram in one process."""
