"""What an operator does with the command line, one subject a file."""
