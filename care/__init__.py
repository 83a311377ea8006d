"""What the service does: one act per file."""
