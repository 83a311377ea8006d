"""What a practitioner sees and does: weeks, caseload, requests, sessions."""
