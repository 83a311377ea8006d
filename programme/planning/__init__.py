"""What a client plans: goals, occasions, and why."""
