"""`alongside faults`: the service is killed at any moment while Telegram misbehaves, and then all is checked."""
