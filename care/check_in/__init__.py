"""Check-ins: starting, answering, closing."""
