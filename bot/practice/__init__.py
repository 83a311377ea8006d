"""What practitioners see and do: caseload, week, sessions, requests."""
