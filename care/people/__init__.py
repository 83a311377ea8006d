"""Joining, invites, consent and leaving."""
