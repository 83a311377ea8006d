"""Crisis, crisis cards and the safety plan."""
