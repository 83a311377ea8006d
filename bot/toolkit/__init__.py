"""What helps a client, and ideas of the catalogue."""
