"""Joining, consent, settings and rights, as people meet them."""
