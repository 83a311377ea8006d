"""When somebody is written to, and what changes that."""
