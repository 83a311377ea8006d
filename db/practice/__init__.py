"""Caseloads, requests and sessions, as they are stored."""
