"""What is remembered: tables, engine, sealing, queries and migrations."""
