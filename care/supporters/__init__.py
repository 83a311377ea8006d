"""What a client and their supporters do."""
