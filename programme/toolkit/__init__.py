"""Strategies, and a client's own toolkit."""
