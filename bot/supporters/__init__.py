"""People on a client's side: what either sees and does."""
