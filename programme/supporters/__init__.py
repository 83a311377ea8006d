"""Supporters: what they may see and do, and what happened between them and a client."""
