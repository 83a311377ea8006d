"""How acts send messages, and what is checked before one is sent."""
