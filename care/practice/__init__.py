"""What a practitioner does with their clients."""
