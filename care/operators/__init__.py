"""What operators do, and what the service does for them."""
