"""What came in and what goes out, as it is stored."""
