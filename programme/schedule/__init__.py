"""When somebody is written to, what may be said, and why."""
