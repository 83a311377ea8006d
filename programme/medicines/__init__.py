"""Regular medicines, and what somebody uses to stop."""
