"""How the database is opened, sealed, copied and held."""
