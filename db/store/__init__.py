"""How the memory is opened, sealed, copied and held."""
