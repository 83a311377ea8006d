"""The roof: the house, the command line and the settings."""
